"""What a life in motion should bring: which wake-ups must come, and which must not.

A wake-up is up to three nudges for one date. It is due by the clock as it stands, in the zone in
which the person is, under the rule that holds; what the clock has passed stays past.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import TypeAlias

from bot.domain.plan import Plan
from bot.domain.schedule import moment, occurs, zone

APART = timedelta(hours=12)
ENDS = tuple(timedelta(minutes=end) for end in (8, 16, 36))
"""How long after the wake-up time each nudge may still come."""

AROUND = range(-3, 9)
"""Days, counted from the first of an itinerary, that the clock can show in the course of it."""

DAY = timedelta(days=1)

Morning: TypeAlias = tuple[str, date]
"""A plan, and the date for which it wakes somebody up."""


@dataclass(frozen=True, kw_only=True)
class Ring:
    """One nudge that was sent, by the clock as it stood."""

    morning: Morning
    at: datetime


def faults_of(rings: Sequence[Ring]) -> Iterator[str]:
    """Yield what is wrong with what one person was sent, in its order."""
    for one, other in combinations(_wakeups(rings), 2):
        apart = abs(other.at - one.at)
        if one.morning[1] == other.morning[1]:
            yield f"two wake-ups for {one.morning[1]}, {apart} apart"
        elif apart < APART:
            yield f"wake-ups at {one.at} and {other.at}, {apart} apart"


@dataclass(kw_only=True)
class Itinerary:
    """Where somebody is, what holds there, and what rang."""

    person_id: str
    zone: str
    plan: Plan
    first: date
    since: datetime
    paused_until: datetime | None = None
    story: list[str] = field(default_factory=list)
    rings: list[Ring] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    begun: dict[Morning, datetime] = field(default_factory=dict)
    over: set[tuple[Morning, int]] = field(default_factory=set)
    _coming: Mapping[Morning, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look ahead."""
        self.change(self.since, "begins")

    def change(self, now: datetime, what: str) -> None:
        """Note that zone or plan is another from now on."""
        self.since = now
        for morning in self.begun:
            self.answer(morning)
        self.begun = {morning: at for morning, at in self.begun.items() if at <= now}
        self.story.append(f"{now:%d %H:%M} {what}: {self.plan.rule.wall} {self.zone}")
        where = zone(self.zone)
        days = [self.first + number * DAY for number in AROUND]
        walls = [(day, occurs(self.plan.rule, day, holidays=())) for day in days]
        self._coming = {
            (self.plan.id, day): moment(day, wall, where) for day, wall in walls if wall
        }

    def step(self, now: datetime) -> None:
        """Note that the clock was set: what it has not reached any more is to come once more."""
        self.since = min(self.since, now)
        self.story.append(f"{now:%d %H:%M} the clock is set")

    def due(self, now: datetime) -> Morning | None:
        """Return the morning for which a nudge must be sent now, and note what is past after it."""
        found = None
        for morning, at in self._coming.items():
            if self.since < at <= now:
                self.begun.setdefault(morning, at)
        for morning, at in self.begun.items():
            number = sum(now >= at + end for end in ENDS)
            is_open = now >= at and number < len(ENDS) and (morning, number) not in self.over
            if is_open and morning[0] == self.plan.id and self._may_ring(morning, now):
                found = morning
            last = number + 1 if now >= at else number
            self.over |= {(morning, past) for past in range(min(last, len(ENDS)))}
        return found

    def hear(self, now: datetime, must: Morning | None, rang: Sequence[Morning]) -> None:
        """Note what rang, and what did not."""
        self.rings += [Ring(morning=one, at=now) for one in rang]
        if must and must not in rang:
            self.missed.append(f"nothing at {now} for {must[1]}: {'; '.join(self.story)}")

    def answer(self, morning: Morning) -> None:
        """Note that the person is up: nothing more comes on that morning."""
        self.over |= {(morning, number) for number in range(len(ENDS))}

    def faults(self) -> Iterator[str]:
        """Yield everything that was wrong."""
        yield from self.missed
        for fault in faults_of(self.rings):
            yield f"{fault}: {'; '.join(self.story)}"

    def _may_ring(self, morning: Morning, now: datetime) -> bool:
        if self.paused_until and now < self.paused_until:
            return False
        return not any(_stands_against(ring, morning, now) for ring in self.rings)


def _stands_against(ring: Ring, morning: Morning, now: datetime) -> bool:
    """Whether this ring means that the person is not to be woken up now."""
    passed = abs(now - ring.at)
    if ring.morning == morning:
        return passed > ENDS[-1]
    return ring.morning[1] == morning[1] or passed < APART


def _wakeups(rings: Sequence[Ring]) -> list[Ring]:
    """Return the first nudge of each wake-up."""
    firsts: list[Ring] = []
    for ring in rings:
        is_same = firsts and ring.morning == firsts[-1].morning
        if not is_same or abs(ring.at - firsts[-1].at) > ENDS[-1]:
            firsts.append(ring)
    return firsts
