"""What answers on a working morning lead to, and when a coach is told that none came."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hours import Hours, within
from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS, Rule, local, moment
from bot.domain.wakeup import (
    MorningState,
    Slot,
    WorkingMorning,
    answer,
    ever_tells,
    is_late,
    is_over,
    note_moment,
    snooze,
    snoozed,
)

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)
PARIS = ZoneInfo("Europe/Paris")
MARTINIQUE = ZoneInfo("America/Martinique")
APIA = ZoneInfo("Pacific/Apia")
OFFICE = Hours(days=WORKING_DAYS, opens=time(9), closes=time(17))
DUE = datetime(2026, 11, 23, 6, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MORNING = WorkingMorning(id="morning", plan_id="plan", person_id="person", day=MONDAY, due=DUE)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def told_at(wall: time | None, *, woken: time = time(7, 15)) -> Plan:
    return Plan(
        id="plan",
        person_id="person",
        kind=PlanKind.WAKEUP,
        state=PlanState.ACTIVE,
        rule=Rule(days=EVERY_DAY, wall=woken, starts=MONDAY),
        around=Around(tells_coach=wall),
        proposed_by=None,
    )


def note(plan: Plan, day: date = MONDAY, hours: Hours | None = OFFICE) -> tuple[str, str] | None:
    found = note_moment(plan, day, zone=PARIS, hours=hours, coach_zone=PARIS)
    return (f"{found.due:%d %H:%M}", f"{found.until:%d %H:%M}") if found else None


def test_a_wakeup_is_put_off_three_times() -> None:
    morning, count = MORNING, 0

    while put_off := snooze(morning):
        morning, count = put_off, count + 1

    assert count == 3
    assert morning == replace(MORNING, state=MorningState.SNOOZED, snoozes=3)


def test_after_eight_minutes_it_comes_again_and_then_once_more() -> None:
    now = DUE + MINUTE

    first, second = snoozed(replace(MORNING, snoozes=1), now)

    assert (first.slot, second.slot) == (Slot.SNOOZE, Slot.SNOOZE_AGAIN)
    assert first.due == now + timedelta(minutes=8)
    assert first.until == second.due == first.due + timedelta(minutes=8)
    assert second.until == second.due + timedelta(minutes=20)


@pytest.mark.parametrize(
    ("now", "expected"),
    [("2026-03-29 00:55", "2026-03-29 01:03"), ("2026-10-25 00:55", "2026-10-25 01:03")],
)
def test_eight_more_minutes_are_real_ones_while_the_clocks_change(now: str, expected: str) -> None:
    first, _ = snoozed(replace(MORNING, snoozes=1), utc(now).astimezone(PARIS))

    assert first.due == utc(expected)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (MorningState.AWAITED, False),
        (MorningState.SNOOZED, False),
        (MorningState.UP, True),
        (MorningState.NOT_WORKING, True),
        (MorningState.UNWELL, True),
    ],
)
def test_a_morning_is_answered_when_the_person_said_how_it_goes(
    state: MorningState, *, expected: bool
) -> None:
    assert replace(MORNING, state=state).is_answered is expected


def test_an_answer_is_kept_with_its_moment_and_may_change() -> None:
    unwell = answer(MORNING, MorningState.UNWELL, DUE + MINUTE)
    up = answer(unwell, MorningState.UP, DUE + 2 * MINUTE)

    assert (unwell.state, unwell.answered_at) == (MorningState.UNWELL, DUE + MINUTE)
    assert up == replace(MORNING, state=MorningState.UP, answered_at=DUE + 2 * MINUTE)


@pytest.mark.parametrize(
    ("now", "late", "over"),
    [
        ("2026-11-22 18:30", False, False),
        ("2026-11-23 06:15", False, False),
        ("2026-11-23 08:15", False, False),
        ("2026-11-23 08:16", True, False),
        ("2026-11-23 22:59", True, False),
        ("2026-11-23 23:00", True, True),
        ("2026-11-25 06:15", True, True),
    ],
)
def test_a_late_answer_counts_until_the_day_is_over(now: str, *, late: bool, over: bool) -> None:
    assert is_late(MORNING, utc(now)) is late
    assert is_over(MORNING, utc(now), PARIS) is over


@pytest.mark.parametrize(
    ("wall", "day", "expected"),
    [
        (time(9, 30), MONDAY, ("23 08:30", "23 16:00")),
        (time(7, 45), MONDAY, ("23 08:00", "23 16:00")),
        (time(16, 59), MONDAY, ("23 15:59", "23 16:00")),
        (time(17), MONDAY, None),
        (time(9, 30), SATURDAY, None),
        (time(9, 30), date(2026, 3, 30), ("30 07:30", "30 15:00")),
        (time(9, 30), date(2026, 10, 26), ("26 08:30", "26 16:00")),
        (None, MONDAY, None),
    ],
)
def test_a_coach_is_told_at_the_time_agreed_inside_their_hours(
    wall: time | None, day: date, expected: tuple[str, str] | None
) -> None:
    assert note(told_at(wall), day) == expected


def test_a_coach_without_hours_is_not_told() -> None:
    assert note(told_at(time(9, 30)), hours=None) is None


@pytest.mark.parametrize(("woken", "told"), [(time(9, 29), True), (time(9, 30), False)])
def test_a_coach_is_not_told_before_the_wakeup(woken: time, *, told: bool) -> None:
    plan = told_at(time(9, 30))
    moved = replace(plan, rule=replace(plan.rule, exceptions={MONDAY: woken}))

    assert (note(told_at(time(9, 30), woken=woken)) is not None) is told
    assert (note(moved) is not None) is told
    assert note(moved, MONDAY + timedelta(days=1)) is not None


@pytest.mark.parametrize(
    ("zone", "coach_zone", "expected"),
    [
        (PARIS, MARTINIQUE, "23 13:00"),
        (MARTINIQUE, PARIS, "23 13:30"),
        (APIA, PARIS, "23 08:00"),
        (APIA, MARTINIQUE, None),
    ],
)
def test_a_coach_far_away_is_told_in_hours_of_their_own(
    zone: ZoneInfo, coach_zone: ZoneInfo, expected: str | None
) -> None:
    plan = told_at(time(9, 30))

    found = note_moment(plan, MONDAY, zone=zone, hours=OFFICE, coach_zone=coach_zone)

    assert (f"{found.due:%d %H:%M}" if found else None) == expected


@pytest.mark.parametrize(
    ("wall", "hours", "expected"),
    [
        (time(8), OFFICE, True),
        (time(16, 59), OFFICE, True),
        (time(17), OFFICE, False),
        (None, OFFICE, False),
        (time(9), None, False),
        (time(9), replace(OFFICE, days=frozenset({SATURDAY.weekday()})), True),
    ],
)
def test_whether_a_coach_is_told_on_any_day(
    wall: time | None, hours: Hours | None, *, expected: bool
) -> None:
    tells = ever_tells(told_at(wall), MONDAY, zone=PARIS, hours=hours, coach_zone=PARIS)

    assert tells == expected


@given(
    places=st.tuples(*[st.sampled_from(sorted(available_timezones())).map(ZoneInfo)] * 2),
    day=st.dates(date(2026, 12, 1), date(2036, 1, 1)),
    wall=st.times(time(7, 16)),
)
def test_a_note_comes_that_day_within_hours_and_never_early(
    places: tuple[ZoneInfo, ZoneInfo], day: date, wall: time
) -> None:
    zone, coach_zone = places

    found = note_moment(told_at(wall), day, zone=zone, hours=OFFICE, coach_zone=coach_zone)

    if found:
        assert found.due >= moment(day, wall, zone)
        assert local(found.due, zone).date() == day
        assert within(OFFICE, found.due, coach_zone)
        assert found.due < found.until
        assert local(found.until, coach_zone).time() == OFFICE.closes
