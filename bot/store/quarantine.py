"""What a backup that was brought back holds on its way: nothing of it is sent a second time."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import col, select

from bot.domain.delivery import Reason, State
from bot.domain.update import UpdateState
from bot.store import people
from bot.store.db import Session
from bot.store.tables import DeliveryRow, PersonRow, PlanRow, UpdateRow

RESTORED = "restored"


@dataclass(frozen=True, kw_only=True)
class Quarantined:
    """How many messages will not be sent, may have been, and how many updates were set aside.

    `erased` are people who had been erased since, and are again.
    """

    expired: int
    uncertain: int
    set_aside: int
    erased: int = 0


async def quarantine(session: Session, now: datetime) -> Quarantined:
    """End what was due before now, or under way: whoever ran meanwhile may have sent it.

    Updates that were waiting are set aside, since answers to them would be late and may be known.
    """
    due = (col(DeliveryRow.state) == State.PLANNED) & (col(DeliveryRow.due) <= now)
    sending = col(DeliveryRow.state) == State.SENDING
    perhaps_sent = sending | (due & (col(DeliveryRow.copies) > 0))
    uncertain = await _end(session, perhaps_sent, State.UNCERTAIN, reason=Reason.UNKNOWN, now=now)
    expired = await _end(session, due, State.EXPIRED, reason=Reason.RESTORED, now=now)
    await _end_carried(session, now)
    await _forget_how_far(session, now)
    return Quarantined(
        expired=expired, uncertain=uncertain, set_aside=await _set_updates_aside(session)
    )


async def try_key(session: Session) -> None:
    """Open one sealed value, if there is any; raises Unsealable where the key is another."""
    found = await session.exec(select(PersonRow).limit(1))
    for row in found.all():
        people.open_name(session, row)


async def _end(
    session: Session,
    which: ColumnElement[bool],
    state: State,
    *,
    reason: Reason,
    now: datetime,
) -> int:
    ended = await session.exec(
        update(DeliveryRow)
        .where(which)
        .values(state=state, reason=reason, ended_at=now, owner=None, lease_until=None)
        .execution_options(synchronize_session=False)
    )
    return ended.rowcount


async def _end_carried(session: Session, now: datetime) -> None:
    """End what was to go out within a message that is not sent any more as that does."""
    carriers = select(DeliveryRow.id).where(
        col(DeliveryRow.state) == State.EXPIRED,
        col(DeliveryRow.reason) == Reason.RESTORED,
        col(DeliveryRow.ended_at) == now,
    )
    theirs = col(DeliveryRow.carried_by).in_(carriers)
    await _end(session, theirs, State.EXPIRED, reason=Reason.RESTORED, now=now)


async def _forget_how_far(session: Session, now: datetime) -> None:
    """Let days that were not written then be neither sent nor called missed: others may have."""
    await session.exec(
        update(PlanRow)
        .where(col(PlanRow.planned_until) < now)
        .values(planned_until=None)
        .execution_options(synchronize_session=False)
    )


async def _set_updates_aside(session: Session) -> int:
    aside = await session.exec(
        update(UpdateRow)
        .where(col(UpdateRow.state) == UpdateState.WAITING)
        .values(state=UpdateState.DEAD, trace=RESTORED)
        .execution_options(synchronize_session=False)
    )
    return aside.rowcount
