"""A programme is read as it stands, and what is wrong with it is told with its line."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.message import Phrase
from bot.domain.people import Address, Language, Voice
from bot.library.checking import check
from bot.library.shelf import open_library, read_content
from tests.library.content_folder import (
    CONTENT,
    add,
    write_small_content,
    write_small_source,
)
from tests.library.exercise_folder import write_small_exercise

PROGRAMME = """\
minutes: 90
sessions:
  - { id: begin, exercises: [small] }
  - { id: end }
boosters:
  - { id: later, months: 3 }
  - { id: again, months: 6, after: begin, exercises: [small] }
"""
TEXTS = """\
title: Two
sessions:
  begin: { title: One, line: The first }
  end: { title: Two, line: The second }
  later: { title: Three, line: The third }
  again: { title: Four, line: The fourth }
"""
FRENCH = Voice(language=Language.FRENCH)
FAMILIAR = Voice(language=Language.FRENCH, address=Address.TU)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = write_small_content(tmp_path / "content")
    write_small_exercise(folder)
    there = folder / "programmes" / "two"
    there.mkdir(parents=True)
    add(there / "programme.yaml", PROGRAMME)
    for name in ("fr.yaml", "en.yaml"):
        add(there / name, TEXTS)
    return folder


def told(content: Path) -> list[str]:
    _, faults = read_content(content)
    return [f"{one.file.name}:{one.line}: {one.what}" for one in faults]


def test_the_eight_workshops_are_there_in_their_order() -> None:
    library = open_library(CONTENT)

    programme = library.programme("eight-workshops")

    assert programme is not None
    assert [one.id for one in library.programmes()] == [
        "eight-workshops",
        "towards-interview",
    ]
    assert len(programme.sessions) == 8
    assert programme.length == timedelta(hours=2)
    assert library.say(Phrase(programme.session_title(1)), FRENCH) == "Le stress au travail"
    assert library.say(Phrase(programme.title), FRENCH) == "Huit ateliers"
    assert library.programme("another") is None


def test_a_programme_says_what_its_files_say(content: Path) -> None:
    add(content / "programmes/two/fr-tu.yaml", "sessions: { end: { line: Yours } }\n")

    library = open_library(content)

    programme = library.programme("two")
    assert programme is not None
    assert programme.sessions[0].exercises == ("small",)
    assert [(one.months, one.after) for one in programme.boosters] == [(3, "end"), (6, "begin")]
    assert library.say(Phrase(programme.session_title(4)), FRENCH) == "Four"
    assert library.say(Phrase(programme.session_line(2)), FRENCH) == "The second"
    assert library.say(Phrase(programme.session_line(2)), FAMILIAR) == "Yours"


@pytest.mark.parametrize(
    ("file", "was", "becomes", "fault"),
    [
        ("programme.yaml", "[small]", "[lost]", "programme.yaml:3: there is no exercise lost"),
        ("programme.yaml", "id: end", "id: begin", "programme.yaml:4: stands here twice"),
        ("programme.yaml", "after: begin", "after: lost", "programme.yaml:7: there is no workshop"),
        (
            "programme.yaml",
            "after: begin",
            "after: later",
            "programme.yaml:7: there is no workshop",
        ),
        ("programme.yaml", "id: later", "id: end", "programme.yaml:6: stands here twice"),
        ("programme.yaml", "months: 3", "months: 0", "programme.yaml:6: "),
        ("en.yaml", "later: {", "soon: {", "en.yaml:5: belongs to no workshop"),
        ("programme.yaml", "minutes: 90", "minutes: 5", "programme.yaml:1: Input should be"),
        ("programme.yaml", "minutes:", "hours:", "programme.yaml:1: "),
        ("en.yaml", ", line: The second", "", "en.yaml:4: is missing"),
        ("en.yaml", "end: {", "other: {", "en.yaml:4: belongs to no workshop"),
        ("fr.yaml", "title: Two\nsess", "title: [\nsess", "fr.yaml:"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    content: Path, file: str, was: str, becomes: str, fault: str
) -> None:
    there = content / "programmes/two" / file
    there.write_text(there.read_text().replace(was, becomes))

    assert any(one.startswith(fault) for one in told(content)), told(content)


def test_texts_that_are_missing_or_belong_to_nothing_are_named_file_by_file(content: Path) -> None:
    there = content / "programmes/two"
    (there / "fr.yaml").write_text(TEXTS.replace("title: Two\ns", "s").replace("again:", "once:"))
    (there / "en.yaml").write_text(TEXTS.replace("title: Three, ", ""))
    add(there / "fr-tu.yaml", "title: Yours\nsessions:\n  lost: { title: Yours }\n")

    _, faults = read_content(content)

    assert [str(one).removeprefix(f"{there}/") for one in faults] == [
        "fr.yaml:1: sessions.again.line: is missing",
        "fr.yaml:1: sessions.again.title: is missing",
        "fr.yaml:1: title: is missing",
        "fr.yaml:5: sessions.once.title: belongs to no workshop of the programme",
        "fr.yaml:5: sessions.once.line: belongs to no workshop of the programme",
        "fr-tu.yaml:3: sessions.lost.title: belongs to no workshop of the programme",
        "en.yaml:5: sessions.later.title: is missing",
    ]


@pytest.mark.parametrize("file", ["programme.yaml", "fr.yaml", "en.yaml"])
def test_a_file_that_is_not_there_is_named(content: Path, file: str) -> None:
    (content / "programmes/two" / file).unlink()

    [fault] = told(content)

    assert fault.startswith(f"{file}:1: cannot be read")


def test_a_programme_and_an_exercise_have_different_names(content: Path) -> None:
    (content / "programmes/two").rename(content / "programmes/small")

    assert any("an exercise has the name" in one for one in told(content))


def test_the_texts_of_a_programme_are_written_as_agreed(content: Path, tmp_path: Path) -> None:
    source = write_small_source(tmp_path / "source")
    there = content / "programmes/two/en.yaml"
    there.write_text(there.read_text().replace("The first", "Don't"))

    found = [str(one) for one in check(content, source)]

    assert any("en.yaml:3: sessions.begin.line: has a straight apostrophe" in one for one in found)
