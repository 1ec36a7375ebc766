"""The only bridge between wall time and moments.

A moment is UTC; a plan is wall time and zone. A wall time that the clocks skip moves forward by the
skip; one that comes twice means the first. A local date that does not exist (Pacific/Apia,
2011-12-30) maps to the first instant after it.
"""

import json
from calendar import monthrange
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from operator import index
from typing import Any, Self
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.errors import InvalidRule, UnknownZone

WORKING_DAYS = frozenset(range(5))
EVERY_DAY = frozenset(range(7))

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)

_MONTHS = 12

_DAYS_KNOWN = 4_096
"""Of how many days it is remembered whether they exist: planning asks about the same few."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """When something recurs, in a person's own days.

    `days` counts from 0 (Monday) to 6 (Sunday), `wall` is naive, `ends` is inclusive. Public
    holidays are left out unless `holidays` is set. `weeks` is 2 for every other week, and so on,
    counted from the week of `starts`. `exceptions` tells the single days that differ: another
    time, or not at all. Raises InvalidRule where this makes no sense.
    """

    days: frozenset[int]
    wall: time
    starts: date
    ends: date | None = None
    holidays: bool = False
    weeks: int = 1
    exceptions: Mapping[date, time | None] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if not self.days or not self.days <= EVERY_DAY:
            raise InvalidRule("A rule needs at least one day, from 0 (Monday) to 6 (Sunday).")
        if any(wall and wall.tzinfo for wall in (self.wall, *self.exceptions.values())):
            raise InvalidRule("A wall time knows no zone.")
        if self.ends and self.ends < self.starts:
            raise InvalidRule("A rule cannot end before it starts.")
        if self.weeks < 1:
            raise InvalidRule("A rule comes back after one week at the earliest.")

    @property
    def first_day(self) -> date:
        """The first day from the start on that is one of the days, holidays apart."""
        week = (self.starts + timedelta(days=ahead) for ahead in range(len(EVERY_DAY)))
        return next(day for day in week if day.weekday() in self.days)

    def is_over(self, today: date) -> bool:
        """Whether its last day lies before a day."""
        return self.ends is not None and self.ends < today

    def as_values(self) -> dict[str, Any]:
        """Return the rule as plain JSON values, for storing; one of every week names no weeks."""
        return {
            "days": [day for day in sorted(EVERY_DAY) if day in self.days],
            "wall": self.wall.isoformat(),
            "starts": self.starts.isoformat(),
            "ends": self.ends and self.ends.isoformat(),
            "holidays": self.holidays,
            "exceptions": {
                day.isoformat(): wall and wall.isoformat() for day, wall in self.exceptions.items()
            },
        } | ({"weeks": self.weeks} if self.weeks > 1 else {})

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """Read what `as_values` wrote, and nothing else; raises InvalidRule."""
        try:
            rule = cls(
                days=frozenset(values["days"]),
                wall=time.fromisoformat(values["wall"]),
                starts=date.fromisoformat(values["starts"]),
                ends=None if values["ends"] is None else date.fromisoformat(values["ends"]),
                holidays=values["holidays"] is True,
                weeks=index(values.get("weeks", 1)),
                exceptions={
                    date.fromisoformat(day): None if wall is None else time.fromisoformat(wall)
                    for day, wall in values["exceptions"].items()
                },
            )
            faithful = _text(rule.as_values()) == _text(values)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise InvalidRule("A stored rule cannot be read.") from error
        if not faithful:
            raise InvalidRule("A stored rule is not as it would be written.")
        return rule


def zone(name: str) -> ZoneInfo:
    """Return the time zone of that name (`Europe/Paris`); raises UnknownZone."""
    if name not in _zone_names():
        raise UnknownZone("No time zone has this name.")
    return ZoneInfo(name)


def from_now(rule: Rule, zone: ZoneInfo, now: datetime) -> Rule:
    """Return a rule that begins a day later if its moment on the first day is over.

    What comes only once, or every few weeks from that day on, stays as it is.
    """
    is_weekly = rule.weeks == 1 and rule.starts != rule.ends
    is_over = is_weekly and moment(rule.starts, rule.wall, zone) <= now
    return replace(rule, starts=rule.starts + timedelta(days=is_over))


def moment(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """Return the one moment, in UTC, that a wall time on a local date means."""
    return _resolve(day, wall if _exists(day, zone) else time.min, zone)


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what the clocks on the wall show at a moment: the way back."""
    return moment.astimezone(zone)


def shown(moment: datetime, zone: ZoneInfo) -> time:
    """Return the time that clocks show at a moment, to the minute."""
    return local(moment, zone).time().replace(second=0, microsecond=0)


def later(moment: datetime, wait: timedelta) -> datetime:
    """Return the moment after a wait in real time, whatever the clocks do meanwhile."""
    return moment.astimezone(UTC) + wait


def evening_before(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """Return the moment of a wall time on the last date that exists before a local date."""
    start = moment(day, time.min, zone)
    return moment(local(start - datetime.resolution, zone).date(), wall, zone)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_worked(day: date, holidays: Container[date]) -> bool:
    """Whether most people work on a day: neither at the weekend nor on a public holiday."""
    return day.weekday() in WORKING_DAYS and day not in holidays


def occurs(rule: Rule, day: date, *, holidays: Container[date]) -> time | None:
    """Return the wall time a rule has for a day, or None.

    An exception is a decision about that one day: it counts on holidays and on any day of the week.
    """
    if day < rule.starts or (rule.ends and day > rule.ends):
        return None
    if day in rule.exceptions:
        return rule.exceptions[day]
    if day.weekday() not in rule.days or not _is_its_week(rule, day):
        return None
    return rule.wall if rule.holidays or day not in holidays else None


def occurrences(
    rule: Rule, zone: ZoneInfo, *, after: datetime, until: datetime, holidays: Container[date]
) -> Iterator[tuple[date, datetime]]:
    """Yield, date by date, the moments of a rule later than `after`, up to `until` included.

    A date has one at most, and one that does not exist gives way to what the next has of its own.
    """
    # A skipped wall time can fall on the next date, and a repeated midnight on the one before.
    day = max(rule.starts, local(after, zone).date() - _DAY)
    last = local(until, zone).date() + _DAY
    while day <= last:
        at = _moment_of(rule, day, zone, holidays=holidays)
        if at and after < at <= until:
            yield day, at
        day += _DAY


def _is_its_week(rule: Rule, day: date) -> bool:
    if rule.weeks == 1:
        return True
    return (_monday(day) - _monday(rule.starts)) // _WEEK % rule.weeks == 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _moment_of(
    rule: Rule, day: date, zone: ZoneInfo, *, holidays: Container[date]
) -> datetime | None:
    wall = occurs(rule, day, holidays=holidays)
    if wall is None:
        return None
    if not _exists(day, zone) and occurs(rule, day + _DAY, holidays=holidays):
        return None
    return moment(day, wall, zone)


@lru_cache(_DAYS_KNOWN)
def _exists(day: date, zone: ZoneInfo) -> bool:
    # Only where the whole date is skipped is its midnight pushed out of it.
    return local(_resolve(day, time.min, zone), zone).date() == day


def _resolve(day: date, wall: time, zone: ZoneInfo) -> datetime:
    # Fold 0 is the first of two, and in a gap the offset before it (PEP 495).
    return datetime.combine(day, wall.replace(fold=0), tzinfo=zone).astimezone(UTC)


@cache
def _zone_names() -> frozenset[str]:
    # These two depend on the machine or stand for "not set".
    return frozenset(available_timezones() - {"Factory", "localtime"})


def _text(values: Mapping[str, Any]) -> str:
    return json.dumps(values, sort_keys=True)
