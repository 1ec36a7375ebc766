"""Draws rows of a chart of thoughts as a table: for each a line a column, under its day.

The columns stand below each other, as a phone is narrow. A long text is cut after some lines and
says so. Lengths are in pixels; a phone shows a third of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bot.domain.thought_chart import Column, Row, ThoughtChart
from bot.pictures.lettering import fitted, paragraphs
from bot.pictures.render import FAMILY

WIDTH = 1080
MARGIN = 40
LEFT, RIGHT = 340, WIDTH - MARGIN
TOP = 110
LETTERS = 36
SMALL = 32
HEADING = 42
LINE = 48
PADDING = 18
BAND = 74
GAP = 40
MOST_LINES = 12
HIGHEST = 2_200
"""How high a picture with several rows may be: Telegram makes what is higher smaller."""

NAME = (LEFT - MARGIN - 2 * PADDING) / SMALL
CELL = (RIGHT - LEFT - 2 * PADDING) / LETTERS
WHOLE = (WIDTH - 2 * MARGIN - 2 * PADDING) / HEADING

INK, FAINT, SHADE, HEAD = "#1f2933", "#c3ccd4", "#e8eef4", "#f6f8fa"


@dataclass(frozen=True, kw_only=True)
class Words:
    """What stands beside the drawing: its title, the day of each row, and the columns.

    `unshown` stands for what was written in signs that the font does not have.
    """

    title: str
    days: Sequence[str]
    columns: Mapping[Column, str]
    unshown: str


def draw(chart: ThoughtChart, words: Words) -> str:
    """Return the drawing (SVG) of some rows."""
    down = TOP
    drawn: list[str] = []
    for day, row in zip(words.days, chart.rows, strict=True):
        lines = _lines(row, words)
        drawn += _row(day, lines, down)
        down += _height(lines) + GAP
    size = f'width="{WIDTH}" height="{down}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
            f'<rect {size} fill="#ffffff"/>',
            _text((MARGIN, 68), fitted(words.title, WHOLE), "heading"),
            *drawn,
            "</svg>",
        ]
    )


def split(chart: ThoughtChart, words: Words) -> Sequence[ThoughtChart]:
    """Return the rows divided among pictures that are not too high; one alone may be."""
    found: list[list[Row]] = []
    height = 0
    for row in chart.rows:
        more = _height(_lines(row, words)) + GAP
        if not found or height + more > HIGHEST:
            found.append([])
            height = TOP
        found[-1].append(row)
        height += more
    return [ThoughtChart(rows=tuple(rows)) for rows in found]


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One line of the table: the name of the column and what it holds, both in lines."""

    name: Sequence[str]
    said: Sequence[str]

    @property
    def height(self) -> int:
        return LINE * max(len(self.name), len(self.said)) + 2 * PADDING


def _lines(row: Row, words: Words) -> Sequence[_Line]:
    return [
        _Line(
            name=paragraphs(words.columns[column], NAME, MOST_LINES),
            said=[line for one in said for line in paragraphs(one, CELL, MOST_LINES)]
            or [words.unshown],
        )
        for column, said in row.cells.items()
    ]


def _height(lines: Sequence[_Line]) -> int:
    return BAND + sum(one.height for one in lines)


def _row(day: str, lines: Sequence[_Line], top: int) -> Iterator[str]:
    height, width = _height(lines), RIGHT - MARGIN
    yield _box((MARGIN, top), (LEFT - MARGIN, height), HEAD)
    yield _box((MARGIN, top), (width, BAND), SHADE)
    yield _text((MARGIN + PADDING, top + 50), fitted(day, WHOLE), "day")
    down = top + BAND
    for one in lines:
        yield f'<path d="M{MARGIN} {down}H{RIGHT}" stroke="{FAINT}" stroke-width="3"/>'
        for at, line in enumerate(one.name):
            yield _text((MARGIN + PADDING, _base(down, at)), line, "name")
        for at, line in enumerate(one.said):
            yield _text((LEFT + PADDING, _base(down, at)), line, "said")
        down += one.height
    yield f'<path d="M{LEFT} {top + BAND}V{down}" stroke="{FAINT}" stroke-width="3"/>'
    yield (
        f'<rect x="{MARGIN}" y="{top}" width="{width}" height="{height}" fill="none" '
        f'stroke="{FAINT}" stroke-width="3"/>'
    )


def _base(down: int, at: int) -> int:
    """Return how far down the letters of a line stand."""
    return down + PADDING + LINE * at + LETTERS


def _box(place: tuple[int, int], size: tuple[int, int], colour: str) -> str:
    x, y = place
    width, height = size
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>'


STYLES = {
    "heading": (HEADING, 600),
    "day": (LETTERS, 600),
    "name": (SMALL, 600),
    "said": (LETTERS, 400),
}


def _text(place: tuple[int, int], words: str, style: str) -> str:
    size, weight = STYLES[style]
    x, y = place
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{INK}">'
        f"{escape(words)}</text>"
    )
