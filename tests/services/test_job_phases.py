"""A phase of work is noted in two taps; its reminders are proposed, and the person decides."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.plan import PlanState
from bot.store import job_phases
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, leave
from tests.services.proposal_plays import toast
from tests.services.stage import Phone
from tests.services.test_deskwork import card_of, list_of, said

MONDAY_EVE = datetime(2026, 11, 29, 17, 0, 30, tzinfo=UTC)


async def screen_of(coach: Phone) -> None:
    await card_of(coach)
    await coach.choose("button-job")


async def starts_on_monday(coach: Phone) -> None:
    """Note in two taps, from somebody's card, that a job begins on Monday."""
    await screen_of(coach)
    await coach.choose("button-starts-on")


async def mine(phone: Phone) -> None:
    await phone.write("/travail")


async def reminders(phone: Phone, state: PlanState = PlanState.ACTIVE) -> int:
    rows = await rows_of(phone.stage, "plan")
    return sum(row["kind"] == "reminder" and row["state"] is state for row in rows)


async def test_two_taps_of_the_coach_propose_and_one_of_the_person_sets_all(team: Team) -> None:
    coach, person = team.coach, team.participant
    await starts_on_monday(coach)
    assert coach.shown == "job-noted"
    assert person.shown == "job-offered"
    assert "premier jour de travail le lundi 30 novembre" in said(person)
    assert "1. Demain, premier jour" in said(person)
    assert await reminders(person) == 0
    take = person.find("button-take-all")

    await person.press(*take)

    assert person.shown == "job-answered"
    assert "8 rappels sont en place" in said(person)
    assert "button-job-hours" in person.offers
    assert await reminders(person) == 8
    assert coach.shown == "job-coach-taken"
    assert f"{CANARY_NAME} a choisi 8 rappels." in said(coach)
    assert toast(person, await person.press(*take)) == "toast-already"
    await team.stage.go_to(MONDAY_EVE)
    assert person.shown == "reminder-due"
    await card_of(coach)
    assert "Travail : premier jour de travail le lundi 30 novembre" in said(coach)


@ON_SQLITE
async def test_what_would_come_on_a_holiday_comes_after_it(team: Team) -> None:
    holiday = date(2026, 12, 30)
    team.stage.keep_holidays([holiday])
    await starts_on_monday(team.coach)

    await team.participant.choose("button-take-all")

    plans = await rows_of(team.stage, "plan")
    begin = [row["rule"]["starts"] for row in plans if row["kind"] == "reminder"]
    assert holiday.isoformat() not in begin
    assert "2026-12-31" in begin


@ON_SQLITE
async def test_some_can_be_picked_and_a_phase_that_follows_ends_them(team: Team) -> None:
    person = team.participant
    await starts_on_monday(team.coach)
    await person.choose("button-choose-some")
    await person.tap("1")
    await person.tap("4")
    await person.tap("1")
    await person.tap("2")
    await person.choose("button-done")
    assert await reminders(person) == 2

    await screen_of(team.coach)
    await team.coach.choose("button-job-ended")
    assert person.shown == "job-offered"
    await person.choose("button-no-thanks")

    assert "Aucun rappel" in said(person)
    assert "l’étape d’avant" in said(person)
    assert await reminders(person) == 0
    assert team.coach.shown == "job-coach-declined"
    assert "button-job-rest" in person.offers


@ON_SQLITE
async def test_many_are_read_four_at_a_time_and_what_was_picked_stays_picked(team: Team) -> None:
    person = team.participant
    await starts_on_monday(team.coach)
    assert "Et 4 autres, jusqu’au" in said(person)
    assert "5." not in said(person)

    await person.choose("button-choose-some")
    await person.tap("2")
    await person.choose("button-more")
    assert "5." in said(person)
    assert "4." not in said(person)
    await person.tap("8")
    await person.choose("button-back")
    assert "1." in said(person)
    await person.choose("button-done")

    assert await reminders(person) == 2


@ON_SQLITE
async def test_what_was_proposed_before_is_not_taken_any_more(team: Team) -> None:
    await starts_on_monday(team.coach)
    take = team.participant.find("button-take-all")
    await screen_of(team.coach)
    await team.coach.choose("button-job-searching")

    assert toast(team.participant, await team.participant.press(*take)) == "toast-gone"
    assert await reminders(team.participant) == 0


@ON_SQLITE
async def test_the_same_phase_is_proposed_once(team: Team) -> None:
    await screen_of(team.coach)
    again = team.coach.find("button-job-working")
    await team.coach.press(*again)

    assert toast(team.coach, await team.coach.press(*again)) == "toast-already"
    assert team.participant.keys.count("job-offered") == 1


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "shown"), [("3/12", "job-noted"), ("hier", "date-over"), ("bientôt", "date-again")]
)
async def test_an_interview_has_a_day(team: Team, typed: str, shown: str) -> None:
    await screen_of(team.coach)
    await team.coach.choose("button-job-interview")

    await team.coach.write(typed)

    assert team.coach.shown == shown


@ON_SQLITE
async def test_after_a_day_that_is_none_the_same_buttons_are_there(team: Team) -> None:
    await screen_of(team.coach)
    await team.coach.choose("button-job-interview")
    offered = team.coach.offers

    for _ in range(2):
        await team.coach.write("bientôt")
        assert team.coach.offers == offered
    assert "button-back" in offered

    await team.coach.choose("button-tomorrow")
    assert team.coach.shown == "job-noted"


@ON_SQLITE
async def test_what_is_over_before_the_interview_is_not_proposed(team: Team) -> None:
    await screen_of(team.coach)
    await team.coach.choose("button-job-interview", "button-today")

    assert team.participant.shown == "job-offered"
    assert "1. Noter une chose" in said(team.participant)


@ON_SQLITE
async def test_what_somebody_says_of_themselves_stays_theirs_until_they_show_it(
    team: Team,
) -> None:
    coach, person = team.coach, team.participant
    await mine(person)
    assert person.shown == "job-none"
    await person.choose("button-my-job-searching")
    assert person.shown == "job-own"
    await person.choose("button-take-all")
    assert await reminders(person) == 2
    assert "job-coach-taken" not in coach.keys
    await screen_of(coach)
    assert "rien de montré" in said(coach)

    await mine(person)
    assert person.shown == "job-mine"
    await person.choose("button-job-show")
    assert person.shown == "job-mine-shown"
    assert coach.shown == "job-coach-told"
    await person.write("/privacy")
    await person.choose("button-coach-screen")
    assert "Travail : recherche d’emploi" in said(person)

    await mine(person)
    await person.choose("button-job-hide")
    assert person.shown == "job-mine"
    await screen_of(coach)
    assert "rien de montré" in said(coach)


@ON_SQLITE
async def test_a_new_job_of_ones_own_leads_to_the_reminders_of_its_beginning(team: Team) -> None:
    person = team.participant
    await person.write("/messages")
    await person.choose("button-change", "button-change-job")
    await person.write("lundi")
    assert "button-job-reminders" in person.offers

    await person.choose("button-job-reminders")

    assert person.shown == "job-own"
    assert "1. Demain, premier jour" in said(person)


@ON_SQLITE
async def test_a_job_that_ended_lets_what_followed_it_rest(agreed: Team) -> None:
    person = agreed.participant
    await mine(person)
    await person.choose("button-my-job-ended", "button-take-all", "button-job-rest")
    assert person.shown == "job-over-rests"

    await person.choose("button-undo")

    assert person.shown == "job-undone"
    await mine(person)
    await person.choose("button-my-job-starting")
    await person.write("lundi")
    await person.choose("button-undo")
    await mine(person)
    assert person.shown == "job-none"


@ON_SQLITE
async def test_what_the_coach_noted_stays_where_a_new_job_is_undone(agreed: Team) -> None:
    await starts_on_monday(agreed.coach)
    await agreed.participant.choose("button-no-thanks", "button-job-hours", "button-undo")

    await mine(agreed.participant)

    assert agreed.participant.shown == "job-mine-shown"
    await leave(agreed.coach)
    await mine(agreed.participant)
    assert agreed.participant.shown == "job-mine"


@ON_SQLITE
async def test_reminders_that_are_all_over_are_not_set(team: Team) -> None:
    await screen_of(team.coach)
    await team.coach.choose("button-job-interview", "button-today")
    take = team.participant.find("button-take-all")
    team.stage.clock.moment += timedelta(days=3)

    assert toast(team.participant, await team.participant.press(*take)) == "toast-over"
    assert await reminders(team.participant) == 0


@ON_SQLITE
async def test_resting_twice_is_resting_once(agreed: Team) -> None:
    person = agreed.participant
    await mine(person)
    await person.choose("button-my-job-ended", "button-no-thanks")
    rest = person.find("button-job-rest")
    await person.press(*rest)

    assert toast(person, await person.press(*rest)) == "toast-already"
    assert person.shown == "job-over-rests"


@ON_SQLITE
async def test_what_is_pressing_is_read_in_the_list_before_the_work(agreed: Team) -> None:
    await starts_on_monday(agreed.coach)

    assert "Prochain message" in await list_of(agreed.coach)


@ON_SQLITE
async def test_it_is_not_shown_any_more_once_the_support_ends(team: Team) -> None:
    await starts_on_monday(team.coach)
    await card_of(team.coach)
    await team.coach.choose("button-support", "button-end-support", "button-end-support-now")

    async with team.stage.database.look() as session:
        [row] = await rows_of(team.stage, "job_phase")
        kept = await job_phases.of_person(session, row["person_id"])

    assert kept is not None
    assert not kept.is_shown


@ON_SQLITE
async def test_nobody_elses_phase_can_be_noted(team: Team) -> None:
    await screen_of(team.coach)
    old = team.coach.find("button-job-working")
    await leave(team.participant)

    await team.coach.press(*old)

    assert await rows_of(team.stage, "job_phase") == []
