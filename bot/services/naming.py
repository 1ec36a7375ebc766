"""Names in a sentence: of people all, or of many a few and how many more; that one is too long."""

from collections.abc import Sequence

from bot.domain.message import Names, Phrase, Values
from bot.domain.names import LENGTH

TOO_LONG = Phrase("name-too-long", {"most": LENGTH})
"""What is said to a name that would be cut."""


def named(names: Sequence[str], *, most: int) -> Names | Phrase:
    """Return names as they are read; of more than `most` it is said how many more there are."""
    if len(names) <= most:
        return Names(names=tuple(names))
    values: Values = {"names": ", ".join(names[:most]), "count": len(names) - most}
    return Phrase("names-more", values)
