"""How much people want to be written to unasked; whoever never said has no row."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, String
from sqlmodel import JSON, Field, SQLModel

from bot.domain.budget import Wishes
from bot.store.db import Session
from bot.store.tables import ID
from bot.store.types import Moment


class WishesRow(SQLModel, table=True):
    """What somebody said of unasked messages; `resting_since` is when all of them began to rest."""

    __tablename__ = "wishes"

    person_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    said: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    gentle_until: datetime | None = Field(default=None, sa_type=Moment)
    resting_since: datetime | None = Field(default=None, sa_type=Moment)


async def of_person(session: Session, person_id: str) -> Wishes:
    """Return what somebody wants, or what is usual."""
    row = await session.row(WishesRow, person_id)
    return as_wishes(row) if row else Wishes()


async def keep(session: Session, person_id: str, wishes: Wishes) -> None:
    """Keep what somebody wants from now on."""
    row = await _row(session, person_id)
    row.said = wishes.as_values()
    row.gentle_until = wishes.gentle_until
    session.add(row)
    await session.flush()


async def rest(session: Session, person_id: str, since: datetime) -> None:
    """Let all that comes unasked rest until something is heard of somebody."""
    row = await _row(session, person_id)
    row.resting_since = since
    session.add(row)
    await session.flush()


def as_wishes(row: Any) -> Wishes:
    """Return the wishes that a row keeps; raises ValueError for a broken one."""
    return Wishes.from_values(row.said, gentle_until=row.gentle_until)


async def _row(session: Session, person_id: str) -> WishesRow:
    found = await session.get(WishesRow, person_id, populate_existing=True, with_for_update=True)
    return found or WishesRow(person_id=person_id)
