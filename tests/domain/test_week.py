"""A week is divided by what is known of its days; what comes is in the order of the clock."""

from datetime import time

import pytest

from bot.domain.week import (
    DAY_ENDS,
    Entry,
    Part,
    Stretch,
    Week,
    WorkingDay,
    divided,
    gathered,
)

MONDAY, SUNDAY = 0, 6
DAY = WorkingDay(wakes=time(7), leaves=time(8), ends=time(16, 30))
ONLY_MONDAY = [DAY, *[None] * 6]
SEVEN, EIGHT, HALF_PAST_FOUR = 420, 480, 990


def told(stretches: tuple[Stretch, ...]) -> list[tuple[int, Part, int, int]]:
    return [(one.day, one.part, one.begins, one.ends) for one in stretches]


@pytest.mark.parametrize(
    ("bedtime", "nights"),
    [
        (time(22), [(MONDAY, 0, SEVEN), (SUNDAY, 22 * 60, DAY_ENDS)]),
        (time(0, 30), [(MONDAY, 30, SEVEN)]),
        (None, []),
    ],
)
def test_the_night_before_a_working_day_ends_at_the_wake_up(
    bedtime: time | None, nights: list[tuple[int, int, int]]
) -> None:
    found = told(divided(ONLY_MONDAY, bedtime))

    assert [(day, *span) for day, part, *span in found if part is Part.NIGHT] == nights


@pytest.mark.parametrize(
    ("day", "parts"),
    [
        (DAY, [(Part.MORNING, SEVEN, EIGHT), (Part.WORK, EIGHT, HALF_PAST_FOUR)]),
        (WorkingDay(wakes=time(7), leaves=time(8)), [(Part.MORNING, SEVEN, EIGHT)]),
        (WorkingDay(wakes=time(7), ends=time(16)), []),
        (WorkingDay(wakes=time(7), leaves=time(6)), []),
        (WorkingDay(wakes=time(7), leaves=time(8), ends=time(3)), [(Part.MORNING, SEVEN, EIGHT)]),
    ],
)
def test_a_part_stands_where_both_its_ends_are_known_and_in_order(
    day: WorkingDay, parts: list[tuple[Part, int, int]]
) -> None:
    found = told(divided([day, *[None] * 6], None))

    assert [(part, begins, ends) for _, part, begins, ends in found] == parts


def test_what_comes_on_several_days_stands_once_in_the_order_of_the_clock() -> None:
    found = gathered(
        [(1, time(18), "b"), (0, time(7), "a"), (0, time(18), "b"), (0, time(18), "c")]
    )

    assert found == (
        Entry(at=time(7), what="a", days=frozenset({0})),
        Entry(at=time(18), what="b", days=frozenset({0, 1})),
        Entry(at=time(18), what="c", days=frozenset({0})),
    )


def test_a_week_comes_back_from_plain_values() -> None:
    week = Week(
        stretches=divided(ONLY_MONDAY, time(22)), entries=gathered([(0, time(7), "réveil")])
    )

    assert Week.from_plain(week.as_plain()) == week
