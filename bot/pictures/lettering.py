"""Fits words into a picture: what the font can show, and lines that are not too long."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LAST = "\u04ff"
"""The font knows Latin, Greek and Cyrillic; what comes after is signs, other scripts and emoji."""

WIDE = frozenset("MWmw@%—…ŒœÆæЖШЩЮжшщюΩ")

NARROW = frozenset("ijlI.,:;!'’\N{SPACE}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
SLENDER = frozenset("frt/|()[]{}“”")

SIGNS = frozenset("–—‘’“”•…€№™←→")

_FEW = 2_048
"""How many signs are remembered: the same few are looked at again with each word of a line."""


def readable(words: str) -> str:
    """Return words without what the font cannot show; words of another script leave nothing."""
    composed = unicodedata.normalize("NFC", words)
    return "".join(one for one in composed if _is_shown(one)).strip()


def lines(words: str, longest: float) -> list[str]:
    """Return words in lines, each at most about so many times as long as the letters are high.

    Where nothing is shown, there is no line; a word that is longer is cut.
    """
    found: list[str] = []
    line = ""
    for word in readable(words).split(" "):
        for piece in _pieces(word, longest):
            if line and length(f"{line} {piece}") > longest:
                found.append(line)
                line = piece
            else:
                line = f"{line} {piece}".strip(" ")
    return [*found, line] if line else found


def fitted(words: str, longest: float) -> str:
    """Return words in one line, what is too long cut with an ellipsis; lengths as in `lines`."""
    shown = readable(words)
    return shown if length(shown) <= longest else _cut(shown, longest)


def paragraphs(words: str, longest: float, most: int) -> list[str]:
    """Return words of several paragraphs in lines, at most so many; what is cut says so."""
    found = [line for one in words.splitlines() for line in lines(one, longest)]
    return found if len(found) <= most else [*found[: most - 1], _cut(found[most - 1], longest)]


def _cut(line: str, longest: float) -> str:
    """Return a line that says that more would follow."""
    while line and length(f"{line}…") > longest:
        line = line[:-1]
    return f"{line.strip()}…"


def length(words: str) -> float:
    """Return about how long words are in one line, in the size of the letters."""
    return sum(map(_width, words))


def _pieces(word: str, longest: float) -> Iterator[str]:
    """Yield a word in pieces that are not too long, cut behind a hyphen where it has one."""
    if length(word) <= longest:
        yield word
        return
    piece = ""
    for sign in word:
        if length(piece + sign) > longest:
            head, hyphen, tail = piece.rpartition("-")
            yield head + hyphen or piece
            piece = tail if hyphen else ""
        piece += sign
    yield piece


@lru_cache(maxsize=_FEW)
def _width(sign: str) -> float:
    """Return about how wide a sign is, as a part of the size of the letters."""
    for signs, width in ((WIDE, 1.0), (NARROW, 0.3), (SLENDER, 0.41)):
        if sign in signs:
            return width
    return 0.75 if sign.isupper() else 0.6


@lru_cache(maxsize=_FEW)
def _is_shown(sign: str) -> bool:
    if sign in SIGNS or sign == "\N{NARROW NO-BREAK SPACE}":
        return True
    return sign <= LAST and unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Cn", "Co"}
