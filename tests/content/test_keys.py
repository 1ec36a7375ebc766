from pathlib import Path

import pytest

from tests.content.conftest import Complain
from tests.library.content_folder import PLAIN, add

LINE = PLAIN.count("\n") + 1


def add_everywhere(content: Path, text: str) -> None:
    for name in ("fr.ftl", "en.ftl"):
        add(content / "words" / name, text)


def test_the_small_content_is_faultless(complain: Complain) -> None:
    assert complain() == []


def test_a_key_that_is_used_nowhere_is_named(content: Path, complain: Complain) -> None:
    add_everywhere(content, "left-over = Hello\n")

    assert complain() == [
        f"content/words/en.ftl:{LINE}: left-over: is used nowhere",
        f"content/words/fr.ftl:{LINE}: left-over: is used nowhere",
    ]


def test_a_key_may_stay_unused_with_a_reason(content: Path, complain: Complain) -> None:
    add_everywhere(content, "# unused: staff read it on paper\nleft-over = Hello\n")

    assert complain() == []


def test_a_key_that_another_one_refers_to_is_used(
    content: Path, source: Path, complain: Complain
) -> None:
    add_everywhere(content, "inner = Hello\nouter = { inner }\n")
    add(source / "uses.py", "Phrase('outer')\n")

    assert complain() == []


@pytest.mark.parametrize(
    "code",
    [
        "KEY = 'nowhere'\nPhrase(KEY)",
        "KEYS = ('help-card', 'nowhere')\nPhrase(KEYS[n])",
        "KEYS = {1: 'nowhere'}\nPhrase(KEYS[n])",
        "def key():\n    return 'nowhere'\nPhrase(key())",
        "async def say(chat, key):\n    Phrase(key)\nsay(chat, 'nowhere')",
        "KEYS = [('nowhere', 1)]\n[Phrase(key) for key, n in KEYS]",
        "KEYS = ['nowhere']\nfor key in KEYS:\n    Phrase(key)",
    ],
)
def test_a_key_is_followed_through_the_names_of_a_module(
    source: Path, complain: Complain, code: str
) -> None:
    add(source / "other.py", f"{code}\n")

    assert ["nowhere: is used here" in one for one in complain()] == [True]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("Phrase('nowhere')", "nowhere: is used here and stands in no file of words"),
        ("Phrase('x' if y else 'keyboard-menu')", "x: is used here and stands in no file"),
        ("Phrase(f'phase-{n}')", "phase-…: is used here and stands in no file of words"),
        ("Phrase('help-card')", "help-card: is used here without $card (help-card)"),
        ("Phrase('help-card', {'x': 1})", "help-card: is used here without $card (help-card)"),
    ],
)
def test_a_use_that_could_not_be_said_is_named(
    source: Path, complain: Complain, code: str, expected: str
) -> None:
    add(source / "uses.py", f"\n{code}\n")

    (found,) = complain()

    assert found.startswith(f"source/uses.py:3: {expected}")


@pytest.mark.parametrize(
    "code",
    [
        "Phrase('help-card', {'card': x, 'more': y})",
        "Phrase('help-card', values)",
        "Phrase('help-card', {**values})",
        "Phrase('help-card', values=values)",
        "Phrase(f'value-days-{x}', {'first': x, 'last': y, 'days': z})",
        "Phrase(KEYS[0])",
        "Phrase()",
    ],
)
def test_a_use_that_can_be_said_is_fine(source: Path, complain: Complain, code: str) -> None:
    add(source / "uses.py", f"{code}\n")

    assert complain() == []


def test_a_key_made_of_parts_counts_as_used(
    content: Path, source: Path, complain: Complain
) -> None:
    add_everywhere(content, "phase-one = Light\n")
    add(source / "uses.py", "Phrase(f'phase-{name}')\n")

    assert complain() == []


def test_a_key_that_is_missing_in_a_language_is_named(
    content: Path, source: Path, complain: Complain
) -> None:
    add(content / "words" / "fr.ftl", "salut = Bonjour\n")
    add(source / "uses.py", "Phrase('salut')\n")

    assert complain() == [f"content/words/fr.ftl:{LINE}: salut: is missing in en.ftl"]


def test_a_consent_that_changed_asks_for_a_new_version(
    content: Path, source: Path, complain: Complain
) -> None:
    add_everywhere(content, "consent-x = Yes.\n")
    add(source / "uses.py", "Phrase('consent-x')\n")
    consents = content / "words" / "consents.yaml"
    consents.write_text("consent-x: { version: 1, sha256: old }\n", encoding="utf-8")

    (found,) = complain()
    fixed = f"consent-x: {{ version: 2, sha256: {found.rpartition(' ')[2]} }}\n"
    consents.write_text(fixed, encoding="utf-8")

    expected = "content/words/consents.yaml:1: consent-x: has changed: raise its version, and"
    assert found.startswith(expected)
    assert complain() == []


def test_what_changed_in_a_consent_is_a_key_that_is_used_by_that(
    content: Path, source: Path, complain: Complain
) -> None:
    add_everywhere(content, "consent-x = Yes.\nnews = New.\n")
    add(source / "uses.py", "Phrase('consent-x')\n")
    consents = content / "words" / "consents.yaml"
    consents.write_text("consent-x: { version: 1, sha256: old, changed: news }\n")
    (found,) = complain()
    mark = found.rpartition(" ")[2]

    consents.write_text(f"consent-x: {{ version: 2, sha256: {mark}, changed: news }}\n")
    assert complain() == []

    consents.write_text(f"consent-x: {{ version: 2, sha256: {mark}, changed: nothing }}\n")
    assert "content/words/consents.yaml:1: nothing: stands in no file of words" in complain()


def test_a_consent_without_a_text_is_named(content: Path, complain: Complain) -> None:
    consents = content / "words" / "consents.yaml"
    consents.write_text("# none\nconsent-x: { version: 1, sha256: old }\n", encoding="utf-8")

    assert complain() == ["content/words/consents.yaml:2: consent-x: stands in no file of words"]
