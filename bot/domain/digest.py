"""A coach's morning digest: when it comes, and who stands in it; nobody, and it does not come.

Source: the programme's features: one message, three people at most, each with why and one tap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import IntEnum

from bot.domain.contact import DAY, Desk
from bot.domain.schedule import local, moment

MOST = 3
AT_FIRST = timedelta(days=1)
"""How far back the first digest looks."""


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


def next_digest(desk: Desk, wall: time | None, after: datetime) -> datetime:
    """Return the first moment after another at which a digest may come.

    It comes on days on which the desk opens, at the time that was chosen or as it opens.
    """
    day = local(after, desk.zone).date()
    while True:
        found = moment(day, wall or desk.hours.opens, desk.zone)
        if desk.works_on(day) and found > after:
            return found
        day += DAY


def chosen(entries: Sequence[Entry]) -> tuple[Sequence[Entry], int]:
    """Return why each of up to three people stands there, and how many more people there are."""
    first: dict[str, Entry] = {}
    for one in sorted(entries, key=lambda entry: (entry.why, entry.since, entry.person_id)):
        first.setdefault(one.person_id, one)
    several = list(first.values())
    return several[:MOST], len(several[MOST:])
