"""An exercise is played in the terminal, as whoever writes one sees it."""

import shutil
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.domain.people import Language, Voice
from bot.library import open_library
from bot.preview import Preview
from tests.library.content_folder import CONTENT
from tests.library.exercise_folder import write_small_exercise
from tests.library.test_homework_files import HOMEWORK

ENGLISH = Voice(language=Language.ENGLISH)
CAUTION = "why: To try.\nseen: Nothing.\ncaution: Gently.\nsteps:\n"


def played(content: Path, *typed: str) -> str:
    """Return what is told while these lines are typed."""
    library = open_library(content)
    exercise = library.exercise("small")
    assert exercise is not None
    told: list[str] = []
    preview = Preview(exercise=exercise, library=library, voice=ENGLISH, tell=told.append)
    preview.play(f"{line}\n" for line in typed)
    return "\n".join(told)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    write_small_exercise(content)
    return content


@pytest.fixture
def homework(content: Path) -> Path:
    folder = content / "exercises" / "small"
    for name, old, new in (
        ("exercise.yaml", "steps:\n", HOMEWORK),
        ("fr.yaml", "steps:\n", CAUTION),
        ("en.yaml", "steps:\n", CAUTION),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return content


def test_each_kind_of_question_is_answered_to_the_end(content: Path) -> None:
    told = played(content, "2", "1, 2", "1", "1", "2026-12-01", "1", "my words", "")

    for prompt in ("Going out", "Which ones", "How much", "What time", "What day", "What words"):
        assert prompt in told
    assert "  1. 07:00" in told
    assert "  1. Walking" in told.rpartition("Which one")[2]
    assert "  - Look far away (10 s)" in told
    assert told.endswith("The end.")


def test_a_line_without_words_skips_and_a_sign_goes_back(content: Path) -> None:
    told = played(content, "", "", "<", "1", ".")

    assert told.count("How much") == 2
    assert "The end." not in told


def test_what_is_no_answer_is_told_and_asked_again(content: Path) -> None:
    told = played(content, "3", "maybe")

    assert told.count("no answer") == 2
    assert told.count("Going out") == 3


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [(("",), "not tried yet"), (("1", "."), "tried"), (("1", "", "", "", "x"), "done")],
)
def test_homework_is_introduced_and_its_outcome_told(
    homework: Path, typed: tuple[str, ...], outcome: str
) -> None:
    told = played(homework, *typed)

    assert "Small (4 min). To try." in told
    assert "Gently." in told
    assert told.endswith(f"Outcome: {outcome}.")


def test_the_command_plays_a_real_exercise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", iter(["4\n", ".\n"]))

    assert main(["check-content", "--preview", "stress-thermometer"]) == 0

    assert "question 1 sur 7" in capsys.readouterr().out


def test_an_exercise_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-content", "--preview", "gone"]) == 2

    assert "gone" in capsys.readouterr().err
