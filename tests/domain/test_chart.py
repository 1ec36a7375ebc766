"""Days side by side: gaps stay gaps, and how far answers went is told without adding up."""

from datetime import date

import pytest

from bot.domain.chart import Chart, Levels, Mark, Spread, chart_of, spread
from bot.domain.exercise import Exercise, ExerciseKind, Step, StepKind

MONDAY = date(2026, 11, 16)
LOW_TO_HIGH = ("low", "medium", "high")
SCALES = Exercise(
    id="mood",
    kind=ExerciseKind.CHECKIN,
    version=1,
    steps=(
        Step(id="mood", kind=StepKind.SCALE, options=LOW_TO_HIGH),
        Step(id="calm", kind=StepKind.SCALE, options=LOW_TO_HIGH),
        Step(id="secret", kind=StepKind.SCALE, options=LOW_TO_HIGH, private=True),
        Step(id="note", kind=StepKind.TEXT, limit=100),
    ),
)
GIVEN = {
    date(2026, 11, 15): {"mood": "high"},
    MONDAY: {"mood": "low", "note": "private", "secret": "low"},
    date(2026, 11, 18): {"mood": "gone", "calm": "high"},
}


def chart(days: int = 3) -> Chart:
    return chart_of(SCALES, GIVEN, first=MONDAY, days=days)


def test_it_holds_the_scales_of_its_days_and_nothing_else() -> None:
    assert chart().lanes == {"mood": (0, None, None), "calm": (None, None, 2)}
    assert (chart().days, chart().last, chart().answered) == (3, date(2026, 11, 18), 2)


def test_without_a_scale_there_are_no_days() -> None:
    nothing = Chart(exercise="mood", first=MONDAY, lanes={})

    assert (nothing.days, nothing.answered) == (0, 0)


def test_it_comes_back_from_plain_values() -> None:
    mark = Mark(day=MONDAY, what="entretien")
    marked = Chart(exercise="mood", first=MONDAY, lanes=chart().lanes, marks=(mark,))

    assert Chart.from_plain(marked.as_plain()) == marked


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ((), None),
        ((None, None), None),
        ((3,), Spread(count=1, lowest=3, highest=3, mostly=None)),
        ((3, None, 3), Spread(count=2, lowest=3, highest=3, mostly=3)),
        ((1, 3, 1), Spread(count=3, lowest=1, highest=3, mostly=1)),
        ((1, 3), Spread(count=2, lowest=1, highest=3, mostly=None)),
        ((0, 4, 4, 0, 2), Spread(count=5, lowest=0, highest=4, mostly=None)),
    ],
)
def test_how_far_it_went(levels: Levels, found: Spread | None) -> None:
    assert spread(levels) == found
