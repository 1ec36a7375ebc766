"""The chart of somebody's thoughts: each going through its exercise is a row, half-done ones too.

Nothing of it is kept beside the answers. Source: the programme's content: a chart in two levels,
whose rows a person can see as a table and bring along.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from bot.domain.dialogue import Run
from bot.domain.exercise import Exercise, Step

THOUGHT_CHART = "thought-chart"
"""The exercise whose answers are the rows."""


class Column(StrEnum):
    """What a row tells, in its order."""

    SITUATION = "situation"
    FEELING = "feeling"
    THOUGHT = "thought"
    FITS = "fits"
    FITS_NOT = "fits-not"
    FAIRER = "fairer"
    NOW = "now"
    NEXT = "next"


STEPS: Mapping[Column, tuple[str, ...]] = {
    Column.SITUATION: ("situation",),
    Column.FEELING: ("emotion", "strength"),
    Column.THOUGHT: ("thought", "belief"),
    Column.FITS: ("fits",),
    Column.FITS_NOT: ("fits-not",),
    Column.FAIRER: ("fairer",),
    Column.NOW: ("strength-now", "belief-now"),
    Column.NEXT: ("next",),
}
"""The steps that are told in each column; the gate is none of them."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row, already in words: its day, and the lines of each column that was answered."""

    day: date
    cells: Mapping[Column, tuple[str, ...]]
    is_whole: bool = True


@dataclass(frozen=True, kw_only=True)
class ThoughtChart:
    """Some rows of a chart, the newest first."""

    rows: tuple[Row, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same chart."""
        return {
            "rows": [
                {
                    "day": one.day.isoformat(),
                    "cells": {column: list(lines) for column, lines in one.cells.items()},
                    "whole": one.is_whole,
                }
                for one in self.rows
            ]
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the chart that `as_plain` described."""
        return cls(
            rows=tuple(
                Row(
                    day=date.fromisoformat(one["day"]),
                    cells={Column(column): tuple(lines) for column, lines in one["cells"].items()},
                    is_whole=one["whole"],
                )
                for one in plain["rows"]
            )
        )


def answered(exercise: Exercise, run: Run) -> Mapping[Column, tuple[Step, ...]]:
    """Return the steps of each column that were answered in a way that still fits.

    A column without any is left out; a run that says nothing for the chart leaves it empty.
    """
    steps = {
        step.id: step
        for step in exercise.steps
        if step.id in run.answers and step.fits(run.answers[step.id])
    }
    found = {
        column: tuple(steps[name] for name in names if name in steps)
        for column, names in STEPS.items()
    }
    return {column: those for column, those in found.items() if those}
