"""Own reminders: when their message comes, around the thing itself, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import (
    EVENING,
    ONCE,
    WEEKLY,
    Lead,
    Reminder,
    Said,
    details,
    later_today,
    moved,
    next_moment,
    of_plan,
    put_off,
    rule_from_now,
    said_of,
    with_said,
)
from bot.domain.schedule import local, moment, occurrences
from bot.domain.steering import fewer

PARIS = ZoneInfo("Europe/Paris")
MONDAY = date(2026, 11, 23)
A_DAY = timedelta(days=1)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))
TIMES = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))
ZONES = st.sampled_from(["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "UTC"])
REMINDERS = st.builds(
    Reminder,
    what=st.text(min_size=1),
    day=DAYS,
    wall=TIMES,
    weeks=st.integers(ONCE, 5),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    lead=st.sampled_from(Lead),
    is_shown=st.booleans(),
    place=st.text(max_size=5),
    meets=st.none() | st.just("coach"),
)


def plan_of(one: Reminder) -> Plan:
    return Plan(
        id="p",
        person_id="a",
        kind=PlanKind.REMINDER,
        state=PlanState.ACTIVE,
        rule=one.rule,
        details=details(one),
        proposed_by="a",
    )


def days_of(one: Reminder, count: int = 4) -> list[date]:
    """Return the first days on which the message of a reminder comes."""
    start = datetime.combine(one.day - 2 * A_DAY, time(), tzinfo=UTC)
    coming = occurrences(
        one.rule, PARIS, after=start, until=start + timedelta(days=400), holidays=()
    )
    return [day for day, _ in coming][:count]


def call(at: time = time(14, 30), **more: object) -> Reminder:
    return Reminder.from_plain(
        Reminder(what="appeler l’agence", day=MONDAY, wall=at).as_plain() | more
    )


@pytest.mark.parametrize(
    ("lead", "wall", "day", "comes"),
    [
        (Lead.NONE, time(14, 30), MONDAY, time(14, 30)),
        (Lead.HALF_HOUR, time(14, 30), MONDAY, time(14)),
        (Lead.TWO_HOURS, time(14, 30), MONDAY, time(12, 30)),
        (Lead.EVENING, time(14, 30), MONDAY - A_DAY, EVENING),
        (Lead.HALF_HOUR, time(0, 10), MONDAY - A_DAY, time(23, 40)),
        (Lead.TWO_HOURS, time(2), MONDAY, time(0)),
        (Lead.TWO_HOURS, time(1, 59), MONDAY - A_DAY, time(23, 59)),
    ],
)
def test_the_message_comes_before_the_thing(
    *, lead: Lead, wall: time, day: date, comes: time
) -> None:
    rule = call(wall, lead=lead).rule

    assert (rule.starts, rule.ends, rule.wall) == (day, day, comes)


@pytest.mark.parametrize(
    ("weeks", "lead", "expected"),
    [
        (ONCE, Lead.NONE, ["2026-11-23"]),
        (WEEKLY, Lead.NONE, ["2026-11-23", "2026-11-25", "2026-11-30", "2026-12-02"]),
        (WEEKLY, Lead.EVENING, ["2026-11-22", "2026-11-24", "2026-11-29", "2026-12-01"]),
        (2, Lead.NONE, ["2026-11-23", "2026-12-07", "2026-12-21", "2027-01-04"]),
        (2, Lead.EVENING, ["2026-11-22", "2026-12-06", "2026-12-20", "2027-01-03"]),
        (3, Lead.NONE, ["2026-11-23", "2026-12-14", "2027-01-04", "2027-01-25"]),
    ],
)
def test_it_comes_once_or_every_so_many_weeks(
    *, weeks: int, lead: Lead, expected: list[str]
) -> None:
    one = call(weeks=weeks, days=[0, 2], lead=lead)

    assert [day.isoformat() for day in days_of(one)] == expected


def test_it_comes_on_public_holidays_too() -> None:
    christmas = Reminder(what="x", day=date(2026, 12, 25), wall=time(9))
    coming = occurrences(
        christmas.rule, PARIS, after=NOW, until=NOW + 60 * A_DAY, holidays={christmas.day}
    )

    assert [day for day, _ in coming] == [christmas.day]


@given(one=REMINDERS)
def test_what_is_kept_is_what_was_set(one: Reminder) -> None:
    assert Reminder.from_plain(one.as_plain()) == one
    found = of_plan(plan_of(one))

    assert (found.what, found.wall, found.lead) == (one.what, one.wall, one.lead)
    assert found.rule.days == one.rule.days
    assert days_of(found) == [day for day in days_of(one) if day >= days_of(found)[0]][:4]


@given(one=REMINDERS, name=ZONES)
def test_the_message_never_comes_after_the_thing(one: Reminder, name: str) -> None:
    zone = ZoneInfo(name)
    start = moment(one.day - 2 * A_DAY, time(), zone)
    for day, at in occurrences(one.rule, zone, after=start, until=start + 40 * A_DAY, holidays=()):
        thing = one.thing(day)
        if thing:
            assert at <= moment(thing.date(), thing.time(), zone)


@given(day=DAYS, wall=TIMES, weeks=st.integers(2, 8), name=ZONES)
def test_every_so_many_weeks_holds_over_years_and_clock_changes(
    day: date, wall: time, weeks: int, name: str
) -> None:
    zone = ZoneInfo(name)
    one = Reminder(what="x", day=day, wall=wall, weeks=weeks)
    start = moment(day - A_DAY, time(), zone)
    days = [
        on
        for on, _ in occurrences(
            one.rule, zone, after=start, until=start + 500 * A_DAY, holidays=()
        )
    ]

    assert days[0] == day
    assert {after - before for before, after in pairwise(days)} == {weeks * 7 * A_DAY}


@given(one=REMINDERS)
def test_one_that_came_to_come_less_often_is_read_from_its_rule(one: Reminder) -> None:
    rule = fewer(one.rule)
    if rule:
        plan = plan_of(one)
        rarer = Plan(**{**vars(plan), "rule": rule})
        found = of_plan(rarer)

        assert found.rule.days == rule.days
        assert (found.what, found.rule.weeks) == (one.what, rule.weeks)


@given(now=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)), name=ZONES)  # noqa: DTZ001 - made aware below
def test_a_little_later_is_always_still_to_come(now: datetime, name: str) -> None:
    zone, at = ZoneInfo(name), now.replace(tzinfo=UTC)

    day, wall = later_today(timedelta(minutes=10), zone, at)

    assert at < moment(day, wall, zone) <= at + timedelta(hours=1, minutes=10)


@pytest.mark.parametrize(
    ("now", "wall"),
    [
        (datetime(2026, 10, 25, 0, 25, tzinfo=UTC), time(2, 35)),
        (datetime(2026, 10, 25, 1, 25, tzinfo=UTC), time(3, 5)),
        (datetime(2026, 3, 29, 0, 55, tzinfo=UTC), time(3, 5)),
    ],
)
def test_a_little_later_when_the_clocks_change(now: datetime, wall: time) -> None:
    assert later_today(timedelta(minutes=10), PARIS, now)[1] == wall


def test_what_is_put_off_still_knows_its_thing() -> None:
    tomorrow = call(day=(MONDAY + A_DAY).isoformat(), lead=Lead.EVENING)

    later = put_off(tomorrow, "p", MONDAY, to=(MONDAY, time(20)))

    assert (later.rule.wall, later.lead) == (time(20), Lead.NONE)
    assert later.thing(MONDAY) == datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001 - a wall time
    again = put_off(later, "q", MONDAY, to=(MONDAY, time(21)))
    assert again.thing(MONDAY) == later.thing(MONDAY)


def test_what_is_put_off_of_something_that_recurs_belongs_to_it() -> None:
    once, weekly = call(), call(weeks=WEEKLY)
    to = (MONDAY, time(20))

    assert put_off(once, "p", MONDAY, to=to).root is None
    assert put_off(weekly, "p", MONDAY, to=to).root == "p"
    assert put_off(put_off(weekly, "p", MONDAY, to=to), "q", MONDAY, to=to).root == "p"


def test_a_thing_that_moves_takes_its_lead_along_where_there_is_time() -> None:
    one = call(lead=Lead.TWO_HOURS)

    far = moved(one, "p", to=(MONDAY + A_DAY, time(9)), zone=PARIS, now=NOW)
    near = moved(one, "p", to=(MONDAY, time(11)), zone=PARIS, now=NOW)
    past = moved(one, "p", to=(MONDAY, time(8)), zone=PARIS, now=NOW)

    assert (far.lead, far.rule.wall) == (Lead.TWO_HOURS, time(7))
    assert (near.lead, near.rule.wall) == (Lead.NONE, time(11))
    assert next_moment(past.rule, PARIS, NOW) is None


def test_answers_are_known_for_a_while() -> None:
    plan = plan_of(call(weeks=WEEKLY))
    for days in (0, 7, 21):
        day = MONDAY + days * A_DAY
        plan = Plan(**{**vars(plan), "details": with_said(plan, day, Said.DONE, today=day)})

    assert said_of(plan) == {"2026-11-30": "done", "2026-12-14": "done"}


def test_the_last_day_of_the_week_stays() -> None:
    one = call(days=[2])

    assert one.turned(2).days == {2}
    assert one.turned(4).turned(2).days == {4}


def test_the_next_moment_is_the_first_that_is_not_over() -> None:
    one = call(time(9, 30), weeks=WEEKLY, days=[0])

    found = next_moment(one.rule, PARIS, NOW)

    assert found is not None
    assert local(found, PARIS).date() == MONDAY + 7 * A_DAY


@pytest.mark.parametrize(
    ("weeks", "other", "expected"),
    [
        (WEEKLY, {}, True),
        (WEEKLY, {"day": "2026-11-30"}, True),
        (WEEKLY, {"days": [1]}, False),
        (WEEKLY, {"wall": "08:00"}, False),
        (WEEKLY, {"what": "autre"}, False),
        (ONCE, {"day": "2026-11-30"}, False),
        (2, {"day": "2026-11-30"}, False),
    ],
)
def test_a_weekly_one_is_like_another_from_whichever_day_on(
    *, weeks: int, other: dict[str, object], expected: bool
) -> None:
    one = call(weeks=weeks)

    assert one.is_like(Reminder.from_plain(one.as_plain() | other)) is expected


@pytest.mark.parametrize(
    ("wall", "lead", "begins"),
    [
        (time(9), Lead.NONE, MONDAY + A_DAY),
        (time(12), Lead.NONE, MONDAY),
        (time(9), Lead.HALF_HOUR, MONDAY),
    ],
)
def test_a_weekly_one_does_not_begin_with_what_is_over(
    wall: time, lead: Lead, begins: date
) -> None:
    one = Reminder(what="a", day=MONDAY, wall=wall, weeks=WEEKLY, lead=lead)

    assert rule_from_now(one, PARIS, NOW).starts == begins


def test_what_was_kept_before_there_were_places_is_read() -> None:
    plain = {name: one for name, one in call().as_plain().items() if name not in {"place", "meets"}}

    assert Reminder.from_plain(plain) == call()


@pytest.mark.parametrize(
    ("lead", "about", "expected"),
    [
        ("none", None, "2026-11-23T14:30"),
        ("none", "2026-11-24T09:00", "2026-11-24T09:00"),
        ("two-hours", None, "2026-11-23T14:30"),
    ],
)
def test_it_is_known_when_the_thing_begins(*, lead: str, about: str | None, expected: str) -> None:
    assert call(lead=lead, about=about).begins(MONDAY).isoformat(timespec="minutes") == expected


def test_what_was_put_off_is_kept_with_the_thing_it_is_about() -> None:
    later = put_off(call(lead="two-hours"), "p", MONDAY, to=(MONDAY, time(13)))

    assert later.about is not None
    assert Reminder.from_plain(later.as_plain()) == later
