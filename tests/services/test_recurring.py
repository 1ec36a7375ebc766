"""Check-ins that come by themselves, from the offer to the end."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.delivery import Class, Reason, State
from bot.library.shelf import read_content
from bot.settings import CONTENT
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import NotingLibrary, Phone, Stage
from tests.services.test_checking_in import check_in, option
from tests.services.test_looking_back import answered

DUE = {"checkin-due-1", "checkin-due-2", "checkin-due-3"}
BESIDE = ["button-menu", "button-help"]


async def agree(phone: Phone, every: str = "button-every-day", at: str = "18:00") -> None:
    """Check in for the first time, and take the offer: two taps."""
    await check_in(phone)
    await phone.choose(every)
    await phone.tap(at)


def comings(phone: Phone) -> int:
    """Count the invitations that stand in the chat."""
    return sum(key in DUE for key in phone.keys)


async def ends(stage: Stage) -> list[tuple[str, str, str | None]]:
    """Return the day and the end of each invitation that ended."""
    rows = [row for row in await rows_of(stage, "delivery") if row["slot"] == "checkin"]
    ended = sorted((row for row in rows if row["ended_at"]), key=lambda row: row["due"])
    return [(f"{row['due']:%a}", row["state"], row["reason"]) for row in ended]


async def test_after_the_first_check_in_it_is_offered_and_takes_two_taps(team: Team) -> None:
    phone = team.participant
    await check_in(phone)
    assert phone.offers[:3] == ["button-every-week", "button-every-day", "button-no-thanks"]

    await phone.choose("button-every-week")
    await phone.tap("18:00")

    assert "lundi à 18:00" in phone.screen
    await team.stage.pass_time(days=6)
    assert comings(phone) == 0
    await team.stage.pass_time(days=2)
    assert comings(phone) == 1


async def test_it_begins_with_one_tap(team: Team) -> None:
    await agree(team.participant)
    await team.stage.pass_time(days=1, hours=9)
    assert team.participant.shown in DUE

    await team.participant.choose("button-checkin")

    assert "question 1 sur 5" in team.participant.screen


async def test_its_first_line_says_nothing_of_what_is_asked(team: Team) -> None:
    await agree(team.participant)
    await team.stage.pass_time(days=3, hours=9)

    lines = {
        text.splitlines()[0] for text in team.participant.texts if "Quelques questions" in text
    }

    assert len(lines) == 3
    assert not any(
        word in line.lower() for line in lines for word in ("humeur", "moral", "sommeil")
    )


async def test_a_no_is_a_complete_answer(team: Team) -> None:
    phone = team.participant
    await check_in(phone)
    await phone.choose("button-no-thanks")
    assert (phone.shown, phone.offers) == ("checkin-no", BESIDE)

    await team.stage.pass_time(days=8)
    await phone.write("/moi")
    await phone.choose("button-as-usual")

    assert comings(phone) == 0
    assert "button-every-week" not in phone.offers


async def test_it_is_offered_once(team: Team) -> None:
    await check_in(team.participant)
    await team.participant.choose("button-back", "button-skip")

    assert "button-every-week" not in team.participant.offers
    assert await held(team.stage, "plan") == {"plan": 1}


async def test_it_is_offered_after_the_first_one_only(team: Team) -> None:
    await answered(team.stage, (1, {"mood": "good"}))

    await check_in(team.participant)

    assert team.participant.shown == "mood/closing"


async def test_another_time_can_be_typed(team: Team) -> None:
    await check_in(team.participant)
    await team.participant.choose("button-every-day")

    await team.participant.write("8h15")

    assert "tous les jours à 08:15" in team.participant.screen
    await team.stage.go_to(datetime(2026, 11, 24, 7, 16, tzinfo=UTC))
    assert team.participant.shown in DUE


async def test_a_time_in_the_quiet_hours_is_asked_again(team: Team) -> None:
    await check_in(team.participant)
    await team.participant.choose("button-every-day")
    offered = team.participant.labels

    await team.participant.write("23h")
    assert (team.participant.shown, team.participant.labels) == ("checkin-quiet", offered)
    await team.participant.tap("18:00")

    assert "tous les jours à 18:00" in team.participant.screen


async def test_whoever_checked_in_already_is_not_asked_that_day(team: Team) -> None:
    await agree(team.participant)
    await team.stage.pass_time(days=1)
    await team.participant.write("/moi")
    await team.participant.choose("button-as-usual")

    await team.stage.pass_time(days=1)

    assert comings(team.participant) == 0
    assert await ends(team.stage) == [("Tue", State.SKIPPED, Reason.ANSWERED)]
    await team.stage.pass_time(days=1)
    assert comings(team.participant) == 1


async def test_at_most_one_comes_a_day(team: Team) -> None:
    await agree(team.participant)

    await team.stage.pass_time(days=2, hours=10)

    assert [day for day, _, _ in await ends(team.stage)] == ["Tue", "Wed"]
    rows = await rows_of(team.stage, "delivery")
    assert {row["kind"] for row in rows if row["slot"] == "checkin"} == {Class.CHECKIN}


async def test_an_older_one_begins_the_check_in_of_today(team: Team) -> None:
    await agree(team.participant)
    await team.stage.pass_time(days=1, hours=9)
    old = team.participant.find("button-checkin")
    await team.stage.pass_time(days=1)

    await team.participant.press(*old)
    await team.participant.choose(option("mood", "low"))

    [_, row] = sorted(await rows_of(team.stage, "checkin"), key=lambda row: row["day"])
    assert f"{row['day']:%a}" == "Wed"


async def test_not_this_time_is_a_complete_answer(team: Team) -> None:
    await agree(team.participant)
    await team.stage.pass_time(days=1, hours=9)

    await team.participant.choose("button-not-this-time")

    assert (team.participant.shown, team.participant.offers) == ("checkin-not-now", BESIDE)


async def test_when_they_come_can_be_seen_and_changed(team: Team) -> None:
    phone = team.participant
    await agree(phone)
    await phone.choose("button-my-checkins")
    assert "tous les jours à 18:00" in phone.screen

    await phone.choose("button-change-moment", "button-every-week")
    await phone.tap("09:00")

    assert "lundi à 09:00" in phone.screen
    await team.stage.pass_time(days=6)
    assert comings(phone) == 0


async def test_the_day_stays_when_the_time_changes(team: Team) -> None:
    phone = team.participant
    await agree(phone, "button-every-week")
    await team.stage.pass_time(days=1)

    await phone.choose("button-my-checkins", "button-change-moment", "button-every-week")
    await phone.tap("09:00")

    assert "lundi à 09:00" in phone.screen


async def test_the_day_can_be_chosen(team: Team) -> None:
    phone = team.participant
    await agree(phone, "button-every-week")
    await phone.choose("button-my-checkins", "button-day")
    assert phone.shown == "checkin-which-day"

    await phone.tap("jeudi")

    assert "jeudi à 18:00" in phone.screen
    await team.stage.go_to(datetime(2026, 11, 26, 17, 1, tzinfo=UTC))
    assert phone.shown in DUE


async def test_every_day_there_is_no_day_to_choose(team: Team) -> None:
    await agree(team.participant)

    await team.participant.choose("button-my-checkins")

    assert "button-day" not in team.participant.offers


@pytest.mark.parametrize("ends_by", ["asking", "choosing"])
async def test_the_day_of_what_is_stopped_is_not_chosen(team: Team, ends_by: str) -> None:
    phone = team.participant
    await agree(phone, "button-every-week")
    await phone.choose("button-my-checkins")
    stop, day = phone.find("button-stop-these"), phone.find("button-day")
    if ends_by == "choosing":
        await phone.press(*day)
        day = phone.token("jeudi")
    await phone.press(*stop)

    assert await phone.press(*day) == "Ce n’est plus possible."


async def test_the_switch_says_what_it_switches(team: Team) -> None:
    phone = team.participant
    await agree(phone)
    await phone.choose("button-my-checkins")
    assert "Pour l’instant, je ne le demande pas." in phone.screen

    await phone.tap("Oui, demandez-moi")

    assert "je demande ce qui aiderait" in phone.screen
    assert "Ne plus demander" in phone.labels


async def test_they_can_be_stopped_and_taken_back(team: Team) -> None:
    phone = team.participant
    await agree(phone)
    await phone.choose("button-my-checkins", "button-stop-these")
    await team.stage.pass_time(days=2)
    assert comings(phone) == 0

    await phone.choose("button-undo")
    await team.stage.pass_time(days=1)

    assert comings(phone) == 1


async def test_who_never_took_the_offer_finds_it_again(team: Team) -> None:
    phone = team.participant
    await check_in(phone)
    await phone.choose("button-no-thanks")
    await phone.write("/moi")

    await phone.choose("button-my-checkins", "button-every-week")
    await phone.tap("09:00")

    assert "lundi à 09:00" in phone.screen


async def test_questions_that_nobody_signed_off_do_not_come(team: Team) -> None:
    await agree(team.participant)
    stage = team.stage
    library = NotingLibrary(read_content(CONTENT)[0], frozenset({"checkins/mood"}))
    stage.post = replace(stage.post, deployment=replace(stage.deployment, library=library))

    await stage.pass_time(days=1, hours=10)

    assert comings(team.participant) == 0
    assert [state for _, state, _ in await ends(stage)] == [State.SKIPPED]


async def test_during_a_pause_none_comes(team: Team) -> None:
    await agree(team.participant)
    await team.participant.write("/pause")
    await team.participant.choose("button-pause-3")

    await team.stage.pass_time(days=2)

    assert comings(team.participant) == 0


@pytest.mark.parametrize("voice", ["button-french-tu", "button-english"])
@ON_SQLITE
async def test_it_is_said_in_every_voice(team: Team, voice: str) -> None:
    await agree(team.participant)
    await team.participant.write("/langue")
    await team.participant.choose(voice)

    await team.stage.pass_time(days=1, hours=9)

    assert team.participant.shown in DUE
    assert "si vous voulez" not in team.participant.screen


@ON_SQLITE
async def test_nobody_elses_questions_can_be_touched(team: Team) -> None:
    await agree(team.participant)
    await team.stage.pass_time(days=1, hours=9)
    _, token = team.participant.find("button-not-this-time")

    await team.coach.press(1, token)

    assert team.coach.shown == "out-of-date"
    assert team.participant.shown in DUE


async def test_who_leaves_leaves_no_plan(team: Team) -> None:
    await agree(team.participant)

    await team.participant.write("/leave")
    await team.participant.choose("button-leave-now")
    await team.stage.pass_time(days=2, hours=1)

    assert comings(team.participant) == 0
    assert await held(team.stage, "plan") == {"plan": 0}
