"""A coach's contact hours: when a note may reach them, in their own days."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any, Self
from zoneinfo import ZoneInfo

from bot.domain.errors import InvalidHours
from bot.domain.schedule import EVERY_DAY, local, moment


@dataclass(frozen=True, kw_only=True)
class Hours:
    """Days of the week, 0 (Monday) to 6 (Sunday), and the wall times from and until which.

    Raises InvalidHours without a day, with a zone, or where the hours would run over midnight.
    """

    days: frozenset[int]
    opens: time
    closes: time

    def __post_init__(self) -> None:
        if not self.days or not self.days <= EVERY_DAY:
            raise InvalidHours("Hours need at least one day, from 0 (Monday) to 6 (Sunday).")
        if self.opens.tzinfo or self.closes.tzinfo:
            raise InvalidHours("A wall time knows no zone.")
        if self.opens >= self.closes:
            raise InvalidHours("Hours open before they close, on the same day.")

    def as_values(self) -> dict[str, Any]:
        """Return the hours as plain JSON values, for storing."""
        return {
            "days": [day for day in sorted(EVERY_DAY) if day in self.days],
            "opens": self.opens.isoformat(),
            "closes": self.closes.isoformat(),
        }

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """Read what `as_values` wrote, and nothing else; raises InvalidHours."""
        try:
            hours = cls(
                days=frozenset(values["days"]),
                opens=time.fromisoformat(values["opens"]),
                closes=time.fromisoformat(values["closes"]),
            )
            faithful = _text(hours.as_values()) == _text(values)
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidHours("Stored hours cannot be read.") from error
        if not faithful:
            raise InvalidHours("Stored hours are not as they would be written.")
        return hours


def within(hours: Hours, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a moment is inside the hours: from the opening on, the closing no longer."""
    return next_opening(hours, now, zone) == now


def next_opening(hours: Hours, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the first moment inside the hours, in UTC: now itself if it is inside."""
    start = now.astimezone(UTC)
    # A closing time that the clocks skip can fall on the next date.
    yesterday = local(now, zone).date() - timedelta(days=1)
    days = (yesterday + timedelta(days=number) for number in count())
    spans = (
        (moment(day, hours.opens, zone), moment(day, hours.closes, zone))
        for day in days
        if day.weekday() in hours.days
    )
    # A change of the clocks can leave nothing of short hours, and of a skipped date nothing at all.
    return next(max(opens, start) for opens, closes in spans if max(opens, start) < closes)


def seen_from(hours: Hours, day: date, *, zone: ZoneInfo, other: ZoneInfo) -> Hours | None:
    """Return the hours of a day as clocks elsewhere show them; None if the date differs there."""
    opens = local(moment(day, hours.opens, zone), other)
    closes = local(moment(day, hours.closes, zone), other)
    if (opens.date(), closes.date()) != (day, day):
        return None
    return Hours(days=hours.days, opens=opens.time(), closes=closes.time())


def _text(values: Mapping[str, Any]) -> str:
    return json.dumps(values, sort_keys=True)
