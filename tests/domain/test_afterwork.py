"""When the word after work comes: half an hour after the shift, on its days."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.afterwork import rule_of
from bot.domain.schedule import WORKING_DAYS, occurrences

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ends", "wall", "days"),
    [
        (time(17, 0), time(17, 30), {0, 4}),
        (time(23, 29), time(23, 59), {0, 4}),
        (time(23, 30), time(0, 0), {1, 5}),
        (time(23, 45), time(0, 15), {1, 5}),
        (time(6, 0), time(6, 30), {0, 4}),
    ],
)
def test_it_comes_half_an_hour_after_the_end(ends: time, wall: time, days: set[int]) -> None:
    rule = rule_of(ends, {0, 4}, now=NOON, zone=PARIS)

    assert (rule.wall, set(rule.days)) == (wall, days)


@pytest.mark.parametrize(
    ("ends", "starts"),
    [
        (time(11, 29), date(2026, 11, 24)),
        (time(11, 30), date(2026, 11, 24)),
        (time(11, 31), date(2026, 11, 23)),
    ],
)
def test_it_begins_today_as_long_as_it_is_to_come(ends: time, starts: date) -> None:
    assert rule_of(ends, WORKING_DAYS, now=NOON, zone=PARIS).starts == starts


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2027, 3, 28, 12, tzinfo=UTC), datetime(2027, 3, 29, 15, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 12, tzinfo=UTC), datetime(2026, 10, 26, 16, 30, tzinfo=UTC)),
    ],
)
def test_it_keeps_to_the_clocks_on_the_wall(now: datetime, due: datetime) -> None:
    rule = rule_of(time(17), WORKING_DAYS, now=now, zone=PARIS)

    coming = occurrences(rule, PARIS, after=now, until=due, holidays=())

    assert [at for _, at in coming] == [due]


def test_it_leaves_public_holidays_out() -> None:
    rule = rule_of(time(17), WORKING_DAYS, now=NOON, zone=PARIS)
    until = datetime(2026, 11, 24, 23, tzinfo=UTC)

    days = occurrences(rule, PARIS, after=NOON, until=until, holidays=[date(2026, 11, 23)])

    assert [day for day, _ in days] == [date(2026, 11, 24)]
