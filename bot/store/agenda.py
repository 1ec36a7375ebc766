"""The days of many plans at once: what they are worked out from, and writing them down."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import delete, func, update
from sqlmodel import col, select

from bot.domain.agenda import Basis, Known, Place
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.people import SupportState
from bot.domain.plan import PlanKind
from bot.domain.wakeup import MorningState, WorkingMorning
from bot.store.db import Session
from bot.store.deliveries import values_of
from bot.store.inserting import insert_into
from bot.store.mornings import was_said
from bot.store.people import as_person
from bot.store.plans import as_plan
from bot.store.rows import table_of
from bot.store.tables import (
    ChatRow,
    DeliveryRow,
    MorningRow,
    PersonRow,
    PlanRow,
    SupportRow,
)

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
    """The rows that several plans are worked out from, not yet read one by one."""

    session: Session
    plans: Mapping[str, PlanRow]
    people: Mapping[str, PersonRow]
    places: Mapping[str, Place]
    coaches: Mapping[str, str]
    mornings: Mapping[str, Sequence[MorningRow]]
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

    def _known(self, plan: PlanRow) -> Mapping[date, Known]:
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
    plans = await _by_id(session, select(PlanRow).where(col(PlanRow.id).in_(plan_ids)))
    owners = {row.person_id for row in plans.values()}
    coaches = await _coaches(session, owners)
    wanted = owners | set(coaches.values())
    return Shelf(
        session=session,
        plans=plans,
        people=await _by_id(session, select(PersonRow).where(col(PersonRow.id).in_(wanted))),
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
        new = insert_into(session, MorningRow)
        await session.exec(
            new.on_conflict_do_nothing(index_elements=["plan_id", "day"]), params=rows
        )


async def enter(session: Session, entries: Sequence[Entry], now: datetime) -> None:
    """Keep new messages of plans, each the last in its chat; what is there already stays."""
    if not entries:
        return
    last = await _last_numbers(session, {one.delivery.chat_id for one in entries})
    rows = []
    for one in entries:
        last[one.delivery.chat_id] += 1
        rows.append(_row(session, one, number=last[one.delivery.chat_id], now=now))
    new = insert_into(session, DeliveryRow)
    await session.exec(
        new.on_conflict_do_nothing(index_elements=["plan_id", "day", "slot"]), params=rows
    )


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


async def _by_id(session: Session, wanted: Any) -> dict[str, Any]:
    rows = await session.exec(wanted.execution_options(populate_existing=True))
    return {row.id: row for row in rows}


async def _coaches(session: Session, participants: Collection[str]) -> dict[str, str]:
    """Return who supports each of these people; of several, the one who did so first."""
    rows = await session.exec(
        select(SupportRow.participant_id, SupportRow.coach_id)
        .where(
            col(SupportRow.participant_id).in_(participants),
            col(SupportRow.state) == SupportState.ACTIVE,
        )
        .order_by(col(SupportRow.since).desc(), col(SupportRow.id).desc())
    )
    return dict(rows.all())


async def _places(session: Session, people: Collection[str]) -> dict[str, Place]:
    columns = select(col(ChatRow.person_id), col(ChatRow.id), col(ChatRow.shard))
    rows = await session.exec(columns.where(col(ChatRow.person_id).in_(people)))
    return {person: Place(chat_id=chat, shard=shard) for person, chat, shard in rows if person}


async def _mornings(
    session: Session, plan_ids: Collection[str], since: date
) -> Mapping[str, Sequence[MorningRow]]:
    rows = await session.exec(
        select(MorningRow)
        .where(col(MorningRow.plan_id).in_(plan_ids), col(MorningRow.day) >= since)
        .execution_options(populate_existing=True)
    )
    return _grouped((row.plan_id, row) for row in rows)


async def _written(
    session: Session, plan_ids: Collection[str], since: date
) -> Mapping[str, Sequence[Written]]:
    columns = table_of(DeliveryRow).c
    names = columns["plan_id", "day", "slot", "due", "state", "copies"]
    rows = await session.ask(
        select(*names).where(columns.plan_id.in_(plan_ids), columns.day >= since)
    )
    return _grouped((row.plan_id, _as_written(row)) for row in rows)


def _as_written(row: Any) -> Written:
    untouched = row.state is State.PLANNED and row.copies == 0
    return Written(day=row.day, slot=row.slot, known=Known(due=row.due, is_open=untouched))


async def _last_numbers(session: Session, chat_ids: Collection[str]) -> dict[str, int]:
    last = (
        select(func.max(col(DeliveryRow.number)))
        .where(col(DeliveryRow.chat_id) == col(ChatRow.id))
        .scalar_subquery()
    )
    rows = await session.exec(select(col(ChatRow.id), last).where(col(ChatRow.id).in_(chat_ids)))
    return {chat_id: number or 0 for chat_id, number in rows}


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
