"""Draws the board of a group: a line for each person, a column for each exercise.

Each mark has a shape of its own, so that no colour is needed to tell them apart, and none is red.
Lengths are in pixels; a phone shows a third of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from xml.sax.saxutils import escape

from bot.domain.board import Board, Mark
from bot.domain.names import UNREADABLE
from bot.pictures.lettering import fitted, lines, readable
from bot.pictures.render import FAMILY

WIDTH = 1080
MARGIN = 40
LEFT, RIGHT = 400, 1050
COLUMN = 150
TOP = 170
ROW = 74
LETTERS = 36
SMALLER = 32
HEADING = 42
LINE = 52
INDENT = 64
ACROSS = 2
WHOLE = WIDTH - 2 * MARGIN - INDENT
SIDE = (WIDTH - 2 * MARGIN) // ACROSS - INDENT - 20
RADIUS = 23
SCALE = 0.85
"""Marks are a little smaller where they stand close together."""

INK, SOFT, FAINT = "#1f2933", "#5b6773", "#f1f4f6"
GREEN, BLUE = "#2f6b4a", "#1d5b8f"

_ROUND = f'<circle r="{RADIUS}" fill="#ffffff" stroke-width="4" stroke='
_STROKE = 'fill="none" stroke-linecap="round" stroke-linejoin="round" stroke='

SHAPES: Mapping[Mark, str] = {
    Mark.DONE: f'<circle r="{RADIUS}" fill="{GREEN}"/>'
    f'<path d="M-11 0l8 9l15 -17" stroke-width="6" {_STROKE}"#ffffff"/>',
    Mark.TRIED: f'{_ROUND}"{GREEN}"/>'
    f'<path d="M0 -{RADIUS}a{RADIUS} {RADIUS} 0 0 0 0 {2 * RADIUS}z" fill="{GREEN}"/>',
    Mark.BEGUN: f'{_ROUND}"{BLUE}"/><circle r="9" fill="{BLUE}"/>',
    Mark.PLANNED: f'{_ROUND}"{BLUE}"/><path d="M0 -13v13h9" stroke-width="4" {_STROKE}"{BLUE}"/>',
    Mark.OPEN: f'{_ROUND}"{SOFT}"/>',
    Mark.NOT_THIS_WEEK: f'<path d="M-16 0h32" stroke-width="7" {_STROKE}"{SOFT}"/>',
    Mark.NOT_RECEIVED: '<rect x="-20" y="-16" width="40" height="32" rx="4" stroke-width="4" '
    f'stroke-dasharray="7 6" {_STROKE}"{SOFT}"/>',
}
"""Around the middle of each; where there is nothing to be seen, nothing is drawn."""

T = TypeVar("T")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, kw_only=True)
class Words:
    """What stands beside the drawing: its title, and what each mark means."""

    title: str
    marks: Mapping[Mark, str]


def letters(board: Board) -> Sequence[str]:
    """Return the letter under which each exercise stands."""
    return ALPHABET[: len(board.exercises)]


def draw(board: Board, words: Words) -> str:
    """Return the drawing (SVG) of a board of at most 26 exercises."""
    foot = TOP + ROW * len(board.lines)
    legend = list(_legend(board, words, foot + LINE + MARGIN // 2))
    height = max((down for down, _ in legend), default=foot) + MARGIN
    size = f'width="{WIDTH}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
            f'<rect {size} fill="#ffffff"/>',
            *(
                _text((MARGIN, 68), one, "heading")
                for one in lines(words.title, (WIDTH - 2 * MARGIN) / HEADING)[:1]
            ),
            *(
                _text((_across(board, at), TOP - 30), letter, "letter")
                for at, letter in enumerate(letters(board))
            ),
            *_people(board),
            *(drawn for _, drawn in legend),
            "</svg>",
        ]
    )


def _left(board: Board) -> float:
    """Return where the columns begin: few of them leave more room for names."""
    return max(LEFT, RIGHT - COLUMN * len(board.exercises))


def shape(mark: Mark, x: float, y: float, *, scale: float = 1) -> str:
    """Return the drawing of a mark around a place."""
    place = f"translate({x:.1f} {y:.1f}) scale({scale})"
    return f'<g transform="{place}">{SHAPES.get(mark, "")}</g>'


def _across(board: Board, at: int) -> float:
    left = _left(board)
    return left + (RIGHT - left) * (at + 0.5) / max(len(board.exercises), 1)


def _people(board: Board) -> Iterator[str]:
    room = _left(board) - MARGIN - 20
    for number, one in enumerate(board.lines):
        y = TOP + ROW * number
        if number % 2 == 0:
            yield f'<rect y="{y}" width="{WIDTH}" height="{ROW}" fill="{FAINT}"/>'
        yield from _name(one.name, y, room)
        for at, mark in enumerate(one.marks):
            yield shape(mark, _across(board, at), y + ROW / 2)


def _name(name: str, y: float, room: float) -> Iterator[str]:
    """Yield a name on one line, or on two smaller ones, of which the second is cut."""
    middle = y + ROW / 2
    for style in ("told", "smaller"):
        whole = lines(name, room / STYLES[style][0]) or [UNREADABLE]
        if len(whole) == 1:
            yield _text((MARGIN, middle + 12), whole[0], style)
            return
    first, *others = lines(name, room / SMALLER)
    yield _text((MARGIN, middle - 6), first, "smaller")
    yield _text((MARGIN, middle + 27), fitted(" ".join(others), room / SMALLER), "smaller")


def _legend(board: Board, words: Words, top: int) -> Iterator[tuple[int, str]]:
    """Yield how far down each entry of the legend stands, and its drawing: exercises, then marks.

    They stand side by side, so that a board of many people is not too high for a phone; long
    titles one below the other.
    """
    named = list(zip(letters(board), board.exercises, strict=True))
    side = SIDE / SMALLER
    across = ACROSS if all(fitted(one, side) == readable(one) for _, one in named) else 1
    longest = side if across == ACROSS else WHOLE / SMALLER
    for (x, y), (letter, title) in _in_columns(named, top, across):
        sign = _text((x + RADIUS, y), letter, "letter")
        yield y, sign + _text((x + INDENT, y), fitted(title, longest), "smaller")
    seen = {mark for one in board.lines for mark in one.marks}
    told = [mark for mark in Mark if mark in seen and mark in words.marks]
    below = top + LINE * _rows(named, across) + MARGIN // 2
    for (x, y), mark in _in_columns(told, below, ACROSS):
        drawn = shape(mark, x + RADIUS, y - 12, scale=SCALE)
        yield y, drawn + _text((x + INDENT, y), fitted(words.marks[mark], side), "smaller")


def _in_columns(several: Sequence[T], top: int, across: int) -> Iterator[tuple[tuple[int, int], T]]:
    """Yield each of several with where it stands, one column after the other."""
    for at, one in enumerate(several):
        column, row = divmod(at, _rows(several, across))
        yield (MARGIN + (WIDTH - 2 * MARGIN) // ACROSS * column, top + LINE * row), one


def _rows(several: Sequence[T], across: int) -> int:
    return -(-len(several) // across)


STYLES = {
    "heading": (HEADING, "start", 600),
    "told": (LETTERS, "start", 400),
    "smaller": (SMALLER, "start", 400),
    "letter": (LETTERS, "middle", 600),
}


def _text(place: tuple[float, float], words: str, style: str) -> str:
    size, anchor, weight = STYLES[style]
    x, y = place
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{INK}" text-anchor="{anchor}">{escape(readable(words))}</text>'
    )
