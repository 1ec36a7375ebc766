"""Draws a page of words, to be kept where no network is needed: a heading, then lines.

Lengths are in pixels; a phone shows a third of them.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from bot.pictures.lettering import lines
from bot.pictures.render import FAMILY

WIDTH = 1080
MARGIN = 60
LETTERS = 40
LINE = 58
BETWEEN = 26
HEAD = 110
LONGEST = 140
"""How many lines a page has at most: Telegram takes no picture that is higher."""

INK, HEADING = "#1f2933", "#1d5b8f"


def draw(text: str) -> str:
    """Return the drawing (SVG) of a text; its first line is the heading."""
    heading, _, rest = text.partition("\n")
    written = list(_lines(rest))[:LONGEST]
    height = HEAD + sum(LINE if line else BETWEEN for line in written) + MARGIN
    size = f'width="{WIDTH}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
            f'<rect {size} fill="#ffffff"/>',
            _text(HEAD - LETTERS, heading, f'font-weight="600" fill="{HEADING}"'),
            *_placed(written),
            "</svg>",
        ]
    )


def _lines(text: str) -> Iterator[str]:
    """Yield the lines as they fit; an empty one is a gap."""
    for one in text.split("\n"):
        yield from lines(one, (WIDTH - 2 * MARGIN) / LETTERS) if one.strip() else [""]


def _placed(written: list[str]) -> Iterator[str]:
    down = HEAD
    for line in written:
        down += LINE if line else BETWEEN
        if line:
            yield _text(down, line, f'fill="{INK}"')


def _text(down: int, line: str, style: str) -> str:
    return f'<text x="{MARGIN}" y="{down}" font-size="{LETTERS}" {style}>{escape(line)}</text>'
