"""What a figure of the campaign is: a goal, and a play that says how far it was reached."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeAlias

NONE = "none"
SQLITE = "SQLite"
POSTGRES = "PostgreSQL"
BOTH = (SQLITE, POSTGRES)


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One run of a figure: how much of it, its chance, and what it may use.

    The database at `database_url` has its tables and nothing in them.
    """

    number: int
    seed: int
    folder: Path
    database_url: str = ""

    def chance(self) -> Random:
        """Return dice that fall the same way for the same seed."""
        return Random(self.seed)  # noqa: S311 - chance that must be repeatable


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a run came to, in words, and a sentence for everything that was wrong."""

    reached: str
    faults: Sequence[str] = ()


Play: TypeAlias = Callable[[Trial], Awaitable[Outcome]]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A goal of the failure catalogue; `full` and `short` say how much is played of it.

    `briefly` names the databases on which the short version is played.
    """

    name: str
    goal: str
    play: Play
    full: int
    short: int
    databases: Sequence[str] = BOTH
    briefly: Sequence[str] = (NONE, *BOTH)
