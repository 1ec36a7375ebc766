"""Draws what a group may see before a workshop, for a screen on a wall: large, and without a name.

It takes words that were made of counts alone. Lengths are in pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bot.domain.board import Mark
from bot.pictures.board import FAINT, GREEN, INK, RADIUS, SOFT, shape
from bot.pictures.lettering import fitted, length, lines, readable
from bot.pictures.render import FAMILY

WIDTH, LEAST_HEIGHT = 1920, 1080
MARGIN = 80
TOP = 280
SPLIT = 1120
"""Where the left column ends: it is as wide as the picture where nothing stands beside it."""

APART = 60
HEADING, LETTERS, SMALL = 52, 44, 38
LINE, ROW, BLOCK = 50, 72, 60
TO_MARKS, TO_NEXT = 64, 106
BAR, UNDER_BAR = 12, 76
LARGER = 1.2
"""How much larger than on a phone a mark is drawn."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """Several things with how many people said each, under a heading."""

    heading: str
    counts: Sequence[tuple[str, int]]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What stands in the picture: with each mark of an exercise how many people have it.

    `nothing` is said where there is no exercise.
    """

    title: str
    workshop: str
    exercises: Sequence[tuple[str, Sequence[tuple[Mark, str]]]]
    nothing: str
    blocks: Sequence[Block]
    foot: str


def draw(words: Words) -> str:
    """Return the drawing (SVG)."""
    right = SPLIT if words.blocks else WIDTH - MARGIN
    parts = [*_exercises(words, right), *_blocks(words)]
    down = max(down for down, _ in parts)
    foot = list(_foot(words, max(down + 2 * MARGIN, LEAST_HEIGHT - 2 * MARGIN)))
    height = max([down, *(y for y, _ in foot)]) + MARGIN
    size = f'width="{WIDTH}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
            f'<rect {size} fill="#ffffff"/>',
            _text((MARGIN, 120), fitted(words.title, (WIDTH - 2 * MARGIN) / HEADING), "heading"),
            _text((MARGIN, 190), fitted(words.workshop, (WIDTH - 2 * MARGIN) / LETTERS), "told"),
            *(drawn for _, drawn in (*parts, *foot)),
            "</svg>",
        ]
    )


def _exercises(words: Words, right: int) -> Iterator[tuple[int, str]]:
    """Yield how far down each part of the left column stands, and its drawing."""
    y = TOP
    if not words.exercises:
        yield y, _text((MARGIN, y), words.nothing, "told")
    for title, counted in words.exercises:
        yield y, _text((MARGIN, y), fitted(title, (right - MARGIN) / LETTERS), "title")
        x, y = float(MARGIN), y + TO_MARKS
        for mark, told in counted:
            wide = 4 * RADIUS + length(told) * SMALL
            if x + wide > right and x > MARGIN:
                x, y = float(MARGIN), y + ROW
            drawn = _mark(mark, x + LARGER * RADIUS, y)
            yield y, drawn + _text((x + 2.9 * RADIUS, y + 13), told, "small")
            x += wide
        y += TO_NEXT


def _blocks(words: Words) -> Iterator[tuple[int, str]]:
    """Yield how far down each part of the right column stands, and its drawing."""
    left, right, y = SPLIT + APART, WIDTH - MARGIN, TOP
    for block in words.blocks:
        for line in lines(block.heading, (right - left) / LETTERS):
            yield y, _text((left, y), line, "title")
            y += BLOCK
        most = max(count for _, count in block.counts)
        for what, count in block.counts:
            for line in lines(what, (right - left - MARGIN) / SMALL):
                yield y, _text((left, y), line, "small")
                y += LINE
            long = (right - left) * count / most
            yield y - LINE, _text((right, y - LINE), str(count), "count")
            yield y - LINE, _rect((left, y - LINE + 16), (right - left, BAR), FAINT)
            yield y - LINE, _rect((left, y - LINE + 16), (long, BAR), GREEN)
            y += UNDER_BAR - LINE
        y += BLOCK


def _foot(words: Words, top: int) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines(words.foot, (WIDTH - 2 * MARGIN) / SMALL)):
        y = top + number * LINE
        yield y, _text((MARGIN, y), line, "foot")


def _mark(mark: Mark, x: float, y: float) -> str:
    drawn = shape(mark, 0, 0)
    return f'<g transform="translate({x:.1f} {y:.1f}) scale({LARGER})">{drawn}</g>'


def _rect(place: tuple[float, float], size: tuple[float, float], fill: str) -> str:
    (x, y), (wide, high) = place, size
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="6" '
        f'fill="{fill}"/>'
    )


STYLES = {
    "heading": (HEADING, 600, "start", INK),
    "title": (LETTERS, 600, "start", INK),
    "told": (LETTERS, 400, "start", INK),
    "small": (SMALL, 400, "start", INK),
    "count": (SMALL, 600, "end", INK),
    "foot": (SMALL, 400, "start", SOFT),
}


def _text(place: tuple[float, float], words: str, style: str) -> str:
    size, weight, anchor, fill = STYLES[style]
    x, y = place
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{fill}" text-anchor="{anchor}">{escape(readable(words))}</text>'
    )
