"""The place of a question among those that may still come, as somebody reads it."""

import pytest
from hypothesis import given

from bot.domain import dialogue
from bot.domain.exercise import Exercise, StepKind
from tests.domain.exercises import BRANCHING, a_step, after, an_exercise, exercises


@pytest.mark.parametrize(
    ("answers", "number", "count"),
    [((), 1, 4), (("a",), 2, 4), (("a", "b"), 3, 4), (("b",), 2, 2), (("b", "a"), 2, 2)],
)
def test_as_many_questions_are_promised_as_may_come(
    answers: tuple[str, ...], number: int, count: int
) -> None:
    found = dialogue.place(BRANCHING, after(BRANCHING, *answers))

    assert (found.number, found.count) == (number, count)


def test_what_was_gone_past_leads_nowhere_any_more() -> None:
    found = dialogue.place(BRANCHING, dialogue.skip(BRANCHING, dialogue.begin(BRANCHING)))

    assert (found.number, found.count) == (2, 2)


def test_who_goes_back_reads_the_same_number_of_questions() -> None:
    found = dialogue.place(BRANCHING, dialogue.back(BRANCHING, after(BRANCHING, "a", "b")))

    assert (found.number, found.count) == (2, 4)


def test_of_several_choices_all_may_be_followed() -> None:
    several = an_exercise(
        a_step("some", StepKind.SEVERAL), a_step("one", some="a"), a_step("two", some="b")
    )

    assert dialogue.longest(several, dialogue.begin(several)) == len(several.steps)


@given(exercises())
def test_the_longest_way_is_no_shorter_than_the_way(exercise: Exercise) -> None:
    run = dialogue.begin(exercise)

    assert len(dialogue.path(exercise, run)) <= dialogue.longest(exercise, run)
