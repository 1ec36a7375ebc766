"""What a coach can propose as a reminder, and at which moments it is offered first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum

from bot.domain.plan import Plan, PlanKind
from bot.domain.reminder import ONCE, WEEKLY, Lead, Reminder, of_plan
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS, Rule

MOST_WAITING = 5
"""How many proposals of a coach can wait for an answer of one person."""

MOST_AT_ONCE = 20
"""To how many people something is proposed at once."""

LONGEST_PLACE = 100

INSTEAD = "instead"
"""Where the details of a proposal say which plan it would take the place of."""

_DAY = timedelta(days=1)
_FRIDAY = frozenset({4})
_THREE_DAYS = frozenset({0, 2, 4})
_MORNING, _NOON, _EVENING = time(9), time(12, 30), time(18)
_APPOINTMENTS = (time(10), time(14))
_APPOINTMENT_IN = (1, 2, 7)


class Kind(StrEnum):
    """What is proposed by these rules; a wake-up has its own."""

    CHECKIN = "checkin"
    APPOINTMENT = "appointment"
    WORDS = "words"


class Anchor(StrEnum):
    """A day before or after which somebody wants to be reminded of something."""

    INTERVIEW = "interview"
    START = "start"


AHEAD = {Anchor.INTERVIEW: timedelta(days=-1), Anchor.START: timedelta(days=7)}
"""How many days after such a day the reminder comes."""


def blank(kind: Kind, today: date, what: str = "") -> Reminder:
    """Return what is proposed as long as nothing else is chosen."""
    one = Reminder(what=what, day=today + _DAY, wall=_MORNING)
    match kind:
        case Kind.CHECKIN:
            return replace(one, wall=_EVENING, weeks=WEEKLY, days=_FRIDAY)
        case Kind.APPOINTMENT:
            return replace(one, wall=_APPOINTMENTS[0], lead=Lead.TWO_HOURS)
        case _:
            return one


def offered(one: Reminder, kind: Kind, today: date) -> Sequence[Reminder]:
    """Return it at the moments that are chosen most often."""
    tomorrow = today + _DAY
    match kind:
        case Kind.CHECKIN:
            return [
                _weekly(one, tomorrow, days=days, wall=wall)
                for days, wall in (
                    (_FRIDAY, _NOON),
                    (_FRIDAY, _EVENING),
                    (_THREE_DAYS, _EVENING),
                    (EVERY_DAY, _EVENING),
                )
            ]
        case Kind.APPOINTMENT:
            days = [today + ahead * _DAY for ahead in _APPOINTMENT_IN]
            return [replace(one, day=day, wall=wall) for day in days for wall in _APPOINTMENTS]
        case _:
            return [
                replace(one, day=tomorrow, wall=_MORNING, weeks=ONCE),
                replace(one, day=tomorrow, wall=_EVENING, weeks=ONCE),
                _weekly(one, tomorrow, days=frozenset({tomorrow.weekday()}), wall=_MORNING),
                _weekly(one, tomorrow, days=WORKING_DAYS, wall=_MORNING),
                _weekly(one, tomorrow, days=EVERY_DAY, wall=_EVENING),
            ]


def anchored(one: Reminder, anchor: Anchor, day: date) -> Reminder:
    """Return it as it comes once, so many days before or after a day."""
    return replace(one, day=day + AHEAD[anchor], weeks=ONCE)


def kind_of(plan: Plan) -> Kind:
    """Return as what a plan is proposed."""
    if plan.kind is PlanKind.CHECKIN:
        return Kind.CHECKIN
    return Kind.APPOINTMENT if of_plan(plan).meets else Kind.WORDS


def draft_of(plan: Plan) -> Reminder:
    """Return what a plan brings as it is changed on a card."""
    if plan.kind is PlanKind.REMINDER:
        return of_plan(plan)
    rule = plan.rule
    return Reminder(what="", day=rule.first_day, wall=rule.wall, weeks=rule.weeks, days=rule.days)


def rule_of(plan: Plan) -> Rule:
    """Return when the thing itself is, however long before its message comes."""
    if plan.kind is PlanKind.WAKEUP:
        return plan.rule
    return replace(draft_of(plan), lead=Lead.NONE).rule


def says_the_same(one: Plan, other: Plan) -> bool:
    """Whether two proposals are the same one, made twice."""
    return (one.kind, one.rule, dict(one.details)) == (other.kind, other.rule, dict(other.details))


def replaces(plan: Plan, waiting: Plan) -> bool:
    """Whether a new proposal takes the place of one that waits.

    There is one kind of regular questions, and what is agreed is changed in one way at a time.
    """
    if plan.kind is PlanKind.CHECKIN or waiting.kind is PlanKind.CHECKIN:
        return plan.kind is waiting.kind
    instead = plan.details.get(INSTEAD)
    return instead is not None and instead == waiting.details.get(INSTEAD)


def _weekly(one: Reminder, first: date, *, days: frozenset[int], wall: time) -> Reminder:
    weekly = replace(one, wall=wall, weeks=WEEKLY, days=days)
    return weekly.from_day_on(first)
