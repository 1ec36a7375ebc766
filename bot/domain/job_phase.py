"""Where somebody is with work, and which reminders a phase proposes around its day.

Source: individual placement and support; its contacts are weekly in the first month of a job, and
monthly after it.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.exercise import text_key
from bot.domain.plan import Plan
from bot.domain.reminder import ONCE, Reminder
from bot.domain.schedule import is_worked, months_later

FOLDER = "job-phases"
"""Under which the texts of the templates have their keys."""

PHASE = "phase"
"""Where the details of a reminder say that a phase brought it."""

_DAY = timedelta(days=1)


class JobPhase(StrEnum):
    """Where somebody is with work."""

    SEARCHING = "searching"
    INTERVIEW = "interview"
    STARTING = "starting"
    WORKING = "working"
    ENDED = "ended"


DATED = frozenset({JobPhase.INTERVIEW, JobPhase.STARTING})
"""Phases whose day is named; the others are from the day on which they are set."""


@dataclass(frozen=True, kw_only=True)
class PhaseSet:
    """Where one person is with work: since or on which `day`, who said so, whether a coach sees it.

    `id` is another one each time; `is_answered` is whether its reminders were taken or declined.
    """

    id: str
    person_id: str
    phase: JobPhase
    day: date
    set_by: str | None
    set_at: datetime
    is_shown: bool
    is_answered: bool = False

    def says_the_same(self, phase: JobPhase, day: date) -> bool:
        """Whether somebody is where this says, by whoever and whenever it was said."""
        return (self.phase, self.day) == (phase, day)


@dataclass(frozen=True, kw_only=True)
class Brought:
    """A reminder of a template: so many months and days from the day of the phase, at a wall time.

    It comes once (`weeks` 0), or every so many weeks, until so many days from that day.
    """

    id: str
    wall: time
    months: int = 0
    days: int = 0
    weeks: int = ONCE
    until: int | None = None

    @property
    def place(self) -> tuple[str, ...]:
        """Where its words stand in the files of the templates."""
        return ("reminders", self.id)

    @property
    def key(self) -> str:
        """The key of its words."""
        return text_key(FOLDER, *self.place)

    def reminder(self, day: date, what: str, *, holidays: Container[date]) -> Reminder:
        """Return it for a phase of that day, in words.

        What comes once, after that day, and would on a public holiday, comes on the next working
        day. What prepares for the day stays before it; what comes back stays on its weekday.
        """
        first = months_later(day, self.months) + self.days * _DAY
        if self.weeks == ONCE and first > day and first in holidays:
            while not is_worked(first, holidays):
                first += _DAY
        return Reminder(
            what=what,
            day=first,
            wall=self.wall,
            weeks=self.weeks,
            days=frozenset({first.weekday()}),
            until=None if self.until is None else day + self.until * _DAY,
        )


Templates = Mapping[JobPhase, tuple[Brought, ...]]
"""What each phase proposes, in the order in which it is read."""


def brought(plans: Iterable[Plan]) -> list[Plan]:
    """Return the reminders that a phase brought, and that the person left as they were."""
    return [plan for plan in plans if PHASE in plan.details]
