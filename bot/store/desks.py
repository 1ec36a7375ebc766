"""When each coach is told of what there is in the morning, and what they were told already."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Select, String, bindparam, delete, or_
from sqlmodel import Field, SQLModel, col, select

from bot.domain.delivery import State
from bot.domain.people import Role, Standing
from bot.domain.wakeup import Slot
from bot.store.db import Session
from bot.store.rows import table_of
from bot.store.tables import ID, DeliveryRow, PersonRow, RoleRow
from bot.store.types import Moment


class DeskRow(SQLModel, table=True):
    """A coach's mornings: the time they chose, when the next digest is due, when the last was.

    `unreachable` are the ids of those of whom they were told that messages do not arrive.
    """

    __tablename__ = "desk"

    coach_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    wall: str | None = Field(default=None, max_length=5)
    next_at: datetime | None = Field(
        default=None, sa_column=Column(Moment, nullable=True, index=True)
    )
    last_at: datetime | None = Field(default=None, sa_type=Moment)
    unreachable: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


@dataclass(frozen=True, kw_only=True)
class Mornings:
    """What is kept of a coach's mornings."""

    coach_id: str
    wall: time | None = None
    next_at: datetime | None = None
    last_at: datetime | None = None
    unreachable: Collection[str] = ()


@dataclass(frozen=True, kw_only=True)
class Note:
    """That a coach was told that nobody answered on a morning."""

    plan_id: str
    day: date
    told_at: datetime


async def of_coach(session: Session, coach_id: str) -> Mornings:
    """Return what is kept of a coach's mornings, or what is usual."""
    row = await session.get(DeskRow, coach_id, populate_existing=True, with_for_update=True)
    if row is None:
        return Mornings(coach_id=coach_id)
    wall = time.fromisoformat(row.wall) if row.wall else None
    return Mornings(**{**row.model_dump(), "wall": wall})


async def keep(session: Session, mornings: Mornings) -> None:
    """Keep what changed of a coach's mornings."""
    wall = mornings.wall.isoformat("minutes") if mornings.wall else None
    unreachable = sorted(mornings.unreachable)
    values: dict[str, Any] = {**vars(mornings), "wall": wall, "unreachable": unreachable}
    await session.merge(DeskRow(**values))
    await session.flush()


async def clear(session: Session, coach_id: str) -> None:
    """Keep nothing of somebody's mornings any more."""
    await session.exec(delete(DeskRow).where(col(DeskRow.coach_id) == coach_id))


async def due(session: Session, now: datetime, *, after: str = "", limit: int) -> Sequence[str]:
    """Return the coaches whose digest is due, and those of whom nothing is kept yet.

    They come in the order of their ids, from the one after `after`.
    """
    found = await session.ask(_due(), {"now": now, "after": after, "limit": limit})
    return found.scalars().all()


async def notes_between(
    session: Session, chat_id: str, *, since: datetime, until: datetime
) -> Sequence[Note]:
    """Return the notes that a coach was sent from a moment to another and that nothing followed.

    They come in the order in which they went out.
    """
    rows = await session.exec(
        select(DeliveryRow)
        .where(col(DeliveryRow.chat_id) == chat_id, col(DeliveryRow.ended_at) >= since)
        .order_by(col(DeliveryRow.ended_at), col(DeliveryRow.number), col(DeliveryRow.id))
    )
    sent = [row for row in rows.all() if row.state is State.SENT]
    followed = {row.replaces for row in sent}
    return [
        Note(plan_id=row.plan_id, day=row.day, told_at=row.ended_at)
        for row in sent
        if row.slot == Slot.NOTE and row.id not in followed
        if row.plan_id and row.day and row.ended_at and row.ended_at < until
    ]


@cache
def _due() -> Select[Any]:
    person, role, desk = table_of(PersonRow), table_of(RoleRow), table_of(DeskRow)
    return (
        select(person.c.id)
        .join(role, role.c.person_id == person.c.id)
        .outerjoin(desk, desk.c.coach_id == person.c.id)
        .where(
            role.c.role == Role.COACH,
            person.c.id > bindparam("after"),
            person.c.standing == Standing.ACTIVE,
            or_(desk.c.next_at.is_(None), desk.c.next_at <= bindparam("now")),
        )
        .order_by(person.c.id)
        .limit(bindparam("limit"))
    )
