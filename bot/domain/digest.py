"""A coach's digest: when it comes, who stands in it, and once a week what became of the messages.

Nobody stands in it and nothing was sent, and it does not come. Source: the programme's features:
one message, three people at most, each with why and one tap.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from bot.domain.contact import DAY, Desk
from bot.domain.hours import Hours
from bot.domain.names import in_order
from bot.domain.plan import PlanKind
from bot.domain.schedule import local, moment
from bot.domain.sharing import Stream

MOST = 3
AT_FIRST = timedelta(days=1)
"""How far back the first digest looks."""

A_WEEK = timedelta(days=7)

COUNTED: Mapping[PlanKind, Stream] = {
    PlanKind.WAKEUP: Stream.WAKEUPS,
    PlanKind.CHECKIN: Stream.CHECKINS,
    PlanKind.AFTERWORK: Stream.AFTERWORK,
}
"""What asks for an answer, and what of it somebody has to show so that it counts in the week."""


class Why(IntEnum):
    """Why somebody stands in the digest, most pressing first."""

    CONTACT = 1
    NO_ANSWER = 2
    UNREACHABLE = 3


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Somebody, why they stand in the digest, since when, and what a tap is about."""

    person_id: str
    name: str
    why: Why
    since: datetime
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What one person was asked on a day: whether it went out, and whether they answered."""

    went_out: bool
    is_answered: bool = False


@dataclass(frozen=True, kw_only=True)
class Week:
    """What became of what was asked in a week: the last two numbers are parts of the first."""

    sent: int
    answered: int
    unreceived: int


def next_digest(desk: Desk, wall: time | None, after: datetime) -> datetime:
    """Return the first moment after another at which a digest may come.

    It comes on days on which the desk opens.
    """
    day = local(after, desk.zone).date()
    while True:
        found = moment(day, digest_time(desk.hours, wall), desk.zone)
        if desk.works_on(day) and found > after:
            return found
        day += DAY


def digest_time(hours: Hours, wall: time | None) -> time:
    """Return at what time of day it comes: as was chosen, or as the hours begin.

    A time outside of hours that changed since gives way to their beginning, until they hold it.
    """
    return wall if wall and hours.opens <= wall < hours.closes else hours.opens


def chosen(entries: Sequence[Entry]) -> tuple[Sequence[Entry], int]:
    """Return why each of up to three people stands there, and how many more people there are.

    Those who have waited for as long come by name.
    """
    first: dict[str, Entry] = {}
    for one in sorted(entries, key=_urgency):
        first.setdefault(one.person_id, one)
    several = list(first.values())
    return several[:MOST], len(several[MOST:])


def week_to_tell(last: datetime | None, now: datetime, zone: ZoneInfo) -> date | None:
    """Return the Monday of the week that is over, in the first digest after it; then None.

    `last` is when the digest before this one came, or would have.
    """
    today = local(now, zone).date()
    monday = today - today.weekday() * DAY
    is_told = last is not None and local(last, zone).date() >= monday
    return None if is_told else monday - A_WEEK


def week_of(several: Iterable[Asked]) -> Week | None:
    """Return what became of all that was asked in a week; None where nothing was."""
    every = list(several)
    if not every:
        return None
    return Week(
        sent=len(every),
        answered=sum(one.went_out and one.is_answered for one in every),
        unreceived=sum(not one.went_out for one in every),
    )


def _urgency(one: Entry) -> tuple[Why, datetime, str, str]:
    return one.why, one.since, in_order(one.name), one.person_id
