from pathlib import Path

import pytest

from bot.domain.exercise import ExerciseKind, Line, Step, StepKind
from bot.domain.message import Phrase
from bot.domain.people import Address, Language, Voice
from bot.library import Library, open_library
from bot.library.faults import ContentFault
from tests.library.exercise_folder import EXERCISE, write_small_exercise

YES_NO = '["yes", "no"]'
TU = Voice(language=Language.FRENCH, address=Address.TU)
VOUS = Voice(language=Language.FRENCH)
ENGLISH = Voice(language=Language.ENGLISH)


def complaint(content: Path) -> str:
    with pytest.raises(ContentFault) as caught:
        open_library(content)
    return str(caught.value).replace(f"{content}/", "")


@pytest.fixture
def folder(content: Path) -> Path:
    return write_small_exercise(content)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_check_in_has_four_scales_and_a_private_sentence(library: Library) -> None:
    exercise = library.exercise("mood")

    assert exercise is not None
    assert exercise.kind is ExerciseKind.CHECKIN
    assert [step.id for step in exercise.steps] == ["mood", "energy", "calm", "sleep", "note"]
    assert {len(step.options) for step in exercise.steps[:4]} == {5}
    assert [step.private for step in exercise.steps] == [False] * 4 + [True]


@pytest.mark.parametrize(
    ("voice", "prompt", "label"),
    [
        (VOUS, "Comment est votre humeur maintenant\N{NO-BREAK SPACE}?", "très bonne"),
        (TU, "Comment est ton humeur maintenant\N{NO-BREAK SPACE}?", "très bonne"),
        (ENGLISH, "How is your mood right now?", "very good"),
    ],
)
def test_a_question_is_said_in_every_voice(
    library: Library, voice: Voice, prompt: str, label: str
) -> None:
    exercise = library.exercise("mood")
    assert exercise is not None
    step = exercise.steps[0]

    assert library.say(Phrase(exercise.prompt(step)), voice) == prompt
    assert library.say(Phrase(exercise.label(step, "very-good")), voice) == label


def test_an_exercise_that_is_not_there_is_none(library: Library) -> None:
    assert library.exercise("gone") is None


def test_every_kind_of_step_can_be_written(content: Path, folder: Path) -> None:
    exercise = open_library(content).exercise(folder.name)

    assert exercise is not None
    assert exercise.kind is ExerciseKind.EXERCISE
    assert {step.kind for step in exercise.steps} == set(StepKind)
    assert exercise.steps[1] == Step(
        id="which",
        kind=StepKind.SEVERAL,
        options=("one", "two"),
        when={"feel": frozenset({"no"})},
        limit=300,
    )
    assert exercise.steps[-1].lines[0] == Line(id="look", lasts=exercise.steps[-1].lines[0].lasts)
    assert exercise.steps[-2].sources == (("small", "words"),)


def test_how_many_can_be_chosen_at_most_is_read(library: Library) -> None:
    names = ("sort-stressors", "work-beliefs", "strengths", "early-signs")
    found = [library.exercise(name) for name in names]

    assert [one and one.steps[0].at_most for one in found] == [3, 3, 5, 0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("version: 1", "version: one", ":1: version: Input should be a valid integer"),
        ("status: draft", "status: done", ":2: status: Input should be 'draft'"),
        ("kind: scale", "kind: scales", ":6: steps.2.kind: Input should be"),
        ("kind: one,", "kind: one, colour: red,", ":4: steps.0.colour: Extra inputs"),
        (YES_NO, '["yes"]', ":4: steps.0: Value error, a step of kind one has 2 to 12"),
        (
            YES_NO,
            f"[{', '.join('abcdefghijklm')}]",
            ":4: steps.0: Value error, a step of kind one has",
        ),
        (YES_NO, "[a, a]", ":4: steps.0: Value error, an option stands here twice"),
        (YES_NO, "[a, B]", ":4: steps.0: Value error, no option of a step of kind one: B"),
        ('["07:00"]', '["7h"]', "Value error, no option of a step of kind time: 7h"),
        ("id: which", "id: feel", ":5: steps.1: another step is called feel"),
        ('feel: ["no"]', "feel: [maybe]", ":5: steps.1: there is no such answer before it"),
        ('feel: ["no"]', 'last: ["no"]', ":5: steps.1: there is no such answer before it"),
        (
            "kind: one,",
            "kind: one, when: { x: [y] },",
            ":4: steps.0: the first step is asked",
        ),
        ("from: small/words", "from: small/hour", "own: picks from a text that nobody is asked"),
        ("from: small/words", "from: [small/feel, small/x]", "own: picks from a text that nobody"),
        ("from: small/words", "private: true", "Value error, from belongs to a step of kind own"),
        ("kind: date", "kind: guide", "Value error, lines belong to a step of kind guide"),
        ("kind: date", "kind: date, at-most: 2", "at-most belongs to a step of kind several"),
        ("[one, two]", "[one, two], at-most: 1", "at-most: Input should be greater than or"),
        (
            "[one, two]",
            "[one, two], at-most: 2",
            ":5: steps.1: Value error, at-most 2 of 2 options",
        ),
        ("[one, two]", "[one, two], at-most: many", "at-most: Input should be a valid integer"),
        ("seconds: 10", "seconds: 0", "lines.0.seconds: Input should be greater than"),
    ],
)
def test_a_fault_in_an_exercise_is_named_with_its_line(
    content: Path, folder: Path, old: str, new: str, expected: str
) -> None:
    change(folder / "exercise.yaml", old, new)

    found = complaint(content)

    assert expected in found
    assert f"{EXERCISE}/exercise.yaml:" in found


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("en.yaml", "title: Small\n", "", "en.yaml:1: title: is missing"),
        ("en.yaml", "name: size, ", "", "en.yaml:6: steps.size.name: is missing"),
        ("en.yaml", "yes: Yes, ", "", "en.yaml:4: steps.feel.options.yes: is missing"),
        ("fr.yaml", "no: Non", "no: Non, maybe: Bof", "fr.yaml:4: steps.feel.options.maybe: be"),
        ("fr.yaml", "title: Petit", "title: Petit\nsub: x", "fr.yaml:2: sub: Extra inputs"),
        ("fr.yaml", "title: Petit", 'title: ""', "fr.yaml:1: title: String should have at least"),
        ("fr-tu.yaml", "feel:", "felt:", "fr-tu.yaml:2: steps.felt.prompt: belongs to no step"),
    ],
)
def test_a_text_that_is_missing_or_left_over_is_named(
    content: Path, folder: Path, *, file: str, old: str, new: str, expected: str
) -> None:
    change(folder / file, old, new)

    assert f"{EXERCISE}/{expected}" in complaint(content)


def test_texts_are_named_file_by_file(content: Path, folder: Path) -> None:
    change(folder / "fr.yaml", "title: Petit\n", "")
    change(folder / "fr.yaml", "day: { prompt: Quel jour }", "day: { name: jour }")
    change(folder / "fr-tu.yaml", "steps:", "why: Pour toi.\nsteps:")
    change(folder / "en.yaml", "look: Look", "see: Look")

    lines = [line.removeprefix(f"{EXERCISE}/") for line in complaint(content).splitlines()]

    assert lines == [
        "fr.yaml:7: steps.day.prompt: is missing",
        "fr.yaml:1: title: is missing",
        "fr.yaml:7: steps.day.name: belongs to no step of the exercise",
        "fr-tu.yaml:1: why: belongs to no step of the exercise",
        "en.yaml:11: steps.last.lines.look: is missing",
        "en.yaml:11: steps.last.lines.see: belongs to no step of the exercise",
    ]


@pytest.mark.parametrize("file", ["exercise.yaml", "fr.yaml", "en.yaml"])
def test_a_file_that_is_not_there_is_named(content: Path, folder: Path, file: str) -> None:
    (folder / file).unlink()

    assert f"{EXERCISE}/{file}:1: file: cannot be read" in complaint(content)


def test_two_exercises_of_one_name_are_refused(content: Path, folder: Path) -> None:
    write_small_exercise(content, f"checkins/{folder.name}")

    assert "exercise.yaml:1: file: another exercise has the same name" in complaint(content)
