"""Words that somebody types, made safe to pass on, and short where there is little room."""

import re

from bot.domain.names import JOINER, read_line

_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""What becomes a single space: none of those that keep a sign on its line."""

LONGEST = 500
"""How many signs are passed on; longer words are asked for again, never cut."""


def read_words(text: str) -> str:
    """Return the lines that were typed, without what is hidden or blank; empty where none is."""
    return "\n".join(line for line in map(read_line, text.splitlines()) if line.strip(JOINER))


def shortened(words: str, most: int) -> str:
    """Return words on one line, with a sign that says so where they are cut to fit."""
    line = " ".join(_SPACES.split(words.strip()))
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
