"""Recurring check-ins: how often, when it is asked whether they help, what counts as low days."""

from datetime import date, time, timedelta

import pytest

from bot.domain.checkin import (
    DAY,
    WEEK,
    Arrangement,
    are_low,
    daily,
    is_time_to_ask,
    on_weekday,
    rule_of,
    weekly,
)
from bot.domain.schedule import Rule, occurs

MONDAY = date(2026, 11, 23)
SIX = time(18)


def comes(every: str) -> list[int]:
    """Return after how many days the questions come, within two weeks."""
    rule = rule_of(every, MONDAY, SIX)
    days = [MONDAY + timedelta(days=at) for at in range(15)]
    return [(day - MONDAY).days for day in days if occurs(rule, day, holidays=days)]


@pytest.mark.parametrize(
    ("every", "days"), [(WEEK, [7, 14]), (DAY, list(range(1, 15))), ("?", [7, 14])]
)
def test_the_questions_never_come_on_the_day_they_are_agreed(every: str, days: list[int]) -> None:
    assert comes(every) == days


@pytest.mark.parametrize(
    ("usual", "day"),
    [(weekly(MONDAY - timedelta(days=4), SIX), 3), (daily(MONDAY, SIX), 0), (None, 0)],
)
def test_the_day_of_the_week_stays_where_there_is_one(*, usual: Rule | None, day: int) -> None:
    assert rule_of(WEEK, MONDAY, time(9), usual=usual).days == {day}


def test_another_day_of_the_week_counts_from_tomorrow() -> None:
    moved = on_weekday(weekly(MONDAY, SIX), 0, MONDAY)

    assert (moved.first_day, moved.wall) == (MONDAY + timedelta(days=7), SIX)


def test_a_rule_knows_its_time() -> None:
    assert {weekly(MONDAY, SIX).wall, daily(MONDAY, SIX).wall} == {SIX}


@pytest.mark.parametrize(
    "kept",
    [
        Arrangement(),
        Arrangement(asked=MONDAY, low_days=True, told=MONDAY + timedelta(days=1)),
    ],
)
def test_what_is_arranged_comes_back_from_plain_values(kept: Arrangement) -> None:
    assert Arrangement.from_details(kept.as_details()) == kept


def test_nothing_is_arranged_where_nothing_was_said() -> None:
    assert Arrangement.from_details({"name": "x"}) == Arrangement()


@pytest.mark.parametrize(
    ("asked", "days_ago", "is_time"),
    [(None, 27, False), (None, 28, True), (0, 40, False), (27, 40, False), (28, 40, True)],
)
def test_whether_they_help_is_asked_once_a_month(
    *, asked: int | None, days_ago: int, is_time: bool
) -> None:
    last = None if asked is None else MONDAY - timedelta(days=asked)
    starts = MONDAY - timedelta(days=days_ago)

    assert is_time_to_ask(Arrangement(asked=last), starts, MONDAY) is is_time


@pytest.mark.parametrize(
    ("moods", "low"),
    [
        ("", False),
        ("v", False),
        ("vv", False),
        ("vvv", True),
        ("vvvo", True),
        ("ovvv", False),
        ("vovv", False),
        ("v.v.v", True),
        ("vvvv", False),
        ("vvvvvv", True),
    ],
)
def test_three_lowest_moods_in_a_row_are_low_days(*, moods: str, low: bool) -> None:
    words = {"v": {"mood": "very-low"}, "o": {"mood": "low"}, ".": {"sleep": "bad"}}

    assert are_low([words[one] for one in moods], "very-low") is low
