"""An outing that a member of a group proposes: who is in, how many can be, who looks after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.names import read_line
from bot.domain.schedule import local, moment

LONGEST_WHAT = 80
FURTHEST = timedelta(days=28)
"""How far ahead: not further than the words of a message are kept, and with them its buttons."""

PLACES = (3, 4, 6, 8)
"""For how many it may be, whoever proposes it among them."""

MOST_OPEN = 3
"""How many somebody looks after at a time, in all groups."""


class OutingState(StrEnum):
    """Whether it takes place."""

    OPEN = "open"
    CANCELLED = "cancelled"


class Refusal(StrEnum):
    """Why a tap changes nothing."""

    OVER = "over"
    ALREADY = "already"
    FULL = "full"
    ORGANISES = "organises"


class WrongDay(StrEnum):
    """Why an outing cannot be at a moment."""

    PAST = "past"
    TOO_FAR = "too-far"


@dataclass(frozen=True, kw_only=True)
class Outing:
    """What a member proposes to the others of a group; `most` is None where all have a place.

    It is at a wall time where the group meets. `posted` is the delivery by which it stands in the
    group’s chat.
    """

    id: str
    group_id: str
    organiser_id: str
    what: str
    place: str
    day: date
    wall: time
    most: int | None
    state: OutingState = OutingState.OPEN
    posted: str | None = None

    def begins(self, where: ZoneInfo) -> datetime:
        """Return the moment at which it begins."""
        return moment(self.day, self.wall, where)

    def is_open(self, where: ZoneInfo, now: datetime) -> bool:
        """Whether it is to come."""
        return self.state is OutingState.OPEN and now < self.begins(where)


def read_what(text: str) -> str:
    """Return what is proposed, on one line and not too long; empty where nothing is readable."""
    what = read_line(text)[:LONGEST_WHAT].strip()
    return what if any(character.isalnum() for character in what) else ""


def why_not_at(day: date, wall: time, *, where: ZoneInfo, now: datetime) -> WrongDay | None:
    """Return why an outing cannot be at a wall time, or None if it can."""
    if moment(day, wall, where) <= now:
        return WrongDay.PAST
    return WrongDay.TOO_FAR if day > local(now, where).date() + FURTHEST else None


def why_not_in(outing: Outing, those_in: Sequence[str], person_id: str) -> Refusal | None:
    """Return why somebody cannot be in, of an outing that is open, or None if they can."""
    if person_id in those_in:
        return Refusal.ALREADY
    return Refusal.FULL if places_left(outing, those_in) == 0 else None


def why_not_out(outing: Outing, those_in: Sequence[str], person_id: str) -> Refusal | None:
    """Return why somebody is not taken off an outing that is open, or None if they are."""
    if person_id not in those_in:
        return Refusal.ALREADY
    return Refusal.ORGANISES if person_id == outing.organiser_id else None


def places_left(outing: Outing, those_in: Sequence[str]) -> int | None:
    """Return how many more can be in; None where all can."""
    return None if outing.most is None else max(0, outing.most - len(those_in))


def heir(outing: Outing, those_in: Sequence[str]) -> str | None:
    """Return who looks after an outing next: of the others, who has been in for longest."""
    return next((one for one in those_in if one != outing.organiser_id), None)
