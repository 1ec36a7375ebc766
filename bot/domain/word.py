"""A word from staff to those they support: whom the last one missed, when an answer is read."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.contact import DAY, Desk
from bot.domain.delivery import State
from bot.domain.schedule import local, moment

QUOTED = 80
"""How many signs of a word are shown again beside its answer."""


class Reading(StrEnum):
    """When an answer can be read: within the hours, once they begin, after an absence, not."""

    NOW = "now"
    LATER = "later"
    AFTER_ABSENCE = "after-absence"
    NOT = "not"


@dataclass(frozen=True, kw_only=True)
class Absence:
    """Days on which a member of staff is away, both included, as they live them."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether they are away on a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What whoever answers a word is told; `due` is when it is passed on, None for never."""

    reading: Reading
    due: datetime | None = None


def receipt_of(
    desk: Desk, now: datetime, *, is_reached: bool, absence: Absence | None = None
) -> Receipt:
    """Return when a member of staff is given an answer that is written now.

    Hours that begin within an absence do not count: that they read it then would not be true.
    """
    if not is_reached:
        return Receipt(reading=Reading.NOT)
    opens = desk.opening(now)
    if absence and absence.holds(local(opens, desk.zone).date()):
        back = desk.opening(moment(absence.last + DAY, time.min, desk.zone))
        return Receipt(reading=Reading.AFTER_ABSENCE, due=back)
    return Receipt(reading=Reading.NOW if opens == now else Reading.LATER, due=opens)


def is_missed(last: State | None) -> bool:
    """Whether somebody missed the last message they were to get: it certainly did not arrive."""
    return last in {State.FAILED, State.EXPIRED}
