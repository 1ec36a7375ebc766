"""Discreet mode: one neutral line and one button, whatever comes unasked."""

from datetime import UTC, datetime

import pytest

from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage

MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
A_WEEK_LATER = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
NEUTRAL = "Un message vous attend."


async def be_discreet(phone: Phone) -> None:
    await phone.write("/discret")
    await phone.choose("button-discreet-begin")


@pytest.fixture
async def hidden(agreed: Team) -> Phone:
    """A participant who was woken up discreetly."""
    await be_discreet(agreed.participant)
    await agreed.stage.go_to(MORNING)
    return agreed.participant


async def test_what_comes_unasked_is_one_neutral_line_and_one_button(hidden: Phone) -> None:
    assert hidden.screen == NEUTRAL
    assert hidden.offers == ["button-reveal"]
    unasked = hidden.texts[hidden.keys.index("discreet-begun") + 1 :]
    assert set(unasked) == {NEUTRAL}


async def test_the_button_reveals_the_message_in_its_place(hidden: Phone) -> None:
    said = len(hidden.bubbles)

    await hidden.choose("button-reveal")

    assert hidden.shown == "nudge"
    assert len(hidden.bubbles) == said


async def test_what_was_revealed_is_answered_as_always(hidden: Phone) -> None:
    await hidden.choose("button-reveal", "button-up")

    assert hidden.shown == "morning-phase"
    [morning] = [row for row in await rows_of(hidden.stage, "morning") if row["day"].day == 24]
    assert morning["state"] == "up"


async def test_what_somebody_asks_for_is_answered_in_full(hidden: Phone) -> None:
    await hidden.write("/menu")

    assert hidden.shown == "menu"


async def test_it_can_be_ended(hidden: Phone) -> None:
    await hidden.write("/discreet")
    assert hidden.shown == "discreet-on"
    await hidden.choose("button-discreet-end")

    await hidden.stage.go_to(A_WEEK_LATER)

    assert hidden.shown == "nudge"


async def test_a_line_of_before_can_be_revealed_after_its_end(hidden: Phone) -> None:
    old = hidden.find("button-reveal")
    await hidden.write("/discret")
    await hidden.choose("button-discreet-end")

    await hidden.press(*old)

    assert hidden.shown == "nudge"


async def test_a_line_whose_words_are_not_kept_any_more_says_so(hidden: Phone) -> None:
    old = hidden.find("button-reveal")
    await hidden.write("/leave")
    await hidden.choose("button-leave-now")

    await hidden.press(*old)

    assert hidden.screen != NEUTRAL
    assert await held(hidden.stage, "chat")


async def test_the_screen_of_messages_leads_to_it(agreed: Team) -> None:
    await agreed.participant.write("/messages")

    await agreed.participant.choose("button-discreet")

    assert agreed.participant.shown == "discreet-off"


async def test_others_are_written_to_in_full(agreed: Team) -> None:
    await be_discreet(agreed.participant)

    await agreed.stage.go_to(datetime(2026, 11, 24, 8, 1, tzinfo=UTC))

    assert agreed.coach.shown == "note-no-answer"


async def test_a_stranger_has_nothing_to_hide(stage: Stage) -> None:
    stranger = stage.phone("Passant")

    await stranger.write("/discret")

    assert stranger.shown == "stranger"


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "line"),
    [("button-french-tu", "Un message t’attend."), ("button-english", "A message is waiting.")],
)
async def test_the_line_is_said_in_every_voice(agreed: Team, voice: str, line: str) -> None:
    await agreed.participant.write("/langue")
    await agreed.participant.choose(voice)
    await be_discreet(agreed.participant)

    await agreed.stage.go_to(MORNING)

    assert agreed.participant.screen == line
