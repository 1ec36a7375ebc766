"""Reminders that bring a technique: set at a moment of one's own, another technique each time."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from bot.domain.coping import Toolbox
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.schedule import WORKING_DAYS, Rule, local, zone
from bot.services import coping_reminders, easing
from bot.store import toolboxes
from bot.store.plans import as_plan
from bot.store.tables import PlanRow
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.scenes import scene_of
from tests.services.stage import MONDAY, Phone, Stage

PARIS = zone("Europe/Paris")
REMINDER = "technique-reminder"


async def reminders(stage: Stage) -> list[Plan]:
    """Return the reminders that stand."""
    async with stage.database.look() as session:
        plans = [as_plan(session, PlanRow(**row)) for row in await rows_of(stage, "plan")]
    return [one for one in plans if one.kind is PlanKind.COPING and one.state is PlanState.ACTIVE]


async def set_reminder(phone: Phone, *moment: str, at: str) -> None:
    """Set a reminder at a moment, at a time that is typed."""
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose(*moment)
    await phone.write(at)


async def come(phone: Phone, days: int) -> list[str]:
    """Let days pass, tap on each reminder, and return what they named, in their order."""
    named: list[str] = []
    for _ in range(days):
        await phone.stage.pass_time(days=1)
        came = [one for one, key in zip(phone.bubbles, phone.keys, strict=True) if key == REMINDER]
        named += [bubble.text.split("\n\n")[1] for bubble in came]
        for _ in came:
            await phone.choose("button-see-steps")
    return named


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=PARIS).astimezone(UTC)


async def test_on_sunday_evening_a_technique_comes_and_a_tap_shows_its_steps(team: Team) -> None:
    phone = team.participant
    await set_reminder(phone, "button-moment-sunday", at="18h30")
    assert phone.shown == "technique-reminder-agreed"
    assert "dimanche" in phone.screen
    assert "18:30" in phone.screen

    await team.stage.go_to(at(date(2026, 11, 29), 18, 29))
    assert REMINDER not in phone.keys
    await team.stage.go_to(at(date(2026, 11, 29), 18, 30))
    assert phone.shown == REMINDER
    assert phone.screen.splitlines()[0] == "Un moment pour vous, si vous voulez."
    assert phone.offers[0] == "button-see-steps"
    await phone.choose("button-see-steps")

    assert phone.shown == "technique-card"


async def test_on_chosen_days_another_technique_comes_each_time(team: Team) -> None:
    phone = team.participant
    await set_reminder(phone, "button-moment-chosen", "button-done", at="12:30")

    named = await come(phone, 21)

    assert len(named) == 9
    assert all(one != after for one, after in pairwise(named))
    assert len(set(named)) == 9


async def test_the_days_can_be_chosen(team: Team) -> None:
    phone = team.participant
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose("button-moment-chosen")
    for day in ("lun.", "mer."):
        await phone.tap(day)
    assert await phone.tap("ven.") == "Un jour au moins reste choisi."
    for day in ("mar.", "mer."):
        await phone.tap(day)
    await phone.choose("button-done")
    await phone.tap("12:30")

    [plan] = await reminders(team.stage)

    assert (plan.rule.days, plan.rule.wall) == (frozenset({1, 2, 4}), time(12, 30))


async def test_before_work_it_comes_some_minutes_before_leaving(agreed: Team) -> None:
    phone = agreed.participant
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose("button-moment-work")
    assert phone.labels[0] == "08:15"
    await phone.tap("08:15")

    [plan] = await reminders(agreed.stage)

    assert (plan.rule.days, plan.rule.wall) == (WORKING_DAYS, time(8, 0))
    assert not plan.rule.holidays


async def test_before_an_interview_it_comes_once_an_hour_before(team: Team) -> None:
    phone = team.participant
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose("button-moment-interview")
    await phone.write("26/11")
    await phone.write("14h30")
    assert "jeudi 26 novembre" in phone.screen

    assert len(await come(phone, 14)) == 1
    [plan] = await reminders(team.stage)
    assert (plan.rule.starts, plan.rule.ends) == (date(2026, 11, 26), date(2026, 11, 26))
    assert plan.rule.wall == time(13, 30)


async def test_a_single_moment_that_has_passed_is_asked_about_again(team: Team) -> None:
    phone = team.participant
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose("button-moment-interview", "button-today")
    assert phone.labels[:2] == ["14:00", "16:00"]
    await phone.write("10h30")

    assert phone.shown == "moment-over"
    await phone.write("14h")
    assert phone.shown == "technique-reminder-agreed"


async def test_what_is_no_day_is_asked_again(team: Team) -> None:
    phone = team.participant
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose("button-moment-interview")

    offered = phone.labels
    await phone.write("bientôt")
    assert (phone.shown, phone.labels) == ("date-again", offered)
    await phone.write("demain")

    assert phone.shown == "moment-interview"


async def test_a_time_in_the_quiet_hours_is_asked_about_again(team: Team) -> None:
    await set_reminder(team.participant, "button-moment-sunday", at="22h")

    assert team.participant.shown == "steer-quiet"
    assert await reminders(team.stage) == []


async def test_a_second_tap_sets_no_second_one(team: Team) -> None:
    phone = team.participant
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose("button-moment-sunday")
    six = phone.token("18:00")
    await phone.press(*six)

    assert await phone.press(*six) == "C’est déjà noté."
    assert len(await reminders(team.stage)) == 1


async def test_reminders_are_listed_changed_and_stopped(team: Team) -> None:
    phone = team.participant
    await set_reminder(phone, "button-moment-sunday", at="18h30")

    await phone.write("/menu")
    await phone.choose("button-stress", "button-strategies", "button-technique-reminders")
    assert "• chaque dimanche à 18:30" in phone.screen
    await phone.choose("button-reminder-at", "button-stop-these")

    assert await reminders(team.stage) == []
    assert await come(phone, 8) == []


async def test_one_that_was_just_set_can_be_taken_back(team: Team) -> None:
    await set_reminder(team.participant, "button-moment-sunday", at="18h30")

    await team.participant.choose("button-undo")

    assert await reminders(team.stage) == []


@ON_SQLITE
async def test_one_that_was_worse_is_brought_no_more(team: Team) -> None:
    phone = team.participant
    await set_reminder(phone, "button-moment-chosen", "button-done", at="12:30")
    [title] = await come(phone, 1)
    await phone.choose("button-steps-done", "around/steps/helped/options/worse")

    named = await come(phone, 30)

    assert title not in named
    assert len(set(named)) == 9


@ON_SQLITE
async def test_one_that_is_added_is_brought_too_and_none_comes_too_soon(team: Team) -> None:
    phone = team.participant
    await set_reminder(phone, "button-moment-chosen", "button-done", at="12:30")
    named = await come(phone, 3)
    await phone.write("/menu")
    await phone.choose("button-stress", "button-strategies", "button-choose-techniques")
    while "Un long souffle" not in " ".join(phone.labels):
        await phone.choose("button-others")
    await phone.tap("Un long souffle")
    await phone.choose("button-add")

    named += await come(phone, 35)

    assert "Un long souffle" in named
    for count in range(2, 10):
        assert all(
            len(set(named[start : start + count])) == count
            for start in range(len(named) - count + 1)
        )


@ON_SQLITE
async def test_two_reminders_share_one_order(team: Team) -> None:
    phone = team.participant
    await set_reminder(phone, "button-moment-chosen", "button-done", at="12:30")
    await set_reminder(phone, "button-moment-sunday", at="18h30")

    named = await come(phone, 21)

    assert len(named) == 12
    assert all(len(set(named[start : start + 10])) == 10 for start in range(3))


async def keep_only(phone: Phone, *wanted: str) -> None:
    """Take all techniques out but these."""
    async with scene_of(phone) as scene:
        techniques = scene.deployment.library.techniques()
        toolbox = Toolbox(chosen={one.id: one.id in wanted for one in techniques})
        await toolboxes.keep(scene.session, scene.member.id, toolbox, now=scene.now)


@ON_SQLITE
async def test_when_a_reminder_stops_the_others_do_not_bring_what_it_brought_last(
    team: Team,
) -> None:
    phone = team.participant
    await keep_only(phone, "feet", "water")
    for hour in ("12:30", "18:00"):
        await set_reminder(phone, "button-moment-chosen", "button-done", at=hour)
    noon, evening = await come(phone, 1)

    await phone.write("/menu")
    await phone.choose("button-stress", "button-strategies", "button-technique-reminders")
    await phone.tap("18:00")
    await phone.choose("button-stop-these")

    assert [noon, evening, *await come(phone, 4)] == [noon, evening, noon, evening]


@ON_SQLITE
async def test_nor_does_one_that_comes_less_often_as_nobody_answers_it(team: Team) -> None:
    phone = team.participant
    await keep_only(phone, "feet", "water", "move")
    await set_reminder(phone, "button-moment-chosen", "button-done", at="12:30")

    for _ in range(28):
        await team.stage.pass_time(hours=6)
        await easing.tend(team.stage.database, team.stage.planner, team.stage.clock.now())
        await team.stage.pass_time(hours=18)
        await phone.write("/menu")

    [plan] = await reminders(team.stage)
    named = [one.text.split("\n\n")[1] for one in phone.bubbles if one.text.startswith("Un mom")]
    assert plan.rule.days < {0, 2, 4}
    assert len(named) > 6
    assert all(one != after for one, after in pairwise(named))


def test_where_nothing_is_allowed_the_list_is_offered() -> None:
    plan = Plan(
        id="plan",
        person_id="person",
        kind=PlanKind.COPING,
        state=PlanState.ACTIVE,
        rule=Rule(days=frozenset({0}), wall=time(8), starts=MONDAY.date()),
        proposed_by=None,
    )

    message = coping_reminders.brings(plan, MONDAY.date())

    assert message.says.key == "technique-moment"
    assert message.buttons[0].action == "stress"


async def test_what_a_reminder_brings_is_sealed(team: Team) -> None:
    await set_reminder(team.participant, "button-moment-sunday", at="18h30")

    kept = repr([await rows_of(team.stage, name) for name in ("plan", "delivery")])

    assert "look-around" not in kept
    assert await held(team.stage, "plan") == {"plan": 1}


async def test_a_coach_sets_none(team: Team) -> None:
    await team.coach.write("/stress")

    assert team.coach.shown == "stress-staff"


@ON_SQLITE
@pytest.mark.parametrize(
    ("language", "words"), [("tu", "Un moment pour toi"), ("en", "A moment for you")]
)
async def test_it_is_said_in_every_voice(team: Team, *, language: str, words: str) -> None:
    phone = team.participant
    await set_reminder(phone, "button-moment-sunday", at="18h30")
    await phone.write("/language")
    await phone.choose("button-french-tu" if language == "tu" else "button-speak-english")

    await team.stage.go_to(at(date(2026, 11, 29), 18, 30))

    assert phone.screen.startswith(words)
    assert local(team.stage.clock.moment, PARIS).time() < time(18, 31)
    assert team.stage.clock.moment - MONDAY < timedelta(days=7)


async def test_a_day_that_went_by_meanwhile_is_asked_about_again(team: Team) -> None:
    phone = team.participant
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose("button-moment-interview", "button-today")
    await phone.stage.pass_time(days=1)

    await phone.tap("16:00")

    assert phone.shown == "date-over"
    await phone.choose("button-tomorrow")
    await phone.tap("16:00")
    assert phone.shown == "technique-reminder-agreed"
