"""The working mornings and what was answered."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Delete, Select, Update, bindparam, case, exists
from sqlmodel import col, select

from bot.domain.delivery import State
from bot.domain.plan import PlanState
from bot.domain.wakeup import NUDGING, MorningState, WorkingMorning
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.inserting import insert_into
from bot.store.rows import table_of
from bot.store.tables import DeliveryRow, MorningRow, PlanRow


async def expect(
    session: Session, *, plan_id: str, person_id: str, day: date, due: datetime
) -> WorkingMorning:
    """Return the morning of a plan on a day, awaited at a moment; made where it is not there."""
    insert = insert_into(session, MorningRow).values(
        id=new_id(),
        plan_id=plan_id,
        person_id=person_id,
        day=day,
        due=due,
        state=MorningState.AWAITED,
        snoozes=0,
        phase=0,
    )
    is_awaited = col(MorningRow.state) == MorningState.AWAITED
    newly_due = case((is_awaited, insert.excluded.due), else_=col(MorningRow.due))
    expected = insert.on_conflict_do_update(
        index_elements=["plan_id", "day"], set_={"due": newly_due}
    )
    found = await session.exec(expected.returning(table_of(MorningRow)))
    return as_morning(found.one())


async def get(session: Session, plan_id: str, day: date) -> WorkingMorning | None:
    """Return the morning of a plan on a day."""
    row = (await session.ask(_taking(), {"plan": plan_id, "on": day})).first()
    return as_morning(row) if row else None


async def keep(session: Session, morning: WorkingMorning) -> None:
    """Keep what changed in a morning."""
    values = {
        "which": morning.id,
        "state": morning.state,
        "snoozes": morning.snoozes,
        "phase": morning.phase,
        "answered_at": morning.answered_at,
    }
    await session.ask(_keeping(), values)


async def on_day(session: Session, person_ids: Sequence[str], day: date) -> list[WorkingMorning]:
    """Return the mornings of several people on a date, in the order of the clock."""
    rows = await session.exec(
        select(MorningRow)
        .where(col(MorningRow.person_id).in_(person_ids), col(MorningRow.day) == day)
        .order_by(col(MorningRow.due), col(MorningRow.id))
    )
    return [as_morning(row) for row in rows]


async def between(
    session: Session, person_id: str, *, first: date, last: date
) -> Sequence[WorkingMorning]:
    """Return the mornings of somebody from one date to another, both included."""
    rows = await session.exec(
        select(MorningRow)
        .where(col(MorningRow.person_id) == person_id, col(MorningRow.day).between(first, last))
        .order_by(col(MorningRow.due), col(MorningRow.id))
    )
    return [as_morning(row) for row in rows]


async def woken_on(
    session: Session, person_ids: Collection[str], *, since: date
) -> Mapping[str, Sequence[WorkingMorning]]:
    """Return the mornings since a day on which people surely got a nudge, by person.

    Only those of plans that still stand.
    """
    was_woken = exists().where(
        col(DeliveryRow.plan_id) == col(MorningRow.plan_id),
        col(DeliveryRow.day) == col(MorningRow.day),
        col(DeliveryRow.slot).in_(NUDGING),
        col(DeliveryRow.state) == State.SENT,
    )
    rows = await session.exec(
        select(MorningRow)
        .join(PlanRow, col(PlanRow.id) == col(MorningRow.plan_id))
        .where(
            col(MorningRow.person_id).in_(person_ids),
            col(MorningRow.day) >= since,
            col(PlanRow.state) == PlanState.ACTIVE,
            was_woken,
        )
    )
    found: dict[str, list[WorkingMorning]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(as_morning(row))
    return found


async def unexpect(session: Session, plan_id: str, now: datetime) -> Sequence[date]:
    """Remove the mornings to come of a plan that is being planned anew; return their dates.

    One of which something was said stays: there are buttons about it.
    """
    which = {"whose": plan_id, "at": now}
    days = [row.day for row in await session.ask(_days_to_come(), which)]
    await session.ask(_unexpecting(), which)
    return days


def was_said() -> ColumnElement[bool]:
    """Whether something was said of a morning, or perhaps was."""
    return exists().where(
        col(DeliveryRow.plan_id) == col(MorningRow.plan_id),
        col(DeliveryRow.day) == col(MorningRow.day),
        col(DeliveryRow.state).in_([State.SENDING, State.SENT, State.UNCERTAIN]),
    )


def as_morning(row: Any) -> WorkingMorning:
    """Return the morning that a row keeps."""
    return WorkingMorning(
        id=row.id,
        plan_id=row.plan_id,
        person_id=row.person_id,
        day=row.day,
        due=row.due,
        state=row.state,
        snoozes=row.snoozes,
        phase=row.phase,
        answered_at=row.answered_at,
    )


@cache
def _taking() -> Select[Any]:
    morning = table_of(MorningRow)
    which = morning.c.plan_id == bindparam("plan"), morning.c.day == bindparam("on")
    return morning.select().where(*which).with_for_update()


@cache
def _days_to_come() -> Select[Any]:
    return select(table_of(MorningRow).c.day).where(*_to_come())


@cache
def _unexpecting() -> Delete:
    return table_of(MorningRow).delete().where(*_to_come(), ~was_said())


def _to_come() -> Sequence[ColumnElement[bool]]:
    morning = table_of(MorningRow).c
    is_awaited = morning.state == MorningState.AWAITED
    return morning.plan_id == bindparam("whose"), is_awaited, morning.due > bindparam("at")


@cache
def _keeping() -> Update:
    # What is set is what is given beside it.
    morning = table_of(MorningRow)
    return morning.update().where(morning.c.id == bindparam("which"))
