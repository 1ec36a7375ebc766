from pathlib import Path

import pytest

from tests.content.conftest import Complain
from tests.library.exercise_folder import EXERCISE, write_small_exercise
from tests.library.job_phases_folder import TEXTS, write_small_phases

LONG = "mot mot. " * 26


@pytest.fixture
def exercise(content: Path) -> Path:
    return write_small_exercise(content)


def test_the_small_exercise_is_faultless(exercise: Path, complain: Complain) -> None:
    assert exercise.exists()
    assert complain() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("fr.yaml", "Quel jour", "Quel jour ?", "8: steps.day.prompt: has no no-break space"),
        ("fr.yaml", "Quel jour", LONG, "8: steps.day.prompt: has 52 words; 50 at most"),
        ("fr.yaml", "Quel jour", "mot " * 21, "8: steps.day.prompt: has a sentence of 21 words"),
        ("fr.yaml", "Quel jour", "Tu viens", "8: steps.day.prompt: says tu: “Tu”"),
        ("fr.yaml", "Quel jour", "Votre jour", "8: steps.day.prompt: says “Votre” and is missing"),
        ("fr.yaml", "Quel jour", "Jour raté", "8: steps.day.prompt: says “raté”; better"),
        (
            "fr.yaml",
            "Oui",
            "Oui mais pas maintenant",
            "4: steps.feel.options.yes: is a button of 4",
        ),
        ("fr.yaml", "Moins", "m" * 25, "6: steps.size.options.less: is a button of 25 signs"),
        ("fr.yaml", "Marcher", "m" * 41, "9: steps.words.options.walk: is an option of 41 signs"),
        ("fr.yaml", "Petit", "Humeur", "1: title: shows “Humeur” on a lock screen"),
        ("fr.yaml", "Petit", "Un deux trois quatre", "1: title: is a button of 4 words"),
        ("fr-tu.yaml", "toi", "vous", "2: steps.feel.prompt: says vous: “vous”"),
        ("fr-tu.yaml", "avec toi", "avec vous", "2: steps.feel.prompt: says the same as fr.yaml"),
        ("en.yaml", "What day", "You must", "8: steps.day.prompt: says “You must”; better"),
        ("en.yaml", "Small", "Your mood", "1: title: shows “mood” on a lock screen"),
    ],
)
def test_the_texts_of_an_exercise_are_written_with_care(
    exercise: Path, complain: Complain, *, file: str, old: str, new: str, expected: str
) -> None:
    text = (exercise / file).read_text(encoding="utf-8")
    assert old in text
    (exercise / file).write_text(text.replace(old, new), encoding="utf-8")

    assert any(f"{EXERCISE}/{file}:{expected}" in one for one in complain())


def test_the_reminders_of_a_phase_of_work_are_written_with_care(
    content: Path, complain: Complain
) -> None:
    file = write_small_phases(content) / "job-phases/fr.yaml"
    file.write_text(TEXTS.replace("The eve", "Ta veille"), encoding="utf-8")

    [told] = complain()
    assert told.endswith("job-phases/fr.yaml:2: reminders.eve: says tu: “Ta”")
