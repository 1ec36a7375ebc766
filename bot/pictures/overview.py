"""Draws what a group may see before a workshop, for a screen on a wall: large, and without a name.

It takes words that were made of counts alone. Lengths are in pixels.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bot.domain.board import Mark
from bot.pictures.board import FAINT, GREEN, INK, RADIUS, SOFT, shape
from bot.pictures.lettering import fitted, lines, readable
from bot.pictures.render import FAMILY

WIDTH, LEAST_HEIGHT = 1920, 1080
MARGIN = 80
TOP = 270
SPLIT = 1160
"""Where the left column ends: it is as wide as the picture where nothing stands beside it."""

APART = 70
HEADING, LETTERS, SMALL = 60, 44, 38
EXERCISE = 150
"""How high an exercise is: its title, and its marks under it."""

MARK = 130
LINE, BLOCK = 50, 60
BAR = 12
LARGER = 1.3
"""How much larger than on a phone a mark is drawn."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """Several things with how many people said each, under a heading."""

    heading: str
    counts: Sequence[tuple[str, int]]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What stands in the picture; `nothing` where there is no exercise."""

    title: str
    workshop: str
    exercises: Sequence[tuple[str, Mapping[Mark, int]]]
    nothing: str
    marks: Mapping[Mark, str]
    blocks: Sequence[Block]
    foot: str


def draw(words: Words) -> str:
    """Return the drawing (SVG)."""
    right = SPLIT if words.blocks else WIDTH - MARGIN
    parts = [*_exercises(words, right), *_blocks(words)]
    foot = max(max((down for down, _ in parts), default=TOP), LEAST_HEIGHT - 3 * MARGIN)
    legend = list(_legend(words, foot + MARGIN))
    height = legend[-1][0] + MARGIN
    size = f'width="{WIDTH}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
            f'<rect {size} fill="#ffffff"/>',
            _text((MARGIN, 120), fitted(words.title, (WIDTH - 2 * MARGIN) / HEADING), "heading"),
            _text((MARGIN, 195), fitted(words.workshop, (WIDTH - 2 * MARGIN) / LETTERS), "told"),
            *(drawn for _, drawn in (*parts, *legend)),
            "</svg>",
        ]
    )


def _exercises(words: Words, right: int) -> Iterator[tuple[int, str]]:
    """Yield how far down each part of the left column stands, and its drawing."""
    y = TOP
    if not words.exercises:
        yield y, _text((MARGIN, y), words.nothing, "told")
    for title, counts in words.exercises:
        shown = fitted(title, (right - MARGIN) / LETTERS)
        yield y, _text((MARGIN, y), shown, "title")
        for number, (mark, count) in enumerate(counts.items()):
            x = MARGIN + LARGER * RADIUS + MARK * number
            drawn = _mark(mark, x, y + APART)
            counted = _text((x + 42, y + APART + 16), str(count), "told")
            yield y + APART, drawn + counted
        y += EXERCISE


def _blocks(words: Words) -> Iterator[tuple[int, str]]:
    """Yield how far down each part of the right column stands, and its drawing."""
    left, right, y = SPLIT + APART, WIDTH - MARGIN, TOP
    for block in words.blocks:
        yield y, _text((left, y), fitted(block.heading, (right - left) / LETTERS), "title")
        y += BLOCK
        most = max(count for _, count in block.counts)
        for what, count in block.counts:
            for line in lines(what, (right - left - MARGIN) / SMALL):
                yield y, _text((left, y), line, "small")
                y += LINE
            number = _text((right, y - LINE), str(count), "count")
            long = (right - left) * count / most
            yield y, number + _rect((left, y - LINE + 16), (right - left, BAR), FAINT)
            yield y, _rect((left, y - LINE + 16), (long, BAR), GREEN)
            y += 26
        y += BLOCK


def _legend(words: Words, top: int) -> Iterator[tuple[int, str]]:
    """Yield what the marks mean, in as many rows as it takes, and the line at the foot."""
    x, y = float(MARGIN), top
    seen = {mark for _, counts in words.exercises for mark in counts}
    for mark in Mark:
        if mark not in seen:
            continue
        wide = 2 * APART + len(words.marks[mark]) * SMALL * 0.58
        if x + wide > WIDTH - MARGIN:
            x, y = float(MARGIN), y + APART
        told = _text((x + 2 * RADIUS + 24, y + 13), words.marks[mark], "small")
        yield y, _mark(mark, x + LARGER * RADIUS, y) + told
        x += wide
    y += APART if seen else 0
    yield y, _text((MARGIN, y + 13), words.foot, "foot")


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
