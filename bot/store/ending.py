"""Ends what is planned: taken back, cut off, or too late."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, case, func, literal, select, type_coerce
from sqlalchemy.sql.dml import ReturningUpdate

from bot.domain.delivery import NEVER_SENT, Reason, State
from bot.store import carried
from bot.store.db import Session
from bot.store.rows import table_of
from bot.store.tables import ChatRow, DeliveryRow


async def end(
    session: Session,
    which: Collection[ColumnElement[bool]],
    *,
    state: State,
    reason: Reason | ColumnElement[Any],
    now: datetime,
) -> int:
    """End planned deliveries; one of which a copy may have arrived ends as uncertain."""
    return await run(session, ending(which, state=state, reason=reason), now)


async def run(
    session: Session, statement: ReturningUpdate[Any], now: datetime, **values: object
) -> int:
    """Run such a statement, and set free what was to go out within what ends; count what ended."""
    ended = (await session.ask(statement, {"at": now, **values})).all()
    await carried.set_free(session, [id_ for id_, became in ended if became in NEVER_SENT], now)
    return len(ended)


def ending(
    which: Collection[ColumnElement[bool]], *, state: State, reason: Reason | ColumnElement[Any]
) -> ReturningUpdate[Any]:
    """Return the statement that ends planned deliveries at the moment `at`."""
    delivery = table_of(DeliveryRow)
    never_left = delivery.c.copies == 0
    planned = delivery.update().where(delivery.c.state == State.PLANNED, *which)
    return planned.values(
        state=case((never_left, _named("state", state)), else_=_named("state", State.UNCERTAIN)),
        reason=case((never_left, _named("reason", reason)), else_=_named("reason", Reason.UNKNOWN)),
        ended_at=bindparam("at"),
    ).returning(delivery.c.id, delivery.c.state)


@cache
def withdrawing(narrowed: AbstractSet[str], reason: Reason) -> ReturningUpdate[Any]:
    """Return the one for a `plan`, narrowed to what is `on` a day or `among` some slots."""
    delivery = table_of(DeliveryRow).c
    conditions = {
        "plan": delivery.plan_id == bindparam("plan"),
        "on": delivery.day == bindparam("on"),
        "among": delivery.slot.in_(bindparam("among", expanding=True)),
    }
    which = [condition for name, condition in conditions.items() if name in narrowed]
    return ending(which, state=State.SKIPPED, reason=reason)


@cache
def cutting_off() -> ReturningUpdate[Any]:
    """Return the one for what is due in chats that cannot be reached."""
    delivery, chat = table_of(DeliveryRow).c, table_of(ChatRow).c
    gone = select(chat.id).where(chat.reachable.is_(False))
    which = [delivery.due <= bindparam("at"), delivery.chat_id.in_(gone)]
    return ending(which, state=State.FAILED, reason=Reason.UNREACHABLE)


@cache
def expiring(why: Reason) -> ReturningUpdate[Any]:
    """Return the one for what is too late."""
    # What is too late was due before: said so that the index by due is used.
    delivery = table_of(DeliveryRow).c
    late = [delivery.due <= bindparam("at"), delivery.until <= bindparam("at")]
    return ending(late, state=State.EXPIRED, reason=func.coalesce(delivery.reason, why.value))


def _named(column: str, value: str | ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a value as its column keeps it."""
    if isinstance(value, ColumnElement):
        return value
    return literal(value, table_of(DeliveryRow).c[column].type)


def state_alone() -> ColumnElement[str]:
    """Return the state as no index has it: it is to be asked of rows that are found already.

    As a bare column it would lure SQLite into reading every planned row by its index.
    """
    return type_coerce(table_of(DeliveryRow).c.state, String).concat("")
