"""Names that are typed, pasted or made to deceive."""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names import LENGTH, are_several, in_order, is_too_long, read_name

FAMILY = "👨\u200d👩\u200d👧"
WAVING = "👋🏾"
HEART = "❤\ufe0f"
FLAG = "🇫🇷"
ACCENTED = "x\u0323\u0302"

CONTROL = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

TRICKS = (
    "\u200b",
    "\u200d",
    "\u202e",
    "\u2066",
    "\u00ad",
    "\ufeff",
    "\u0301",
    "\u3164",
    "\u1160",
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\ud83d",
    "\U000e0041",
    "\u1100",
    " ",
    "\n",
    "e",
    "Zoé",
    "שלום",
    FAMILY,
    WAVING,
    HEART,
    FLAG,
    ACCENTED,
)
EVERY_CHARACTER = "".join(map(chr, [*range(0x20000), *range(0xE0000, 0xE0200)]))


def hostile(chance: Random) -> str:
    pieces = chance.choices(TRICKS, k=chance.randrange(40))
    pieces += chance.choices(EVERY_CHARACTER, k=chance.randrange(20))
    chance.shuffle(pieces)
    return "".join(pieces)


def assert_safe(name: str) -> None:
    for character in name.replace("\u200d", ""):
        assert unicodedata.category(character) not in CONTROL
        assert unicodedata.bidirectional(character) not in TURNING
    assert name == unicodedata.normalize("NFC", name)
    assert name == " ".join(name.split())
    assert 1 <= len(name) <= LENGTH
    assert read_name(name) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoé", "Zoé"),
        ("  Jean \u00a0\u202f Luc\n", "Jean Luc"),
        ("Line\u2028Feed\u2029\x1cTab\t.", "Line Feed Tab ."),
        ("Zoe\u0301", "Zoé"),
        ("Zoe\u200b\u0301", "Zoé"),
        ("O’Connor-Müller", "O’Connor-Müller"),
        ("Αθηνά", "Αθηνά"),
        ("محمد", "محمد"),
        ("ශ්\u200dරී", "ශ්\u200dරී"),
        ("\u202egro.live\u202c", "gro.live"),
        ("A\x00l\x1bi\ud83dce\ufeff", "Alice"),
        ("\u200d \u0301Ana\u200d ", "Ana"),
        ("A\u3164na", "Ana"),
        (f"Ana {FAMILY}", f"Ana {FAMILY}"),
        ("🙂 7", "🙂 7"),
    ],
)
def test_a_name_is_kept_as_it_can_be_read(text: str, expected: str) -> None:
    assert read_name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\t",
        "…",
        "🙂",
        "\u200b\u200d",
        "\u3164",
        "\u115f\u1160\uffa0",
        "\u2800",
        "\u0301",
    ],
)
def test_where_nothing_can_be_read_there_is_no_name(text: str) -> None:
    assert read_name(text) is None


@pytest.mark.parametrize("whole", [FAMILY, WAVING, HEART, FLAG, ACCENTED, "ශ්"])
@pytest.mark.parametrize("room", range(8))
def test_a_long_name_is_never_cut_inside_what_shows_as_one(whole: str, room: int) -> None:
    start = "a" * (LENGTH - room)

    name = read_name(start + whole + "b" * LENGTH)

    rest = whole + "b" * (room - len(whole)) if len(whole) <= room else ""
    assert name == start + unicodedata.normalize("NFC", rest)


def test_two_flags_are_cut_between_them() -> None:
    assert read_name("a" * (LENGTH - 3) + FLAG + FLAG) == "a" * (LENGTH - 3) + FLAG


def test_letters_under_a_heap_of_marks_are_left_out() -> None:
    assert read_name("Ana Z" + "\u0301" * 4000) == "Ana"


def test_no_hostile_text_gets_through() -> None:
    chance = Random(20_26)  # noqa: S311 - the same strings each time
    names = [read_name(hostile(chance)) for _ in range(10_000)]

    found = [name for name in names if name]
    for name in found:
        assert_safe(name)
    assert len(found) > 5_000


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_at_all_gets_through_unsafe(text: str) -> None:
    assert_safe(read_name(text) or "nobody")


def test_no_single_character_hides_in_a_name() -> None:
    for character in EVERY_CHARACTER:
        text = f"a{character}b"
        name = read_name(text)

        assert name is not None
        assert name == text or read_name(name) == name
        assert not CONTROL & set(map(unicodedata.category, name.replace("\u200d", "")))


def test_names_are_sorted_without_their_accents_and_case() -> None:
    assert sorted(["Zoé", "élie", "Ana", "Eva"], key=in_order) == ["Ana", "élie", "Eva", "Zoé"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sami", False),
        ("Sami\nBen", False),
        ("Anne-Lise D.", False),
        ("Sami, Noa", True),
        ("Sami;Noa", True),
        ("", False),
    ],
)
def test_a_list_of_names_is_no_name(text: str, *, expected: bool) -> None:
    assert are_several(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("A" * 40, False), ("  " + "A" * 40, False), ("A" * 41, True), ("", False)],
)
def test_a_name_that_would_be_cut_is_too_long(text: str, *, expected: bool) -> None:
    assert is_too_long(text) is expected
