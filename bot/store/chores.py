"""Chores that are done once in a while, whoever does them: each time one process takes its turn."""

from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlmodel import Field, SQLModel, col

from bot.store.db import Session
from bot.store.inserting import add_new
from bot.store.types import Moment

NAME = 40


class ChoreRow(SQLModel, table=True):
    """When a chore was begun last."""

    __tablename__ = "chore"

    name: str = Field(primary_key=True, max_length=NAME)
    taken_at: datetime = Field(sa_type=Moment)


async def take_turn(session: Session, name: str, now: datetime, *, every: timedelta) -> bool:
    """Take a chore's turn unless somebody did a shorter time ago than `every`; say whether.

    A turn that lies further ahead than that was noted by a clock that has stepped since.
    """
    values = {"name": name, "taken_at": now}
    if await add_new(session, ChoreRow, values, unique=["name"]):
        return True
    taken_at = col(ChoreRow.taken_at)
    taken = await session.exec(
        update(ChoreRow)
        .where(col(ChoreRow.name) == name, or_(taken_at <= now - every, taken_at > now + every))
        .values(taken_at=now)
        .execution_options(synchronize_session=False)
    )
    return taken.rowcount > 0
