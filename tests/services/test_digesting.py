"""The coach's morning digest: only if there is something, only what may be seen, once."""

from datetime import date, timedelta

import pytest

from bot.services import digesting
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ENROLLED, ON_SQLITE, another_coach, invite
from tests.services.test_contacting import ask, go_to, paris


def digests(team: Team) -> int:
    return team.coach.keys.count("digest")


async def test_quiet_days_are_quiet(team: Team) -> None:
    said = team.coach.texts

    await team.stage.go_to(paris(27, 18))

    assert team.coach.texts == said


async def test_a_morning_without_an_answer_stands_in_it_the_day_after(agreed: Team) -> None:
    await go_to(agreed.stage, paris(25, 8, 59))
    assert digests(agreed) == 0

    await go_to(agreed.stage, paris(25, 9))

    [digest] = [one for one in agreed.coach.texts if "personne à voir" in one]
    assert f"{CANARY_NAME}\xa0: pas de réponse au réveil, mardi 24 novembre" in digest
    await agreed.coach.tap(f"J’appelle {CANARY_NAME}")
    assert agreed.coach.shown == "note-will-call"
    assert digests(agreed) == 1


@ON_SQLITE
@pytest.mark.parametrize("who", ["coach", "participant"])
async def test_a_note_that_was_followed_by_something_is_no_news(agreed: Team, who: str) -> None:
    await go_to(agreed.stage, paris(24, 9, 10))
    if who == "coach":
        await agreed.coach.choose("button-noted")
    else:
        await agreed.participant.choose("button-up")

    await go_to(agreed.stage, paris(25, 9, 0))

    assert digests(agreed) == 0


@ON_SQLITE
async def test_a_consent_taken_back_meanwhile_holds(agreed: Team) -> None:
    await go_to(agreed.stage, paris(24, 9, 10))
    await agreed.participant.write("menu")
    await agreed.participant.choose("button-my-day", "button-my-wakeup", "button-change-around")
    await agreed.participant.choose("button-none", "button-none", "button-none")

    await go_to(agreed.stage, paris(25, 9))

    assert digests(agreed) == 0


@ON_SQLITE
async def test_a_request_that_nobody_saw_stands_in_it_with_a_tap(team: Team) -> None:
    await ask(team.participant)
    await go_to(team.stage, paris(24, 9))
    assert "demande un contact depuis lundi 23 novembre, 10:00" in team.coach.screen

    await team.coach.tap(f"J’appelle {CANARY_NAME}")

    assert team.participant.shown == "contact-receipt-call"
    await go_to(team.stage, paris(25, 9))
    assert digests(team) == 1


@ON_SQLITE
async def test_a_request_that_comes_as_the_hours_begin_is_told_once(team: Team) -> None:
    await go_to(team.stage, paris(23, 18))
    await ask(team.participant)

    await go_to(team.stage, paris(24, 9, 30))

    assert digests(team) == 0


@ON_SQLITE
async def test_who_cannot_be_reached_stands_in_it_once(team: Team) -> None:
    await team.participant.change_membership("kicked")

    await go_to(team.stage, paris(24, 9))
    assert f"{CANARY_NAME} ne reçoit pas mes messages" in team.coach.screen
    await go_to(team.stage, paris(25, 9))

    assert digests(team) == 1


@ON_SQLITE
async def test_who_was_lost_while_the_coach_was_away_is_named_once_they_are_back(
    team: Team,
) -> None:
    await team.participant.change_membership("kicked")
    await team.coach.change_membership("kicked")
    await go_to(team.stage, paris(24, 9))
    await team.coach.change_membership("member")

    await go_to(team.stage, paris(25, 9))

    assert f"{CANARY_NAME} ne reçoit pas mes messages" in team.coach.screen


@ON_SQLITE
async def test_who_is_lost_again_is_named_again(team: Team) -> None:
    await team.participant.change_membership("kicked")
    await go_to(team.stage, paris(24, 9))
    await team.participant.change_membership("member")
    await go_to(team.stage, paris(25, 9))
    await team.participant.change_membership("kicked")

    await go_to(team.stage, paris(26, 9))

    assert digests(team) == 2


@ON_SQLITE
async def test_a_weekend_and_a_public_holiday_wait(team: Team) -> None:
    team.stage.keep_holidays([date(2026, 11, 30)])
    await go_to(team.stage, paris(27, 18))
    await team.participant.change_membership("kicked")

    await team.stage.go_to(paris(30, 18))
    assert digests(team) == 0
    await go_to(team.stage, paris(30, 23) + timedelta(hours=10))

    assert digests(team) == 1


@ON_SQLITE
async def test_three_are_named_and_the_rest_is_a_line(team: Team) -> None:
    for name in ("Ana", "Bob", "Cleo"):
        phone = team.stage.phone(name)
        await phone.open(await invite(team.coach, name))
        await phone.choose(*ENROLLED)
        await team.coach.choose("button-it-is-them")
        await phone.change_membership("kicked")
    await team.participant.change_membership("kicked")

    await go_to(team.stage, paris(24, 9))

    assert team.coach.screen.startswith("4 personnes à voir")
    assert "Et une autre personne, dans votre liste." in team.coach.screen
    assert len(team.coach.offers) == 4


@ON_SQLITE
async def test_another_coach_is_told_nothing(team: Team) -> None:
    other = await another_coach(team.stage)
    await ask(team.participant)
    await team.participant.change_membership("kicked")

    await go_to(team.stage, paris(24, 9))

    assert "digest" not in other.keys


async def test_everybody_is_told_however_few_are_looked_up_at_once(team: Team) -> None:
    await another_coach(team.stage)
    now = paris(24, 9)

    await digesting.tend(team.stage.database, team.stage.planner, now, at_once=1)

    kept = await rows_of(team.stage, "desk")
    assert [row["next_at"] > now for row in kept] == [True, True]


@ON_SQLITE
async def test_a_coach_chooses_the_time_within_the_hours(team: Team) -> None:
    await team.coach.write("/menu")
    await team.coach.choose("button-digest", "button-change-time")
    await team.coach.write("18h")
    assert team.coach.shown == "digest-which-time"
    await team.coach.write("9h30")
    assert "à 09:30" in team.coach.screen
    await team.participant.change_membership("kicked")

    await go_to(team.stage, paris(24, 9, 20))
    assert digests(team) == 0
    await go_to(team.stage, paris(24, 9, 30))

    assert digests(team) == 1


async def test_after_days_without_the_engine_there_is_one(team: Team) -> None:
    await team.stage.go_to(paris(23, 12))
    await team.participant.change_membership("kicked")

    team.stage.clock.moment = paris(26, 11)
    await team.stage.go_to(paris(26, 12))

    assert digests(team) == 1
    assert len(await rows_of(team.stage, "desk")) == 1
