"""Figures from several runs: the median with the spread, quantiles, and how something grows."""

import math
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from statistics import linear_regression, median, quantiles
from time import monotonic, process_time
from typing import TypeAlias, TypeVar

Result = TypeVar("Result")
Lap: TypeAlias = Callable[[], Awaitable[Result]]

PERCENT = 100


@dataclass(frozen=True, kw_only=True)
class Spread:
    """What several runs came to: the middle one, the lowest and the highest."""

    median: float
    lowest: float
    highest: float


@dataclass(frozen=True, kw_only=True)
class Taken:
    """How long something took, and how long this process worked for it, in seconds."""

    wall: float
    cpu: float


async def timed(doing: Awaitable[object]) -> Taken:
    """Wait for something, and return what it took."""
    wall, cpu = monotonic(), process_time()
    await doing
    return Taken(wall=monotonic() - wall, cpu=process_time() - cpu)


def spread(samples: Sequence[float]) -> Spread:
    """Return the median of some runs, with the spread."""
    return Spread(median=median(samples), lowest=min(samples), highest=max(samples))


def quantile(samples: Sequence[float], percent: int) -> float:
    """Return what so many of a hundred samples stay below, from the smallest up."""
    if percent == PERCENT or len(samples) == 1:
        return max(samples)
    return quantiles(samples, n=PERCENT, method="inclusive")[percent - 1]


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """Return how a figure grows with size: 0 not at all, 1 as much as the size, 2 squared."""
    sizes, figures = zip(*points, strict=True)
    return linear_regression(list(map(math.log, sizes)), list(map(math.log, figures))).slope


async def alternated(runs: int, *laps: Lap[Result]) -> list[list[Result]]:
    """Run each lap in turn, so many times over; return the results of each."""
    results: list[list[Result]] = [[] for _ in laps]
    for _ in range(runs):
        for lap, done in zip(laps, results, strict=True):
            done.append(await lap())
    return results
