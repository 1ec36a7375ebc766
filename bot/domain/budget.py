"""How much somebody wants to be written to unasked, and what of it is left at a moment.

Unasked is what check-ins, techniques, the word after work, own sentences and workshops bring. A
wake-up and a reminder come at a moment that the person chose for them, a reply follows what
somebody did.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any, Self
from zoneinfo import ZoneInfo

from bot.domain.delivery import Reason
from bot.domain.errors import InvalidHours
from bot.domain.plan import PlanKind
from bot.domain.quiet import USUAL, Quiet, is_quiet
from bot.domain.schedule import local

USUAL_BUDGET = 2
LARGEST_BUDGET = 4
ON_A_HARD_DAY = 1

IN_A_ROW = 3
"""After so many messages of a plan without an answer it comes less often."""

SILENCE = timedelta(days=7)
"""After so long without a sign from somebody all that comes unasked rests."""

TOGETHER = timedelta(minutes=30)
"""What comes unasked within this time is said in one message."""

LONGEST_DAY = timedelta(hours=27)
"""A local day with a change of the clocks is no longer than this."""


class Aside(StrEnum):
    """What is said unasked about a plan: that it comes less often, that all of them rest."""

    EASED = "eased"
    RESTING = "resting"


UNASKED = frozenset(
    {
        PlanKind.CHECKIN,
        PlanKind.COPING,
        PlanKind.AFTERWORK,
        PlanKind.SENTENCE,
        PlanKind.WORKSHOP,
    }
)
GENTLE = frozenset({PlanKind.COPING, PlanKind.SENTENCE, PlanKind.WORKSHOP})
"""What may come on a hard day: nothing that asks a question."""

ASKING = frozenset({PlanKind.CHECKIN, PlanKind.COPING, PlanKind.AFTERWORK})
"""What waits for an answer; an own sentence is only read."""

SLOTS = frozenset[str]({*UNASKED, *Aside})
"""The slots of all that counts."""


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """How many unasked messages a day somebody wants, and when none.

    `gentle_until` is the end of a day on which there is to be one at most.
    """

    budget: int = USUAL_BUDGET
    quiet: Quiet = USUAL
    gentle_until: datetime | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.budget <= LARGEST_BUDGET:
            raise ValueError("no budget")

    def is_gentle(self, now: datetime) -> bool:
        """Whether this is a hard day for them."""
        return self.gentle_until is not None and now < self.gentle_until

    def left(self, now: datetime, said: int) -> int:
        """Return how many may still come on a day after so many."""
        most = min(self.budget, ON_A_HARD_DAY) if self.is_gentle(now) else self.budget
        return max(0, most - said)

    def as_values(self) -> dict[str, Any]:
        """Return the budget and the quiet hours as plain JSON values, for storing."""
        quiet = [wall.isoformat("minutes") for wall in (self.quiet.begins, self.quiet.ends)]
        return {"budget": self.budget, "quiet": quiet}

    @classmethod
    def from_values(
        cls, values: Mapping[str, Any] | None, *, gentle_until: datetime | None = None
    ) -> Self:
        """Read what `as_values` wrote, or nothing for the usual; raises ValueError."""
        if values is None:
            return cls(gentle_until=gentle_until)
        try:
            begins, ends = map(time.fromisoformat, values["quiet"])
            quiet = Quiet(begins=begins, ends=ends)
            return cls(budget=values["budget"], quiet=quiet, gentle_until=gentle_until)
        except (InvalidHours, KeyError, TypeError) as error:
            raise ValueError("no wishes") from error


@dataclass(frozen=True, kw_only=True)
class Lately:
    """What is known of somebody when something unasked is about to go out.

    `said` are the moments at which they were, or may have been, told something unasked; `resting`
    is whether nothing was heard of them for so long that all of it rests.
    """

    wishes: Wishes
    zone: ZoneInfo
    said: Sequence[datetime] = ()
    resting: bool = False


def why_not(slot: str, lately: Lately, now: datetime) -> Reason | None:
    """Return why something unasked may not go out at a moment, or None if it may.

    What falls into the quiet hours is left out, not put off to their end: there it would come
    together with the morning, and its next day comes anyway.
    """
    if lately.resting and slot != Aside.RESTING:
        return Reason.PAUSED
    if is_quiet(now, lately.zone, lately.wishes.quiet):
        return Reason.QUIET
    too_much = lately.wishes.left(now, said_today(lately, now)) < 1
    if too_much or (lately.wishes.is_gentle(now) and slot not in GENTLE):
        return Reason.BUDGET
    return None


def said_today(lately: Lately, now: datetime) -> int:
    """Return how many times they were told something unasked on the day it is for them."""
    today = local(now, lately.zone).date()
    return sum(local(at, lately.zone).date() == today for at in lately.said)
