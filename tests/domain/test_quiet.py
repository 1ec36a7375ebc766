"""Quiet hours, in the days of those who are told something."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import InvalidHours
from bot.domain.quiet import BEGINS, ENDS, Quiet, after_quiet, is_quiet
from bot.domain.schedule import local

PARIS = ZoneInfo("Europe/Paris")
APIA = ZoneInfo("Pacific/Apia")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("place", "wanted", "expected"),
    [
        (PARIS, "2026-11-23 05:59:59", "2026-11-23 06:00"),
        (PARIS, "2026-11-23 06:00", "2026-11-23 06:00"),
        (PARIS, "2026-11-23 11:00", "2026-11-23 11:00"),
        (PARIS, "2026-11-23 19:29:59", "2026-11-23 19:29:59"),
        (PARIS, "2026-11-23 19:30", "2026-11-24 06:00"),
        (PARIS, "2026-11-23 22:59", "2026-11-24 06:00"),
        (PARIS, "2026-11-23 23:00", "2026-11-24 06:00"),
        (PARIS, "2026-03-28 21:00", "2026-03-29 05:00"),
        (PARIS, "2026-03-29 00:30", "2026-03-29 05:00"),
        (PARIS, "2026-10-24 21:00", "2026-10-25 06:00"),
        (PARIS, "2026-10-25 01:30", "2026-10-25 06:00"),
        (PARIS, "2026-12-31 22:00", "2027-01-01 06:00"),
        (APIA, "2026-11-23 07:29", "2026-11-23 07:29"),
        (APIA, "2026-11-23 07:30", "2026-11-23 18:00"),
    ],
)
def test_what_falls_into_the_quiet_hours_waits_for_the_morning(
    place: ZoneInfo, wanted: str, expected: str
) -> None:
    assert after_quiet(utc(wanted), place) == utc(expected)


@given(
    name=st.sampled_from(sorted(available_timezones())),
    wanted=st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis adds the zone
)
def test_nobody_anywhere_is_written_to_at_night(name: str, wanted: datetime) -> None:
    place = ZoneInfo(name)

    found = after_quiet(wanted, place)

    assert ENDS <= local(found, place).time() < BEGINS
    assert wanted <= found < wanted + timedelta(hours=13)
    assert after_quiet(found, place) == found


@pytest.mark.parametrize(
    ("begins", "ends", "wall", "expected"),
    [
        (time(21), time(7), time(20, 59), False),
        (time(21), time(7), time(21), True),
        (time(21), time(7), time(0), True),
        (time(21), time(7), time(7), False),
        (time(9), time(16), time(9), True),
        (time(9), time(16), time(16), False),
        (time(9), time(16), time(3), False),
    ],
)
def test_everybody_has_their_own_quiet_hours(
    begins: time, ends: time, wall: time, *, expected: bool
) -> None:
    assert Quiet(begins=begins, ends=ends).holds(wall) is expected


@pytest.mark.parametrize(
    ("quiet", "wanted", "expected"),
    [
        (Quiet(begins=time(9), ends=time(16)), "2026-11-23 08:30", "2026-11-23 15:00"),
        (Quiet(begins=time(9), ends=time(16)), "2026-11-23 16:00", "2026-11-23 16:00"),
        (Quiet(begins=time(1), ends=time(2, 30)), "2026-10-25 00:10", "2026-10-25 00:30"),
        (Quiet(begins=time(1), ends=time(2, 30)), "2026-10-25 01:10", "2026-10-25 01:30"),
    ],
)
def test_own_quiet_hours_are_waited_for(quiet: Quiet, wanted: str, expected: str) -> None:
    found = after_quiet(utc(wanted), PARIS, quiet)

    assert found == utc(expected)
    assert not is_quiet(found, PARIS, quiet)


@pytest.mark.parametrize(("begins", "ends"), [(time(7), time(7)), (time(21, tzinfo=UTC), time(7))])
def test_quiet_hours_that_make_no_sense_are_refused(begins: time, ends: time) -> None:
    with pytest.raises(InvalidHours):
        Quiet(begins=begins, ends=ends)
