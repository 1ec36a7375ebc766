"""Draws the board of a group: a line for each person, a column for each exercise.

Each mark has a shape of its own, so that no colour is needed to tell them apart, and none is red.
Lengths are in pixels; a phone shows a third of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bot.domain.board import Board, Mark
from bot.pictures.lettering import fitted, lines, readable
from bot.pictures.render import FAMILY

WIDTH = 1080
MARGIN = 40
LEFT, RIGHT = 400, 1050
TOP = 170
ROW = 74
LETTERS = 36
HEADING = 42
LINE = 52
NAME = (LEFT - MARGIN - 30) / LETTERS
LEGEND = (WIDTH - 2 * MARGIN - 64) / LETTERS
RADIUS = 23

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


def shape(mark: Mark, x: float, y: float) -> str:
    """Return the drawing of a mark around a place."""
    return f'<g transform="translate({x:.1f} {y:.1f})">{SHAPES.get(mark, "")}</g>'


def _across(board: Board, at: int) -> float:
    return LEFT + (RIGHT - LEFT) * (at + 0.5) / max(len(board.exercises), 1)


def _people(board: Board) -> Iterator[str]:
    for number, one in enumerate(board.lines):
        y = TOP + ROW * number
        if number % 2 == 0:
            yield f'<rect y="{y}" width="{WIDTH}" height="{ROW}" fill="{FAINT}"/>'
        yield _text((MARGIN, y + ROW / 2 + 12), fitted(one.name, NAME), "told")
        for at, mark in enumerate(one.marks):
            yield shape(mark, _across(board, at), y + ROW / 2)


def _legend(board: Board, words: Words, top: int) -> Iterator[tuple[int, str]]:
    """Yield how far down each line of the legend stands, and its drawing."""
    y = top
    for letter, title in zip(letters(board), board.exercises, strict=True):
        yield y, _text((MARGIN + RADIUS, y), letter, "letter")
        for line in lines(title, LEGEND):
            yield y, _text((MARGIN + 64, y), line, "told")
            y += LINE
    y += MARGIN // 2
    seen = {mark for one in board.lines for mark in one.marks}
    for mark in Mark:
        if mark in seen and mark in words.marks:
            drawn = shape(mark, MARGIN + RADIUS, y - 12)
            yield y, drawn + _text((MARGIN + 64, y), words.marks[mark], "told")
            y += LINE


STYLES = {
    "heading": (HEADING, "start", 600),
    "told": (LETTERS, "start", 400),
    "letter": (LETTERS, "middle", 600),
}


def _text(place: tuple[float, float], words: str, style: str) -> str:
    size, anchor, weight = STYLES[style]
    x, y = place
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{INK}" text-anchor="{anchor}">{escape(readable(words))}</text>'
    )
