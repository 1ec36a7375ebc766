"""Groups and their workshops: dates from a first one and a rhythm, moving one, which is next."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import cycle, islice
from typing import Any, Self
from zoneinfo import ZoneInfo

from bot.domain.names import read_line
from bot.domain.quiet import Quiet
from bot.domain.schedule import is_worked, local, moment, zone

MOST_LEADS = 2
LONGEST_PLACE = 100

_DAY = timedelta(days=1)
_WEEK = 7
_NEAR = 2 * _WEEK
_MOST_NEAR = 4
_REMINDED_AT = tuple(time(hour) for hour in (18, 17, 19, 12, 10, 15, 20, 8, 22, 6))
"""When somebody hears of the workshop of the next day: the first of these that is not quiet."""


class Rhythm(StrEnum):
    """How often a group meets."""

    WEEKLY = "weekly"
    TWICE_A_WEEK = "twice-a-week"
    EVERY_TWO_WEEKS = "every-two-weeks"


class Informal(StrEnum):
    """On which side of a workshop there is an informal moment."""

    BEFORE = "before"
    AFTER = "after"


class Refusal(StrEnum):
    """Why a workshop cannot be on a day."""

    PAST = "past"
    SAME_DAY = "same-day"
    ORDER = "order"
    BEGUN = "begun"


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group that meets somewhere for the workshops of a programme; times are in its zone."""

    id: str
    name: str
    place: str
    zone: str
    programme: str

    @property
    def where(self) -> ZoneInfo:
        """The zone in which it meets."""
        return zone(self.zone)


@dataclass(frozen=True, kw_only=True)
class GroupSession:
    """One workshop of a group, numbered from 1; `informal_wall` is when the informal moment is."""

    id: str
    group_id: str
    number: int
    day: date
    wall: time
    length: timedelta
    informal: Informal | None = None
    informal_wall: time | None = None

    def begins(self, where: ZoneInfo) -> datetime:
        """Return the moment at which it begins."""
        return moment(self.day, self.wall, where)

    def ends(self, where: ZoneInfo) -> datetime:
        """Return the moment at which it is over."""
        return self.begins(where) + self.length

    def moved(self, day: date, wall: time) -> Self:
        """Return it at another moment; the informal moment keeps its distance, within the day."""
        shift = datetime.combine(day, wall) - datetime.combine(day, self.wall)
        if self.informal_wall is None:
            return replace(self, day=day, wall=wall)
        there = datetime.combine(day, self.informal_wall) + shift
        fits = there.date() == day
        return replace(
            self,
            day=day,
            wall=wall,
            informal=self.informal if fits else None,
            informal_wall=there.time() if fits else None,
        )


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """The dates of a group on their way to being kept: what a card carries from tap to tap.

    `starts` is the number of the first: those before it are kept.
    """

    days: tuple[date, ...]
    wall: time
    informal: Informal | None = None
    informal_wall: time | None = None
    starts: int = 1

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same."""
        return {
            "days": [day.isoformat() for day in self.days],
            "wall": self.wall.isoformat("minutes"),
            "informal": self.informal,
            "informal-wall": self.informal_wall and self.informal_wall.isoformat("minutes"),
            "starts": self.starts,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return what `as_plain` described."""
        informal, wall = plain["informal"], plain["informal-wall"]
        return cls(
            days=tuple(date.fromisoformat(day) for day in plain["days"]),
            wall=time.fromisoformat(plain["wall"]),
            informal=Informal(informal) if informal else None,
            informal_wall=time.fromisoformat(wall) if wall else None,
            starts=plain.get("starts", 1),
        )

    def day_of(self, number: int) -> date:
        """Return the day of the workshop with a number."""
        return self.days[number - self.starts]

    def with_day(self, number: int, day: date) -> Self:
        """Return it with another day for one workshop."""
        place = number - self.starts
        days = (*self.days[:place], day, *self.days[place + 1 :])
        return replace(self, days=days)


def read_place(text: str) -> str:
    """Return a place on one line, cut where it becomes a text; empty where nothing is readable."""
    place = read_line(text)[:LONGEST_PLACE].strip()
    return place if any(character.isalnum() for character in place) else ""


def dates_from(first: date, rhythm: Rhythm, count: int) -> tuple[date, ...]:
    """Return so many dates from the first one on; twice a week spares the weekend if it can."""
    near = _near(first.weekday())
    gaps = {
        Rhythm.WEEKLY: (_WEEK,),
        Rhythm.EVERY_TWO_WEEKS: (2 * _WEEK,),
        Rhythm.TWICE_A_WEEK: (near, _WEEK - near),
    }[rhythm]
    days = [first]
    for gap in islice(cycle(gaps), count - 1):
        days.append(days[-1] + gap * _DAY)
    return tuple(days)


def why_not_on(
    days: Sequence[date], number: int, day: date, *, wall: time, at: tuple[datetime, ZoneInfo]
) -> Refusal | None:
    """Return why the workshop with a number cannot be on a day, or None if it can.

    `days` are those of all workshops in their order, `at` is the moment it is, and where.
    """
    now, where = at
    others = [*days[: number - 1], *days[number:]]
    if moment(day, wall, where) <= now:
        return Refusal.PAST
    if day in others:
        return Refusal.SAME_DAY
    there = [*days[: number - 1], day, *days[number:]]
    return None if there == sorted(there) else Refusal.ORDER


def days_near(
    days: Sequence[date],
    number: int,
    *,
    wall: time,
    at: tuple[datetime, ZoneInfo],
    holidays: Container[date],
) -> tuple[date, ...]:
    """Return the days next to its own to which the workshop with a number can go, in their order.

    They are working days, unless its own is none; none is one that `why_not_on` would refuse. One
    whose day has gone by goes near today.
    """
    own = days[number - 1]
    near = max(own, local(at[0], at[1]).date())
    spares_weekends = is_worked(own, holidays)
    around = (near + side * ahead * _DAY for ahead in range(_NEAR + 1) for side in (-1, 1))
    fit = (
        day
        for day in dict.fromkeys(around)
        if day != own
        and (is_worked(day, holidays) or not spares_weekends)
        and why_not_on(days, number, day, wall=wall, at=at) is None
    )
    return tuple(sorted(islice(fit, _MOST_NEAR)))


def why_not_kept(
    timetable: Timetable, kept: Sequence[GroupSession], *, now: datetime, where: ZoneInfo
) -> Refusal | None:
    """Return what keeps a timetable from being kept after the workshops that are, or None."""
    if kept and timetable.days[0] <= kept[-1].day:
        return Refusal.ORDER
    found = (
        why_not_on(timetable.days, number, day, wall=timetable.wall, at=(now, where))
        for number, day in enumerate(timetable.days, start=1)
    )
    return next((why for why in found if why), None)


def why_not_move(
    sessions: Sequence[GroupSession], moved: GroupSession, *, now: datetime, where: ZoneInfo
) -> Refusal | None:
    """Return why a workshop cannot be where it was moved to, or None if it can."""
    days = [one.day for one in sessions]
    if sessions[moved.number - 1].begins(where) <= now:
        return Refusal.BEGUN
    return why_not_on(days, moved.number, moved.day, wall=moved.wall, at=(now, where))


def informal_fits(timetable: Timetable, length: timedelta) -> bool:
    """Whether the informal moment lies on the side of the workshop on which it is said to be."""
    wall, day = timetable.informal_wall, date(2000, 1, 2)
    if timetable.informal is None or wall is None:
        return timetable.informal is None and wall is None
    if timetable.informal is Informal.BEFORE:
        return wall < timetable.wall
    over = datetime.combine(day, timetable.wall) + length
    return datetime.combine(day, wall) >= over


def next_of(
    sessions: Sequence[GroupSession], where: ZoneInfo, now: datetime
) -> GroupSession | None:
    """Return the first workshop that is not over."""
    return next((one for one in sessions if one.ends(where) > now), None)


def latest_of(
    sessions: Sequence[GroupSession], where: ZoneInfo, now: datetime
) -> GroupSession | None:
    """Return the last workshop that has begun."""
    return next((one for one in reversed(sessions) if one.begins(where) <= now), None)


def evening_of(begins: datetime, where: ZoneInfo, quiet: Quiet) -> tuple[date, time]:
    """Return when somebody hears of a workshop: where they live, on the day before.

    As near to six in the evening as their quiet hours let it be.
    """
    wall = next((one for one in _REMINDED_AT if not quiet.holds(one)), quiet.ends)
    return local(begins, where).date() - _DAY, wall


def _near(weekday: int) -> int:
    """Return after how many days a group meets again that meets twice a week."""
    friday = 4
    return next(gap for gap in (3, 2, 4) if (weekday + gap) % _WEEK <= friday)
