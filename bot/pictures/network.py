"""Draws the people around somebody in three circles, closer ones further in, with what they bring.

Each kind of support has a shape of its own, so that no colour is needed to tell them apart. The
circles grow with who stands in them, so that no two people ever meet. Lengths are in pixels; a
phone shows a third of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bot.domain.network import Circle, Network, Somebody, Support
from bot.pictures.lettering import fitted, paragraphs
from bot.pictures.render import FAMILY

WIDTH = 1080
MARGIN = 40
MIDDLE = WIDTH / 2
TOP = 110
LETTERS = 34
LABEL = 30
HEADING = 42
LINE = 42
SIGN = 50
GAP = 26
HEAD = 84
NEAR = 20
FOOT = 46
ME = 56
NAME_LINES = 3
APART = 52
"""How far the shapes beside each other stand apart, from middle to middle."""


@dataclass(frozen=True, kw_only=True)
class _Form:
    """How a circle looks: its width, how round it is, its colour, and how many stand in a row."""

    width: int
    round: int
    fill: str
    across: int

    @property
    def place(self) -> float:
        """How wide the place of one person is."""
        return (self.width - 70) / self.across


FORMS: Mapping[Circle, _Form] = {
    Circle.CLOSE: _Form(width=640, round=120, fill="#cfe0f0", across=2),
    Circle.SOME: _Form(width=840, round=150, fill="#e3edf6", across=2),
    Circle.FAR: _Form(width=WIDTH - 2 * MARGIN, round=170, fill="#f3f7fb", across=3),
}

INK, SOFT, EDGE = "#1f2933", "#4a5561", "#7f9ab5"
GREEN, BLUE, SAND, PLUM = "#2f6b4a", "#1d5b8f", "#7a5f16", "#6b4a7f"

_STROKE = 'fill="#ffffff" stroke-width="4" stroke-linejoin="round" stroke-linecap="round" stroke='

SHAPES: Mapping[Support, str] = {
    Support.LISTENS: f'<path d="M-17 -14h34v22h-20l-8 9v-9h-6z" {_STROKE}"{BLUE}"/>',
    Support.PRACTICAL: f'<rect x="-15" y="-15" width="30" height="30" fill="{GREEN}"/>',
    Support.INFORMATION: f'<circle r="17" {_STROKE}"{SAND}"/>'
    f'<path d="M0 -2v10M0 -9v1" stroke-width="5" stroke-linecap="round" stroke="{SAND}"/>',
    Support.COMPANY: f'<circle cx="-8" r="11" {_STROKE}"{PLUM}"/>'
    f'<circle cx="8" r="11" fill="{PLUM}"/>',
}
"""Around the middle of each."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """What stands beside the drawing: its title, who it is about, the circles, what people bring.

    `unplaced` is said of those who stand in no circle yet, `unshown` in the place of a name that
    was written in signs that the font does not have.
    """

    title: str
    me: str
    circles: Mapping[Circle, str]
    supports: Mapping[Support, str]
    unplaced: str
    unshown: str


def draw(network: Network, words: Words) -> str:
    """Return the drawing (SVG) of the people around somebody."""
    shown = _Shown(network, words)
    below = _Pen(down=TOP)
    drawn = [*shown.circles(below), *shown.unplaced(below), *shown.legend(below)]
    size = f'width="{WIDTH}" height="{below.down + MARGIN}"'
    title = fitted(words.title, (WIDTH - 2 * MARGIN) / HEADING)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
            f'<rect {size} fill="#ffffff"/>',
            _text((MARGIN, 68), title, "heading"),
            *drawn,
            "</svg>",
        ]
    )


@dataclass
class _Pen:
    """How far down is drawn already."""

    down: int


@dataclass(frozen=True, kw_only=True)
class _Row:
    """People beside each other, each name in lines."""

    people: Sequence[tuple[Sequence[str], Sequence[Support]]]

    @property
    def names(self) -> int:
        """How high the longest name is."""
        return LINE * max(len(name) for name, _ in self.people)

    @property
    def height(self) -> int:
        """How high the row is, with what stands under the names."""
        return self.names + (SIGN if any(signs for _, signs in self.people) else 0) + GAP


class _Shown:
    """A map with its words."""

    def __init__(self, network: Network, words: Words) -> None:
        self._network = network
        self._words = words

    def circles(self, pen: _Pen) -> Iterator[str]:
        """Draw the circles from the outer one inwards, and down to the foot of the outer one."""
        top = pen.down
        inside = 2 * (ME + GAP)
        above, below, ends = {}, {}, {}
        height = inside
        for circle in Circle:
            rows = self._rows(self._network.within(circle), FORMS[circle])
            half = (len(rows) + 1) // 2
            above[circle], below[circle] = rows[:half], rows[half:]
            height += HEAD + NEAR + FOOT + sum(row.height for row in rows)
            ends[circle] = height
        for circle in reversed(Circle):
            yield _frame(circle, top, ends[circle])
            yield _text((MIDDLE, top + 56), self._words.circles[circle], "label")
            top += HEAD
            for row in above[circle]:
                yield from _placed(row, circle, top)
                top += row.height
        yield f'<circle cx="{MIDDLE}" cy="{top + ME + GAP}" r="{ME}" fill="{INK}"/>'
        yield _text((MIDDLE, top + ME + GAP + 12), self._words.me, "me")
        top += inside
        for circle in Circle:
            top += NEAR
            for row in below[circle]:
                yield from _placed(row, circle, top)
                top += row.height
            top += FOOT
        pen.down = top

    def unplaced(self, pen: _Pen) -> Iterator[str]:
        """Draw those of whom nobody said how close they are."""
        rows = self._rows(self._network.within(None), FORMS[Circle.FAR])
        if not rows:
            return
        pen.down += LINE + GAP
        yield _text((MIDDLE, pen.down), self._words.unplaced, "label")
        pen.down += GAP
        for row in rows:
            yield from _placed(row, Circle.FAR, pen.down)
            pen.down += row.height

    def legend(self, pen: _Pen) -> Iterator[str]:
        """Say what the shapes mean that are seen."""
        seen = {support for one in self._network.people for support in one.supports}
        pen.down += GAP if seen else 0
        for support in Support:
            if support in seen:
                pen.down += SIGN
                yield _shape(support, MARGIN + 24, pen.down - 12)
                yield _text((MARGIN + 64, pen.down), self._words.supports[support], "told")

    def _rows(self, people: Sequence[Somebody], form: _Form) -> Sequence[_Row]:
        longest = (form.place - GAP) / LETTERS
        shown = [
            (paragraphs(one.name, longest, NAME_LINES) or [self._words.unshown], one.supports)
            for one in people
        ]
        return [
            _Row(people=shown[at : at + form.across]) for at in range(0, len(shown), form.across)
        ]


def _frame(circle: Circle, top: int, height: int) -> str:
    form = FORMS[circle]
    x = MIDDLE - form.width / 2
    return (
        f'<rect x="{x:.0f}" y="{top}" width="{form.width}" height="{height}" rx="{form.round}" '
        f'fill="{form.fill}" stroke="{EDGE}" stroke-width="3"/>'
    )


def _placed(row: _Row, circle: Circle, top: int) -> Iterator[str]:
    """Draw people beside each other around the middle."""
    place = FORMS[circle].place
    left = MIDDLE - place * (len(row.people) - 1) / 2
    for number, (name, supports) in enumerate(row.people):
        x = left + place * number
        for at, line in enumerate(name):
            yield _text((x, top + LINE * at + LETTERS), line, "name")
        begins = x - APART * (len(supports) - 1) / 2
        for at, support in enumerate(supports):
            yield _shape(support, begins + APART * at, top + LINE * len(name) + SIGN / 2)


def _shape(support: Support, x: float, y: float) -> str:
    return f'<g transform="translate({x:.1f} {y:.1f})">{SHAPES[support]}</g>'


STYLES = {
    "heading": (HEADING, INK, "start", 600),
    "label": (LABEL, SOFT, "middle", 400),
    "name": (LETTERS, INK, "middle", 600),
    "me": (LETTERS, "#ffffff", "middle", 600),
    "told": (LETTERS, INK, "start", 400),
}


def _text(place: tuple[float, float], words: str, style: str) -> str:
    size, colour, anchor, weight = STYLES[style]
    x, y = place
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'
    )
