"""Names people in a sentence: all of them, or of many a few and how many more."""

from collections.abc import Sequence

from bot.domain.message import Names, Phrase, Values


def named(names: Sequence[str], *, most: int) -> Names | Phrase:
    """Return names as they are read; of more than `most` it is said how many more there are."""
    if len(names) <= most:
        return Names(names=tuple(names))
    values: Values = {"names": ", ".join(names[:most]), "count": len(names) - most}
    return Phrase("names-more", values)
