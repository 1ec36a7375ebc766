"""What the exercises between two workshops promise: privacy, length, what comes back."""

from collections.abc import Mapping

import pytest

from bot.domain import dialogue
from bot.domain.exercise import CHOSEN, DONE, Answer, Exercise, Step, StepKind
from bot.domain.homework import Homework, Outcome
from bot.library.exercises import read_exercises
from tests.library.content_folder import CONTENT

QUESTIONS = 8
NEVER_SHARED = ["disclosure-plan", "future-message", "one-thing-done"]
NEVER_SHOWN = [
    ("coping-card", "person"),
    ("network-map", "ask"),
    ("network-map", "who"),
    ("three-levels", "orange-tell"),
    ("three-levels", "red"),
    ("what-helps", "costs"),
]
WITHOUT_CHOICE = {StepKind.TIME: "07:30", StepKind.DATE: "2026-12-01", StepKind.GUIDE: DONE}


@pytest.fixture(scope="module")
def exercises() -> Mapping[str, Exercise]:
    found, faults = read_exercises(CONTENT)
    assert faults == []
    return {id_: one for id_, one in found.by_id.items() if one.homework}


def homework(exercise: Exercise) -> Homework:
    """Return how an exercise is set between two workshops."""
    assert exercise.homework is not None
    return exercise.homework


def play(exercise: Exercise, *, option: int) -> dialogue.Run:
    """Return a run in which everything was answered, choices by the option in this place."""
    run = dialogue.begin(exercise)
    for _ in exercise.steps:
        if step := dialogue.question(exercise, run):
            run = dialogue.answer(exercise, run, answer_to(step, option=option))
    return run


def answer_to(step: Step, *, option: int) -> Answer:
    """Return an answer that fits a step."""
    if step.kind is StepKind.SEVERAL:
        return (step.options[option],)
    if step.kind in CHOSEN:
        return step.options[option]
    return WITHOUT_CHOICE.get(step.kind, "some words")


@pytest.mark.parametrize("workshop", [5, 6, 7, 8])
def test_each_of_the_later_workshops_has_a_choice_of_exercises(
    exercises: Mapping[str, Exercise], workshop: int
) -> None:
    found = [one for one in exercises.values() if homework(one).workshop == workshop]

    assert len(found) >= 4


@pytest.mark.parametrize("name", NEVER_SHARED)
def test_what_is_for_oneself_is_never_offered_for_sharing(
    exercises: Mapping[str, Exercise], name: str
) -> None:
    assert homework(exercises[name]).private


@pytest.mark.parametrize(("name", "step"), NEVER_SHOWN)
def test_names_of_others_and_what_costs_later_stay_private(
    exercises: Mapping[str, Exercise], name: str, step: str
) -> None:
    [asked] = [one for one in exercises[name].steps if one.id == step]

    assert asked.private


def test_an_exercise_is_short(exercises: Mapping[str, Exercise]) -> None:
    longer = [one.id for one in exercises.values() if len(one.steps) > QUESTIONS]

    assert longer == []


def test_what_comes_back_does_not_come_back_for_ever(exercises: Mapping[str, Exercise]) -> None:
    back = [again.plays for one in exercises.values() if (again := homework(one).again)]

    assert [name for name in back if name in exercises and homework(exercises[name]).again] == []


def test_an_easier_version_asks_less(exercises: Mapping[str, Exercise]) -> None:
    easier = {id_: one.easier() for id_, one in exercises.items()}

    assert [id_ for id_, one in easier.items() if one and one.steps == exercises[id_].steps] == []


@pytest.mark.parametrize("option", [0, 1, -1])
def test_whoever_answers_everything_has_done_it_in_the_easier_version_too(
    exercises: Mapping[str, Exercise], option: int
) -> None:
    versions = [one for each in exercises.values() for one in (each, each.easier()) if one]

    outcomes = [(one.id, dialogue.outcome(one, play(one, option=option))) for one in versions]

    assert [id_ for id_, outcome in outcomes if outcome is not Outcome.DONE] == []
