"""Draws days as rows: one for each question, its words on the axis, a point for each answer.

Nothing is said by colour alone, and nothing is red. Days without an answer stay empty: a line joins
only the answers of two days in a row. Lengths are in pixels; a phone shows a third of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

from bot.pictures.lettering import lines, readable
from bot.pictures.render import FAMILY

WIDTH = 1080
MARGIN = 40
LEFT, RIGHT = 350, 1030
INSET = 26
TOP = 140
HEAD = 68
STEP = 41
GAP = 54
LETTERS = 36
HEADING = 42
LINE = 48
APART = 40
"""How far the numbers of two marks stand apart, however near their days are."""

LEGEND = (RIGHT - MARGIN) / LETTERS
"""How long a line under the days may be."""

FEW, MANY = 14, 31
"""From how many days on the points and lines are smaller."""

INK, SOFT, FAINT = "#1f2933", "#5b6773", "#d5dbe1"
BLUE, SAND = "#1d5b8f", "#7a5f16"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question: its name, the words of its scale from the lowest, and a level for each day.

    A level is the number of a word (from 0), None where nothing was answered.
    """

    name: str
    words: Sequence[str]
    levels: Sequence[int | None]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What a picture of days shows; days are counted from 0.

    `ticks` are the days that are named at the foot, in one line or two; `marks` those that somebody
    wrote something beside. `nothing` stands in a row without an answer.
    """

    title: str
    count: int
    rows: Sequence[Row]
    ticks: Sequence[tuple[int, str]] = ()
    marks: Sequence[tuple[int, str]] = ()
    nothing: str = ""


def draw(sheet: Sheet) -> str:
    """Return the drawing (SVG) of days."""
    foot = TOP + sum(map(_height, sheet.rows))
    told = [f"{number}. {what}" for number, (_, what) in enumerate(sheet.marks, start=1)]
    legend = [line for one in told for line in lines(one, LEGEND)]
    ends = foot + LINE * max((words.count("\n") + 1 for _, words in sheet.ticks), default=1)
    height = ends + (LINE * len(legend) + MARGIN if legend else 0)
    size = f'width="{WIDTH}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
            f'<rect {size} fill="#ffffff"/>',
            _text((MARGIN, 68), sheet.title, "heading"),
            *_marks(sheet, foot),
            *_rows(sheet),
            *_ticks(sheet, foot),
            *(_text((MARGIN, ends + LINE * at), one) for at, one in enumerate(legend, start=1)),
            "</svg>",
        ]
    )


def _height(row: Row) -> int:
    return HEAD + STEP * (len(row.words) - 1) + GAP


def _across(sheet: Sheet, day: int) -> float:
    """Return how far from the left a day stands."""
    width = RIGHT - LEFT - 2 * INSET
    return LEFT + INSET + width * day / max(sheet.count - 1, 1)


def _rows(sheet: Sheet) -> Iterator[str]:
    top = TOP
    for row in sheet.rows:
        yield _text((MARGIN, top + 24), row.name, "heading")
        heights = [top + HEAD + STEP * at for at in range(len(row.words))][::-1]
        for word, y in zip(row.words, heights, strict=True):
            yield f'<path d="M{LEFT} {y}H{RIGHT}" stroke="{FAINT}" stroke-width="3"/>'
            yield _text((LEFT - 18, y + 12), word, "word")
        yield from _answers(sheet, row, heights)
        top += _height(row)


def _answers(sheet: Sheet, row: Row, heights: Sequence[int]) -> Iterator[str]:
    points = {
        day: (_across(sheet, day), heights[level])
        for day, level in enumerate(row.levels)
        if level is not None
    }
    if not points:
        place = ((LEFT + RIGHT) / 2, heights[len(heights) // 2] + 12)
        yield _text(place, sheet.nothing, "nothing")
    radius, width = (14, 6) if sheet.count <= FEW else (10, 6) if sheet.count <= MANY else (8, 4)
    for day, following in pairwise(points):
        if following == day + 1:
            (x, y), (to_x, to_y) = points[day], points[following]
            path = f"M{x:.1f} {y}L{to_x:.1f} {to_y}"
            yield f'<path class="join" d="{path}" stroke="{BLUE}" stroke-width="{width}"/>'
    for x, y in points.values():
        yield f'<circle cx="{x:.1f}" cy="{y}" r="{radius}" fill="{BLUE}"/>'


def _ticks(sheet: Sheet, foot: int) -> Iterator[str]:
    for day, words in sheet.ticks:
        x = _across(sheet, day)
        yield f'<path d="M{x:.1f} {foot - 34}v16" stroke="{SOFT}" stroke-width="3"/>'
        for at, line in enumerate(words.split("\n")):
            yield _text((x, foot + 22 + 42 * at), line, "tick")


def _marks(sheet: Sheet, foot: int) -> Iterator[str]:
    days = [_across(sheet, day) for day, _ in sheet.marks]
    for number, (x, label) in enumerate(zip(days, _apart(days), strict=True), start=1):
        yield (
            f'<path d="M{label:.1f} {TOP - 22}L{x:.1f} {TOP + 20}V{foot - 38}" fill="none" '
            f'stroke="{SAND}" stroke-width="4" stroke-dasharray="4 12" stroke-linecap="round"/>'
        )
        yield _text((label, TOP - 34), str(number), "number")


def _apart(places: Sequence[float]) -> list[float]:
    """Move places so that none is too near to the next: to the right, and back from the edge."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + APART) if moved else place)
    edge = float(RIGHT)
    for at in reversed(range(len(moved))):
        moved[at] = min(moved[at], edge)
        edge = moved[at] - APART
    return moved


STYLES = {
    "heading": (HEADING, INK, "start", 600),
    "told": (LETTERS, INK, "start", 400),
    "word": (LETTERS, SOFT, "end", 400),
    "nothing": (LETTERS, SOFT, "middle", 400),
    "tick": (LETTERS, INK, "middle", 400),
    "number": (LETTERS, SAND, "middle", 600),
}


def _text(place: tuple[float, float], words: str, style: str = "told") -> str:
    size, colour, anchor, weight = STYLES[style]
    halo = 'stroke="#ffffff" stroke-width="16" paint-order="stroke"' if style == "nothing" else ""
    x, y = place
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}" text-anchor="{anchor}" {halo}>{escape(readable(words))}</text>'
    )
