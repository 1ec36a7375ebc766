"""What a phase of work proposes comes around its day: once, or again and again for a while."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.job_phase import PHASE, Brought, JobPhase, PhaseSet, brought
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import Lead, Reminder, details, of_plan
from bot.domain.schedule import occurrences
from tests.examples import NOW

MONDAY = date(2026, 11, 30)
PARIS = ZoneInfo("Europe/Paris")
SIX = time(18)


def days(one: Reminder) -> list[str]:
    """Return the days on which it comes within a year."""
    start = datetime(2026, 11, 20, tzinfo=PARIS)
    until = start.replace(year=2027)
    coming = occurrences(one.rule, PARIS, after=start, until=until, holidays=())
    return [f"{day:%d %b}" for day, _ in coming]


def plan_of(one: Reminder, **more: str) -> Plan:
    return Plan(
        id="a plan",
        person_id="a person",
        kind=PlanKind.REMINDER,
        state=PlanState.ACTIVE,
        rule=one.rule,
        details={**details(one), **more},
        proposed_by=None,
    )


@pytest.mark.parametrize(
    ("one", "comes"),
    [
        (Brought(id="eve", wall=SIX, days=-1), ["29 Nov"]),
        (Brought(id="month", wall=SIX, months=3), ["28 Feb"]),
        (Brought(id="weekly", wall=SIX, days=7, weeks=1, until=21), ["07 Dec", "14 Dec", "21 Dec"]),
        (Brought(id="rarely", wall=SIX, days=28, weeks=4, until=60), ["28 Dec", "25 Jan"]),
    ],
)
def test_a_reminder_of_a_phase_comes_around_its_day(one: Brought, comes: list[str]) -> None:
    reminder = one.reminder(MONDAY, "words", holidays=())

    assert days(reminder) == comes
    assert Reminder.from_plain(reminder.as_plain()) == reminder
    assert of_plan(plan_of(reminder)).until == reminder.until
    assert one.key == f"job-phases/reminders/{one.id}"


@pytest.mark.parametrize(
    ("one", "comes"),
    [
        (Brought(id="month", wall=SIX, days=32), "04 Jan"),
        (Brought(id="later", wall=SIX, days=25), "28 Dec"),
        (Brought(id="saturday", wall=SIX, days=26), "26 Dec"),
        (Brought(id="between", wall=SIX, days=8), "09 Dec"),
        (Brought(id="eve", wall=SIX, days=-3), "27 Nov"),
        (Brought(id="day", wall=SIX), "30 Nov"),
        (Brought(id="weekly", wall=SIX, days=32, weeks=1, until=33), "01 Jan"),
    ],
)
def test_what_would_come_on_a_holiday_comes_on_the_next_working_day(
    one: Brought, comes: str
) -> None:
    holidays = [
        date(2026, 11, 27),
        MONDAY,
        date(2026, 12, 8),
        date(2026, 12, 25),
        date(2027, 1, 1),
    ]

    assert days(one.reminder(MONDAY, "words", holidays=holidays)) == [comes]


def test_a_last_day_moves_with_what_comes_before_it() -> None:
    weekly = Brought(id="weekly", wall=SIX, days=7, weeks=1, until=21).reminder(
        MONDAY, "words", holidays=()
    )

    the_evening_before = replace(weekly, lead=Lead.EVENING)

    assert days(the_evening_before) == ["06 Dec", "13 Dec", "20 Dec"]
    assert of_plan(plan_of(the_evening_before)) == the_evening_before


def test_a_last_day_before_the_first_leaves_the_first() -> None:
    weekly = Brought(id="weekly", wall=SIX, days=7, weeks=1, until=21).reminder(
        MONDAY, "words", holidays=()
    )

    assert days(replace(weekly, day=date(2027, 1, 4))) == ["04 Jan"]


def test_what_somebody_changed_is_their_own() -> None:
    one = Brought(id="eve", wall=SIX).reminder(MONDAY, "words", holidays=())
    of_the_phase = plan_of(one, **{PHASE: "a phase"})

    assert brought([of_the_phase, plan_of(one)]) == [of_the_phase]


def test_a_phase_of_another_day_is_another() -> None:
    phase = PhaseSet(
        id="1",
        person_id="2",
        phase=JobPhase.INTERVIEW,
        day=MONDAY,
        set_by=None,
        set_at=NOW,
        is_shown=False,
    )

    assert phase.says_the_same(JobPhase.INTERVIEW, MONDAY)
    assert not phase.says_the_same(JobPhase.STARTING, MONDAY)
    assert not phase.says_the_same(JobPhase.INTERVIEW, date(2026, 12, 1))
