"""A reminder that somebody sets for themselves: what of, when the thing is, how long before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Self
from zoneinfo import ZoneInfo

from bot.domain.plan import Plan
from bot.domain.schedule import EVERY_DAY, Rule, from_now, local, moment, occurrences, occurs

MOST = 30
"""How many reminders somebody can have."""

LONGEST = 500
"""How many signs the words of a reminder have at most."""

ONCE, WEEKLY = 0, 1
RAREST = 52
EVENING = time(19)

REMEMBERED = timedelta(days=14)
"""How long it is known what was answered."""

_FURTHEST = timedelta(days=750)
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_HALF_HOUR = timedelta(minutes=30)


class Lead(StrEnum):
    """How long before the thing its reminder comes."""

    NONE = "none"
    HALF_HOUR = "half-hour"
    TWO_HOURS = "two-hours"
    EVENING = "evening"


class Said(StrEnum):
    """What somebody answered to a reminder; each is a complete answer."""

    DONE = "done"
    SKIPPED = "skipped"
    LATER = "later"
    MOVED = "moved"
    GOING = "going"


_BEFORE = {
    Lead.NONE: timedelta(),
    Lead.HALF_HOUR: timedelta(minutes=30),
    Lead.TWO_HOURS: timedelta(hours=2),
}


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """What somebody wants to be reminded of, in their own words and their own days.

    `day` and `wall` are when the thing itself is, `place` where, if that is known. It is once
    (`weeks` 0), every week on `days` (1), or every so many weeks on the weekday of `day`.
    What comes back may do so `until` a last day. `is_shown` is whether the first line, which a
    locked phone shows, may hold the words. One that was put off knows the thing it is `about`, and
    the plan (`root`) that goes on without it. An appointment knows whom one `meets`: the id of a
    coach.
    """

    what: str
    day: date
    wall: time
    weeks: int = ONCE
    days: frozenset[int] = EVERY_DAY
    lead: Lead = Lead.NONE
    until: date | None = None
    is_shown: bool = False
    about: datetime | None = None
    root: str | None = None
    place: str = ""
    meets: str | None = None

    @property
    def rule(self) -> Rule:
        """When its message comes: on public holidays too, as they are this person's days."""
        day, wall = self.comes(self.day)
        if self.weeks == ONCE:
            days = frozenset({day.weekday()})
            return Rule(days=days, wall=wall, starts=day, ends=day, holidays=True)
        days = self.days if self.weeks == WEEKLY else frozenset({self.day.weekday()})
        moved = _moved(days, (day - self.day).days)
        ends = self.until and max(day, self.comes(self.until)[0])
        return Rule(days=moved, wall=wall, starts=day, ends=ends, holidays=True, weeks=self.weeks)

    def comes(self, day: date) -> tuple[date, time]:
        """Return when the message about a thing of that day comes, by the clock on the wall."""
        if self.lead is Lead.EVENING:
            return day - _DAY, EVENING
        at = datetime.combine(day, self.wall) - _BEFORE[self.lead]
        return at.date(), at.time()

    def thing(self, day: date) -> datetime | None:
        """Return when the thing is whose message comes on a day, if that is another moment."""
        if self.lead is Lead.NONE:
            return self.about
        return datetime.combine(day + (self.day - self.comes(self.day)[0]), self.wall)

    def is_like(self, other: Self) -> bool:
        """Whether it says the same as often and at the same time, from whichever day on."""
        day = other.day if self.weeks == WEEKLY else self.day
        return replace(self, day=day) == other

    def begins(self, day: date) -> datetime:
        """Return when the thing is whose message comes on a day, by the clock on the wall."""
        return self.thing(day) or datetime.combine(day, self.wall)

    def from_day_on(self, first: date) -> Self:
        """Return what comes back from the first of its own days that is not before a day."""
        if self.weeks == ONCE:
            return self
        ahead = (first + number * _DAY for number in range(len(EVERY_DAY) * self.weeks))
        return replace(self, day=next(day for day in ahead if self._is_on(day)))

    def turned(self, day: int) -> Self:
        """Return it with one day of the week taken in or out; the last one stays."""
        return replace(self, days=(self.days ^ {day}) or self.days)

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same."""
        return {
            "what": self.what,
            "day": self.day.isoformat(),
            "wall": self.wall.isoformat("minutes"),
            "weeks": self.weeks,
            "days": sorted(self.days),
            "lead": self.lead.value,
            "until": self.until and self.until.isoformat(),
            "shown": self.is_shown,
            "about": self.about and self.about.isoformat(timespec="minutes"),
            "root": self.root,
            "place": self.place,
            "meets": self.meets,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return what `as_plain` described."""
        return cls(
            what=plain["what"],
            day=date.fromisoformat(plain["day"]),
            wall=time.fromisoformat(plain["wall"]),
            weeks=plain["weeks"],
            days=frozenset(plain["days"]),
            lead=Lead(plain["lead"]),
            until=date.fromisoformat(plain["until"]) if plain.get("until") else None,
            is_shown=plain["shown"],
            about=datetime.fromisoformat(plain["about"]) if plain["about"] else None,
            root=plain["root"],
            place=plain.get("place", ""),
            meets=plain.get("meets"),
        )

    def _is_on(self, day: date) -> bool:
        if self.weeks == WEEKLY:
            return day.weekday() in self.days
        return not (day - self.day) % (self.weeks * _WEEK)


def of_plan(plan: Plan) -> Reminder:
    """Return the reminder that a plan brings; the rule counts, which may have changed since."""
    kept, rule = Reminder.from_plain(plan.details["reminder"]), plan.rule
    shift = (kept.day - kept.comes(kept.day)[0]).days
    is_once = rule.starts == rule.ends
    return replace(
        kept,
        day=_first(rule) + shift * _DAY,
        wall=rule.wall if kept.lead is Lead.NONE else kept.wall,
        weeks=ONCE if is_once else rule.weeks,
        until=rule.ends + shift * _DAY if rule.ends and not is_once else None,
        days=_moved(rule.days, shift),
    )


def words_of(plan: Plan) -> str:
    """Return what a plan reminds of, in the person's own words; nothing for any other plan."""
    kept = plan.details.get("reminder")
    return Reminder.from_plain(kept).what if kept else ""


def details(reminder: Reminder, said: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what a plan keeps of a reminder, with what was answered on which day."""
    return {"reminder": reminder.as_plain(), "said": dict(said or {})}


def said_of(plan: Plan) -> Mapping[str, str]:
    """Return what was answered lately, by day."""
    return dict(plan.details["said"])


def with_said(plan: Plan, day: date, what: Said, *, today: date) -> dict[str, Any]:
    """Return the details of a plan with one more answer; old ones are forgotten."""
    kept = {**said_of(plan), day.isoformat(): what.value}
    lately = (today - REMEMBERED).isoformat()
    return {**plan.details, "said": {one: kept[one] for one in kept if one >= lately}}


def rule_from_now(one: Reminder, zone: ZoneInfo, now: datetime) -> Rule:
    """Return when its message comes; what of its thing is over today is not among it."""
    return from_now(one.rule, zone, now) if one.lead is Lead.NONE else one.rule


def next_moment(rule: Rule, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Return when a rule brings something next, None if it does no more."""
    coming = occurrences(rule, zone, after=now, until=now + _FURTHEST, holidays=())
    return next((at for _, at in coming), None)


def later_today(wait: timedelta, zone: ZoneInfo, now: datetime) -> tuple[date, time]:
    """Return the day and time that clocks show after a wait.

    A time that comes twice means the first: if that is over, it is the next one that is not.
    """
    shown = local(now + wait, zone).replace(second=0, microsecond=0, tzinfo=None)
    while moment(shown.date(), shown.time(), zone) <= now:
        shown += _HALF_HOUR
    return shown.date(), shown.time()


def put_off(reminder: Reminder, plan_id: str, day: date, *, to: tuple[date, time]) -> Reminder:
    """Return the one reminder that comes instead of that of a day, at another moment."""
    return _instead(reminder, plan_id, to=to, lead=Lead.NONE, about=reminder.thing(day))


def moved(
    reminder: Reminder, plan_id: str, *, to: tuple[date, time], zone: ZoneInfo, now: datetime
) -> Reminder:
    """Return the one reminder of a thing that is at another moment now.

    It comes as long before as it did; where that is over, at the moment itself.
    """
    there = _instead(reminder, plan_id, to=to, lead=reminder.lead, about=None)
    return there if next_moment(there.rule, zone, now) else replace(there, lead=Lead.NONE)


def _instead(
    reminder: Reminder,
    plan_id: str,
    *,
    to: tuple[date, time],
    lead: Lead,
    about: datetime | None,
) -> Reminder:
    day, wall = to
    root = reminder.root if reminder.weeks == ONCE else plan_id
    return replace(reminder, day=day, wall=wall, weeks=ONCE, lead=lead, about=about, root=root)


def _first(rule: Rule) -> date:
    """Return the first day of a rule."""
    days = (rule.starts + ahead * _DAY for ahead in range(len(EVERY_DAY) * rule.weeks))
    return next((day for day in days if occurs(rule, day, holidays=())), rule.starts)


def _moved(days: frozenset[int], by: int) -> frozenset[int]:
    return frozenset((day + by) % len(EVERY_DAY) for day in days)
