"""The picture for a screen on a wall: as many people as there are, all of it inside the picture."""

import re

import pytest

from bot.domain.board import Mark
from bot.pictures.overview import LEAST_HEIGHT, SPLIT, WIDTH, Block, Words, draw
from bot.pictures.render import png

LONG = "Une très longue phrase qui ne trouve pas de place sur une seule ligne de l’image"
EVERY = [(mark, f"{mark.value} : 20") for mark in Mark if mark is not Mark.NONE]


def words(exercises: int = 2, *, blocks: int = 2, what: str = "le bruit") -> Words:
    return Words(
        title=LONG,
        workshop=what,
        exercises=[(what, EVERY) for _ in range(exercises)],
        nothing="Rien",
        blocks=[Block(heading=what, counts=[(what, 20), ("peu", 1)]) for _ in range(blocks)],
        foot=LONG,
    )


def height(drawing: str) -> int:
    found = re.search(r'height="(\d+)"', drawing)
    assert found
    return int(found[1])


@pytest.mark.parametrize("exercises", [0, 1, 6])
@pytest.mark.parametrize("blocks", [0, 2])
def test_everything_stands_inside_the_picture(exercises: int, blocks: int) -> None:
    drawing = draw(words(exercises, blocks=blocks, what=LONG))

    places = [float(y) for y in re.findall(r'<text x="[\d.]+" y="([\d.]+)"', drawing)]
    assert max(places) < height(drawing)
    assert ("Rien" in drawing) is not exercises
    assert png(drawing).startswith(b"\x89PNG")


def test_few_things_fill_a_screen() -> None:
    drawing = draw(words(1, blocks=0))

    assert f'width="{WIDTH}"' in drawing
    assert height(drawing) >= LEAST_HEIGHT - 100


def test_the_marks_stand_left_of_what_stands_beside_them() -> None:
    drawing = draw(words(1))

    marks = [float(x) for x in re.findall(r"translate\(([\d.]+) [\d.]+\) scale", drawing)]
    assert marks
    assert max(marks) < SPLIT


def test_what_somebody_wrote_cannot_become_part_of_the_drawing() -> None:
    drawing = draw(words(1, what="<b>&"))

    assert "<b>" not in drawing
    assert "&lt;b&gt;&amp;" in drawing
