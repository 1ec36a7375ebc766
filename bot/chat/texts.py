"""Makes a text fit for Telegram, which counts in UTF-16 units and refuses what is too long."""

LONGEST_TEXT = 4_096
LONGEST_CAPTION = 1_024
LONGEST_COPY = 256
ELLIPSIS = "…"
BREAKS = ("\n\n", "\n", " ")


def fit(text: str, longest: int) -> str:
    """Return the text, cut after a paragraph, a line or a word if it is too long.

    Halves of surrogate pairs, which nothing can carry, become a question mark.
    """
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if units(text) <= longest:
        return text
    kept = _first_units(text, longest - units(ELLIPSIS))
    for one in BREAKS:
        place = kept.rfind(one)
        if place > len(kept) // 2:
            return kept[:place] + ELLIPSIS
    return kept + ELLIPSIS


def units(text: str) -> int:
    """Return how long Telegram finds a text."""
    return len(text.encode("utf-16-le")) // 2


def _first_units(text: str, count: int) -> str:
    return text.encode("utf-16-le")[: count * 2].decode("utf-16-le", "ignore")
