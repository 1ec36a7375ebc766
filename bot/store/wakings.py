"""When people were woken up, whatever plan it was for, and who is being woken up now."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import and_, func
from sqlmodel import col, select

from bot.domain.delivery import NEVER_SENT, State
from bot.domain.wakeup import ANSWERED, BETWEEN_NUDGES, NUDGE_SLOTS, NUDGING, Nudged
from bot.store.db import Session
from bot.store.tables import DeliveryRow, MorningRow, PlanRow

NEARBY = tuple(timedelta(days=number) for number in range(-2, 3))
"""From Kiritimati to Baker Island: how far apart dates can be that 12 hours lie between."""

SAID_OR_TO_COME = frozenset(State) - NEVER_SENT


async def nudges_of(
    session: Session, people: Collection[str], days: Collection[date]
) -> Mapping[str, Sequence[Nudged]]:
    """Return the nudges that people got, or perhaps got, for dates on or near these."""
    if not people or not days:
        return {}
    nearby = {day + apart for day in days for apart in NEARBY}
    rows = await session.exec(
        select(
            col(PlanRow.person_id),
            col(PlanRow.id),
            col(DeliveryRow.day),
            col(DeliveryRow.ended_at),
        )
        .join(DeliveryRow, col(DeliveryRow.plan_id) == col(PlanRow.id))
        .where(
            col(PlanRow.person_id).in_(people),
            col(DeliveryRow.day).in_(nearby),
            col(DeliveryRow.slot).in_(NUDGE_SLOTS),
            col(DeliveryRow.state).in_([State.SENT, State.UNCERTAIN]),
        )
    )
    found: dict[str, list[Nudged]] = defaultdict(list)
    for person_id, plan_id, day, at in rows:
        if day and at:
            found[person_id].append(Nudged(plan_id=plan_id, day=day, at=at))
    return found


async def nudged_in(
    session: Session, chat_ids: Collection[str], now: datetime
) -> Mapping[str, datetime]:
    """Return the chats in which a morning without an answer is under way, and until when at least.

    That is as long after a nudge as another one would come; those to come later are not known yet.
    """
    if not chat_ids:
        return {}
    of_morning = and_(
        col(MorningRow.plan_id) == col(DeliveryRow.plan_id),
        col(MorningRow.day) == col(DeliveryRow.day),
    )
    last = func.max(col(DeliveryRow.due))
    rows = await session.exec(
        select(col(DeliveryRow.chat_id), last)
        .join(MorningRow, of_morning)
        .where(
            col(DeliveryRow.chat_id).in_(chat_ids),
            col(DeliveryRow.slot).in_(NUDGING),
            col(DeliveryRow.state).in_(SAID_OR_TO_COME),
            col(DeliveryRow.due) > now - BETWEEN_NUDGES,
            col(DeliveryRow.due) <= now + BETWEEN_NUDGES,
            col(MorningRow.state).not_in(ANSWERED),
        )
        .group_by(col(DeliveryRow.chat_id))
    )
    return {chat_id: due + BETWEEN_NUDGES for chat_id, due in rows}
