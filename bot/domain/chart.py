"""Days side by side: what somebody answered on each of the last days, and how far it went.

A day without an answer is a gap, never a zero. Nothing is added up and nothing is judged.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self, TypeAlias

from bot.domain.exercise import Answers, Exercise, StepKind

Levels: TypeAlias = tuple[int | None, ...]
"""For each day the number of a word of a scale (0 for the lowest), None where there is a gap."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something that somebody wrote beside a day of theirs."""

    day: date
    what: str


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The answers to the scales of an exercise, day by day from the first; by step."""

    exercise: str
    first: date
    lanes: Mapping[str, Levels]
    marks: tuple[Mark, ...] = ()

    @property
    def days(self) -> int:
        """How many days there are, those without an answer too."""
        return max(map(len, self.lanes.values()), default=0)

    @property
    def last(self) -> date:
        """The latest day."""
        return self.first + timedelta(days=self.days - 1)

    @property
    def answered(self) -> int:
        """On how many days something was answered."""
        every = zip(*self.lanes.values(), strict=True)
        return sum(any(level is not None for level in day) for day in every)

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same chart."""
        return {
            "exercise": self.exercise,
            "first": self.first.isoformat(),
            "lanes": {step: list(levels) for step, levels in self.lanes.items()},
            "marks": [[one.day.isoformat(), one.what] for one in self.marks],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the chart that `as_plain` described."""
        return cls(
            exercise=plain["exercise"],
            first=date.fromisoformat(plain["first"]),
            lanes={step: tuple(levels) for step, levels in plain["lanes"].items()},
            marks=tuple(
                Mark(day=date.fromisoformat(day), what=what) for day, what in plain["marks"]
            ),
        )


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How far answers went: the lowest and the highest, and the one given more than any other.

    `mostly` is None where no answer was given more often than all others.
    """

    count: int
    lowest: int
    highest: int
    mostly: int | None


def chart_of(exercise: Exercise, given: Mapping[date, Answers], *, first: date, days: int) -> Chart:
    """Return the chart of so many days, from what was answered on each."""
    every = [first + timedelta(days=at) for at in range(days)]
    scales = [step for step in exercise.steps if step.kind is StepKind.SCALE and not step.private]
    return Chart(
        exercise=exercise.id,
        first=first,
        lanes={
            step.id: tuple(_level(step.options, given.get(day, {}).get(step.id)) for day in every)
            for step in scales
        },
    )


def spread(levels: Levels) -> Spread | None:
    """Return how far answers went, None where there are none."""
    given = [level for level in levels if level is not None]
    if not given:
        return None
    (mostly, times), *others = Counter(given).most_common(2)
    is_more = len(given) > 1 and all(times > count for _, count in others)
    return Spread(
        count=len(given),
        lowest=min(given),
        highest=max(given),
        mostly=mostly if is_more else None,
    )


def _level(options: Sequence[str], answer: object) -> int | None:
    return options.index(answer) if isinstance(answer, str) and answer in options else None
