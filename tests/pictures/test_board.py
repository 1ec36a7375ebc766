"""The board of a group is readable with few people and many, and whatever they are called."""

from dataclasses import replace

import pytest

from bot.domain.board import Board, Line, Mark
from bot.pictures.board import LINE, SHAPES, WIDTH, Words, draw
from bot.pictures.render import png
from tests.pictures.test_pages import MOST, size

MARKS = list(Mark)
WORDS = Words(title="Exercices du groupe", marks={mark: mark.value for mark in SHAPES})


def board(people: int, exercises: int = 4, name: str = "Camille") -> Board:
    return Board(
        exercises=tuple(f"Exercice {number}" for number in range(exercises)),
        lines=tuple(
            Line(name=name, marks=tuple(MARKS[(at + one) % len(MARKS)] for at in range(exercises)))
            for one in range(people)
        ),
    )


def test_each_mark_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(Mark) - {Mark.NONE}
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_only_marks_that_are_seen_are_explained() -> None:
    drawing = draw(Board(exercises=("a",), lines=(Line(name="Noa", marks=(Mark.DONE,)),)), WORDS)

    assert ">done</text>" in drawing
    assert ">tried</text>" not in drawing


@pytest.mark.parametrize("people", [0, 3, 8, 20])
@pytest.mark.parametrize("name", ["Lou", "Marie-Antoinette de la Tour", "🙂", "<i>", "W" * 200])
def test_any_group_becomes_a_picture_of_a_size_that_is_taken(people: int, name: str) -> None:
    assert sum(size(png(draw(board(people, 6, name), WORDS)))) <= MOST


def test_a_long_name_stands_on_two_lines_and_says_where_it_is_cut() -> None:
    assert ">Marie-Antoinette de</text>" in draw(board(1, 6, "Marie-Antoinette de la Tour"), WORDS)
    assert ">la Tour</text>" in draw(board(1, 6, "Marie-Antoinette de la Tour"), WORDS)
    assert "…</text>" not in draw(board(1, 6, "Marie-Antoinette de la Tour"), WORDS)
    assert "…</text>" in draw(board(1, 6, "W" * 40), WORDS)


def test_few_exercises_leave_room_for_names() -> None:
    assert ">Marie-Antoinette de la Tour</text>" in draw(
        board(1, 2, "Marie-Antoinette de la Tour"), WORDS
    )


def test_somebody_whose_name_no_font_shows_has_a_sign_on_their_line() -> None:
    assert ">—</text>" in draw(board(1, 2, "李小龙"), WORDS)


@pytest.mark.parametrize(("title", "rows"), [("Le premier pas", 3), ("Le premier pas " * 3, 6)])
def test_titles_stand_side_by_side_unless_they_are_long(title: str, rows: int) -> None:
    known = replace(board(1, 6), exercises=(title,) * 6)
    low = height(draw(replace(board(1, 6), exercises=()), WORDS))

    assert (height(draw(known, WORDS)) - low) // LINE == rows


def test_twenty_people_are_not_higher_than_two_phones_are_wide() -> None:
    assert height(draw(board(20, 6, "Marie-Antoinette de la Tour"), WORDS)) <= 2 * WIDTH


def height(drawing: str) -> int:
    return size(png(drawing))[1]
