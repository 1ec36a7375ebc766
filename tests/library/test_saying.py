from datetime import date, time
from pathlib import Path

import pytest

from bot.domain.message import Days, Names, Phrase, Value
from bot.domain.people import Address, Language, Voice
from bot.library import Library, open_library
from bot.library.faults import MissingWord
from tests.library.content_folder import add

VOUS = Voice(language=Language.FRENCH)
TU = Voice(language=Language.FRENCH, address=Address.TU)
ENGLISH = Voice(language=Language.ENGLISH)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (time(7, 5), "07:05", "07:05"),
        (date(2026, 11, 23), "lundi 23 novembre", "Monday 23 November"),
        (date(2026, 12, 1), "mardi 1er décembre", "Tuesday 1 December"),
        (2026, "2026", "2026"),
        ("<b>Zoé</b> { $x }", "<b>Zoé</b> { $x }", "<b>Zoé</b> { $x }"),
        (Days(numbers=frozenset({0, 1, 2, 3, 4})), "du lundi au vendredi", "Monday to Friday"),
        (Days(numbers=frozenset({5, 6})), "samedi et dimanche", "Saturday and Sunday"),
        (Days(numbers=frozenset(range(7))), "tous les jours", "every day"),
        (Days(numbers=frozenset({3})), "jeudi", "Thursday"),
        (Days(numbers=frozenset()), "aucun jour", "no day"),
        (
            Days(numbers=frozenset({0, 2, 4})),
            "lundi, mercredi et vendredi",
            "Monday, Wednesday and Friday",
        ),
        (Names(names=("Alex",)), "Alex", "Alex"),
        (Names(names=("Alex", "{ $x }")), "Alex et { $x }", "Alex and { $x }"),
        (Names(names=("Alex", "Camille", "Sam")), "Alex, Camille et Sam", "Alex, Camille and Sam"),
    ],
)
def test_each_kind_of_value_has_its_words(
    library: Library, value: Value, french: str, english: str
) -> None:
    phrase = Phrase("help-card", {"card": value})

    said = [library.say(phrase, voice) for voice in (VOUS, TU, ENGLISH)]

    assert said == [french, french, english]


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2026, 11, 23), ("lun.", "23 nov."), ("Mon", "23 Nov")),
        (date(2026, 9, 1), ("mar.", "1er sept."), ("Tue", "1 Sept")),
    ],
)
def test_a_day_has_short_words(
    library: Library, day: date, french: tuple[str, str], english: tuple[str, str]
) -> None:
    said = [
        (library.weekday(day, voice.language), library.short_date(day, voice))
        for voice in (VOUS, TU, ENGLISH)
    ]

    assert said == [french, french, english]


def test_a_phrase_inside_a_phrase_is_said_with_the_same_voice(library: Library) -> None:
    inner = Phrase("help-card-danger", {"number": "15"})

    said = library.say(Phrase("help-card", {"card": inner}), TU)

    assert said == "En danger\N{NO-BREAK SPACE}? Appelle le 15."


def test_phrases_side_by_side_become_lines(library: Library) -> None:
    lines = (Phrase("value-days-all"), Phrase("value-days-none"))

    said = library.say(Phrase("help-card", {"card": lines}), ENGLISH)

    assert said == "every day\nno day"


def test_no_phrases_leave_no_gap(content: Path) -> None:
    for name in ("fr.ftl", "en.ftl"):
        add(content / "words" / name, "list =\n    First.\n\n    { $lines }\n\n    Last.\n")

    said = open_library(content).say(Phrase("list", {"lines": ()}), ENGLISH)

    assert said == "First.\n\nLast."


def test_tu_falls_back_to_the_words_it_shares(library: Library) -> None:
    phrase = Phrase("value-days-all")

    assert library.say(phrase, TU) == library.say(phrase, VOUS)


def test_a_number_chooses_between_one_and_several(content: Path) -> None:
    for name in ("fr.ftl", "en.ftl"):
        add(content / "words" / name, "n = { $n ->\n  [one] one\n *[other] { $n } people\n}\n")
    library = open_library(content)

    said = [library.say(Phrase("n", {"n": n}), ENGLISH) for n in (1, 1200)]

    assert said == ["one", "1200 people"]


@pytest.mark.parametrize("phrase", [Phrase("no-such-key"), Phrase("help-card")])
def test_a_person_never_sees_a_raw_key(library: Library, phrase: Phrase) -> None:
    with pytest.raises(MissingWord, match=phrase.key):
        library.say(phrase, VOUS)
