"""The days of many plans at once: what they are worked out from, and writing them down."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Select, bindparam, delete, func, select, update
from sqlmodel import col

from bot.domain.agenda import Basis, Known, Place
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.people import SupportState
from bot.domain.plan import PlanKind
from bot.domain.wakeup import MorningState, WorkingMorning
from bot.store.db import Session
from bot.store.deliveries import values_of
from bot.store.inserting import add_several
from bot.store.mornings import was_said
from bot.store.people import as_person
from bot.store.plans import as_plan
from bot.store.rows import among_keys, table_of
from bot.store.tables import ChatRow, DeliveryRow, MorningRow, PersonRow, PlanRow, SupportRow

NOTHING = b""

Ending: TypeAlias = tuple[State, Reason]


@dataclass(frozen=True, kw_only=True)
class Written:
    """A message that is written for a day of a plan, and whether nobody has begun to send it."""

    day: date
    slot: str
    known: Known


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """The rows that several plans are worked out from, not yet read one by one.

    The plans are in the order in which they were made: so are their messages of one moment told.
    """

    session: Session
    plans: Mapping[str, Any]
    people: Mapping[str, Any]
    places: Mapping[str, Place]
    coaches: Mapping[str, str]
    mornings: Mapping[str, Sequence[Any]]
    written: Mapping[str, Sequence[Written]]

    def basis(self, plan_id: str) -> Basis | None:
        """Return what a plan's days are worked out from, or None where nobody is written to.

        Raises what a row does that cannot be read.
        """
        row = self.plans[plan_id]
        place = self.places.get(row.person_id)
        if place is None or row.person_id not in self.people:
            return None
        coach = self.people.get(self.coaches.get(row.person_id, ""))
        return Basis(
            plan=as_plan(self.session, row),
            person=as_person(self.session, self.people[row.person_id], frozenset()),
            place=place,
            coach=as_person(self.session, coach, frozenset()) if coach else None,
            coach_place=self.places.get(coach.id) if coach else None,
            written_until=row.planned_until,
            known=self._known(row),
            written={(one.day, one.slot) for one in self.written.get(plan_id, ())},
        )

    def _known(self, plan: Any) -> Mapping[date, Known]:
        """Return the days of a plan: its mornings, or where it has none, its messages."""
        if plan.kind is PlanKind.WAKEUP:
            return {
                one.day: Known(due=one.due, is_open=one.state is MorningState.AWAITED)
                for one in self.mornings.get(plan.id, ())
            }
        written = self.written.get(plan.id, ())
        return {one.day: one.known for one in written if one.slot == plan.kind}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A message to be written, for a shard; `ended` is how it ended already, if it did."""

    delivery: Delivery
    shard: int
    ended: Ending | None = None


async def shelf(session: Session, plan_ids: Collection[str], since: date) -> Shelf:
    """Return the rows that plans are worked out from, with their mornings since a date."""
    found = await _by_id(session, PlanRow, plan_ids)
    plans = dict(sorted(found.items(), key=lambda one: (one[1].created_at, one[0])))
    owners = {row.person_id for row in plans.values()}
    coaches = await _coaches(session, owners)
    wanted = owners | set(coaches.values())
    return Shelf(
        session=session,
        plans=plans,
        people=await _by_id(session, PersonRow, wanted),
        places=await _places(session, wanted),
        coaches=coaches,
        mornings=await _mornings(session, plan_ids, since),
        written=await _written(session, plan_ids, since),
    )


async def clear(
    session: Session, plan_id: str, *, gone: Collection[date], moved: Mapping[date, datetime]
) -> None:
    """Take away mornings of a plan of which nothing was said, and give others another moment."""
    of_plan = col(MorningRow.plan_id) == plan_id
    if gone:
        away = of_plan, col(MorningRow.day).in_(gone), ~was_said()
        await session.exec(delete(MorningRow).where(*away))
    for day, due in moved.items():
        await session.exec(
            update(MorningRow).where(of_plan, col(MorningRow.day) == day).values(due=due)
        )


async def make_mornings(session: Session, several: Sequence[WorkingMorning]) -> None:
    """Keep new mornings; one that is there already stays as it is."""
    if several:
        rows = [dict(vars(one)) for one in several]
        await add_several(session, MorningRow, rows, unique=["plan_id", "day"])


async def enter(session: Session, entries: Sequence[Entry], now: datetime) -> None:
    """Keep new messages of plans, each the last in its chat; what is there already stays."""
    if not entries:
        return
    last = await _last_numbers(session, {one.delivery.chat_id for one in entries})
    rows = []
    for one in entries:
        last[one.delivery.chat_id] += 1
        rows.append(_row(session, one, number=last[one.delivery.chat_id], now=now))
    await add_several(session, DeliveryRow, rows, unique=["plan_id", "day", "slot"])


def _row(session: Session, entry: Entry, *, number: int, now: datetime) -> dict[str, object]:
    values = values_of(session, entry.delivery, shard=entry.shard, number=number)
    if entry.ended is None:
        return {**values, "reason": None, "ended_at": None}
    state, reason = entry.ended
    return {
        **values,
        "state": state,
        "reason": reason,
        "ended_at": now,
        "sealed_message": NOTHING,
    }


async def _by_id(
    session: Session, rows: type[PlanRow | PersonRow], ids: Collection[str]
) -> dict[str, Any]:
    found = await session.ask(among_keys(rows), {"keys": ids})
    return {row.id: row for row in found}


async def _coaches(session: Session, participants: Collection[str]) -> dict[str, str]:
    """Return who supports each of these people; of several, the one who did so first."""
    rows = await session.ask(_supported(), {"whose": participants})
    return {row.participant_id: row.coach_id for row in rows}


async def _places(session: Session, people: Collection[str]) -> dict[str, Place]:
    rows = await session.ask(_placed(), {"whose": people})
    return {row.person_id: Place(chat_id=row.id, shard=row.shard) for row in rows}


async def _mornings(
    session: Session, plan_ids: Collection[str], since: date
) -> Mapping[str, Sequence[Any]]:
    rows = await session.ask(_since(MorningRow), {"plans": plan_ids, "since": since})
    return _grouped((row.plan_id, row) for row in rows)


async def _written(
    session: Session, plan_ids: Collection[str], since: date
) -> Mapping[str, Sequence[Written]]:
    rows = await session.ask(_since(DeliveryRow), {"plans": plan_ids, "since": since})
    return _grouped((row.plan_id, _as_written(row)) for row in rows)


def _as_written(row: Any) -> Written:
    untouched = row.state is State.PLANNED and row.copies == 0
    return Written(day=row.day, slot=row.slot, known=Known(due=row.due, is_open=untouched))


async def _last_numbers(session: Session, chat_ids: Collection[str]) -> dict[str, int]:
    rows = await session.ask(_last_of(), {"chats": chat_ids})
    return {row.id: row.last or 0 for row in rows}


@cache
def _supported() -> Select[Any]:
    support = table_of(SupportRow).c
    theirs = support.participant_id.in_(bindparam("whose", expanding=True))
    return (
        select(support.participant_id, support.coach_id)
        .where(theirs, support.state == SupportState.ACTIVE)
        .order_by(support.since.desc(), support.id.desc())
    )


@cache
def _placed() -> Select[Any]:
    chat = table_of(ChatRow).c
    theirs = chat.person_id.in_(bindparam("whose", expanding=True))
    return select(chat.person_id, chat.id, chat.shard).where(theirs)


@cache
def _since(rows: type[MorningRow | DeliveryRow]) -> Select[Any]:
    columns = table_of(rows).c
    names = ("plan_id", "day", "due", "state", *(("slot", "copies") if "slot" in columns else ()))
    theirs = columns.plan_id.in_(bindparam("plans", expanding=True))
    return select(*columns[names]).where(theirs, columns.day >= bindparam("since"))


@cache
def _last_of() -> Select[Any]:
    chat, delivery = table_of(ChatRow).c, table_of(DeliveryRow).c
    last = select(func.max(delivery.number)).where(delivery.chat_id == chat.id).scalar_subquery()
    theirs = chat.id.in_(bindparam("chats", expanding=True))
    return select(chat.id, last.label("last")).where(theirs)


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
