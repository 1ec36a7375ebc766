"""What the exercises between two workshops promise: what stays private, what comes back."""

import re
from collections.abc import Mapping

import pytest

from bot.domain.exercise import Exercise
from bot.domain.homework import Homework
from bot.domain.network import CIRCLE, NETWORK_MAP, SUPPORT, WHO, Circle, Support
from bot.domain.people import Address, Language, Voice
from bot.domain.thought_chart import STEPS, THOUGHT_CHART
from bot.library.exercises import read_exercises
from tests.library.content_folder import CONTENT

VOICES = [Voice(language=one, address=way) for one in Language for way in Address]
THEIR_COACH = re.compile(r"\b(votre|ton|your) coach", re.IGNORECASE)
NEVER_SHARED = ["fairer-sentence", "future-message", "one-thing-done", "what-i-say"]
NEVER_SHOWN = [
    ("coping-card", "person"),
    ("coping-card", "sentence"),
    ("network-map", "ask"),
    ("network-map", "who"),
    ("three-levels", "orange-tell"),
    ("three-levels", "red"),
    ("what-helps", "costs"),
]


@pytest.fixture(scope="module")
def exercises() -> Mapping[str, Exercise]:
    found, faults = read_exercises(CONTENT)
    assert faults == []
    return {id_: one for id_, one in found.by_id.items() if one.homework}


def homework(exercise: Exercise) -> Homework:
    """Return how an exercise is set between two workshops."""
    assert exercise.homework is not None
    return exercise.homework


@pytest.mark.parametrize("workshop", range(1, 9))
def test_each_workshop_has_a_choice_of_exercises(
    exercises: Mapping[str, Exercise], workshop: int
) -> None:
    found = [one for one in exercises.values() if homework(one).workshop == workshop]

    assert len(found) >= 4


def test_no_exercise_takes_it_that_somebody_has_a_coach() -> None:
    found, _ = read_exercises(CONTENT)
    texts = [text for voice in VOICES for text in found.told.texts(voice).values()]

    assert texts
    assert [text for text in texts if THEIR_COACH.search(text)] == []


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


def test_what_comes_back_does_not_come_back_for_ever(exercises: Mapping[str, Exercise]) -> None:
    back = [again.plays for one in exercises.values() if (again := homework(one).again)]

    assert [name for name in back if name in exercises and homework(exercises[name]).again] == []


def test_the_chart_tells_every_step_but_its_gate(exercises: Mapping[str, Exercise]) -> None:
    chart = exercises[THOUGHT_CHART]
    gate = homework(chart).gate

    told = [name for names in STEPS.values() for name in names]

    assert gate is not None
    assert [step.id for step in chart.steps] == [gate.step, *told]


def test_the_map_knows_every_circle_and_every_support(exercises: Mapping[str, Exercise]) -> None:
    steps = {step.id: step for step in exercises[NETWORK_MAP].steps}

    assert steps[WHO].private
    assert steps[CIRCLE].options == tuple(Circle)
    assert set(steps[SUPPORT].options) == {*Support, "not-yet"}
