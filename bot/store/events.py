"""What people wrote beside days of theirs, to find it again in the picture of their days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Column, ForeignKey, String, delete
from sqlmodel import Field, SQLModel, col, select

from bot.domain.chart import Mark
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import ID
from bot.store.types import Moment


class EventRow(SQLModel, table=True):
    """Something written beside a day."""

    __tablename__ = "event"

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    day: date
    sealed_what: bytes
    made_at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, kw_only=True)
class Event:
    """A mark that is kept, by its id."""

    id: str
    mark: Mark


async def add(session: Session, person_id: str, mark: Mark, *, now: datetime) -> str:
    """Keep something about a day; return its id."""
    id_ = new_id()
    sealed = session.vault.seal(mark.what, place=_place(id_))
    session.add(
        EventRow(id=id_, person_id=person_id, day=mark.day, sealed_what=sealed, made_at=now)
    )
    await session.flush()
    return id_


async def remove(session: Session, person_id: str, event_id: str) -> bool:
    """Forget something somebody wrote beside a day of theirs; return whether it was there."""
    gone = await session.exec(
        delete(EventRow).where(col(EventRow.id) == event_id, col(EventRow.person_id) == person_id)
    )
    return gone.rowcount > 0


async def since(session: Session, person_id: str, first: date, *, limit: int) -> Sequence[Event]:
    """Return the latest of what somebody wrote beside days from one on, in the order of days."""
    rows = await session.exec(
        select(EventRow)
        .where(col(EventRow.person_id) == person_id, col(EventRow.day) >= first)
        .order_by(col(EventRow.day).desc(), col(EventRow.made_at).desc(), col(EventRow.id))
        .limit(limit)
    )
    found = [_as_event(session, row) for row in rows]
    return found[::-1]


def _as_event(session: Session, row: EventRow) -> Event:
    what = session.vault.open(row.sealed_what, place=_place(row.id))
    return Event(id=row.id, mark=Mark(day=row.day, what=what))


def _place(id_: str) -> str:
    return f"event.what:{id_}"
