"""When people were woken up, whatever plan it was for."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from sqlmodel import col, select

from bot.domain.delivery import State
from bot.domain.wakeup import NUDGE_SLOTS, Nudged
from bot.store.db import Session
from bot.store.tables import DeliveryRow, PlanRow

NEARBY = tuple(timedelta(days=number) for number in range(-2, 3))
"""From Kiritimati to Baker Island: how far apart dates can be that 12 hours lie between."""


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
