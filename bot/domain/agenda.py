"""The coming days of a plan: which there are to be, and which messages each of them brings.

What should have been written while the program stood still is not passed over: it is part of the
agenda too, so that it ends in a visible state.
"""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind
from bot.domain.schedule import occurrences, zone
from bot.domain.wakeup import Moment, moments, note_moment

FURTHEST_BACK = timedelta(days=7)
"""How long ago a day may have been missed that is still written down."""

DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where somebody is written to: a chat, by our own id."""

    chat_id: str
    shard: int


@dataclass(frozen=True, kw_only=True)
class Known:
    """A day that was written before: when it is due, and whether that can still change.

    It cannot once the day was answered, or something was said of it.
    """

    due: datetime
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What the days of a plan are worked out from.

    `written_until` is how far they were written last, None if they were not or are to be anew.
    `known` are the days from then on, `written` which messages of which day there are.
    """

    plan: Plan
    person: Person
    place: Place
    coach: Person | None = None
    coach_place: Place | None = None
    written_until: datetime | None = None
    known: Mapping[date, Known]
    written: Collection[tuple[date, str]]


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """What is to be written: days to be made, moved, or taken away, and the messages."""

    made: Mapping[date, datetime]
    moved: Mapping[date, datetime]
    gone: Sequence[date]
    lines: Sequence[tuple[date, Moment]]


def work_out(
    basis: Basis,
    now: datetime,
    *,
    until: datetime,
    holidays: Container[date],
    lateness: timedelta = timedelta(),
) -> Agenda:
    """Return what is still to be written of a plan's days up to a moment; may raise what rows do.

    A day that was answered stays as it is, and one under way unless it is to come once more.
    `lateness` is how late the one message of a day may come; those of a wake-up have their own.
    """
    begin = min(basis.written_until or now, now)
    after = max(begin - DAY, now - FURTHEST_BACK)
    where, rule = zone(basis.person.zone), basis.plan.rule
    due = dict(occurrences(rule, where, after=after, until=until, holidays=holidays))
    to_come = {day: one for day, one in basis.known.items() if _is_to_come(one, now, until)}
    made = {day: at for day, at in due.items() if day not in basis.known and at > begin}
    moved = {
        day: due[day]
        for day, one in basis.known.items()
        if one.is_open and day in due and due[day] != one.due
        if max(one.due, due[day]) > now
    }
    anew, as_it_is = made | moved, to_come.keys() - moved.keys()
    lines = [
        (day, one)
        for day in sorted(due.keys() & (anew.keys() | as_it_is))
        for one in _told(basis, day, due[day], lateness=lateness)
        if day in moved or (day, one.slot) not in basis.written
        if one.due > now or (day in anew and basis.written_until)
    ]
    gone = [day for day in to_come if day not in due]
    return Agenda(made=made, moved=moved, gone=gone, lines=lines)


def _is_to_come(known: Known, now: datetime, until: datetime) -> bool:
    return known.is_open and now < known.due <= until


def _told(basis: Basis, day: date, due: datetime, *, lateness: timedelta) -> Iterator[Moment]:
    """Yield the messages of a day: all those of a morning, or the one that another plan brings."""
    if basis.plan.kind is PlanKind.WAKEUP:
        yield from _told_of_morning(basis, day, due)
    else:
        yield Moment(slot=basis.plan.kind, due=due, until=due + lateness)


def _told_of_morning(basis: Basis, day: date, due: datetime) -> Iterator[Moment]:
    """Yield the messages to the person, and the note to the coach they agreed to tell."""
    where = zone(basis.person.zone)
    yield from moments(basis.plan, day, due=due, zone=where)
    if basis.coach and basis.coach_place:
        note = note_moment(
            basis.plan,
            day,
            zone=where,
            hours=basis.coach.hours,
            coach_zone=zone(basis.coach.zone),
        )
        if note:
            yield note
