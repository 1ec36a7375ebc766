"""Recognises words that may mean that somebody needs help now; it never says that nobody does.

A list of words of a language is compared with what was typed, whole words only. Nothing is counted
or kept of it: what is found only decides whether help is shown.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import product

PLAN = "hard-moments"
"""The exercise in which people write a plan of their own for hard moments."""

GAP = 3
TOGETHER = 3
SPELLED_OUT = 4

_SENTENCES = re.compile(r"(?<!\.)[.!?;](?!\.)|\n")
_PAUSES = re.compile(r"[,:()/\"«»“”–—]")
_ELISION = re.compile(r"(?<![a-z])(c|d|j|l|m|n|s|t|qu)['’‘`´]")
_APOSTROPHE = re.compile(r"['’‘`´]")
_WORD = re.compile(r"[a-z0-9@$]+")
_AGAIN = re.compile(r"(.)\1+")
_LETTERS = str.maketrans("01345@$", "oieasas")
_PART = re.compile(r"\([^)]*\)|[^\s()]+")
_GAP = "…"
_STAR = "*"


class Tier(StrEnum):
    """How plainly it was said: *direct* is asked about, *possible* is only answered with help."""

    DIRECT = "direct"
    POSSIBLE = "possible"


@dataclass(frozen=True, kw_only=True)
class WordList:
    """What counts as worrying in a language, as its authors write it.

    `spellings` gives for a word the other ways it is written; `fillers` are words that change
    nothing; after one of `denials` nothing is meant, up to one of `speakers`, who begin anew.
    `sayings` are said and not meant, whatever stands inside them. In a phrase `(a|b)` is one word
    or the other, an empty one may be left out; `…` is up to three words; a star is any ending.
    """

    spellings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    fillers: Sequence[str] = ()
    denials: Sequence[str] = ()
    speakers: Sequence[str] = ()
    sayings: Sequence[str] = ()
    direct: Sequence[str] = ()
    possible: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class _Said:
    """The words of a sentence; `clauses` tells for each in which part between pauses it stands."""

    words: Sequence[str]
    clauses: Sequence[int]


_Phrase = tuple[str, ...]


class Watcher:
    """Knows one word list and looks for it in what was typed."""

    def __init__(self, words: WordList) -> None:
        """Take a list; raises ValueError for a phrase of which nothing is left to look for."""
        self._written = {
            tuple(_words(other)): _plain(word)
            for word, others in words.spellings.items()
            for other in others
        }
        self._fillers = {_plain(word) for word in words.fillers}
        self._denials = {_plain(word) for word in words.denials}
        self._speakers = {_plain(word) for word in words.speakers}
        self._sayings = self._sorted(words.sayings)
        self._tiers = {
            Tier.DIRECT: self._sorted(words.direct),
            Tier.POSSIBLE: self._sorted(words.possible),
        }

    def find(self, text: str) -> Tier | None:
        """Return how plainly a text says that help is needed, None if nothing was recognised."""
        said = [self._read(sentence) for sentence in _sentences(text)]
        for tier, phrases in self._tiers.items():
            if any(self._is_meant(one, phrases) for one in said):
                return tier
        return None

    def _is_meant(self, said: _Said, phrases: "_Phrases") -> bool:
        sayings: Sequence[tuple[int, int]] | None = None
        for start, end in self._spans(said, phrases):
            if self._is_denied(said, start):
                continue
            if sayings is None:
                sayings = list(self._spans(said, self._sayings))
            if not any(first <= start and end <= last for first, last in sayings):
                return True
        return False

    def _is_denied(self, said: _Said, start: int) -> bool:
        before = start - 1
        return (
            before >= 0
            and said.clauses[before] == said.clauses[start]
            and said.words[before] in self._denials
        )

    def _spans(self, said: _Said, phrases: "_Phrases") -> Iterator[tuple[int, int]]:
        """Yield from where to where each phrase stands, wherever it does."""
        for start, word in enumerate(said.words):
            for phrase in phrases.beginning_with(word):
                for end in self._ends(said.words, start, phrase):
                    yield start, end

    def _ends(self, words: Sequence[str], at: int, phrase: _Phrase) -> Iterator[int]:
        """Yield where a phrase that begins at a word can end."""
        if not phrase:
            yield at
        elif phrase[0] == _GAP:
            for end in self._gap_ends(words, at):
                yield from self._ends(words, end, phrase[1:])
        elif at < len(words) and _takes(phrase[0], words[at]):
            yield from self._ends(words, at + 1, phrase[1:])

    def _gap_ends(self, words: Sequence[str], at: int) -> Iterator[int]:
        yield at
        for end in range(at + 1, min(at + GAP, len(words)) + 1):
            if words[end - 1] in self._denials:
                return
            yield end

    def _read(self, sentence: str) -> _Said:
        """Return what a sentence says: one spelling for each word, and no fillers."""
        words: list[str] = []
        clauses: list[int] = []
        clause = 0
        for part in _PAUSES.split(sentence):
            clause += 1
            for word in self._one_spelling(_words(part)):
                # What was denied before does not reach what somebody now says of themselves.
                clause += word in self._speakers
                if word not in self._fillers:
                    words.append(word)
                    clauses.append(clause)
        return _Said(words=words, clauses=clauses)

    def _one_spelling(self, words: Sequence[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            wide = next(
                wide
                for wide in range(min(TOGETHER, len(words) - at), 0, -1)
                if wide == 1 or tuple(words[at : at + wide]) in self._written
            )
            yield self._written.get(tuple(words[at : at + wide]), words[at])
            at += wide

    def _sorted(self, phrases: Iterable[str]) -> "_Phrases":
        return _Phrases({self._phrase(each) for one in phrases for each in _each_of(one)})

    def _phrase(self, written: str) -> _Phrase:
        parts = tuple(one for part in written.split() for one in self._parts(part))
        spelled = (one for one in self._one_spelling(parts) if one not in self._fillers)
        phrase = tuple(spelled)
        if not phrase or phrase[0] == _GAP:
            raise ValueError(f"no phrase to look for: {written}")
        return phrase

    def _parts(self, written: str) -> Iterator[str]:
        if written == _GAP:
            yield _GAP
        elif written.endswith(_STAR):
            *before, last = _words_of(written)
            yield from (*before, last + _STAR)
        else:
            yield from _words_of(written)


class _Phrases:
    """Phrases by the word they begin with."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self._by_word: dict[str, list[_Phrase]] = {}
        self._by_stem: list[_Phrase] = []
        for phrase in phrases:
            if phrase[0].endswith(_STAR):
                self._by_stem.append(phrase)
            else:
                self._by_word.setdefault(phrase[0], []).append(phrase)

    def beginning_with(self, word: str) -> Iterator[_Phrase]:
        """Yield the phrases that may begin with a word."""
        yield from self._by_word.get(word, ())
        yield from (phrase for phrase in self._by_stem if _takes(phrase[0], word))


def _takes(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith(_STAR) else word == part


def _each_of(written: str) -> Iterator[str]:
    """Yield what a phrase can be: each choice of what stands in its brackets."""
    parts = [part.strip("()").split("|") for part in _PART.findall(written)]
    yield from (" ".join(choice) for choice in product(*parts))


def _bare(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


@lru_cache(maxsize=4096)
def _words_of(part: str) -> tuple[str, ...]:
    """Return the words of a part of a phrase: the same few parts stand in thousands of phrases."""
    return tuple(_words(_bare(part)))


def _sentences(text: str) -> Iterator[str]:
    yield from (one for one in _SENTENCES.split(_bare(text)) if one.strip())


def _plain(word: str) -> str:
    return "".join(_words(_bare(word)))


def _words(sentence: str) -> list[str]:
    """Return the words of a sentence: elisions apart, letters once, what is spelled out joined."""
    apart = _APOSTROPHE.sub("", _ELISION.sub(r"\1 ", sentence))
    letters = (_as_letters(word) for word in _WORD.findall(apart))
    return list(_joined([_AGAIN.sub(r"\1", word) for word in letters]))


def _as_letters(word: str) -> str:
    return word.translate(_LETTERS) if re.search("[a-z]", word) else word


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Yield the words, and as one word what stands letter by letter."""
    letters: list[str] = []
    for word in (*words, ""):
        if len(word) == 1:
            letters.append(word)
            continue
        yield from ["".join(letters)] if len(letters) >= SPELLED_OUT else letters
        letters = []
        if word:
            yield word
