from pathlib import Path

import pytest

from bot.domain.exercise import ExerciseKind, StepKind
from bot.domain.message import Phrase
from bot.domain.people import Address, Language, Voice
from bot.library import Library, open_library
from bot.library.faults import ContentFault
from tests.content.conftest import Complain
from tests.library.content_folder import CONTENT

ALL_VOICES = [Voice(language=one, address=way) for one in Language for way in Address]
OPT_IN = {"breathing", "five-senses", "later", "long-breath", "opposite", "shoulders"}

TECHNIQUE = """\
version: 1
status: draft
place: 1
at-first: true
seconds: 30
steps:
  - id: how
    kind: guide
    lines: [{ id: look, seconds: 10 }, { id: touch, seconds: 20 }]
"""
AROUND = """\
version: 1
status: draft
steps:
  - { id: before, kind: scale, options: [calm, tense] }
  - { id: helped, kind: one, options: ["yes", "no"] }
"""
TEXTS = """\
title: Look
caution: Stop when you like
steps:
  how: { prompt: Here, lines: { look: Look, touch: Touch } }
"""
AROUND_TEXTS = """\
title: Practice
closing: Noted
steps:
  before: { name: before, prompt: Now, options: { calm: calm, tense: tense } }
  helped: { prompt: Better, options: { yes: better, no: same } }
"""


def write_technique(content: Path) -> Path:
    """Write a small technique and its frame into a content folder; return its folder."""
    files = {
        "practice/around/practice.yaml": AROUND,
        "techniques/look/technique.yaml": TECHNIQUE,
        **{f"practice/around/{one}.yaml": AROUND_TEXTS for one in ("fr", "en")},
        **{f"techniques/look/{one}.yaml": TEXTS for one in ("fr", "en")},
    }
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    return content / "techniques" / "look"


@pytest.fixture
def folder(content: Path) -> Path:
    return write_technique(content)


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(CONTENT)


def test_there_are_sixteen_techniques_and_those_with_more_cautions_wait_for_a_yes(
    library: Library,
) -> None:
    techniques = library.techniques()

    assert len(techniques) == 16
    assert {one.id for one in techniques if not one.at_first} == OPT_IN


def test_each_has_a_place_of_its_own_and_those_allowed_at_first_come_first(
    library: Library,
) -> None:
    techniques = library.techniques()

    assert [one.place for one in techniques] == list(range(1, 17))
    assert sorted(techniques, key=lambda one: not one.at_first) == techniques


def test_each_is_asked_about_before_and_after(library: Library) -> None:
    for one in library.techniques():
        assert [step.id for step in one.steps] == ["before", "how", "after", "helped"]
        assert one.kind is ExerciseKind.TECHNIQUE
        assert one.steps[1].kind is StepKind.GUIDE


@pytest.mark.parametrize("voice", ALL_VOICES)
def test_each_has_its_words_and_takes_those_around_it_from_the_frame(
    library: Library, voice: Voice
) -> None:
    for one in library.techniques():
        before, how, _, helped = one.steps
        own = [one.title, one.caution, one.prompt(how), one.label(how, how.lines[0].id)]
        frame = [one.closing, one.prompt(before), one.name(before), one.label(helped, "worse")]

        assert all(key.startswith(f"{one.id}/") for key in own)
        assert all(key.startswith("around/") for key in frame)
        assert all(library.say(Phrase(key), voice) for key in own + frame)


def test_a_small_one_is_faultless(folder: Path, complain: Complain) -> None:
    assert folder.exists()
    assert complain() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("technique.yaml", "seconds: 30", "seconds: 31", "its lines take 30 seconds and not 31"),
        ("technique.yaml", "at-first: true\n", "", "1: at-first: Field required"),
        ("technique.yaml", "at-first: true", "at-first: maybe", "4: at-first: Input should be"),
        ("fr.yaml", "caution: Stop when you like\n", "", "fr.yaml:1: caution: is missing"),
        ("en.yaml", "title: Look\n", "", "en.yaml:1: title: is missing"),
        ("en.yaml", "look: Look", "look: Imagine it", "asks for what no technique does: “Imagine”"),
        ("fr.yaml", "look: Look", "look: Les yeux fermés", "does: “yeux fermés”"),
        ("fr.yaml", "title: Look", "title: Anti-stress", "shows “stress” on a lock screen"),
    ],
)
def test_what_is_wrong_with_a_technique_is_named(
    folder: Path, complain: Complain, *, file: str, old: str, new: str, expected: str
) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    assert any(expected in one for one in complain())


def test_techniques_need_what_is_asked_around_them(folder: Path, content: Path) -> None:
    (content / "practice" / "around").rename(content / "elsewhere")

    with pytest.raises(ContentFault, match="is needed by the techniques"):
        open_library(content)
    assert folder.exists()


def test_other_exercises_may_say_what_no_technique_does(folder: Path, complain: Complain) -> None:
    around = folder.parents[1] / "practice" / "around" / "fr.yaml"
    around.write_text(around.read_text(encoding="utf-8").replace("Now", "Un rêve"))

    assert complain() == []
