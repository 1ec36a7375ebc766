"""Messages that go out within another one: known by it, and set free where it does not go out."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Select, Update, bindparam, select, update
from sqlmodel import col

from bot.domain.delivery import Reason, State
from bot.store.db import Session
from bot.store.rows import table_of
from bot.store.tables import DeliveryRow

AT_ONCE = 500
"""How many ids stand in one statement."""


async def take_along(
    session: Session, ids: Collection[str], *, carrier: str, now: datetime
) -> Collection[str]:
    """End planned messages that go out within another one; return which were still planned."""
    done = await session.exec(
        update(DeliveryRow)
        .where(
            col(DeliveryRow.id).in_(ids),
            col(DeliveryRow.state) == State.PLANNED,
            col(DeliveryRow.copies) == 0,
        )
        .values(state=State.SKIPPED, reason=Reason.MERGED, ended_at=now, carried_by=carrier)
        .returning(col(DeliveryRow.id))
        .execution_options(synchronize_session=False)
    )
    return set(done.scalars())


async def set_free(session: Session, carriers: Collection[str], now: datetime) -> None:
    """Let come by themselves what was to go out within messages that never will.

    What is too late by now ends as that.
    """
    ids = iter(carriers)
    while some := list(islice(ids, AT_ONCE)):
        for freeing in (_coming(), _too_late()):
            await session.ask(freeing, {"whole": some, "at": now})


async def plans_in(session: Session, carrier: str) -> Sequence[str]:
    """Return the plans of which something went out within a message."""
    found = await session.ask(_plans_in(), {"whole": carrier})
    return [row.plan_id for row in found]


@cache
def _plans_in() -> Select[Any]:
    delivery = table_of(DeliveryRow).c
    carried = delivery.carried_by == bindparam("whole"), delivery.plan_id.is_not(None)
    return select(delivery.plan_id).where(*carried)


@cache
def _coming() -> Update:
    delivery = table_of(DeliveryRow)
    in_time = _theirs().where(delivery.c.until > bindparam("at"))
    return in_time.values(state=State.PLANNED, reason=None, ended_at=None)


@cache
def _too_late() -> Update:
    return _theirs().values(state=State.EXPIRED, reason=Reason.LATE, ended_at=bindparam("at"))


def _theirs() -> Update:
    delivery = table_of(DeliveryRow)
    theirs = delivery.update().where(delivery.c.carried_by.in_(bindparam("whole", expanding=True)))
    return theirs.values(carried_by=None)
