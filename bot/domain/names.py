"""Names as people type them, made safe to show again."""

import unicodedata
from collections.abc import Iterator
from itertools import dropwhile

LENGTH = 40
UNREADABLE = "—"
"""Stands where a name was and none can be read: a sign, the same in every language."""

HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs"})
BETWEEN_NAMES = ",;"
JOINER = "\N{ZERO WIDTH JOINER}"
# Letters and a symbol by their category, but nothing can be seen of them.
FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
APART = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
"""Letters that stand by others and that nothing takes apart by itself."""


def read_name(text: str) -> str | None:
    """Return a name, or None where nothing to be read is left.

    Composed (NFC), without control or direction marks, with single spaces, and cut where a name
    becomes a text, but never inside what shows as one character. The joiner that holds one emoji
    together stays.
    """
    spaced = read_line(text)
    name = _cut("".join(dropwhile(_starts_nothing, spaced))).rstrip(JOINER + " ")
    return name if any(character.isalnum() for character in name) else None


def is_too_long(text: str) -> bool:
    """Whether a name would be cut."""
    return len("".join(dropwhile(_starts_nothing, read_line(text)))) > LENGTH


def are_several(text: str) -> bool:
    """Whether a text lists several names, where one is asked for."""
    return any(sign in text for sign in BETWEEN_NAMES)


def read_line(text: str) -> str:
    """Return text on one line as it can be shown again: nothing hidden in it, single spaces."""
    visible = "".join(_shown(character) for character in text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def in_order(name: str) -> str:
    """Return what a name is sorted by: letters without their accents and case."""
    apart = unicodedata.normalize("NFKD", name.casefold().translate(APART))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if character == JOINER:
        return character
    hidden = character in FILLERS or unicodedata.category(character) in HIDDEN
    return "" if hidden else character


def _starts_nothing(character: str) -> bool:
    return character == " " or _leans(character)


def _leans(character: str) -> bool:
    """Whether a character belongs to the one before it: marks, joiners, the skin of an emoji."""
    return (
        character == JOINER or character in SKINS or unicodedata.category(character).startswith("M")
    )


def _cut(name: str) -> str:
    kept = ""
    for cluster in _clusters(name):
        if len(kept) + len(cluster) > LENGTH:
            break
        kept += cluster
    return kept


def _clusters(name: str) -> Iterator[str]:
    """Yield what shows as one character: nearly the rules of Unicode (UAX 29)."""
    cluster = ""
    for character in name:
        if cluster and not _goes_on(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


def _goes_on(cluster: str, character: str) -> bool:
    if character in FLAG_LETTERS:
        return cluster in FLAG_LETTERS
    if cluster[-1] == JOINER:
        return character != " " and not character.isalnum()
    return _leans(character)
