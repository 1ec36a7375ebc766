"""Fewer of what recurs: half of the days, then fewer weeks."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.schedule import EVERY_DAY, Rule
from bot.domain.steering import RAREST, fewer

MONDAY = date(2026, 11, 23)
DAILY = Rule(days=EVERY_DAY, wall=time(18), starts=MONDAY)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (EVERY_DAY, {0, 2, 4, 6}),
        ({0, 1, 2, 3, 4}, {0, 2, 4}),
        ({1, 3, 5}, {1, 5}),
        ({0, 3}, {0}),
    ],
)
def test_half_of_the_days_stay(days: set[int], expected: set[int]) -> None:
    found = fewer(replace(DAILY, days=frozenset(days)))

    assert found == replace(DAILY, days=frozenset(expected))


@pytest.mark.parametrize(("weeks", "expected"), [(1, 2), (2, 4), (4, None), (3, None)])
def test_one_day_comes_in_fewer_weeks_and_not_for_ever(weeks: int, expected: int | None) -> None:
    rule = replace(DAILY, days=frozenset({2}), weeks=weeks)

    found = fewer(rule)

    assert found == (replace(rule, weeks=expected) if expected else None)


def test_what_comes_once_cannot_come_less_often() -> None:
    assert fewer(replace(DAILY, ends=MONDAY)) is None


@given(days=st.frozensets(st.integers(0, 6), min_size=1), weeks=st.integers(1, RAREST))
def test_less_often_is_always_less(days: frozenset[int], weeks: int) -> None:
    rule = replace(DAILY, days=days, weeks=weeks)

    found = fewer(rule)

    assert found is None or len(found.days) / found.weeks < len(days) / weeks
