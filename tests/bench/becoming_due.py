"""Makes what was written for later due now, or says that it was sent and waits for a tap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, func
from sqlmodel import col, select, update

from bot.domain.delivery import LIMITS, Class, State
from bot.services.tokens import issue
from bot.store.db import Database
from bot.store.tables import DeliveryRow, MorningRow
from tests.bench.cast import FIRST_ID

LATENESS = LIMITS[Class.WAKEUP].lateness
A_WHILE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Tap:
    """A button before somebody: who they are, and the token that it carries."""

    chat: int
    token: str


async def make_due(database: Database, people: range, due: datetime) -> None:
    """Let today's nudge of these participants be due at a moment."""
    async with database.begin() as session:
        await session.exec(
            update(DeliveryRow).where(*_today(people)).values(due=due, until=due + LATENESS)
        )


async def make_due_one_by_one(database: Database, moments: Sequence[datetime]) -> None:
    """Let today's nudges of as many participants be due each at a moment of its own."""
    number = col(DeliveryRow.number)
    due = case(dict(enumerate(moments)), value=number)
    until = case({place: one + LATENESS for place, one in enumerate(moments)}, value=number)
    async with database.begin() as session:
        await session.exec(
            update(DeliveryRow).where(*_today(range(len(moments)))).values(due=due, until=until)
        )


async def make_sent(database: Database, people: range, now: datetime) -> Sequence[Tap]:
    """Let today's nudge of these participants have been sent; return the first button of each."""
    sent = {"state": State.SENT, "due": now - A_WHILE, "ended_at": now - A_WHILE, "copies": 1}
    async with database.begin() as session:
        numbered = {**sent, "telegram_message": col(DeliveryRow.number) + 1}
        await session.exec(update(DeliveryRow).where(*_today(people)).values(**numbered))
        found = await session.exec(
            select(DeliveryRow.number, DeliveryRow.chat_id, DeliveryRow.id)
            .where(*_today(people))
            .order_by(col(DeliveryRow.number))
        )
        return [
            Tap(chat=FIRST_ID + number, token=issue(session.vault, chat, id_, number=0))
            for number, chat, id_ in found
        ]


async def sent(database: Database) -> int:
    """Return how many deliveries are written down as sent."""
    async with database.look() as session:
        found = await session.exec(
            select(func.count())
            .select_from(DeliveryRow)
            .where(col(DeliveryRow.state) == State.SENT)
        )
        return found.one()


def _today(people: range) -> tuple[ColumnElement[bool], ...]:
    first_day = select(func.min(MorningRow.day)).scalar_subquery()
    return (
        col(DeliveryRow.number) >= people.start,
        col(DeliveryRow.number) < people.stop,
        col(DeliveryRow.day) == first_day,
    )
