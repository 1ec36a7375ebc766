from pathlib import Path

import pytest

from bot.domain.people import Address, Language, Voice
from bot.library import Library, open_library
from bot.library.faults import ContentFault, MissingWord
from tests.library.content_folder import PLAIN, add

LINES = PLAIN.count("\n")


def complaint(content: Path) -> str:
    with pytest.raises(ContentFault) as caught:
        open_library(content)
    return str(caught.value).replace(f"{content}/", "")


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("fr.ftl", "salut = Bonjour\n", "words/fr.ftl:14: salut: is missing in en.ftl"),
        ("en.ftl", "hello = Hello\n", "words/en.ftl:14: hello: is missing in fr.ftl"),
        ("fr-tu.ftl", "hello = Salut\n", "words/fr-tu.ftl:1: hello: is not in fr.ftl"),
        ("en.ftl", "broken = { $x\n", "words/en.ftl:14: broken = { $x: cannot be read:"),
        ("en.ftl", "help-card = x\n", "words/en.ftl:14: help-card: stands here twice, first on"),
        ("fr-tu.ftl", "help-card = x\n", "words/fr-tu.ftl:1: help-card: differs from fr.ftl in $c"),
        ("en.ftl", "-name = { other }\n", "words/en.ftl:14: -name: refers to other, which is not"),
        ("en.ftl", "hello =\n    .title = x\n", "words/en.ftl:14: hello: has attributes, which"),
        ("consents.yaml", "x: 1\n", "words/consents.yaml:"),
        ("heard.yaml", "sos: []\n", "words/heard.yaml:21: sos: Extra inputs are not permitted"),
    ],
)
def test_a_fault_in_the_words_is_named_with_its_line(
    content: Path, file: str, text: str, expected: str
) -> None:
    add(content / "words" / file, text)

    assert expected in complaint(content)


def test_every_fault_is_named_at_once(content: Path) -> None:
    add(content / "words" / "en.ftl", "hello = Hello\nbroken = {\n")
    (content / "help" / "FR.yaml").write_text("lines: []\n", encoding="utf-8")

    found = complaint(content)

    assert "hello: is missing" in found
    assert "broken = {" in found
    assert "help/FR.yaml:1: emergency: Field required" in found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"3114"', "3114", "help/FR.yaml:7: lines.0.number: Input should be a valid string"),
        ('"3114"', '"trente"', "help/FR.yaml:7: lines.0.number: String should match"),
        (', en: "suicide prevention"', "", "help/FR.yaml:8: lines.0.name: Value error, no text in"),
        ("verified: 2026-11-20", "verified: soon", "help/FR.yaml:14: verified: Input should be"),
        ("emergency:", "emergencies:", "help/FR.yaml:5: emergencies: Extra inputs"),
        ('["15", "112"]', '["15"', "help/FR.yaml:6: file: cannot be read"),
    ],
)
def test_a_fault_in_a_help_card_is_named_with_its_line(
    content: Path, old: str, new: str, expected: str
) -> None:
    card = content / "help" / "FR.yaml"
    card.write_text(card.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    assert expected in complaint(content)


@pytest.mark.parametrize("file", ["en.ftl", "heard.yaml", "consents.yaml"])
def test_a_file_that_is_not_there_is_named(content: Path, file: str) -> None:
    (content / "words" / file).unlink()

    assert f"words/{file}:1: file: cannot be read" in complaint(content)


def test_a_folder_without_cards_is_no_content(content: Path) -> None:
    for card in (content / "help").glob("*.yaml"):
        card.unlink()

    assert "help:1: folder: holds no help card" in complaint(content)


def consent_library(content: Path, text: str) -> Library:
    for name in ("fr.ftl", "en.ftl"):
        add(content / "words" / name, f"consent-x = {text}\n")
    (content / "words" / "consents.yaml").write_text("consent-x: { version: 3, sha256: '' }\n")
    return open_library(content)


def test_what_is_new_in_a_text_is_said_where_that_was_written_down(content: Path) -> None:
    library = consent_library(content, "Yes.")
    consents = content / "words" / "consents.yaml"
    consents.write_text("consent-x: { version: 3, sha256: '', changed: news }\n")

    assert library.changed("consent-x") is None
    assert open_library(content).changed("consent-x") == "news"
    assert library.changed("consent-y") is None


def test_a_fingerprint_follows_every_voice_of_a_text(content: Path) -> None:
    first = consent_library(content, "Yes.").fingerprint("consent-x")
    add(content / "words" / "fr-tu.ftl", "consent-x = Oui.\n")
    second = open_library(content).fingerprint("consent-x")

    assert first[0] == second[0] == 3
    assert first[1] != second[1]
    assert len(first[1]) == len("ab" * 32)
    assert first == open_library_without_tu(content).fingerprint("consent-x")


def open_library_without_tu(content: Path) -> Library:
    (content / "words" / "fr-tu.ftl").write_text("", encoding="utf-8")
    return open_library(content)


def test_a_text_without_a_version_has_no_fingerprint(library: Library) -> None:
    with pytest.raises(MissingWord, match="help-card"):
        library.fingerprint("help-card")


def test_a_language_without_tu_says_the_same_to_all(library: Library) -> None:
    tu, vous = (Voice(language=Language.ENGLISH, address=address) for address in Address)

    assert library.help_text("FR", tu) == library.help_text("FR", vous)
