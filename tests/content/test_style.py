from pathlib import Path

import pytest

from tests.content.conftest import Complain
from tests.library.content_folder import PLAIN, add

LINE = PLAIN.count("\n") + 1
LONG = "mot mot. " * 26
SPACED = "\N{NO-BREAK SPACE}"


def say(content: Path, file: str, *, key: str = "hello", text: str = "", note: str = "") -> None:
    """Give a key that the source uses a text in one file, and a harmless one elsewhere."""
    comment = f"# {note}\n" if note else ""
    for name in ("fr.ftl", "en.ftl"):
        said = f"{comment}{key} = {text}\n" if name == file else f"\n{key} = Salut\n"
        add(content / "words" / name, said)
    if file == "fr-tu.ftl":
        add(content / "words" / file, f"{comment}{key} = {text}\n")
    add(content.parent / "source" / "uses.py", f"'{key}'\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il faut venir.", "says “Il faut”; better: vous pouvez, souhaitez-vous"),
        ("Un essai raté.", "says “raté”; better: pas cette fois, à reprendre"),
        ("C'est noté.", "has a straight apostrophe"),
        ('Le mot « { "oui" } ».', "has no no-break space inside « »"),
        ('Dites "oui".', "has a straight quote"),
        ("Prêt·e.", "has a middle dot"),
        ("Vu à 75 %.", "has a percentage"),
        ("Un instant...", "has three dots instead of …"),
        ("Prêt(e) maintenant.", "doubles the gender in “Prêt(e)”: write around it"),
        ("Ça va ?", "has no no-break space before the sign in “va ?”"),
        ("Ça va?", "has no no-break space before the sign in “va?”"),
        ("Jours : lundi.", "has no no-break space before the sign in “Jours :”"),
        ("Tu viens.", "says tu: “Tu”"),
        ("Appelez.", "says “Appelez” and is missing with tu"),
        ("Votre coach.", "says “Votre” and is missing with tu"),
        (LONG, "has 52 words; 50 at most"),
        ("mot " * 21, "has a sentence of 21 words: mot mot"),
    ],
)
def test_a_french_text_is_written_with_care(
    content: Path, complain: Complain, text: str, expected: str
) -> None:
    say(content, "fr.ftl", text=text)

    faults = [fault for fault in complain() if expected in fault]

    assert [fault[: len("content/words/fr.ftl:14: hello")] for fault in faults] == [
        f"content/words/fr.ftl:{LINE}: hello"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must come.", "says “You must”; better: you can, would you like"),
        ("The homework failed.", "says “failed”; better: open, not this time"),
        ("It's noted.", "has a straight apostrophe"),
        ("word " * 21, "has a sentence of 21 words"),
    ],
)
def test_an_english_text_is_written_with_care(
    content: Path, complain: Complain, text: str, expected: str
) -> None:
    say(content, "en.ftl", text=text)

    assert any(f"content/words/en.ftl:{LINE}: hello: {expected}" in one for one in complain())


@pytest.mark.parametrize(
    "text",
    [
        f"Ça va{SPACED}? Oui{SPACED}: demain, à 07:15.",
        f"Le mot «{SPACED}oui{SPACED}» suffit.",
        f"Vraiment{SPACED}?!",
        "Chez le patron, il reste assez de place.",
        "Le patronat et le ratissage.",
        "Un rendez-vous le matin.",
    ],
)
def test_a_text_that_only_looks_faulty_is_fine(
    content: Path, complain: Complain, text: str
) -> None:
    say(content, "fr.ftl", text=text)

    assert complain() == []


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (LONG, "long: a list to keep together"),
        ("Vous ou un autre.", "vous: it names the form"),
        ("Dire tu.", "tu: it names the form"),
        ("Une crise.", "words: the title of a leaflet"),
    ],
)
def test_a_reason_waives_a_rule(content: Path, complain: Complain, text: str, note: str) -> None:
    say(content, "fr.ftl", text=text, note=note)

    assert complain() == []


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [
        ("Je me lève", "", []),
        ("Je me lève plus tard que prévu", "", ["7 words; 3 at most", "30 signs; 24"]),
        ("Pas de travail aujourd’hui", "label: why", ["26 signs; 24 at most"]),
        ("Huit minutes de plus", "", ["4 words; 3 at most"]),
        ("Huit minutes de plus", "label: the word “minutes” is needed", []),
        ("Un deux trois et quatre", "label: why", ["5 words; 4 at most"]),
    ],
)
def test_a_button_is_short(
    content: Path, complain: Complain, text: str, note: str, expected: list[str]
) -> None:
    say(content, "fr.ftl", key="button-x", text=text, note=note)

    faults = complain()

    signs = [want for want in expected if any(want in fault for fault in faults)]
    assert len(faults) == len(signs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Votre humeur", ["shows “humeur” on a lock screen"]),
        ("\n    Thérapie\n    et plus", ["shows “Thérapie” on a lock screen"]),
        ("\n    Bonjour.\n    Une thérapie.", []),
    ],
)
def test_a_lock_screen_gives_nothing_away(
    content: Path, complain: Complain, text: str, expected: list[str]
) -> None:
    say(content, "fr.ftl", text=text, note="lock-screen\n# vous: an example")

    assert [fault.split("hello: ")[1] for fault in complain()] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Appelez.", "says vous: “Appelez”"),
        ("Salut", "says the same as fr.ftl: leave it out"),
    ],
)
def test_a_text_with_tu_is_really_one(
    content: Path, complain: Complain, text: str, expected: str
) -> None:
    say(content, "fr-tu.ftl", text=text)

    assert complain() == [f"content/words/fr-tu.ftl:1: hello: {expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'appel est gratuit.", "has a straight apostrophe"),
        ("Une crise.", "says “crise”; better: période difficile, signes d’alerte"),
        ("Appelez tôt.", "speaks to somebody: it has to fit both vous and tu"),
    ],
)
def test_a_help_card_is_written_with_care(
    content: Path, complain: Complain, text: str, expected: str
) -> None:
    card = content / "help" / "FR.yaml"
    whole = card.read_text(encoding="utf-8").replace("L’appel est gratuit.", text)
    card.write_text(whole, encoding="utf-8")

    assert complain() == [f"content/help/FR.yaml:10: {text}: {expected}"]


def test_a_list_of_words_to_avoid_has_a_form(content: Path, complain: Complain) -> None:
    (content / "words" / "avoid.yaml").write_text("avoid: {}\n", encoding="utf-8")

    assert complain() == ["content/words/avoid.yaml:1: lock-screen: Field required"]
