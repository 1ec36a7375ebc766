"""Messages that go out within another one: known by it, and set free where it does not go out."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, update
from sqlmodel import col, select

from bot.domain.delivery import Reason, State
from bot.store.db import Session
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
        theirs = col(DeliveryRow.carried_by).in_(some)
        in_time = col(DeliveryRow.until) > now
        await _become(session, [theirs, in_time], State.PLANNED, reason=None, ended_at=None)
        await _become(session, [theirs], State.EXPIRED, reason=Reason.LATE, ended_at=now)


async def plans_in(session: Session, carrier: str) -> Sequence[str]:
    """Return the plans of which something went out within a message."""
    found = await session.exec(
        select(DeliveryRow.plan_id).where(
            col(DeliveryRow.carried_by) == carrier, col(DeliveryRow.plan_id).is_not(None)
        )
    )
    return [plan_id for plan_id in found if plan_id]


async def _become(
    session: Session,
    which: Sequence[ColumnElement[bool]],
    state: State,
    *,
    reason: Reason | None,
    ended_at: datetime | None,
) -> None:
    await session.exec(
        update(DeliveryRow)
        .where(*which)
        .values(state=state, reason=reason, ended_at=ended_at, carried_by=None)
        .execution_options(synchronize_session=False)
    )
