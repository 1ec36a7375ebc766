"""Draws a week as seven columns of hours: the parts of the days, and a number for what comes.

The parts differ by their pattern as well as by their colour. Lengths are in pixels; a phone shows a
third of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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

RADIUS = 21
LEGEND = (WIDTH - 2 * MARGIN - 2 * RADIUS) / LETTERS
APART = 2 * RADIUS + 2

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
    """Draw the number of each entry on its days; what is near in time stands a little lower."""
    taken: dict[int, float] = {}
    for number, one in enumerate(week.entries, start=1):
        minutes = one.at.hour * 60 + one.at.minute
        for day in sorted(one.days):
            y = max(_down(minutes), taken.get(day, 0) + APART)
            taken[day] = y
            yield from _dot((_middle(day), y), number)


def _legend(week: Week, words: Words, top: int) -> Iterator[tuple[int, str]]:
    """Yield how far down each line of the legend stands, and its drawing."""
    y = top
    for part in Part:
        if any(one.part is part for one in week.stretches):
            box = f'x="{MARGIN}" y="{y - 32}" width="42" height="42"'
            drawn = f'<rect {box} fill="url(#{FILLS[part]})"/>'
            yield y, drawn + _text((MARGIN + 64, y), words.parts[part], "told")
            y += LINE
    for number, told in enumerate(words.entries, start=1):
        yield y, "".join(_dot((MARGIN + RADIUS, y - 12), number))
        for line in lines(told, LEGEND):
            yield y, _text((MARGIN + 64, y), line, "told")
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
    "number": (28, INK, "middle", 600),
}


def _text(place: tuple[float, float], words: str, style: str) -> str:
    size, colour, anchor, weight = STYLES[style]
    x, y = place
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}" text-anchor="{anchor}">{escape(readable(words))}</text>'
    )
