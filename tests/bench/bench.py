"""What every part of the bench is given: how much to measure, how often, and where."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tests.bench.places import POSTGRES, SQLITE, Places
from tests.bench.standing_in import Server
from tests.bench.table import Table


class Size(StrEnum):
    """How much is measured: all of it, enough for an idea, or just to see whether it runs."""

    FULL = "full"
    SMALL = "small"
    TINY = "tiny"


@dataclass(frozen=True, kw_only=True)
class Bench:
    """One run of the bench."""

    size: Size
    runs: int
    places: Places
    server: Server

    @property
    def databases(self) -> Sequence[str]:
        """On which databases it is measured."""
        return (SQLITE,) if self.size is Size.TINY else (SQLITE, POSTGRES)

    def amount(self, *, full: int, small: int, tiny: int) -> int:
        """Return how much of something is measured at this size."""
        return {Size.FULL: full, Size.SMALL: small, Size.TINY: tiny}[self.size]


Part: TypeAlias = Callable[[Bench], Awaitable[Sequence[Table]]]
"""Measures one thing and its alternatives."""
