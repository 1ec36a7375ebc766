"""What becomes known about a chat, and the one note to the coach."""

from datetime import UTC, datetime

import pytest

from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.plays import NOTHING_AROUND, leave

AFTER_THE_NOTE = datetime(2026, 11, 24, 8, 1, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


@pytest.fixture
async def noted(agreed: Team) -> Team:
    """A team on a morning without an answer, just after the coach was told."""
    await agreed.stage.go_to(AFTER_THE_NOTE)
    return agreed


async def test_the_coach_reads_in_the_morning_that_messages_do_not_arrive_and_not_why(
    team: Team,
) -> None:
    said = team.coach.texts

    await team.participant.change_membership("kicked")

    assert team.coach.texts == said
    await team.stage.go_to(MORNING.replace(hour=8, minute=1))
    assert team.coach.shown == "digest"
    assert f"{CANARY_NAME} ne reçoit pas mes messages" in team.coach.screen
    assert "bloqu" not in team.coach.screen


async def test_a_stranger_who_blocks_is_nobodys_news(team: Team) -> None:
    said = team.coach.texts

    await team.stage.phone("Passant").change_membership("kicked")

    assert team.coach.texts == said


async def test_a_coach_who_blocks_is_nobodys_news(team: Team) -> None:
    said = team.participant.texts

    await team.coach.change_membership("kicked")

    assert team.participant.texts == said


async def test_nothing_is_sent_to_whoever_blocked(agreed: Team) -> None:
    await agreed.participant.change_membership("kicked")
    said = agreed.participant.texts

    await agreed.stage.pass_time(days=2)

    assert agreed.participant.texts == said


@pytest.mark.parametrize("back", ["member", "writes"])
async def test_what_is_agreed_goes_on_once_somebody_is_back(agreed: Team, back: str) -> None:
    await agreed.participant.change_membership("kicked")
    if back == "member":
        await agreed.participant.change_membership("member")
    else:
        await agreed.participant.write("/start")

    await agreed.stage.go_to(MORNING)

    assert agreed.participant.shown == "nudge"


async def test_the_note_comes_at_the_time_that_was_fixed(agreed: Team) -> None:
    await agreed.stage.go_to(datetime(2026, 11, 24, 7, 59, tzinfo=UTC))
    assert "note-no-answer" not in agreed.coach.keys

    await agreed.stage.go_to(AFTER_THE_NOTE)
    assert agreed.coach.shown == "note-no-answer"
    assert agreed.coach.offers == ["button-i-will-call", "button-noted"]


async def test_there_is_no_note_without_the_persons_agreement(team: Team) -> None:
    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    await team.participant.choose("button-agree", *NOTHING_AROUND)

    await team.stage.pass_time(days=2)

    assert "note-no-answer" not in team.coach.keys


async def test_an_agreement_taken_back_that_morning_holds_at_once(agreed: Team) -> None:
    await agreed.stage.go_to(MORNING)
    await agreed.participant.write("menu")
    await agreed.participant.choose(
        "button-my-day", "button-my-wakeup", "button-change-around", *NOTHING_AROUND
    )

    await agreed.stage.go_to(AFTER_THE_NOTE)

    assert "note-no-answer" not in agreed.coach.keys


@pytest.mark.parametrize("key", ["button-up", "button-not-working", "button-unwell"])
async def test_there_is_no_note_after_an_answer(agreed: Team, key: str) -> None:
    await agreed.stage.go_to(MORNING)
    await agreed.participant.choose(key)

    await agreed.stage.go_to(AFTER_THE_NOTE)

    assert "note-no-answer" not in agreed.coach.keys


async def test_there_is_no_note_about_somebody_who_pauses(agreed: Team) -> None:
    await agreed.participant.write("/pause")
    await agreed.participant.choose("button-pause-3")

    await agreed.stage.pass_time(days=2)

    assert "note-no-answer" not in agreed.coach.keys


@pytest.mark.parametrize(
    ("key", "shown"), [("button-i-will-call", "note-will-call"), ("button-noted", "note-noted")]
)
async def test_the_coach_settles_the_note(noted: Team, key: str, shown: str) -> None:
    await noted.coach.choose(key)

    assert noted.coach.shown == shown
    assert CANARY_NAME in noted.coach.screen


async def test_a_late_answer_corrects_the_note_in_place(noted: Team) -> None:
    count = len(noted.coach.bubbles)

    await noted.participant.choose("button-up")

    assert noted.coach.shown == "note-answered"
    assert "note-no-answer" not in noted.coach.keys
    assert len(noted.coach.bubbles) == count


async def test_a_note_that_was_settled_is_corrected_too(noted: Team) -> None:
    await noted.coach.choose("button-i-will-call")

    await noted.participant.choose("button-up")

    assert noted.coach.shown == "note-answered"


async def test_another_answer_after_the_correction_keeps_it(noted: Team) -> None:
    off = noted.participant.find("button-not-working")
    await noted.participant.choose("button-up")

    await noted.participant.press(*off)

    assert noted.coach.keys.count("note-answered") == 1


async def test_the_note_of_somebody_who_left_is_gone(noted: Team) -> None:
    call = noted.coach.find("button-i-will-call")
    await leave(noted.participant)

    await noted.coach.press(*call)

    assert noted.coach.shown == "out-of-date"
