"""Once a week, within what comes unasked, it is said that this is a program."""

from datetime import time, timedelta

import pytest

from bot.domain.delivery import State
from bot.domain.plan import PlanKind
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.scenes import ends, let_bring, recurs
from tests.services.stage import MONDAY, Phone
from tests.services.test_discretion import be_discreet

LINE = "\n\nJe suis un programme. Personne ne lit ici en direct."
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def phone(team: Team) -> Phone:
    """Somebody to whom a technique or a sentence can be brought."""
    let_bring(team.stage, PlanKind.COPING, PlanKind.SENTENCE)
    return team.participant


def with_line(phone: Phone) -> list[bool]:
    """Return of each message that a plan brought whether it has the line."""
    library = phone.stage.library
    brought = {"on-my-way", "morning-enough", "together"}
    texts = [text for text in phone.texts if brought & set(library.keys_of(text))]
    return [text.endswith(LINE) for text in texts]


async def test_the_first_of_a_week_says_it_and_no_other(phone: Phone) -> None:
    await recurs(phone, time(12))
    await recurs(phone, time(18), PlanKind.SENTENCE)

    await phone.stage.go_to(MONDAY + 2 * DAY)
    assert with_line(phone) == [True, False, False, False]

    await phone.write("menu")
    await phone.stage.go_to(MONDAY + 8 * DAY)
    assert with_line(phone)[4:] == [False] * 10 + [True, False]


async def test_it_counts_against_nothing_and_is_no_message_of_its_own(phone: Phone) -> None:
    for hour in (12, 15):
        await recurs(phone, time(hour))
    said = len(phone.bubbles)

    await phone.stage.pass_time(hours=8)

    assert len(phone.bubbles) == said + 2
    assert await ends(phone.stage, State.SENT) == ["Mon 11:00", "Mon 14:00"]


async def test_of_what_comes_together_it_is_the_last_line(phone: Phone) -> None:
    await recurs(phone, time(12))
    await recurs(phone, time(12, 15), PlanKind.SENTENCE)

    await phone.stage.pass_time(hours=8)

    assert phone.screen == f"Bonne route et bonne journée.\n\nD’accord. Bonne journée.{LINE}"


async def test_where_the_message_never_went_out_the_next_one_says_it(phone: Phone) -> None:
    await recurs(phone, time(12))
    await recurs(phone, time(18))
    await phone.stage.go_to(MONDAY + 2 * HOUR - timedelta(minutes=1))
    phone.stage.clock.moment = MONDAY + 2 * HOUR

    await phone.stage.be_away_until(MONDAY + 4 * HOUR)
    await phone.stage.pass_time(hours=5)

    assert with_line(phone) == [True]


async def test_a_message_held_up_says_it_once(phone: Phone) -> None:
    await recurs(phone, time(12))
    await phone.stage.go_to(MONDAY + 2 * HOUR - timedelta(minutes=1))
    phone.stage.clock.moment = MONDAY + 2 * HOUR

    await phone.stage.be_away_until(MONDAY + 2 * HOUR + timedelta(minutes=30))

    assert phone.screen.count(LINE) == 1


async def test_a_discreet_chat_shows_it_with_the_rest(phone: Phone) -> None:
    await be_discreet(phone)
    await recurs(phone, time(12))
    await phone.stage.pass_time(hours=3)
    assert phone.screen == "Un message vous attend."

    await phone.choose("button-reveal")

    assert phone.screen.endswith(LINE)


async def test_a_wakeup_and_what_the_coach_is_told_do_without(agreed: Team) -> None:
    await agreed.stage.pass_time(days=2)

    assert "nudge" in agreed.participant.keys
    assert not any(row["weekly"] for row in await rows_of(agreed.stage, "delivery"))
