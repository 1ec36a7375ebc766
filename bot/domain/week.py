"""A usual week: how its working days are divided, and what comes when; nothing of it is kept.

It is worked out from what was agreed and from the answers about the routine, so that it changes
with them. Source: the programme's content: a grid of the days, from the early morning on, with the
weekend.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Any, Self

DAYS = 7
DAY_ENDS = 24 * 60
NOON = time(12)


class Part(StrEnum):
    """A part of a day."""

    NIGHT = "night"
    MORNING = "morning"
    WORK = "work"


@dataclass(frozen=True, kw_only=True)
class WorkingDay:
    """What is known of a day that somebody works: each moment of it may be missing."""

    wakes: time
    leaves: time | None = None
    ends: time | None = None


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A part of one day of the week (0 for Monday), in minutes from its midnight."""

    day: int
    part: Part
    begins: int
    ends: int


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What comes at a time on some days of the week, already in words."""

    at: time
    what: str
    days: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Week:
    """The parts of each day, and what comes, in the order of the clock."""

    stretches: tuple[Stretch, ...] = ()
    entries: tuple[Entry, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same week."""
        return {
            "stretches": [[one.day, one.part, one.begins, one.ends] for one in self.stretches],
            "entries": [[one.at.isoformat(), one.what, sorted(one.days)] for one in self.entries],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the week that `as_plain` described."""
        return cls(
            stretches=tuple(
                Stretch(day=day, part=Part(part), begins=begins, ends=ends)
                for day, part, begins, ends in plain["stretches"]
            ),
            entries=tuple(
                Entry(at=time.fromisoformat(at), what=what, days=frozenset(days))
                for at, what, days in plain["entries"]
            ),
        )


def divided(working: Sequence[WorkingDay | None], bedtime: time | None) -> tuple[Stretch, ...]:
    """Return the parts of seven days, Monday first; a day without work has only its evening."""
    return tuple(
        stretch
        for day, today in enumerate(working)
        for stretch in _parts(day, today, tomorrow=working[(day + 1) % DAYS], bedtime=bedtime)
        if stretch.begins < stretch.ends
    )


def gathered(found: Sequence[tuple[int, time, str]]) -> tuple[Entry, ...]:
    """Return what comes, each once with its days, from the day, time and words of each."""
    together: dict[tuple[time, str], set[int]] = {}
    for day, at, what in found:
        together.setdefault((at, what), set()).add(day)
    return tuple(
        Entry(at=at, what=what, days=frozenset(days))
        for (at, what), days in sorted(together.items())
    )


def _parts(
    day: int, today: WorkingDay | None, *, tomorrow: WorkingDay | None, bedtime: time | None
) -> Iterator[Stretch]:
    if today:
        yield from _working(day, today, bedtime)
    if tomorrow and bedtime and bedtime >= NOON:
        yield Stretch(day=day, part=Part.NIGHT, begins=_minutes(bedtime), ends=DAY_ENDS)


def _working(day: int, today: WorkingDay, bedtime: time | None) -> Iterator[Stretch]:
    wakes = _minutes(today.wakes)
    if bedtime:
        begins = 0 if bedtime >= NOON else _minutes(bedtime)
        yield Stretch(day=day, part=Part.NIGHT, begins=begins, ends=wakes)
    if today.leaves:
        leaves = _minutes(today.leaves)
        yield Stretch(day=day, part=Part.MORNING, begins=wakes, ends=leaves)
        if today.ends:
            yield Stretch(day=day, part=Part.WORK, begins=leaves, ends=_minutes(today.ends))


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
