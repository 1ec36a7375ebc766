"""A programme of workshops: how many there are, how long, what is suggested between them.

Boosters are workshops that come some months after the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.exercise import text_key


@dataclass(frozen=True, kw_only=True)
class ProgrammeSession:
    """One workshop of a programme, and the exercises suggested after it, by id."""

    id: str
    exercises: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Booster(ProgrammeSession):
    """A workshop so many `months` after another one of the programme, by its id."""

    months: int
    after: str


@dataclass(frozen=True, kw_only=True)
class Programme:
    """The workshops of a programme in their order, each as long as `length`, then its boosters."""

    id: str
    length: timedelta
    sessions: Sequence[ProgrammeSession]
    boosters: Sequence[Booster] = ()

    @property
    def every(self) -> Sequence[ProgrammeSession]:
        """The workshops with the boosters after them, as they are numbered."""
        return (*self.sessions, *self.boosters)

    @property
    def title(self) -> str:
        """The key of its title."""
        return text_key(self.id, "title")

    def session_title(self, number: int) -> str:
        """Return the key of the title of a workshop, by its number from 1."""
        return text_key(self.id, "sessions", self.every[number - 1].id, "title")

    def session_line(self, number: int) -> str:
        """Return the key of the one line that says what a workshop is for, by its number from 1."""
        return text_key(self.id, "sessions", self.every[number - 1].id, "line")
