"""The board of a group: how it stands with each exercise for each person, as far as they show it.

It ranks nobody and adds nothing up for a person. What was not received never looks like what was
not done.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from bot.domain.assignment import Assignment, AssignmentState
from bot.domain.homework import Outcome
from bot.domain.sharing import Audience, Choices, Stream, may_see, may_see_outcome


class Mark(StrEnum):
    """How it stands with an exercise for somebody; NONE where there is nothing to be seen."""

    DONE = "done"
    TRIED = "tried"
    BEGUN = "begun"
    PLANNED = "planned"
    OPEN = "open"
    NOT_THIS_WEEK = "not-this-week"
    NOT_RECEIVED = "not-received"
    NONE = "none"


ENDS: Mapping[Outcome, Mark] = {
    Outcome.DONE: Mark.DONE,
    Outcome.TRIED: Mark.TRIED,
    Outcome.NOT_THIS_WEEK: Mark.NOT_THIS_WEEK,
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """Somebody on the board: their name, and a mark for each exercise."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True)
class Board:
    """People and exercises, both in an order that says nothing: by name, and as they were set."""

    exercises: tuple[str, ...]
    lines: tuple[Line, ...]

    def counts(self, exercise: int) -> Mapping[Mark, int]:
        """Return how many people have each mark at an exercise, those with nothing left out."""
        return counted(line.marks[exercise] for line in self.lines)

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same board."""
        return {
            "exercises": list(self.exercises),
            "lines": [[one.name, list(one.marks)] for one in self.lines],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the board that `as_plain` described."""
        return cls(
            exercises=tuple(plain["exercises"]),
            lines=tuple(
                Line(name=name, marks=tuple(map(Mark, marks))) for name, marks in plain["lines"]
            ),
        )


def counted(marks: Iterable[Mark]) -> Mapping[Mark, int]:
    """Return how often there is each mark, none left out but where there is nothing to be seen."""
    found = Counter(marks)
    return {mark: found[mark] for mark in Mark if found[mark] and mark is not Mark.NONE}


def mark_of(given: Assignment | None, choices: Choices, *, is_reached: bool, now: datetime) -> Mark:
    """Return how it stands with an exercise, as far as facilitators may see it.

    Of one that ended and is kept nothing tells that it ended: it looks as it did before. Who shows
    no exercises looks like somebody who has received them.
    """
    if given is None:
        return Mark.NONE
    if not is_reached and given.state is AssignmentState.OPEN:
        return Mark.NOT_RECEIVED
    if may_see(choices, Stream.EXERCISES, Audience.FACILITATOR):
        share = given.shown_share(now)
        is_shown = may_see_outcome(choices, Audience.FACILITATOR, share)
        return _shown(given, is_shown=is_shown)
    return Mark.OPEN


def _shown(given: Assignment, *, is_shown: bool) -> Mark:
    if is_shown and not given.is_ongoing and given.outcome:
        return ENDS[given.outcome]
    if given.begun_at:
        return Mark.BEGUN
    return Mark.PLANNED if given.planned_at else Mark.OPEN
