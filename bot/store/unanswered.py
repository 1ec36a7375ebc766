"""Which plans, and which people, nothing is heard of."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, or_
from sqlmodel import col, select

from bot.domain.budget import ASKING, UNASKED
from bot.domain.delivery import State
from bot.domain.people import Standing
from bot.domain.plan import PlanState
from bot.store.db import Session
from bot.store.tables import ChatRow, DeliveryRow, PersonRow, PlanRow
from bot.store.wishes import WishesRow


async def plans_unanswered(
    session: Session, times: int, *, since: date, limit: int
) -> Sequence[str]:
    """Return plans of which so many messages in a row, or more, were not answered since a day.

    One that came to come less often and was not answered after that is not among them again. They
    come in the order in which they were made.
    """
    heard = func.coalesce(col(PlanRow.answered_at), col(PlanRow.created_at))
    eased = col(PlanRow.eased_at)
    unanswered = (
        select(func.count())
        .select_from(DeliveryRow)
        .where(
            col(DeliveryRow.plan_id) == col(PlanRow.id),
            col(DeliveryRow.day) >= since,
            col(DeliveryRow.slot).in_(ASKING),
            col(DeliveryRow.state) == State.SENT,
            col(DeliveryRow.ended_at) > heard,
        )
    )
    found = await session.exec(
        select(PlanRow.created_at, PlanRow.id)
        .where(
            col(PlanRow.state) == PlanState.ACTIVE,
            col(PlanRow.kind).in_(ASKING),
            or_(eased.is_(None), eased < heard),
            unanswered.scalar_subquery() >= times,
        )
        .limit(limit)
    )
    return [id_ for _, id_ in sorted(found.all())]


async def people_unheard(session: Session, since: datetime, *, limit: int) -> Sequence[str]:
    """Return a plan of each person who was told something unasked before a moment, and is silent.

    Nothing was heard of them after the first of these messages. Whoever rests already or is not in
    is not among them.
    """
    heard, rests = col(ChatRow.heard_at), col(WishesRow.resting_since)
    first = (
        select(DeliveryRow.plan_id)
        .join(PlanRow, col(PlanRow.id) == col(DeliveryRow.plan_id))
        .where(
            col(DeliveryRow.chat_id) == col(ChatRow.id),
            col(DeliveryRow.ended_at) > heard,
            col(DeliveryRow.ended_at) <= since,
            col(DeliveryRow.slot).in_(UNASKED),
            col(DeliveryRow.state) == State.SENT,
            col(PlanRow.state) == PlanState.ACTIVE,
        )
        .order_by(col(DeliveryRow.ended_at))
        .limit(1)
        .scalar_subquery()
    )
    found = await session.exec(
        select(first)
        .select_from(ChatRow)
        .join(PersonRow, col(PersonRow.id) == col(ChatRow.person_id))
        .join(WishesRow, col(WishesRow.person_id) == col(PersonRow.id), isouter=True)
        .where(
            heard <= since,
            col(PersonRow.standing) == Standing.ACTIVE,
            or_(rests.is_(None), rests < heard),
            first.is_not(None),
        )
        .limit(limit)
    )
    return [plan_id for plan_id in found if plan_id]
