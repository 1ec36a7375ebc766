"""The deliveries of a plan: which messages of a day are to come, and taking them off the list."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    Update,
    and_,
    bindparam,
    func,
    or_,
    type_coerce,
    update,
)
from sqlalchemy.sql.dml import ReturningDelete
from sqlmodel import col, select

from bot.domain.arrival import SLOTS, Fate
from bot.domain.budget import Aside
from bot.domain.delivery import Reason, State
from bot.domain.wakeup import REPEAT_SLOTS, SNOOZE_SLOTS, Slot
from bot.store import carried
from bot.store.db import Session
from bot.store.ending import state_alone
from bot.store.rows import table_of
from bot.store.tables import DeliveryRow


async def slots_planned(session: Session, plan_id: str, day: date) -> set[str]:
    """Return which messages of a plan's day are still to come."""
    found = await session.exec(
        select(DeliveryRow.slot).where(
            col(DeliveryRow.plan_id) == plan_id,
            col(DeliveryRow.day) == day,
            col(DeliveryRow.state) == State.PLANNED,
        )
    )
    return {str(slot) for slot in found}


async def next_moment(
    session: Session, chat_id: str, now: datetime, *, though_answered: bool
) -> datetime | None:
    """Return when the next message that a plan brings comes to a chat.

    With `though_answered`, answers change nothing in it: what one of them silenced counts, what one
    of them brought (a snooze) does not.
    """
    which = [col(DeliveryRow.chat_id) == chat_id, col(DeliveryRow.plan_id).is_not(None)]
    state = type_coerce(col(DeliveryRow.state), String)
    which += _to_come(state, now, though_answered=though_answered)
    found = await session.exec(select(func.min(col(DeliveryRow.due))).where(*which))
    return found.one()


async def next_days(
    session: Session, plan_ids: Collection[str], now: datetime, *, though_answered: bool
) -> Sequence[datetime]:
    """Return when the first message of each coming day of these plans comes, in order.

    The one of the evening before is another than that of the day.
    """
    first = func.min(col(DeliveryRow.due))
    found = await session.exec(
        select(first)
        .where(
            col(DeliveryRow.plan_id).in_(plan_ids),
            col(DeliveryRow.slot) != Slot.NOTE,
            *_to_come(state_alone(), now, though_answered=though_answered),
        )
        .group_by(
            col(DeliveryRow.plan_id),
            col(DeliveryRow.day),
            col(DeliveryRow.slot) == Slot.EVENING,
        )
        .order_by(first)
    )
    return [due for due in found if due]


async def lately(
    session: Session, plan_ids: Collection[str], *, since: datetime, now: datetime, limit: int
) -> Sequence[Fate]:
    """Return how the first messages of the days of plans ended since a moment, the latest first."""
    rows = await session.exec(
        select(DeliveryRow)
        .where(
            col(DeliveryRow.plan_id).in_(plan_ids),
            col(DeliveryRow.slot).in_(SLOTS),
            col(DeliveryRow.due) > since,
            col(DeliveryRow.due) <= now,
        )
        .order_by(col(DeliveryRow.due).desc(), col(DeliveryRow.id))
        .limit(limit)
    )
    return [
        Fate(plan_id=str(row.plan_id), due=row.due, state=row.state, reason=row.reason)
        for row in rows
    ]


async def next_open(session: Session) -> datetime | None:
    """Return when the earliest message was or is due that has not ended yet."""
    unended = col(DeliveryRow.state).in_([State.PLANNED, State.SENDING])
    found = await session.exec(select(func.min(col(DeliveryRow.due))).where(unended))
    return found.one()


async def unplan(session: Session, plan_id: str, days: Collection[date], *, now: datetime) -> None:
    """Take off the list what was written for days that are being planned anew.

    Only what nobody has begun to send: the plan itself remembers that these days are meant. What is
    said about the plan is not among it.
    """
    gone = await session.ask(_unplanning(), {"whose": plan_id, "days": days})
    await carried.set_free(session, [row.id for row in gone], now)


async def unplan_ahead(session: Session, plan_id: str, now: datetime) -> None:
    """Take off the list what is to come of a plan with one message a day, to be planned anew."""
    gone = await session.ask(_unplanning_ahead(), {"whose": plan_id, "at": now})
    await carried.set_free(session, [row.id for row in gone], now)


async def unplan_slot(session: Session, plan_id: str, slot: Slot, *, now: datetime) -> None:
    """Take one of the messages of a plan's days off the list, on whichever day."""
    gone = await session.ask(_unplanning_slot(), {"whose": plan_id, "which_slot": slot})
    await carried.set_free(session, [row.id for row in gone], now)


async def revive(
    session: Session, plan_id: str, day: date, *, slots: Collection[str], now: datetime
) -> int:
    """Plan again what an answer had silenced of a day and is still to come; count it."""
    done = await session.exec(
        update(DeliveryRow)
        .where(
            col(DeliveryRow.plan_id) == plan_id,
            col(DeliveryRow.day) == day,
            col(DeliveryRow.slot).in_(slots),
            col(DeliveryRow.state) == State.SKIPPED,
            col(DeliveryRow.reason) == Reason.ANSWERED,
            col(DeliveryRow.due) > now,
        )
        .values(state=State.PLANNED, reason=None, ended_at=None)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount


async def tapped(session: Session, delivery_id: str, telegram_message: int) -> None:
    """Note which copy of a message a person has before them; a tap proves that it arrived."""
    await session.ask(_tapping(), {"which": delivery_id, "telegram_message": telegram_message})
    await session.ask(_arriving(), {"which": delivery_id})


@cache
def _unplanning() -> ReturningDelete[Any]:
    delivery = table_of(DeliveryRow).c
    days = delivery.day.in_(bindparam("days", expanding=True))
    return _taking_off(days, delivery.slot.not_in(Aside))


@cache
def _unplanning_ahead() -> ReturningDelete[Any]:
    return _taking_off(table_of(DeliveryRow).c.due > bindparam("at"))


@cache
def _unplanning_slot() -> ReturningDelete[Any]:
    return _taking_off(table_of(DeliveryRow).c.slot == bindparam("which_slot"))


def _taking_off(*which: ColumnElement[bool]) -> ReturningDelete[Any]:
    delivery = table_of(DeliveryRow)
    of_plan = delivery.c.plan_id == bindparam("whose")
    untouched = state_alone() == State.PLANNED.value, delivery.c.copies == 0
    return delivery.delete().where(of_plan, *untouched, *which).returning(delivery.c.id)


@cache
def _tapping() -> Update:
    # What is set is what is given beside it.
    delivery = table_of(DeliveryRow)
    return delivery.update().where(delivery.c.id == bindparam("which"))


@cache
def _arriving() -> Update:
    was_unknown = table_of(DeliveryRow).c.state == State.UNCERTAIN
    return _tapping().where(was_unknown).values(state=State.SENT, reason=None)


def _to_come(
    state: ColumnElement[str], now: datetime, *, though_answered: bool
) -> list[ColumnElement[bool]]:
    """Return what tells a message that is to come; see `next_moment` for `though_answered`."""
    is_to_come = state == State.PLANNED.value
    which = [col(DeliveryRow.due) > now]
    if though_answered:
        answered = col(DeliveryRow.reason) == Reason.ANSWERED
        is_to_come = or_(is_to_come, and_(state == State.SKIPPED.value, answered))
        which.append(col(DeliveryRow.slot).not_in([*SNOOZE_SLOTS, *REPEAT_SLOTS]))
    return [*which, is_to_come]
