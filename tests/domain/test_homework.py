"""What counts as done or tried of an exercise between two workshops."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import dialogue
from bot.domain.exercise import Answer, StepKind
from bot.domain.homework import Homework, Outcome, coming_back, outcome
from tests.domain.exercises import a_step, an_exercise

HOMEWORK = Homework(
    workshop=2,
    minutes=timedelta(minutes=4),
    core=("first", "second"),
    done=("first", "second", "third"),
    easier=("first", "second"),
)
EXERCISE = replace(
    an_exercise(
        a_step("first"),
        a_step("second", first="a"),
        a_step("third", StepKind.SEVERAL),
        a_step("fourth", StepKind.TEXT),
    ),
    homework=HOMEWORK,
)
STEPS = ("first", "second", "third", "fourth")


@pytest.mark.parametrize(
    ("answers", "steps", "expected"),
    [
        ({}, STEPS, None),
        ({"first": "a"}, STEPS, None),
        ({"third": ("a",), "fourth": "words"}, STEPS, None),
        ({"first": "a", "second": "a"}, STEPS, Outcome.TRIED),
        ({"first": "a", "second": "a", "third": ()}, STEPS, Outcome.TRIED),
        ({"first": "a", "second": "a", "third": ("a", "b")}, STEPS, Outcome.DONE),
        ({"first": "b"}, ("first", "third", "fourth"), Outcome.TRIED),
        ({"first": "b", "third": ("a",)}, ("first", "third", "fourth"), Outcome.DONE),
        ({"first": "a", "second": "a"}, ("first", "second"), Outcome.DONE),
        ({"fourth": "words"}, ("fourth",), None),
    ],
)
def test_what_counts_as_tried_and_as_done(
    answers: dict[str, Answer], steps: tuple[str, ...], expected: Outcome | None
) -> None:
    assert outcome(HOMEWORK, steps, answers) == expected


def test_what_only_comes_back_counts_from_its_first_step_on() -> None:
    homework = coming_back(STEPS)

    assert outcome(homework, STEPS, {"first": "a"}) is Outcome.TRIED
    assert outcome(homework, STEPS, dict.fromkeys(STEPS, "a")) is Outcome.DONE
    assert homework.private


def test_what_was_not_asked_is_not_waited_for() -> None:
    run = dialogue.begin(EXERCISE)
    found = []
    for value in ("b", ("a",)):
        run = dialogue.answer(EXERCISE, run, value)
        found.append(dialogue.outcome(EXERCISE, run))

    assert found == [Outcome.TRIED, Outcome.DONE]


def test_an_exercise_that_nobody_set_comes_to_nothing() -> None:
    exercise = replace(EXERCISE, homework=None)
    run = dialogue.answer(exercise, dialogue.begin(exercise), "b")

    assert dialogue.outcome(exercise, run) is None


def test_the_easier_version_asks_less_and_can_be_done() -> None:
    easier = EXERCISE.easier()
    assert easier is not None
    run = dialogue.begin(easier)
    for value in ("a", "b"):
        run = dialogue.answer(easier, run, value)

    assert (easier.id, run.at) == (EXERCISE.id, None)
    assert dialogue.outcome(easier, run) is Outcome.DONE


@pytest.mark.parametrize("homework", [None, replace(HOMEWORK, easier=())])
def test_not_every_exercise_has_an_easier_version(homework: Homework | None) -> None:
    assert replace(EXERCISE, homework=homework).easier() is None


def test_each_text_has_its_key() -> None:
    keys = [EXERCISE.title, EXERCISE.why, EXERCISE.closing, EXERCISE.seen, EXERCISE.caution]

    assert keys == ["x/title", "x/why", "x/closing", "x/seen", "x/caution"]
