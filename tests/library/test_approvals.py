"""What nobody has signed off as it stands is held back; help never is."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.domain.message import Phrase
from bot.domain.people import Language, Voice
from bot.domain.safety import Tier
from bot.library import Library, open_library
from bot.library.approvals import (
    WAKEUP,
    approve,
    held_back,
    read_approvals,
    read_pieces,
    told,
)
from bot.library.exercises import FOLDERS
from bot.library.faults import ContentFault
from tests.library.content_folder import CONTENT, add

TODAY = date(2026, 11, 20)
BY = "Dr Canari"
ENGLISH = Voice(language=Language.ENGLISH)
NUDGE = Phrase("nudge")
MOOD = Phrase("run-first", {"first": Phrase("mood/title"), "then": Phrase("menu")})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content, with nothing signed off."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "approvals.yaml"


def approve_all(folder: Path, *but: str) -> None:
    chosen = [piece for piece in read_pieces(folder) if piece.name not in but]
    approve(folder / "approvals.yaml", chosen, by=BY, on=TODAY)


def opened(folder: Path) -> Library:
    return open_library(folder, folder / "approvals.yaml")


def waiting(folder: Path) -> set[str]:
    return set(held_back(read_pieces(folder), read_approvals(folder / "approvals.yaml")))


def test_every_exercise_every_list_and_the_wakeup_have_to_be_signed_off(folder: Path) -> None:
    names = {piece.name for piece in read_pieces(folder)}

    for kind in FOLDERS:
        found = {f"{kind}/{one.name}" for one in (folder / kind).glob("*") if one.is_dir()}
        assert found <= names
    assert {"checkins/mood", "safety/fr", "safety/en", WAKEUP} <= names
    assert not any(name.startswith("help") for name in names)


def test_what_was_signed_off_is_written_down_and_read_again(folder: Path, file: Path) -> None:
    [mood] = [piece for piece in read_pieces(folder) if piece.name == "checkins/mood"]

    approve(file, [mood], by=BY, on=TODAY)

    approval = read_approvals(file)["checkins/mood"]
    assert (approval.by, approval.on, approval.sha256) == (BY, TODAY, mood.sha256)
    assert waiting(folder) == {piece.name for piece in read_pieces(folder)} - {"checkins/mood"}


def test_signing_off_one_text_leaves_the_others(folder: Path, file: Path) -> None:
    first, second, *_ = read_pieces(folder)

    approve(file, [first], by=BY, on=TODAY)
    approve(file, [second], by="Another", on=TODAY)

    assert {name: one.by for name, one in read_approvals(file).items()} == {
        first.name: BY,
        second.name: "Another",
    }


@pytest.mark.parametrize(
    ("changed", "piece"),
    [
        ("checkins/mood/fr.yaml", "checkins/mood"),
        ("checkins/mood/checkin.yaml", "checkins/mood"),
        ("safety/en.yaml", "safety/en"),
        ("words/fr.ftl", WAKEUP),
        ("words/fr-tu.ftl", None),
        ("help/FR.yaml", None),
    ],
)
def test_a_change_has_to_be_signed_off_again(folder: Path, changed: str, piece: str | None) -> None:
    approve_all(folder)
    text = (folder / changed).read_text(encoding="utf-8")

    old, new = ("C’est l’heure du réveil", "Debout") if changed == "words/fr.ftl" else ("", "# x\n")
    (folder / changed).write_text(text.replace(old, new, 1), encoding="utf-8")

    assert waiting(folder) == ({piece} if piece else set())


def test_other_ends_of_lines_are_no_change(folder: Path) -> None:
    approve_all(folder)
    for changed in folder.glob("*/*/*.yaml"):
        changed.write_bytes(changed.read_bytes().replace(b"\n", b"\r\n"))

    assert waiting(folder) == set()


def test_without_approvals_nothing_but_help_and_menus_is_said(folder: Path) -> None:
    library = opened(folder)

    assert library.exercise("mood") is None
    assert library.techniques() == []
    assert library.worry("je veux mourir") is None
    assert library.holds_back(NUDGE)
    assert library.holds_back(MOOD)
    assert not library.holds_back(Phrase("menu", {"name": "Camille"}))
    assert "3114" in library.help_text("FR", ENGLISH)


def test_with_all_approvals_nothing_is_held_back(folder: Path) -> None:
    approve_all(folder)

    library = opened(folder)

    assert library.held_back == frozenset()
    assert library.exercise("mood") is not None
    assert library.techniques()
    assert library.worry("je veux mourir") is Tier.DIRECT
    assert not library.holds_back(NUDGE)


def test_only_what_is_not_signed_off_is_held_back(folder: Path) -> None:
    approve_all(folder, "checkins/mood", "safety/fr")

    library = opened(folder)

    assert library.held_back == {"checkins/mood", "safety/fr"}
    assert library.holds_back(MOOD)
    assert library.holds_back(Phrase("people", {"lines": (Phrase("mood/closing"),)}))
    assert not library.holds_back(NUDGE)
    assert library.worry("je veux mourir") is None
    assert library.worry("I want to die") is Tier.DIRECT


def test_techniques_wait_for_the_frame_around_them(folder: Path) -> None:
    approve_all(folder, "practice/around")

    library = opened(folder)

    assert library.techniques() == []
    assert library.exercise("mood") is not None


def test_whoever_asks_for_no_approvals_has_everything(folder: Path) -> None:
    library = open_library(folder)

    assert library.held_back == frozenset()
    assert library.exercise("mood") is not None


def test_a_file_that_cannot_be_read_is_named_with_its_line(folder: Path, file: Path) -> None:
    file.write_text("checkins/mood: { by: '', on: soon }\n", encoding="utf-8")

    with pytest.raises(ContentFault, match=r"approvals\.yaml:1: checkins/mood\.on"):
        opened(folder)


def test_how_it_stands_is_told_of_each(folder: Path, file: Path) -> None:
    first, second, third, *_ = read_pieces(folder)
    approve(file, [first, second], by=BY, on=TODAY)
    add(second.place / "fr.yaml", "# more\n")

    changed = {piece.name: piece for piece in read_pieces(folder)}
    keys = [told(changed[one.name], read_approvals(file)).key for one in (first, second, third)]

    assert keys == ["cli-approval", "cli-approval-older", "cli-approval-none"]
