"""A picture of days shows what was answered, leaves gaps, and holds whatever somebody wrote."""

import re
import struct
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.days import APART, RIGHT, WIDTH, Row, Sheet, draw
from bot.pictures.lettering import lines, readable
from bot.pictures.render import png

WORDS = ("très basse", "basse", "moyenne", "bonne", "très bonne")
HUES = re.compile(r"#(..)(..)(..)")


def sheet(*levels: int | None) -> Sheet:
    row = Row(name="Humeur", words=WORDS, levels=levels)
    return Sheet(title="Du 14 au 20", count=len(levels), rows=[row], nothing="rien de noté")


def drawn(one: Sheet, tag: str) -> list[ET.Element]:
    return [each for each in ET.fromstring(draw(one)).iter() if each.tag.endswith(tag)]  # noqa: S314


def joined(one: Sheet) -> int:
    """Count the lines that join two answers."""
    return len([each for each in drawn(one, "path") if each.get("class") == "join"])


def texts(one: Sheet) -> list[str]:
    return [each.text or "" for each in drawn(one, "text")]


def numbers(days: Sequence[int]) -> list[float]:
    """Return how far from the left the numbers of marks stand, 90 days across."""
    marked = replace(sheet(*[2] * 90), marks=[(day, "x") for day in days])
    bold = [each for each in drawn(marked, "text") if (each.text or "").isdigit()]
    return [float(each.get("x", "")) for each in bold]


@pytest.mark.parametrize(
    ("levels", "points", "lines_between"),
    [
        ((0, 1, 4), 3, 2),
        ((0, None, 4), 2, 0),
        ((0, 0, None, 1, 1), 4, 2),
        ((None, 3, None), 1, 0),
        ((None, None), 0, 0),
        ((2,), 1, 0),
    ],
)
def test_a_day_without_an_answer_is_a_gap(
    levels: tuple[int | None, ...], points: int, lines_between: int
) -> None:
    assert len(drawn(sheet(*levels), "circle")) == points
    assert joined(sheet(*levels)) == lines_between


def test_a_higher_word_stands_higher() -> None:
    heights = [float(each.get("cy", "")) for each in drawn(sheet(0, 1, 2, 3, 4), "circle")]

    assert heights == sorted(heights, reverse=True)


def test_every_word_of_the_scale_stands_on_the_axis() -> None:
    assert set(WORDS) <= set(texts(sheet(0, 4)))


def test_a_row_without_an_answer_says_so() -> None:
    assert "rien de noté" in texts(sheet(None, None))
    assert "rien de noté" not in texts(sheet(None, 0))


def test_nothing_is_red() -> None:
    marked = replace(sheet(0, None, 4), marks=[(1, "x")], ticks=[(0, "lun.\n14")])

    hues = [[int(part, 16) for part in hue] for hue in HUES.findall(draw(marked))]

    assert hues
    assert [hue for hue in hues if hue[0] > 1.5 * max(hue[1:])] == []


def test_a_long_mark_goes_on_in_a_second_line() -> None:
    marked = replace(sheet(0, 1), marks=[(1, "17 nov. : " + "un entretien " * 5)])

    legend = [one for one in texts(marked) if "entretien" in one]

    assert len(legend) == 2
    assert legend[0].startswith("1. 17 nov. : ")


@given(st.lists(st.integers(min_value=0, max_value=89), min_size=1, max_size=6).map(sorted))
def test_the_numbers_of_marks_never_cover_each_other(days: list[int]) -> None:
    places = numbers(days)

    assert all(later - earlier >= APART - 0.2 for earlier, later in pairwise(places))
    assert max(places) <= RIGHT


@given(st.text())
def test_whatever_is_written_beside_a_day_leaves_a_whole_drawing(what: str) -> None:
    marked = replace(sheet(0, 1), marks=[(1, what)])

    assert any(one.startswith("1.") for one in texts(marked))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ça œuvre : 10 € – « été »", "Ça œuvre : 10 € – « été »"),
        ("e\u0301te\u0301", "été"),
        ("Ώρα, час", "Ώρα, час"),
        ("fête 🎉", "fête"),
        ("a\x00b\u202ec", "abc"),
        ("漢字", ""),
    ],
)
def test_only_what_the_font_knows_is_written(written: str, shown: str) -> None:
    assert readable(written) == shown


@pytest.mark.parametrize(
    ("written", "lengths"), [("a" * 100, [44, 44, 12]), ("W" * 40, [27, 13]), ("", []), ("🎉", [])]
)
def test_a_word_without_an_end_is_cut(written: str, lengths: list[int]) -> None:
    assert [len(line) for line in lines(written, 27)] == lengths


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Marie-Antoinette de", ["Marie-", "Antoinette de"]),
        ("-" * 15, ["-" * 13, "--"]),
        ("W-" * 6, ["W-W-W-W-W-", "W-"]),
    ],
)
def test_a_long_word_is_cut_behind_a_hyphen(written: str, shown: list[str]) -> None:
    assert lines(written, 8) == shown


def test_a_picture_is_as_wide_as_it_is_meant() -> None:
    picture = png(draw(sheet(0, None, 4)))

    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">I", picture[16:20]) == (WIDTH,)


def test_a_line_ends_between_words() -> None:
    assert lines("24 oct.\xa0: anniversaire de ma sœur", 13) == [
        "24 oct.\xa0: anniversaire de",
        "ma sœur",
    ]


def test_words_are_written_with_a_font_that_is_there() -> None:
    bare = replace(sheet(0), title="")

    assert png(draw(bare)) != png(draw(replace(bare, title="É")))


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="root"):
        png("<svg")
