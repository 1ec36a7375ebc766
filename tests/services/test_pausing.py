from datetime import UTC, datetime

import pytest

from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone
from tests.services.word_plays import send_word

THURSDAY = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)


@pytest.fixture
async def paused(agreed: Team) -> Phone:
    """A participant with a wake-up who pauses until Wednesday."""
    await agreed.participant.write("/pause")
    await agreed.participant.choose("button-pause-3")
    return agreed.participant


async def test_a_pause_says_its_last_day(paused: Phone) -> None:
    assert paused.shown == "paused"
    assert "mercredi 25 novembre" in paused.screen
    assert paused.offers == ["button-resume", "button-help"]


async def test_nothing_is_sent_in_a_pause(paused: Phone) -> None:
    said = paused.texts

    await paused.stage.go_to(THURSDAY.replace(day=25, hour=18))

    assert paused.texts == said


async def test_reminders_come_again_after_the_last_day(paused: Phone) -> None:
    await paused.stage.go_to(THURSDAY)

    assert paused.shown == "nudge"


async def test_what_a_pause_silenced_is_visible(paused: Phone) -> None:
    await paused.stage.go_to(THURSDAY)

    reasons = {row["reason"] for row in await rows_of(paused.stage, "delivery")}
    assert "paused" in reasons


@pytest.mark.parametrize(
    ("typed", "shown"), [("/help", "help-card"), ("aide", "help-card"), ("/privacy", "privacy")]
)
async def test_help_works_in_a_pause(paused: Phone, typed: str, shown: str) -> None:
    await paused.write(typed)

    assert paused.shown == shown


async def test_a_proposal_waits_for_the_end_of_the_pause(paused: Phone, agreed: Team) -> None:
    await agreed.coach.choose("button-menu", "button-new-reminder")
    await agreed.coach.tap("Canari")
    await agreed.coach.choose("button-kind-wakeup")
    await agreed.coach.write("6h30")
    await agreed.coach.choose("button-propose")
    assert paused.shown == "paused"

    await paused.stage.go_to(THURSDAY.replace(hour=6, minute=30))
    assert "proposal" in paused.keys


async def test_a_pause_can_end_at_once(paused: Phone) -> None:
    await paused.choose("button-resume")
    assert paused.shown == "resumed"

    await paused.stage.go_to(THURSDAY.replace(day=24))
    assert paused.shown == "nudge"


async def test_resuming_twice_says_so(paused: Phone) -> None:
    await paused.write("/resume")
    await paused.write("/resume")

    assert paused.keys[-2:] == ["resumed", "not-paused"]


async def test_asking_for_a_pause_again_shows_the_one_there_is(paused: Phone) -> None:
    await paused.write("/pause")

    assert paused.shown == "paused"
    assert "mercredi 25 novembre" in paused.screen


@pytest.mark.parametrize(
    ("key", "shown"),
    [("button-pause-today", "lundi 23 novembre"), ("button-pause-7", "dimanche 29 novembre")],
)
async def test_each_length_is_one_tap(team: Team, key: str, shown: str) -> None:
    await team.participant.choose("button-messages", "button-pause", key)

    assert shown in team.participant.screen


async def test_the_last_day_can_be_typed(team: Team) -> None:
    await team.participant.choose("button-messages", "button-pause")
    await team.participant.write("28/11")

    assert "samedi 28 novembre" in team.participant.screen


@ON_SQLITE
@pytest.mark.parametrize("typed", ["31/02", "toujours", "01/01/2020"])
async def test_an_impossible_day_is_asked_again(team: Team, typed: str) -> None:
    await team.participant.choose("button-messages", "button-pause")
    offered = team.participant.labels

    await team.participant.write(typed)
    assert (team.participant.shown, team.participant.labels) == ("date-again", offered)
    assert "15/01" in team.participant.screen

    await team.participant.write("demain")
    assert team.participant.shown == "paused"


async def test_a_day_offered_yesterday_is_over(team: Team) -> None:
    await team.participant.choose("button-messages", "button-pause")
    await team.stage.pass_time(days=1)

    said = await team.participant.choose("button-pause-today")

    assert team.stage.library.keys_of(said) == ["toast-over"]


async def test_a_pause_can_be_left_alone(team: Team) -> None:
    await team.participant.choose("button-messages", "button-pause", "button-menu")

    await team.participant.write("vendredi")

    assert team.participant.shown == "typed-elsewhere"


@pytest.mark.parametrize("command", ["/pause", "/resume"])
async def test_a_coach_has_hours_instead_of_pauses(coach: Phone, command: str) -> None:
    await coach.write(command)

    assert coach.shown in {"pause-staff", "not-paused"}


@pytest.mark.parametrize("command", ["/pause", "/resume"])
async def test_a_stranger_has_nothing_to_pause(coach: Phone, command: str) -> None:
    stranger = coach.stage.phone("Passant")

    await stranger.write(command)

    assert stranger.shown in {"stranger", "out-of-date"}


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "shown", "says"),
    [
        ("31/12/2030", "date-too-far", "trop loin"),
        ("hier", "date-over", "déjà passé"),
        ("20/11", "date-over", "déjà passé"),
        ("un jour", "date-again", "pas compris"),
        ("1/1/1990", "date-again", "pas compris"),
        ("9" * 3_000, "date-again", "pas compris"),
    ],
)
async def test_a_day_that_cannot_be_taken_is_told_why(
    agreed: Team, *, typed: str, shown: str, says: str
) -> None:
    await agreed.participant.write("/pause")

    await agreed.participant.write(typed)

    assert agreed.participant.shown == shown
    assert says in agreed.participant.screen
    assert ("23/11/2028" in agreed.participant.screen) == (shown == "date-too-far")
    await agreed.participant.write("demain")
    assert agreed.participant.shown == "paused"


async def test_what_a_coach_wrote_meanwhile_comes_as_the_pause_is_ended(
    paused: Phone, agreed: Team
) -> None:
    await send_word(agreed.coach)
    assert "jeudi 26 novembre" in agreed.coach.screen
    assert "staff-word" not in paused.keys

    await paused.write("/reprendre")

    assert "staff-word" in paused.keys
    await agreed.stage.go_to(THURSDAY.replace(day=27))
    assert paused.keys.count("staff-word") == 1


async def test_in_a_pause_its_end_is_offered_among_the_messages(paused: Phone) -> None:
    await paused.write("/messages")
    assert "button-pause" not in paused.offers

    await paused.choose("button-resume")

    assert paused.shown == "resumed"
