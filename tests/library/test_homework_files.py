"""What an exercise says of itself when it is set between two workshops, and its faults."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.homework import Again, Gate, Homework
from bot.library import open_library
from tests.library.exercise_folder import EXERCISE, write_small_exercise
from tests.library.test_exercises import change, complaint

HOMEWORK = """\
homework:
  workshop: 2
  minutes: 4
  times: 3
  core: [feel]
  done: [feel, words]
  easier: [feel, which, size]
  private: true
  gate: { step: size, stops: [more] }
  again: { on: day, plays: small }
steps:
"""
TEXTS = {"fr.yaml": ("Pour essayer.", "Rien."), "en.yaml": ("To try.", "Nothing.")}


@pytest.fixture
def folder(content: Path) -> Path:
    """The small exercise, set after the second workshop."""
    folder = write_small_exercise(content)
    change(folder / "exercise.yaml", "steps:\n", HOMEWORK)
    for name, (why, seen) in TEXTS.items():
        change(folder / name, "steps:\n", f"why: {why}\nseen: {seen}\nsteps:\n")
    return folder


def read(content: Path) -> Homework | None:
    exercise = open_library(content).exercise("small")
    assert exercise is not None
    return exercise.homework


def test_all_that_can_be_said_is_read(content: Path, folder: Path) -> None:
    assert folder.exists()
    assert read(content) == Homework(
        workshop=2,
        minutes=timedelta(minutes=4),
        times=3,
        core=("feel",),
        done=("feel", "words"),
        easier=("feel", "which", "size"),
        private=True,
        gate=Gate(step="size", stops=frozenset({"more"})),
        again=Again(plays="small", on="day"),
    )


def test_most_can_be_left_out(content: Path, folder: Path) -> None:
    for line in HOMEWORK.splitlines()[3:4] + HOMEWORK.splitlines()[6:10]:
        change(folder / "exercise.yaml", f"{line}\n", "")

    homework = read(content)

    assert homework is not None
    assert (homework.times, homework.easier, homework.private) == (1, (), False)
    assert (homework.gate, homework.again) == (None, None)


def test_it_can_come_back_after_some_days(content: Path, folder: Path) -> None:
    change(folder / "exercise.yaml", "on: day", "after: [30, 90]")

    homework = read(content)

    assert homework is not None
    assert homework.again == Again(plays="small", after=(timedelta(days=30), timedelta(days=90)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("workshop: 2", "workshop: 9", ":4: homework.workshop: Input should be less than"),
        ("workshop: 2", "workshop: -1", ":4: homework.workshop: Input should be greater"),
        ("minutes: 4", "minutes: 0", ":5: homework.minutes: Input should be greater"),
        ("core: [feel]", "core: []", ":7: homework.core: List should have at least 1"),
        ("core: [feel]", "core: [felt]", ":7: homework.core: there is no such step: felt"),
        ("words]", "gone]", ":8: homework.done: there is no such step: gone"),
        (
            "easier: [feel, which, size]",
            "easier: [x]",
            ":9: homework.easier: there is no such step: x",
        ),
        (
            "easier: [feel, which, size]",
            "easier: [which, words]",
            ":9: homework.easier: which is asked after answers to feel",
        ),
        (
            "easier: [feel, which, size]",
            "easier: [hour]",
            ":9: homework.easier: holds nothing of what counts as tried or done",
        ),
        ("which, size]", "which]", ":9: homework.easier: leaves out what comes first: size"),
        ("stops: [more]", "stops: [most]", ":11: homework.gate: there is no such answer"),
        ("step: size", "step: hour", ":11: homework.gate: there is no such answer"),
        ("step: size", "step: gone", ":11: homework.gate: there is no such answer"),
        ("on: day", "on: hour", ":12: homework.again: there is no step that asks for a date: hour"),
        ("on: day", "on: gone", ":12: homework.again: there is no step that asks for a date: gone"),
        ("on: day, ", "", ":12: homework.again: Value error, comes back on the date of a step"),
        ("on: day", "on: day, after: [3]", ":12: homework.again: Value error, comes back on"),
        ("plays: small", "plays: large", ":12: homework.again: there is no exercise large"),
        ("times: 3", "often: 3", ":6: homework.often: Extra inputs"),
    ],
)
def test_a_fault_is_named_with_its_line(
    content: Path, folder: Path, *, old: str, new: str, expected: str
) -> None:
    change(folder / "exercise.yaml", old, new)

    assert f"{EXERCISE}/exercise.yaml{expected}" in complaint(content)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("en.yaml", "why: To try.\n", "", "en.yaml:1: why: is missing"),
        ("fr.yaml", "seen: Rien.\n", "", "fr.yaml:1: seen: is missing"),
        ("fr.yaml", "steps:", "caution: Doucement.\nsteps:", "en.yaml:1: caution: is missing"),
    ],
)
def test_a_text_that_is_missing_in_a_language_is_named(
    content: Path, folder: Path, *, file: str, old: str, new: str, expected: str
) -> None:
    change(folder / file, old, new)

    assert f"{EXERCISE}/{expected}" in complaint(content)


def test_what_there_is_to_mind_is_known_of(content: Path, folder: Path) -> None:
    change(folder / "fr.yaml", "steps:", "caution: Doucement.\nsteps:")
    change(folder / "en.yaml", "steps:", "caution: Gently.\nsteps:")

    homework = read(content)

    assert homework is not None
    assert homework.has_caution


def test_only_an_exercise_is_set_between_two_workshops(content: Path) -> None:
    folder = write_small_exercise(content, "checkins/small")
    change(folder / "checkin.yaml", "steps:\n", HOMEWORK)

    assert "checkin.yaml:3: homework: belongs to what stands in exercises/" in complaint(content)


def test_texts_of_homework_belong_to_nothing_elsewhere(content: Path) -> None:
    folder = write_small_exercise(content)
    change(folder / "en.yaml", "steps:\n", "why: To try.\nsteps:\n")

    assert "en.yaml:3: why: belongs to no step of the exercise" in complaint(content)
