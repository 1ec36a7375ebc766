"""What is agreed with somebody, as their coach reads it: days and hours, and what comes next."""

from datetime import time, timedelta

import pytest

from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import Reminder, details
from bot.domain.schedule import EVERY_DAY, Rule
from bot.services.agreed_desk import ON_A_SCREEN
from bot.store import plans
from bot.store.ids import new_id
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import held
from tests.services.plays import NOTHING_AROUND, ON_SQLITE, another_coach
from tests.services.scenes import recurs, scene_of
from tests.services.stage import Phone
from tests.services.test_deskwork import MORNING, card_of, hide_wakeups, said


async def agreed_with(coach: Phone) -> str:
    await card_of(coach)
    await coach.choose("button-agreed")
    return said(coach)


async def proposed_by(coach_id: str, participant: Phone, wall: time) -> None:
    """Let a reminder recur that a coach proposed, in words that the person may have changed."""
    async with scene_of(participant) as scene:
        today, reminder = scene.today, Reminder(what=CANARY_TEXT, day=scene.today, wall=wall)
        plan = Plan(
            id=new_id(),
            person_id=scene.member.id,
            kind=PlanKind.REMINDER,
            state=PlanState.ACTIVE,
            rule=Rule(days=EVERY_DAY, wall=wall, starts=today),
            details=details(reminder),
            proposed_by=coach_id,
        )
        await plans.add(scene.session, plan, scene.now + timedelta(minutes=wall.minute))


async def test_what_is_agreed_and_what_comes_next_stand_on_one_screen(agreed: Team) -> None:
    shown = await agreed_with(agreed.coach)

    assert shown.startswith(
        f"{CANARY_NAME} : ce qui est convenu\n\n"
        "• Réveil : du lundi au vendredi à 07:00\n"
        "Prochains messages :\n"
        "• lundi 23 novembre, 19:30\n"
        "• mardi 24 novembre, 07:00\n"
    )
    assert agreed.coach.offers == ["button-new-reminder", "button-back", "button-menu"]
    assert await held(agreed.stage, "look") == {"look": 3}


@ON_SQLITE
async def test_a_proposal_waits_on_it(team: Team) -> None:
    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")

    assert "Réveil proposé à 07:00, en attente" in await agreed_with(team.coach)


async def test_what_somebody_set_alone_and_keeps_is_not_on_it(team: Team) -> None:
    await team.participant.choose(
        "button-my-day", "button-my-wakeup", "button-that-is-it", *NOTHING_AROUND
    )
    await hide_wakeups(team.participant)

    assert await agreed_with(team.coach) == (
        f"{CANARY_NAME} : ce qui est convenu\n\nRien n’est convenu en ce moment."
    )


@pytest.mark.parametrize("answer", ["button-unwell", "button-snooze"])
async def test_an_answer_that_is_kept_changes_nothing_in_it(agreed: Team, answer: str) -> None:
    await hide_wakeups(agreed.participant)
    await agreed.stage.go_to(MORNING)
    before = await agreed_with(agreed.coach)

    await agreed.participant.choose(answer)

    assert await agreed_with(agreed.coach) == before


@ON_SQLITE
async def test_who_cannot_be_reached_has_no_next_messages(agreed: Team) -> None:
    await agreed.participant.change_membership("kicked")

    shown = await agreed_with(agreed.coach)

    assert "Réveil : du lundi" in shown
    assert "Prochains" not in shown


@ON_SQLITE
async def test_what_a_coach_proposed_is_told_by_its_kind_and_nobody_elses_is(team: Team) -> None:
    async with scene_of(team.coach) as scene:
        coach = scene.coach.id
    for number in range(ON_A_SCREEN + 1):
        await proposed_by(coach, team.participant, time(9, number))
    await recurs(team.participant, time(11), PlanKind.COPING)

    shown = await agreed_with(team.coach)

    assert "• Rappel : tous les jours à 09:05" in shown
    assert "09:06" not in shown
    await team.coach.choose("button-more")
    assert "• Rappel : tous les jours à 09:06" in said(team.coach)
    assert CANARY_TEXT not in team.coach.everything
    assert "• Stratégie" not in team.coach.everything


@ON_SQLITE
async def test_it_is_said_in_english(agreed: Team) -> None:
    await agreed.coach.write("/language")
    await agreed.coach.choose("button-speak-english")

    shown = await agreed_with(agreed.coach)

    assert f"What is agreed with {CANARY_NAME}" in shown
    assert "Next messages:" in shown


@ON_SQLITE
async def test_another_coach_gets_nowhere(agreed: Team) -> None:
    karim = await another_coach(agreed.stage)
    await card_of(agreed.coach)

    await karim.press(*agreed.coach.find("button-agreed"))

    assert karim.shown == "out-of-date"
