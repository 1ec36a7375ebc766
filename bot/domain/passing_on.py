"""Words that somebody types for somebody else, made safe to pass on."""

from bot.domain.names import JOINER, read_line

LONGEST = 500
"""How many signs are passed on; longer words are asked for again, never cut."""


def read_words(text: str) -> str:
    """Return the lines that were typed, without what is hidden or blank; empty where none is."""
    return "\n".join(line for line in map(read_line, text.splitlines()) if line.strip(JOINER))
