"""A row of the chart holds what was answered, in the order of its columns, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.dialogue import Run
from bot.domain.exercise import Answers, Exercise, ExerciseKind, Step, StepKind
from bot.domain.thought_chart import STEPS, Column, Row, ThoughtChart, answered

TEXTS = ("situation", "thought", "fits", "fits-not", "fairer")
NAMES = ("tension", *(name for names in STEPS.values() for name in names))
EXERCISE = Exercise(
    id="thought-chart",
    kind=ExerciseKind.EXERCISE,
    version=1,
    steps=tuple(
        Step(id=name, kind=StepKind.TEXT, limit=10)
        if name in TEXTS
        else Step(id=name, kind=StepKind.ONE, options=("a", "b"))
        for name in NAMES
    ),
)
WHOLE = {name: "words" if name in TEXTS else "a" for name in NAMES}


def told(answers: Answers, exercise: Exercise = EXERCISE) -> dict[Column, list[str]]:
    run = Run(exercise=exercise.id, version=1, at=None, answers=answers)
    found = answered(exercise, run)
    return {column: [step.id for step in steps] for column, steps in found.items()}


def test_a_whole_row_tells_every_column_in_its_order() -> None:
    found = told(WHOLE)

    assert list(found) == list(Column)
    assert found[Column.NOW] == ["strength-now", "belief-now"]


@pytest.mark.parametrize(
    ("answers", "columns"),
    [
        ({}, []),
        ({"tension": "a"}, []),
        ({"situation": "words", "strength": "b"}, [Column.SITUATION, Column.FEELING]),
        ({"emotion": "gone", "next": "a"}, [Column.NEXT]),
        ({"situation": "x" * 11, "unknown": "a"}, []),
    ],
)
def test_only_what_was_answered_and_still_fits_stands_in_it(
    answers: Answers, columns: list[Column]
) -> None:
    assert list(told(answers)) == columns


def test_of_a_step_that_is_gone_nothing_is_told() -> None:
    less = replace(EXERCISE, steps=EXERCISE.steps[:2])

    assert list(told(WHOLE, less)) == [Column.SITUATION]


def test_a_chart_comes_back_from_plain_values() -> None:
    cells = {Column.SITUATION: ("words",), Column.FEELING: ("sad", "strength: much")}
    chart = ThoughtChart(
        rows=(
            Row(day=date(2026, 11, 24), cells=cells),
            Row(day=date(2026, 11, 23), cells={}, is_whole=False),
        )
    )

    assert ThoughtChart.from_plain(chart.as_plain()) == chart
