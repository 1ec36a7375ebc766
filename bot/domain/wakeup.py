"""A working morning: nudges, snoozes, phases, and what each answer leads to.

Source: the nudge logic of the content reference: tiny actions, at most three nudges, eight minutes
apart; a late answer counts; no answer never means danger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import zip_longest
from zoneinfo import ZoneInfo

from bot.domain.delivery import LIMITS, Class, Occasion
from bot.domain.hours import Hours, next_opening
from bot.domain.plan import Plan, PlanKind
from bot.domain.schedule import EVERY_DAY, evening_before, later, local, moment

BETWEEN_NUDGES = timedelta(minutes=8)
APART = timedelta(hours=12)
BEFORE_LEAVING = timedelta(minutes=10)
LONGEST_DAY = timedelta(hours=16)
PHASES = 5
STILL_MORNING = timedelta(hours=2)


class MorningState(StrEnum):
    """What is known of a working morning."""

    AWAITED = "awaited"
    SNOOZED = "snoozed"
    UP = "up"
    NOT_WORKING = "not_working"
    UNWELL = "unwell"


ANSWERED = frozenset({MorningState.UP, MorningState.NOT_WORKING, MorningState.UNWELL})


class Slot(StrEnum):
    """Which message of a morning it is; unique for a plan and a date."""

    EVENING = "evening"
    NUDGE = "nudge"
    SECOND = "nudge-2"
    THIRD = "nudge-3"
    SNOOZE = "snooze-1"
    SNOOZE_AGAIN = "snooze-1b"
    SNOOZE_2 = "snooze-2"
    SNOOZE_2_AGAIN = "snooze-2b"
    SNOOZE_3 = "snooze-3"
    SNOOZE_3_AGAIN = "snooze-3b"
    LEAVING = "leaving"
    NOTE = "note"


NUDGE_SLOTS = (Slot.NUDGE, Slot.SECOND, Slot.THIRD)
SNOOZE_SLOTS = (Slot.SNOOZE, Slot.SNOOZE_2, Slot.SNOOZE_3)
LONGEST_MORNING = (len(NUDGE_SLOTS) - 1) * BETWEEN_NUDGES + LIMITS[Class.WAKEUP].lateness
REPEAT_SLOTS = (Slot.SNOOZE_AGAIN, Slot.SNOOZE_2_AGAIN, Slot.SNOOZE_3_AGAIN)
NUDGING = (*NUDGE_SLOTS, *SNOOZE_SLOTS, *REPEAT_SLOTS)
"""All the slots in which somebody is asked to get up."""

SILENCED = {
    MorningState.AWAITED: frozenset[Slot](),
    MorningState.SNOOZED: frozenset(NUDGE_SLOTS),
    MorningState.UP: frozenset({*NUDGING, Slot.NOTE}),
    MorningState.NOT_WORKING: frozenset(Slot),
    MorningState.UNWELL: frozenset(Slot),
}
"""What is not said any more after each answer; a message already on its way may miss it."""


@dataclass(frozen=True, kw_only=True)
class WorkingMorning:
    """One morning of a plan: what was answered, when, and how far the phases went."""

    id: str
    plan_id: str
    person_id: str
    day: date
    due: datetime
    state: MorningState = MorningState.AWAITED
    snoozes: int = 0
    phase: int = 0
    answered_at: datetime | None = None

    @property
    def is_answered(self) -> bool:
        """Whether the person said how the morning goes."""
        return self.state in ANSWERED


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When one message of a day is due, and until when it still makes sense.

    A plan that is no wake-up has one a day, in the slot of its kind.
    """

    slot: Slot | PlanKind
    due: datetime
    until: datetime


def moments(plan: Plan, day: date, *, due: datetime, zone: ZoneInfo) -> Iterator[Moment]:
    """Yield the messages to the person around a wake-up on a day."""
    if plan.around.evening:
        evening = evening_before(day, plan.around.evening, zone)
        until = min(evening + LIMITS[Class.CHECKIN].lateness, due)
        yield Moment(slot=Slot.EVENING, due=evening, until=until)
    told = list(_nudges(NUDGE_SLOTS, due))
    if plan.around.leaves:
        told += _leaving(day, plan.around.leaves, due=due, zone=zone)
    yield from _in_turn(told)


@dataclass(frozen=True, kw_only=True)
class Nudged:
    """That somebody was nudged for a date of a plan, and when."""

    plan_id: str
    day: date
    at: datetime


def is_repetition(occasion: Occasion, nudges: Sequence[Nudged], now: datetime) -> bool:
    """Whether a nudge would wake somebody up twice for a date, or twice within 12 hours.

    That comes of travelling, of a rule that was changed, and of clocks that were set; the nudges
    of one morning belong together. Nobody is told that such a morning was not answered.
    """
    if occasion.slot not in {*NUDGE_SLOTS, Slot.NOTE}:
        return False
    if occasion.slot == Slot.NOTE and any(_is_of(one, occasion) for one in nudges):
        return False
    return any(_stands_against(one, occasion, now) for one in nudges)


def snooze(morning: WorkingMorning) -> WorkingMorning | None:
    """Return the morning put off once more, or None when it was put off often enough."""
    if morning.snoozes >= len(SNOOZE_SLOTS):
        return None
    return replace(morning, state=MorningState.SNOOZED, snoozes=morning.snoozes + 1)


def snoozed(morning: WorkingMorning, now: datetime) -> Sequence[Moment]:
    """Return when the nudge that was just put off comes, and once more if nobody answers."""
    number = morning.snoozes - 1
    slots = (SNOOZE_SLOTS[number], REPEAT_SLOTS[number])
    return list(_nudges(slots, later(now, BETWEEN_NUDGES)))


def answer(morning: WorkingMorning, state: MorningState, now: datetime) -> WorkingMorning:
    """Return the morning with what the person said of it."""
    return replace(morning, state=state, answered_at=now)


def is_over(morning: WorkingMorning, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the day of this morning is past, so that an answer changes nothing any more."""
    return local(now, zone).date() > morning.day


def is_late(morning: WorkingMorning, now: datetime) -> bool:
    """Whether the answer comes so late that the phases of the morning make no sense."""
    return now > morning.due + STILL_MORNING


def note_moment(
    plan: Plan, day: date, *, zone: ZoneInfo, hours: Hours | None, coach_zone: ZoneInfo
) -> Moment | None:
    """Return when the coach is told that nobody answered, inside the contact hours of that day.

    None where the wake-up was moved behind the time agreed: nobody can have answered by then.
    """
    if not plan.around.tells_coach or not hours:
        return None
    wanted = moment(day, plan.around.tells_coach, zone)
    due = next_opening(hours, wanted, coach_zone)
    if wanted <= moment(day, plan.wall_on(day), zone) or local(due, zone).date() != day:
        return None
    until = moment(local(due, coach_zone).date(), hours.closes, coach_zone)
    return Moment(slot=Slot.NOTE, due=due, until=until)


def ever_tells(
    plan: Plan, today: date, *, zone: ZoneInfo, hours: Hours | None, coach_zone: ZoneInfo
) -> bool:
    """Whether the coach is told on any day of the week: what falls after their hours never is."""
    week = (today + timedelta(days=number) for number in EVERY_DAY)
    return any(
        note_moment(plan, day, zone=zone, hours=hours, coach_zone=coach_zone)
        for day in week
        if day.weekday() in plan.rule.days
    )


def _nudges(slots: Sequence[Slot], first: datetime) -> Iterator[Moment]:
    """Yield nudges one after the other; each gives way to the next, so that they never pile up."""
    for number, slot in enumerate(slots):
        due = later(first, number * BETWEEN_NUDGES)
        is_last = number == len(slots) - 1
        stays = LIMITS[Class.WAKEUP].lateness if is_last else BETWEEN_NUDGES
        yield Moment(slot=slot, due=due, until=due + stays)


def _in_turn(several: Sequence[Moment]) -> Iterator[Moment]:
    """Yield the nudges and the reminder to leave, each giving way to whatever comes next."""
    told = sorted(several, key=lambda one: one.due)
    for one, following in zip_longest(told, told[1:]):
        yield replace(one, until=min(one.until, following.due)) if following else one


def _stands_against(nudged: Nudged, occasion: Occasion, now: datetime) -> bool:
    passed = abs(now - nudged.at)
    if _is_of(nudged, occasion):
        return passed > LONGEST_MORNING
    return nudged.day == occasion.day or passed < APART


def _is_of(nudged: Nudged, occasion: Occasion) -> bool:
    return (nudged.plan_id, nudged.day) == (occasion.plan_id, occasion.day)


def _leaving(day: date, leaves: time, *, due: datetime, zone: ZoneInfo) -> Iterator[Moment]:
    """Yield the reminder to leave, after midnight too; none that would not follow the wake-up."""
    for one in (day, day + timedelta(days=1)):
        leaving = moment(one, leaves, zone)
        if due + BEFORE_LEAVING < leaving <= due + LONGEST_DAY:
            yield Moment(slot=Slot.LEAVING, due=leaving - BEFORE_LEAVING, until=leaving)
