from dataclasses import replace

import pytest

from bot.domain.exercise import DONE, Answer, StepKind
from tests.domain.exercises import BRANCHING, a_step


@pytest.mark.parametrize(
    ("kind", "answer", "fits"),
    [
        (StepKind.ONE, "a", True),
        (StepKind.ONE, "z", False),
        (StepKind.ONE, ("a",), False),
        (StepKind.SCALE, "c", True),
        (StepKind.SEVERAL, (), True),
        (StepKind.SEVERAL, ("a", "b"), True),
        (StepKind.SEVERAL, ("a", "z"), False),
        (StepKind.SEVERAL, "a", False),
        (StepKind.TIME, "07:15", True),
        (StepKind.TIME, "25:00", False),
        (StepKind.DATE, "2026-02-28", True),
        (StepKind.DATE, "2026-02-30", False),
        (StepKind.TEXT, "x" * 20, True),
        (StepKind.TEXT, "x" * 21, False),
        (StepKind.TEXT, "", False),
        (StepKind.OWN, "words", True),
        (StepKind.OWN, ("words",), False),
        (StepKind.GUIDE, DONE, True),
        (StepKind.GUIDE, "a", False),
    ],
)
def test_an_answer_fits_its_kind_of_step(kind: StepKind, answer: Answer, *, fits: bool) -> None:
    assert a_step("x", kind).fits(answer) is fits


@pytest.mark.parametrize(("at_most", "fits"), [(0, True), (2, True), (1, False)])
def test_no_more_than_so_many_options_fit(at_most: int, *, fits: bool) -> None:
    step = replace(a_step("x", StepKind.SEVERAL), at_most=at_most)

    assert step.fits(("a", "b")) is fits
    assert step.fits(())


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, False),
        ({"one": "a"}, False),
        ({"one": "a", "several": ("c",)}, False),
        ({"one": "a", "several": ("b", "c")}, True),
        ({"one": "c", "several": ("b",)}, False),
    ],
)
def test_a_step_is_asked_after_all_that_it_waits_for(
    answers: dict[str, Answer], *, asked: bool
) -> None:
    assert a_step("x", one="ab", several="b").is_asked(answers) is asked


def test_no_two_texts_of_an_exercise_have_one_key() -> None:
    keys = [BRANCHING.title, BRANCHING.closing]
    for step in BRANCHING.steps:
        keys += [BRANCHING.prompt(step), *(BRANCHING.label(step, one) for one in step.options)]
    guide = a_step("first", StepKind.GUIDE)
    keys.append(BRANCHING.label(guide, "a"))

    assert len(keys) == len(set(keys))
    assert all("/" in key for key in keys)
