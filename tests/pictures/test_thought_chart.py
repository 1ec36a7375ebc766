"""The chart of thoughts is a table that is readable whatever was written, and of a size to send."""

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.thought_chart import Column, Row, ThoughtChart
from bot.pictures.render import png
from bot.pictures.thought_chart import HIGHEST, MOST_LINES, TOP, Words, draw, split
from tests.pictures.test_pages import MOST, size

DAY = date(2026, 11, 24)
LONG = "mot " * 75


def chart(*said: str) -> ThoughtChart:
    """Return a chart with a row for each of these, said in every column."""
    cells = [dict.fromkeys(Column, (one,)) for one in said]
    return ThoughtChart(rows=tuple(Row(day=DAY, cells=each) for each in cells))


def words(of: ThoughtChart) -> Words:
    return Words(
        title="Mon tableau",
        days=["Mardi 24 novembre"] * len(of.rows),
        columns={column: column.value for column in Column},
        unshown="ailleurs",
    )


def texts(one: ThoughtChart) -> Sequence[ET.Element]:
    drawn = ET.fromstring(draw(one, words(one)))  # noqa: S314
    return [each for each in drawn.iter() if each.tag.endswith("text")]


def test_each_column_stands_beside_what_it_holds() -> None:
    heights = {each.text: each.get("y") for each in texts(chart("dit"))}

    assert set(Column) <= set(heights)
    assert heights["next"] == heights["dit"]


@given(st.text(max_size=300))
def test_whatever_was_written_leaves_a_whole_drawing(said: str) -> None:
    shown = [each.text or "" for each in texts(chart(said))]

    assert "next" in shown
    assert shown[-1] != ""


def test_what_the_font_does_not_know_is_said_to_stand_elsewhere() -> None:
    assert [each.text for each in texts(chart("漢字"))].count("ailleurs") == len(Column)


@pytest.mark.parametrize(("said", "is_cut"), [(LONG, False), (LONG * 2, True), ("a\n" * 30, True)])
def test_a_text_that_is_too_long_is_cut_and_says_so(said: str, *, is_cut: bool) -> None:
    shown = [each.text or "" for each in texts(chart(said))]

    assert any(one.endswith("…") for one in shown) is is_cut
    assert len(shown) <= 2 + len(Column) * (MOST_LINES + 1)


def test_what_is_said_beside_a_long_text_is_never_cut() -> None:
    row = Row(day=DAY, cells={Column.THOUGHT: (LONG * 2, "j’y croyais : plutôt")})

    shown = [each.text for each in texts(ThoughtChart(rows=(row,)))]

    assert shown[-1] == "j’y croyais : plutôt"


@pytest.mark.parametrize("said", ["court", LONG, "W" * 300, "<i>&", "a\n" * 150])
def test_any_row_becomes_a_picture_of_a_size_that_is_taken(said: str) -> None:
    one = chart(said)

    assert sum(size(png(draw(one, words(one))))) <= MOST


def test_rows_are_divided_in_their_order_and_none_is_lost() -> None:
    every = chart("a", "b", LONG, "c", "d", "e")

    parts = split(every, words(every))

    assert [row for part in parts for row in part.rows] == list(every.rows)
    assert [len(part.rows) for part in parts] == [2, 1, 2, 1]


@given(st.lists(st.sampled_from(["court", LONG, "mot " * 20]), max_size=6))
def test_a_picture_of_several_rows_is_not_too_high(said: list[str]) -> None:
    every = chart(*said)

    for part in split(every, words(every)):
        height = float(ET.fromstring(draw(part, words(part))).get("height", ""))  # noqa: S314
        assert len(part.rows) == 1 or height <= HIGHEST
        assert height > TOP
