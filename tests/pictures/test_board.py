"""The board of a group is readable with few people and many, and whatever they are called."""

import pytest

from bot.domain.board import Board, Line, Mark
from bot.pictures.board import SHAPES, Words, draw
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


def test_a_name_that_is_too_long_is_cut_and_says_so() -> None:
    assert "…</text>" in draw(board(1, 1, "Marie-Antoinette de la Tour"), WORDS)
    assert "…</text>" not in draw(board(1, 1, "Marie"), WORDS)
