"""In which order a coach reads the names of their people, how many at a time, and who is found.

Nothing counts here but what a coach may see: whoever asks leaves the rest out, or the order would
tell it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from itertools import takewhile

from bot.domain.names import in_order, read_line
from bot.domain.wakeup import MorningState, WorkingMorning, is_late

AT_ONCE = 8
"""How many people a screen names, so that it fits a phone."""

IN_A_ROW = 3
"""After so many mornings in a row without an answer somebody comes first."""


class Why(IntEnum):
    """Why somebody stands where they do, what asks for most first."""

    CONTACT = 1
    TO_CONFIRM = 2
    SILENT = 3
    UNREACHABLE = 4
    PROPOSED = 5
    NOTHING = 6
    INVITED = 7


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A name in the list; `id` is what a tap on it is about."""

    id: str
    name: str
    why: Why = Why.NOTHING


@dataclass(frozen=True, kw_only=True)
class Part:
    """Some of a list: those that are shown, how many stand before them, and how many there are."""

    here: Sequence[Entry]
    start: int
    count: int

    @property
    def is_whole(self) -> bool:
        """Whether there is nobody else."""
        return len(self.here) == self.count

    @property
    def before(self) -> int | None:
        """Where the part before this one starts."""
        return self.start - AT_ONCE if self.start else None

    @property
    def after(self) -> int | None:
        """Where the part after this one starts."""
        following = self.start + AT_ONCE
        return following if following < self.count else None


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """Return those who need something first, then the others, each by name."""
    return sorted(entries, key=lambda one: (one.why, in_order(one.name), one.name, one.id))


def named(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Return those in whose names each word that was typed begins a word."""
    words = _words(typed)
    return [one for one in entries if words and _answers(_words(one.name), words)]


def part_of(entries: Sequence[Entry], start: int) -> Part:
    """Return the part with the place that was asked for; the last one if there are fewer now."""
    place = max(0, min(start, len(entries) - 1))
    start = place - place % AT_ONCE
    here = entries[start : start + AT_ONCE]
    return Part(here=here, start=start, count=len(entries))


def silent_mornings(mornings: Iterable[WorkingMorning], now: datetime) -> int:
    """Count the last mornings in a row without an answer, of those with a wake-up; 0 for a few.

    One that has not had its time yet is not among them. To put a wake-up off is an answer too.
    """
    past = sorted((one for one in mornings if is_late(one, now)), key=lambda one: (one.due, one.id))
    silent = takewhile(lambda one: one.state is MorningState.AWAITED, reversed(past))
    count = sum(1 for _ in silent)
    return count if count >= IN_A_ROW else 0


def _answers(words: Sequence[str], typed: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in typed)


def _words(text: str) -> list[str]:
    """Return the words of a name as they are compared: without accents, case and signs."""
    plain = in_order(read_line(text))
    return "".join(sign if sign.isalnum() else " " for sign in plain).split()
