"""A coach's contact hours, over weekends and clock changes."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import InvalidHours
from bot.domain.hours import Hours, next_opening, seen_from, within
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS, local

PARIS = ZoneInfo("Europe/Paris")
APIA = ZoneInfo("Pacific/Apia")
NUUK = ZoneInfo("America/Nuuk")

OFFICE = Hours(days=WORKING_DAYS, opens=time(9), closes=time(17, 30))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23 07:59:59", False),
        ("2026-11-23 08:00", True),
        ("2026-11-23 16:29:59", True),
        ("2026-11-23 16:30", False),
        ("2026-11-28 10:00", False),
        ("2026-07-20 07:00", True),
        ("2026-07-20 15:30", False),
    ],
)
def test_hours_are_from_the_opening_until_before_the_closing(now: str, *, expected: bool) -> None:
    assert within(OFFICE, utc(now), PARIS) is expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23 03:00", "2026-11-23 08:00"),
        ("2026-11-23 10:12", "2026-11-23 10:12"),
        ("2026-11-23 16:30", "2026-11-24 08:00"),
        ("2026-11-27 16:30", "2026-11-30 08:00"),
        ("2026-03-27 18:00", "2026-03-30 07:00"),
        ("2026-10-23 18:00", "2026-10-26 08:00"),
    ],
)
def test_the_next_opening_is_now_or_the_next_morning_of_work(now: str, expected: str) -> None:
    assert next_opening(OFFICE, utc(now), PARIS) == utc(expected)


def test_the_next_opening_is_in_utc_whatever_now_is_told_in() -> None:
    now = datetime(2026, 11, 23, 11, tzinfo=PARIS)

    assert next_opening(OFFICE, now, PARIS).tzinfo is UTC
    assert within(OFFICE, now, PARIS)


def test_one_day_a_week_is_waited_for() -> None:
    mondays = replace(OFFICE, days=frozenset({0}))

    assert next_opening(mondays, utc("2026-11-23 16:30"), PARIS) == utc("2026-11-30 08:00")


def test_a_skipped_date_has_no_hours() -> None:
    assert next_opening(OFFICE, utc("2011-12-30 03:30"), APIA) == utc("2012-01-01 19:00")


def test_hours_that_a_clock_change_leaves_nothing_of_wait_for_the_next_day() -> None:
    night = Hours(days=EVERY_DAY, opens=time(2, 45), closes=time(3, 15))

    assert next_opening(night, utc("2026-03-28 12:00"), PARIS) == utc("2026-03-30 00:45")


def test_a_skipped_closing_time_falls_after_midnight() -> None:
    evening = Hours(days=frozenset({5}), opens=time(20), closes=time(23, 30))

    assert within(evening, utc("2026-03-29 01:15"), NUUK)
    assert not within(evening, utc("2026-03-29 01:30"), NUUK)


@given(
    name=st.sampled_from(sorted(available_timezones())),
    day=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    wall=st.times(),
)
@settings(deadline=None)
def test_the_next_opening_is_always_inside_and_soon(name: str, day: date, wall: time) -> None:
    zone = ZoneInfo(name)
    now = datetime.combine(day, wall, UTC)

    opening = next_opening(OFFICE, now, zone)

    assert within(OFFICE, opening, zone)
    assert now <= opening <= now + timedelta(days=4)
    assert OFFICE.opens <= local(opening, zone).time() < OFFICE.closes


@pytest.mark.parametrize(
    "changes",
    [
        {"days": frozenset()},
        {"days": frozenset({7})},
        {"closes": time(9)},
        {"opens": time(22), "closes": time(6)},
        {"opens": time(9, tzinfo=UTC)},
        {"closes": time(17, tzinfo=UTC)},
    ],
)
def test_hours_that_make_no_sense_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidHours):
        replace(OFFICE, **changes)


def test_hours_survive_being_stored() -> None:
    stored = json.loads(json.dumps(OFFICE.as_values(), sort_keys=True))

    assert Hours.from_values(stored) == OFFICE


@pytest.mark.parametrize(
    "changes",
    [
        {"days": [True]},
        {"days": 1},
        {"days": []},
        {"opens": "9h"},
        {"opens": "09:00"},
        {"opens": None},
        {"closes": "08:00:00"},
        {"surprise": 1},
    ],
)
def test_stored_hours_of_another_shape_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidHours):
        Hours.from_values(OFFICE.as_values() | changes)


def test_stored_hours_that_miss_one_are_refused() -> None:
    with pytest.raises(InvalidHours):
        Hours.from_values({"days": [0], "opens": "09:00:00"})


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Europe/Paris", (time(9), time(17, 30))),
        ("Europe/London", (time(8), time(16, 30))),
        ("America/Montreal", (time(3), time(11, 30))),
        ("Pacific/Apia", None),
    ],
)
def test_hours_are_told_in_the_time_of_whoever_reads_them(
    place: str, expected: tuple[time, time] | None
) -> None:
    found = seen_from(OFFICE, date(2026, 11, 23), zone=PARIS, other=ZoneInfo(place))

    assert (found and (found.opens, found.closes)) == expected
