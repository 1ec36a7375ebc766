"""Wall time and moments, over clock changes, skipped dates and every zone there is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import UnknownZone
from bot.domain.schedule import (
    EVERY_DAY,
    WORKING_DAYS,
    Rule,
    evening_before,
    from_now,
    later,
    local,
    moment,
    occurrences,
    occurs,
    zone,
)

PARIS = ZoneInfo("Europe/Paris")
MONTREAL = ZoneInfo("America/Montreal")
APIA = ZoneInfo("Pacific/Apia")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
CASABLANCA = ZoneInfo("Africa/Casablanca")

MONDAY = date(2026, 11, 23)
RULE = Rule(days=WORKING_DAYS, wall=time(7, 15), starts=MONDAY)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def days_of(
    rule: Rule, zone: ZoneInfo, window: tuple[str, str], holidays: Iterable[date] = ()
) -> list[str]:
    after, until = map(utc, window)
    found = occurrences(rule, zone, after=after, until=until, holidays=set(holidays))
    return [f"{day} {local(at, zone):%m-%d %H:%M}" for day, at in found]


@pytest.mark.parametrize(
    ("day", "before", "skipped", "after"),
    [
        (date(2026, 3, 29), "2026-03-28 06:15", "2026-03-29 01:30", "2026-03-29 05:15"),
        (date(2027, 3, 28), "2027-03-27 06:15", "2027-03-28 01:30", "2027-03-28 05:15"),
        (date(2028, 3, 26), "2028-03-25 06:15", "2028-03-26 01:30", "2028-03-26 05:15"),
    ],
)
def test_paris_springs_forward(day: date, before: str, skipped: str, after: str) -> None:
    assert moment(day - timedelta(days=1), time(7, 15), PARIS) == utc(before)
    assert moment(day, time(2, 30), PARIS) == utc(skipped)
    assert moment(day, time(7, 15), PARIS) == utc(after)


@pytest.mark.parametrize(
    ("day", "before", "repeated", "after"),
    [
        (date(2026, 10, 25), "2026-10-24 05:15", "2026-10-25 00:30", "2026-10-25 06:15"),
        (date(2027, 10, 31), "2027-10-30 05:15", "2027-10-31 00:30", "2027-10-31 06:15"),
        (date(2028, 10, 29), "2028-10-28 05:15", "2028-10-29 00:30", "2028-10-29 06:15"),
    ],
)
def test_paris_falls_back(day: date, before: str, repeated: str, after: str) -> None:
    assert moment(day - timedelta(days=1), time(7, 15), PARIS) == utc(before)
    assert moment(day, time(2, 30), PARIS) == utc(repeated)
    assert moment(day, time(7, 15), PARIS) == utc(after)


@pytest.mark.parametrize(
    ("day", "before", "skipped", "after"),
    [
        (date(2026, 3, 8), "2026-03-07 12:15", "2026-03-08 07:30", "2026-03-08 11:15"),
        (date(2027, 3, 14), "2027-03-13 12:15", "2027-03-14 07:30", "2027-03-14 11:15"),
        (date(2028, 3, 12), "2028-03-11 12:15", "2028-03-12 07:30", "2028-03-12 11:15"),
    ],
)
def test_montreal_springs_forward(day: date, before: str, skipped: str, after: str) -> None:
    assert moment(day - timedelta(days=1), time(7, 15), MONTREAL) == utc(before)
    assert moment(day, time(2, 30), MONTREAL) == utc(skipped)
    assert moment(day, time(7, 15), MONTREAL) == utc(after)


@pytest.mark.parametrize(
    ("day", "before", "repeated", "after"),
    [
        (date(2026, 11, 1), "2026-10-31 11:15", "2026-11-01 05:30", "2026-11-01 12:15"),
        (date(2027, 11, 7), "2027-11-06 11:15", "2027-11-07 05:30", "2027-11-07 12:15"),
        (date(2028, 11, 5), "2028-11-04 11:15", "2028-11-05 05:30", "2028-11-05 12:15"),
    ],
)
def test_montreal_falls_back(day: date, before: str, repeated: str, after: str) -> None:
    assert moment(day - timedelta(days=1), time(7, 15), MONTREAL) == utc(before)
    assert moment(day, time(1, 30), MONTREAL) == utc(repeated)
    assert moment(day, time(7, 15), MONTREAL) == utc(after)


@pytest.mark.parametrize("year", [2026, 2027, 2028])
@pytest.mark.parametrize(("month", "last"), [(4, 8), (9, 30)])
def test_apia_changes_its_clocks_no_more(year: int, month: int, last: int) -> None:
    for number in range(1, last + 1):
        day = date(year, month, number)

        at = moment(day, time(7, 15), APIA)

        assert at == datetime.combine(day, time(18, 15), UTC) - timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "wall", "expected"),
    [
        (date(2011, 12, 29), time(7, 15), "2011-12-29 17:15"),
        (date(2011, 12, 29), time.max, "2011-12-30 09:59:59.999999"),
        (date(2011, 12, 30), time.min, "2011-12-30 10:00"),
        (date(2011, 12, 30), time(7, 15), "2011-12-30 10:00"),
        (date(2011, 12, 30), time.max, "2011-12-30 10:00"),
        (date(2011, 12, 31), time.min, "2011-12-30 10:00"),
        (date(2011, 12, 31), time(7, 15), "2011-12-30 17:15"),
    ],
)
def test_the_date_that_apia_skipped_is_the_first_instant_after(
    day: date, wall: time, expected: str
) -> None:
    assert moment(day, wall, APIA) == utc(expected)


@pytest.mark.parametrize(
    ("place", "day", "wall", "expected"),
    [
        (LORD_HOWE, date(2026, 10, 4), time(2, 15), "2026-10-03 15:45"),
        (LORD_HOWE, date(2026, 10, 4), time(2, 30), "2026-10-03 15:30"),
        (LORD_HOWE, date(2027, 4, 4), time(1, 45), "2027-04-03 14:45"),
        (LORD_HOWE, date(2027, 4, 4), time(2, 0), "2027-04-03 15:30"),
        (CASABLANCA, date(2026, 2, 15), time(2, 30), "2026-02-15 01:30"),
        (CASABLANCA, date(2026, 2, 15), time(7, 15), "2026-02-15 07:15"),
        (CASABLANCA, date(2026, 3, 22), time(2, 30), "2026-03-22 02:30"),
        (CASABLANCA, date(2026, 3, 22), time(7, 15), "2026-03-22 06:15"),
    ],
)
def test_half_hours_and_ramadan_are_clock_changes_too(
    place: ZoneInfo, day: date, wall: time, expected: str
) -> None:
    assert moment(day, wall, place) == utc(expected)


def test_the_second_of_two_wall_times_is_never_meant() -> None:
    second = time(2, 30, fold=1)

    assert moment(date(2026, 10, 25), second, PARIS) == utc("2026-10-25 00:30")


@given(
    name=st.sampled_from(sorted(available_timezones())),
    day=st.dates(date(1970, 1, 1), date(2060, 12, 31)),
    wall=st.times(),
)
@settings(deadline=None, max_examples=300)
def test_every_wall_time_of_every_zone_is_one_moment(name: str, day: date, wall: time) -> None:
    place = ZoneInfo(name)

    at = moment(day, wall, place)

    shown = local(at, place)
    shift = shown.replace(tzinfo=None, fold=0) - datetime.combine(day, wall)
    assert at.tzinfo is UTC
    assert shown.fold == 0
    assert timedelta(0) <= shift <= gap(at, shift, place)
    assert at <= moment(day + timedelta(days=1), wall, place)


def gap(at: datetime, shift: timedelta, place: ZoneInfo) -> timedelta:
    now, before = local(at, place).utcoffset(), local(at - shift, place).utcoffset()
    assert now is not None
    assert before is not None
    return now - before


@pytest.mark.parametrize("name", ["Europe/Paris", "America/Montreal", "Pacific/Apia", "UTC"])
def test_a_known_zone_is_found(name: str) -> None:
    assert zone(name).key == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Paris",
        "europe/paris",
        "Europe",
        "../Europe/Paris",
        "/etc/passwd",
        "a\0b",
        "x" * 5000,
        "localtime",
        "Factory",
        "right/Europe/Paris",
    ],
)
def test_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone(name)


def test_a_wait_is_real_time_over_a_clock_change() -> None:
    before = moment(date(2026, 10, 25), time(2, 55), PARIS)

    again = later(local(before, PARIS), timedelta(minutes=8))

    assert again == utc("2026-10-25 01:03")
    assert again.tzinfo is UTC
    assert f"{local(again, PARIS):%H:%M}" == "02:03"


@pytest.mark.parametrize(
    ("place", "day", "expected"),
    [
        (PARIS, date(2026, 3, 29), "2026-03-28 19:30"),
        (PARIS, date(2026, 3, 30), "2026-03-29 18:30"),
        (PARIS, date(2026, 10, 26), "2026-10-25 19:30"),
        (APIA, date(2011, 12, 31), "2011-12-30 06:30"),
    ],
)
def test_the_evening_before_is_on_the_last_date_that_was(
    place: ZoneInfo, day: date, expected: str
) -> None:
    assert evening_before(day, time(20, 30), place) == utc(expected)


@pytest.mark.parametrize(
    ("changes", "day", "expected"),
    [
        ({}, date(2026, 11, 22), None),
        ({}, MONDAY, time(7, 15)),
        ({}, date(2026, 11, 28), None),
        ({"days": frozenset({5})}, date(2026, 11, 28), time(7, 15)),
        ({"ends": date(2026, 11, 24)}, date(2026, 11, 24), time(7, 15)),
        ({"ends": date(2026, 11, 24)}, date(2026, 11, 25), None),
        ({}, date(2026, 12, 25), None),
        ({"holidays": True}, date(2026, 12, 25), time(7, 15)),
        ({"exceptions": {date(2026, 12, 25): time(9)}}, date(2026, 12, 25), time(9)),
        ({"exceptions": {date(2026, 11, 28): time.min}}, date(2026, 11, 28), time.min),
        ({"exceptions": {MONDAY: None}}, MONDAY, None),
        ({"exceptions": {date(2026, 11, 22): time(9)}}, date(2026, 11, 22), None),
        ({"ends": MONDAY}, MONDAY, time(7, 15)),
        ({"weeks": 2}, date(2026, 11, 27), time(7, 15)),
        ({"weeks": 2}, date(2026, 11, 30), None),
        ({"weeks": 2}, date(2026, 12, 7), time(7, 15)),
        ({"weeks": 2, "starts": date(2026, 11, 27)}, date(2026, 11, 30), None),
        ({"weeks": 2, "starts": date(2026, 11, 27)}, date(2026, 12, 7), time(7, 15)),
        ({"weeks": 2, "exceptions": {date(2026, 11, 30): time(9)}}, date(2026, 11, 30), time(9)),
        ({"weeks": 3}, date(2026, 12, 14), time(7, 15)),
    ],
)
def test_a_rule_tells_the_wall_time_of_a_day(
    changes: dict[str, Any], day: date, expected: time | None
) -> None:
    rule = replace(RULE, **changes)

    assert occurs(rule, day, holidays={date(2026, 12, 25)}) == expected


def test_occurrences_come_in_order_and_leave_out_weekends_and_holidays() -> None:
    window = ("2026-12-23 00:00", "2026-12-29 00:00")

    found = days_of(RULE, PARIS, window, [date(2026, 12, 25)])

    assert found == ["2026-12-23 12-23 07:15", "2026-12-24 12-24 07:15", "2026-12-28 12-28 07:15"]


def test_windows_that_touch_share_no_occurrence() -> None:
    first = days_of(RULE, PARIS, ("2026-11-23 06:14", "2026-11-24 06:15"))
    second = days_of(RULE, PARIS, ("2026-11-24 06:15", "2026-11-25 06:14"))

    assert first == ["2026-11-23 11-23 07:15", "2026-11-24 11-24 07:15"]
    assert second == []


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        (time(7, 15), ["03-28 07:15", "03-29 07:15", "03-30 07:15"]),
        (time(2, 30), ["03-28 02:30", "03-29 03:30", "03-30 02:30"]),
    ],
)
def test_each_date_has_one_occurrence_when_clocks_spring_forward(
    wall: time, expected: list[str]
) -> None:
    rule = Rule(days=EVERY_DAY, wall=wall, starts=date(2026, 3, 28))

    found = days_of(rule, PARIS, ("2026-03-27 12:00", "2026-03-30 12:00"))

    assert [line[11:] for line in found] == expected


@pytest.mark.parametrize("wall", [time(7, 15), time(2, 30)])
def test_each_date_has_one_occurrence_when_clocks_fall_back(wall: time) -> None:
    rule = Rule(days=EVERY_DAY, wall=wall, starts=date(2026, 10, 24))

    found = days_of(rule, PARIS, ("2026-10-23 12:00", "2026-10-26 12:00"))

    assert [line[11:] for line in found] == [f"10-{day} {wall:%H:%M}" for day in (24, 25, 26)]


def test_a_skipped_date_gives_way_to_what_the_next_one_has_itself() -> None:
    rule = Rule(days=EVERY_DAY, wall=time(7, 15), starts=date(2011, 12, 29))

    found = days_of(rule, APIA, ("2011-12-29 12:00", "2012-01-01 12:00"))

    assert found == [
        "2011-12-29 12-29 07:15",
        "2011-12-31 12-31 07:15",
        "2012-01-01 01-01 07:15",
    ]


def test_what_is_planned_on_a_skipped_date_alone_comes_the_first_instant_after() -> None:
    rule = Rule(days=WORKING_DAYS, wall=time(7, 15), starts=date(2011, 12, 30))

    found = days_of(rule, APIA, ("2011-12-30 09:00", "2011-12-30 10:00"))

    assert found == ["2011-12-30 12-31 00:00"]


def test_a_late_evening_that_is_skipped_comes_after_midnight() -> None:
    rule = Rule(days=EVERY_DAY, wall=time(23, 15), starts=date(2026, 3, 27))

    found = days_of(rule, ZoneInfo("America/Nuuk"), ("2026-03-28 12:00", "2026-03-30 12:00"))

    assert found == ["2026-03-28 03-29 00:15", "2026-03-29 03-29 23:15"]


@given(
    name=st.sampled_from(sorted(available_timezones())),
    start=st.dates(date(1990, 1, 1), date(2050, 1, 1)),
    wall=st.times(),
)
@settings(deadline=None, max_examples=200)
def test_no_zone_sees_a_daily_rule_twice_or_not_at_all(name: str, start: date, wall: time) -> None:
    rule = Rule(days=EVERY_DAY, wall=wall, starts=date(1990, 1, 1))
    place = ZoneInfo(name)
    after = datetime.combine(start, time.min, UTC)
    until = after + timedelta(days=10)

    found = list(occurrences(rule, place, after=after, until=until, holidays=()))

    moments = [at for _, at in found]
    assert moments == sorted(set(moments))
    assert len({day for day, _ in found}) == len(found)
    assert 9 <= len(found) <= 11


@pytest.mark.parametrize(
    ("now", "rule", "starts"),
    [
        ("2026-11-23T06:14", RULE, MONDAY),
        ("2026-11-23T06:15", RULE, MONDAY + timedelta(days=1)),
        ("2026-11-23T06:15", replace(RULE, starts=MONDAY + timedelta(days=2)), date(2026, 11, 25)),
        ("2026-11-23T06:15", replace(RULE, ends=MONDAY), MONDAY),
        ("2026-11-23T06:15", replace(RULE, weeks=2), MONDAY),
    ],
)
def test_what_is_over_on_its_first_day_begins_a_day_later(
    now: str, rule: Rule, starts: date
) -> None:
    assert from_now(rule, PARIS, utc(now)).starts == starts
