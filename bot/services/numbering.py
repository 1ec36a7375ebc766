"""Buttons with the numbers of the lines above them: long words are read there, and all fits."""

from collections.abc import Mapping

from bot.domain.message import Button, Phrase, Plain
from bot.services.questioning import Rows

ACROSS = 4


def numbered(lines: Mapping[int, tuple[str, Plain]]) -> Rows:
    """Return a button for the number of each line, with what a tap does and is about, in rows."""
    buttons = [
        Button(Phrase("button-number", {"number": number}), action, about)
        for number, (action, about) in lines.items()
    ]
    starts = range(0, len(buttons), ACROSS)
    return tuple(tuple(buttons[start : start + ACROSS]) for start in starts)
