"""What the bench makes of its samples."""

from datetime import UTC, datetime

import pytest

from tests.bench.burst import Due, Lateness
from tests.bench.measuring import Spread, alternated, exponent, quantile, spread
from tests.bench.table import Table, told


def test_the_middle_of_several_runs_is_told_with_the_lowest_and_the_highest() -> None:
    assert spread([3, 1, 2, 9, 2]) == Spread(median=2, lowest=1, highest=9)


@pytest.mark.parametrize(("percent", "late"), [(50, 50), (99, 99), (100, 100)])
def test_a_quantile_is_what_so_many_of_a_hundred_stay_below(percent: int, late: int) -> None:
    assert quantile(range(101), percent) == late


@pytest.mark.parametrize("power", [0, 1, 2])
def test_the_exponent_says_how_something_grows(power: int) -> None:
    points = [(size, 3 * size**power) for size in (1_000, 10_000, 100_000)]

    assert exponent(points) == pytest.approx(power)


async def test_laps_are_run_by_turns() -> None:
    order: list[str] = []

    async def lap(name: str) -> str:
        order.append(name)
        return name

    results = await alternated(2, lambda: lap("a"), lambda: lap("b"))

    assert order == ["a", "b", "a", "b"]
    assert results == [["a", "a"], ["b", "b"]]


def test_a_burst_is_held_against_the_ideal() -> None:
    due = Due(several=100, rate=10, moment=datetime(2026, 1, 1, tzinfo=UTC), at=0)
    twice_as_slow = Lateness(due=due, late=[2 * number / 10 for number in range(1, 101)])

    assert twice_as_slow.share == pytest.approx(0.5)
    assert twice_as_slow.pace == pytest.approx(0.5)
    assert twice_as_slow.against_ideal == pytest.approx(2, abs=0.01)


def test_a_table_is_written_in_markdown() -> None:
    cell = told(Spread(median=1_234, lowest=1, highest=2_000), "s")
    table = Table(title="Speed", head=("Who", "How long"), rows=[("Relais", cell)])

    assert table.markdown().splitlines() == [
        "**Speed**",
        "",
        "| Who | How long |",
        "| --- | --- |",
        "| Relais | 1,234 s (1..2,000) |",
    ]
