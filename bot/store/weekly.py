"""In which chats the weekly line was said, or is about to be."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import datetime

from sqlalchemy import or_, update
from sqlmodel import col, select

from bot.domain.budget import A_WEEK
from bot.domain.delivery import NEVER_SENT
from bot.store.db import Session
from bot.store.tables import DeliveryRow


async def said_in(session: Session, chat_ids: Collection[str], now: datetime) -> AbstractSet[str]:
    """Return those of these chats in which it was said lately; where it may have been, it was."""
    if not chat_ids:
        return frozenset()
    ended_at = col(DeliveryRow.ended_at)
    found = await session.exec(
        select(DeliveryRow.chat_id).where(
            col(DeliveryRow.chat_id).in_(chat_ids),
            or_(ended_at.is_(None), ended_at > now - A_WEEK),
            col(DeliveryRow.weekly).is_(True),
            col(DeliveryRow.state).not_in(NEVER_SENT),
        )
    )
    return frozenset(found)


async def note(session: Session, delivery_id: str) -> None:
    """Note that a message says it."""
    await session.exec(
        update(DeliveryRow)
        .where(col(DeliveryRow.id) == delivery_id)
        .values(weekly=True)
        .execution_options(synchronize_session=False)
    )
