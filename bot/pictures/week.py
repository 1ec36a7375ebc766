"""Draws a week as seven columns of hours: the parts of the days, and a number for what comes.

The parts differ by their pattern as well as by their colour. Lengths are in pixels; a phone shows a
third of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from xml.sax.saxutils import escape

from bot.domain.week import DAY_ENDS, DAYS, Part, Stretch, Week
from bot.pictures.lettering import lines, readable
from bot.pictures.render import FAMILY

WIDTH = 1080
MARGIN = 40
LEFT, RIGHT = 130, 1050
TOP = 170
HOUR = 40
LETTERS = 36
HEADING = 42
LINE = 50
EVERY = 3
"""How many hours apart the lines are that say the hour."""

RADIUS = 20
BESIDE = MARGIN + 64
"""Where the words of the legend begin, beside their sign."""

LEGEND = (WIDTH - MARGIN - BESIDE) / LETTERS
APART = 2 * RADIUS + 2
ABREAST = 3
"""How many numbers fit beside each other in a day; more of them stand in one frame."""

A_PAIR = 2
NUMBERS = 28
ROW = 32

INK, SOFT, FAINT = "#1f2933", "#5b6773", "#d5dbe1"
FILLS: Mapping[Part, str] = {Part.NIGHT: "night", Part.MORNING: "morning", Part.WORK: "work"}

PATTERNS = (
    '<pattern id="night" width="16" height="16" patternUnits="userSpaceOnUse">'
    '<rect width="16" height="16" fill="#c3cfe0"/><circle cx="8" cy="8" r="2.5" fill="#1d5b8f"/>'
    "</pattern>"
    '<pattern id="morning" width="16" height="16" patternUnits="userSpaceOnUse">'
    '<rect width="16" height="16" fill="#f3e3b3"/></pattern>'
    '<pattern id="work" width="16" height="16" patternUnits="userSpaceOnUse">'
    '<rect width="16" height="16" fill="#cfe3d6"/>'
    '<path d="M0 16L16 0" stroke="#2f6b4a" stroke-width="2"/></pattern>'
)


Placed: TypeAlias = tuple[float, int]
"""How far down a number stands, and the number."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """What stands beside the drawing: its title, the days, the parts, and each entry in a line."""

    title: str
    days: Sequence[str]
    parts: Mapping[Part, str]
    entries: Sequence[str]


def draw(week: Week, words: Words) -> str:
    """Return the drawing (SVG) of a week."""
    foot = TOP + HOUR * 24
    legend = list(_legend(week, words, foot + 2 * LINE))
    height = (legend[-1][0] if legend else foot) + MARGIN
    size = f'width="{WIDTH}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
            f"<defs>{PATTERNS}</defs>",
            f'<rect {size} fill="#ffffff"/>',
            _text((MARGIN, 68), words.title, "heading"),
            *(_text((_middle(day), TOP - 26), name, "day") for day, name in enumerate(words.days)),
            *map(_stretch, week.stretches),
            *_hours(),
            *_entries(week),
            *(drawn for _, drawn in legend),
            "</svg>",
        ]
    )


def _column() -> float:
    return (RIGHT - LEFT) / DAYS


def _middle(day: int) -> float:
    return LEFT + _column() * (day + 0.5)


def _down(minutes: int) -> float:
    return TOP + HOUR * minutes / 60


def _stretch(one: Stretch) -> str:
    x, width = LEFT + _column() * one.day + 5, _column() - 10
    y, height = _down(one.begins), HOUR * (one.ends - one.begins) / 60
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'fill="url(#{FILLS[one.part]})"/>'
    )


def _hours() -> Iterator[str]:
    for hour in range(0, DAY_ENDS // 60 + 1, EVERY):
        y = _down(hour * 60)
        yield f'<path d="M{LEFT} {y:.1f}H{RIGHT}" stroke="{FAINT}" stroke-width="3"/>'
        yield _text((LEFT - 16, y + 12), f"{hour}:00" if hour else "0:00", "hour")


def _entries(week: Week) -> Iterator[str]:
    """Draw the number of each entry on its days, each as far down as its time is."""
    for day in range(DAYS):
        today = [
            (_down(one.at.hour * 60 + one.at.minute), number)
            for number, one in enumerate(week.entries, start=1)
            if day in one.days
        ]
        for near in _together(today):
            yield from _abreast(_middle(day), near)


def _together(numbers: Sequence[Placed]) -> Iterator[Sequence[Placed]]:
    """Yield the numbers of a day in groups: those that would touch are in one."""
    group: list[Placed] = []
    for one in numbers:
        if group and one[0] - group[-1][0] >= APART:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _abreast(x: float, near: Sequence[Placed]) -> Iterator[str]:
    """Draw numbers that are near in time beside each other; where they are many, in one frame."""
    below: list[float] = []
    places: list[tuple[int, Placed]] = []
    for y, number in near:
        free = (at for at, last in enumerate(below) if y - last >= APART)
        at = next(free, len(below))
        below[at : at + 1] = [y]
        places.append((at, (y, number)))
    if len(below) > ABREAST:
        yield from _frame(x, near)
        return
    for at, (y, number) in places:
        yield from _dot((x + (at - (len(below) - 1) / 2) * APART, y), number)


def _frame(x: float, near: Sequence[Placed]) -> Iterator[str]:
    """Draw many numbers in one frame, from the first of them in time to the last."""
    rows = lines(_spans([number for _, number in near]), (_column() - 14) / NUMBERS)
    first, last = near[0][0], near[-1][0]
    height = max(last - first + 2 * RADIUS, len(rows) * ROW + 10)
    middle, width = (first + last) / 2, _column() - 8
    yield (
        f'<rect x="{x - width / 2:.1f}" y="{middle - height / 2:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}" rx="{RADIUS}" fill="#ffffff" stroke="{INK}" stroke-width="3"/>'
    )
    for at, row in enumerate(rows):
        yield _text((x, middle + (at - (len(rows) - 1) / 2) * ROW + 10), row, "number")


def _spans(numbers: Sequence[int]) -> str:
    """Return numbers as they are said in short: "2–5, 7"."""
    spans: list[list[int]] = []
    for one in numbers:
        if spans and one == spans[-1][-1] + 1:
            spans[-1].append(one)
        else:
            spans.append([one])
    return ", ".join(
        ", ".join(map(str, span)) if len(span) <= A_PAIR else f"{span[0]}–{span[-1]}"
        for span in spans
    )


def _legend(week: Week, words: Words, top: int) -> Iterator[tuple[int, str]]:
    """Yield how far down each line of the legend stands, and its drawing."""
    y = top
    for part in Part:
        if any(one.part is part for one in week.stretches):
            box = f'x="{MARGIN}" y="{y - 32}" width="42" height="42"'
            drawn = f'<rect {box} fill="url(#{FILLS[part]})"/>'
            yield y, drawn + _text((BESIDE, y), words.parts[part], "told")
            y += LINE
    for number, told in enumerate(words.entries, start=1):
        yield y, "".join(_dot((MARGIN + RADIUS, y - 12), number))
        for line in lines(told, LEGEND):
            yield y, _text((BESIDE, y), line, "told")
            y += LINE


def _dot(place: tuple[float, float], number: int) -> Iterator[str]:
    x, y = place
    yield (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}" fill="#ffffff" stroke="{INK}" '
        'stroke-width="3"/>'
    )
    yield _text((x, y + 10), str(number), "number")


STYLES = {
    "heading": (HEADING, INK, "start", 600),
    "told": (LETTERS, INK, "start", 400),
    "day": (LETTERS, INK, "middle", 600),
    "hour": (30, SOFT, "end", 400),
    "number": (NUMBERS, INK, "middle", 600),
}


def _text(place: tuple[float, float], words: str, style: str) -> str:
    size, colour, anchor, weight = STYLES[style]
    x, y = place
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}" text-anchor="{anchor}">{escape(readable(words))}</text>'
    )
