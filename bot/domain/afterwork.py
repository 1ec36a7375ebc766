"""The word after work: when it comes, and what can be answered in one tap.

Source: the programme's content: half an hour after the end of the shift, on working days.
"""

from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.schedule import EVERY_DAY, Rule, from_now

AFTERWORK = "afterwork"
"""The questions after work; their first and second step, and the answers to the first."""

WENT, ABOUT = "went", "about"
ANSWERS = ("smooth", "mixed", "hard")

AFTER = timedelta(minutes=30)

OFFERED = (time(12), time(14), time(16), time(16, 30), time(17), time(17, 30))
"""Ends of work to choose among; any other can be typed."""


def rule_of(ends: time, days: AbstractSet[int], *, now: datetime, zone: ZoneInfo) -> Rule:
    """Return half an hour after the end of work on these days, from the next time on.

    Where that is after midnight it comes on the day after. Public holidays are left out.
    """
    comes = datetime.combine(date.min, ends) + AFTER
    later = (comes.date() - date.min).days
    today = now.astimezone(zone).date()
    rule = Rule(
        days=frozenset((day + later) % len(EVERY_DAY) for day in days),
        wall=comes.time(),
        starts=today,
    )
    return from_now(rule, zone, now)
