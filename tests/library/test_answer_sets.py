"""Answers that many steps share: their options, their labels, their faults."""

from pathlib import Path

import pytest

from bot.domain.message import Phrase
from bot.library import open_library
from bot.library.approvals import read_pieces
from tests.library.exercise_folder import EXERCISE, write_small_exercise
from tests.library.test_exercises import ENGLISH, TU, VOUS, change, complaint

SET = """\
options: [low, high]
labels:
  fr: { low: Peu, high: Beaucoup }
  en: { low: Little, high: Much }
"""
STEP = "{ id: size, kind: scale, options: [less, more] }"


@pytest.fixture
def file(content: Path) -> Path:
    """A set of two answers."""
    (content / "answers").mkdir()
    file = content / "answers" / "much.yaml"
    file.write_text(SET, encoding="utf-8")
    return file


@pytest.fixture
def folder(content: Path, file: Path) -> Path:
    """The small exercise; one of its steps takes the set, and an option of its own."""
    assert file.exists()
    folder = write_small_exercise(content)
    change(folder / "exercise.yaml", STEP, "{ id: size, kind: scale, set: much, options: [more] }")
    change(folder / "fr.yaml", "less: Moins, ", "")
    change(folder / "en.yaml", "less: Less, ", "")
    return folder


def labels(content: Path) -> list[list[str]]:
    library = open_library(content)
    exercise = library.exercise("small")
    assert exercise is not None
    step = next(one for one in exercise.steps if one.id == "size")
    return [
        [library.say(Phrase(exercise.label(step, option)), voice) for option in step.options]
        for voice in (VOUS, TU, ENGLISH)
    ]


@pytest.mark.usefixtures("folder")
def test_a_step_takes_the_options_and_labels_of_its_set(content: Path) -> None:
    french = ["Peu", "Beaucoup", "Plus"]

    assert labels(content) == [french, french, ["Little", "Much", "More"]]


def test_a_step_can_say_an_answer_of_its_set_otherwise(content: Path, folder: Path) -> None:
    change(folder / "en.yaml", "more: More", "more: More, low: A little")

    assert labels(content)[-1] == ["A little", "Much", "More"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("set: much", "set: gone", ":6: steps.2: there is no set gone"),
        ("options: [more]", "options: [low]", ":6: steps.2: an option stands here twice"),
        (
            "options: [more]",
            f"options: [{', '.join('abcdefghijk')}]",
            ":6: steps.2: a step of kind scale has 2 to 12 options",
        ),
        (
            "kind: date",
            "kind: date, set: much",
            ":8: steps.4: Value error, a step of kind date has",
        ),
    ],
)
def test_a_step_that_does_not_fit_its_set_is_named(
    content: Path, folder: Path, *, old: str, new: str, expected: str
) -> None:
    change(folder / "exercise.yaml", old, new)

    assert f"{EXERCISE}/exercise.yaml{expected}" in complaint(content)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (", high: Much", "", ":1: file: Value error, the labels in en are not those of its"),
        ("[low, high]", "[low, low]", ":1: file: Value error, an option stands here twice"),
        ("[low, high]", "[low]", ":1: options: List should have at least 2"),
        ("low: Peu", 'low: ""', ":3: labels.fr.low: String should have at least"),
    ],
)
def test_a_fault_in_a_set_is_named_with_its_line(
    content: Path, file: Path, *, old: str, new: str, expected: str
) -> None:
    change(file, old, new)

    assert f"answers/much.yaml{expected}" in complaint(content)


def test_who_signs_off_an_exercise_signs_off_the_answers_it_takes(
    content: Path, folder: Path, file: Path
) -> None:
    def digest() -> str:
        return next(one.sha256 for one in read_pieces(content) if one.place == folder)

    before = digest()

    change(file, "Peu", "Un peu")

    assert digest() != before
