"""Outings that members of a group propose, and who is in, by the first name that they show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Select,
    String,
    UniqueConstraint,
    bindparam,
    delete,
    update,
)
from sqlmodel import Field, SQLModel, col, select

from bot.domain.outing import Outing, OutingState
from bot.store.db import Session
from bot.store.groups import GroupRow
from bot.store.ids import new_id
from bot.store.inserting import add_new
from bot.store.rows import table_of
from bot.store.tables import ID
from bot.store.types import Moment, Named

WALL = 5
NEAR = timedelta(days=2)


class OutingRow(SQLModel, table=True):
    """An outing; `reminded` once the group’s chat was told of it on the evening before."""

    __tablename__ = "outing"

    id: str = Field(primary_key=True, max_length=ID)
    group_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("study_group.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    organiser_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    sealed_what: bytes
    sealed_place: bytes
    day: date = Field(index=True)
    wall: str = Field(max_length=WALL)
    most: int | None = None
    state: OutingState = Field(sa_column=Column(Named(OutingState), nullable=False))
    posted: str | None = Field(default=None, max_length=ID)
    reminded: bool


class OutingMemberRow(SQLModel, table=True):
    """That somebody is in, and the first name that they let the others read by it."""

    __tablename__ = "outing_member"
    __table_args__ = (UniqueConstraint("outing_id", "person_id"),)

    id: str = Field(primary_key=True, max_length=ID)
    outing_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("outing.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    person_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    sealed_name: bytes
    since: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody who is in; the name is empty where Telegram shows none that can be read."""

    person_id: str
    name: str


async def add(session: Session, outing: Outing) -> bool:
    """Keep a new outing; False where it is kept already."""
    values = {
        "id": outing.id,
        "group_id": outing.group_id,
        "organiser_id": outing.organiser_id,
        "sealed_what": session.vault.seal(outing.what, place=f"outing.what:{outing.id}"),
        "sealed_place": session.vault.seal(outing.place, place=f"outing.place:{outing.id}"),
        "day": outing.day,
        "wall": outing.wall.isoformat("minutes"),
        "most": outing.most,
        "state": outing.state,
        "posted": None,
        "reminded": False,
    }
    return await add_new(session, OutingRow, values, unique=["id"])


async def get(session: Session, outing_id: str) -> Outing | None:
    """Return an outing."""
    row = await session.row(OutingRow, outing_id)
    return _as_outing(session, row) if row else None


async def take(session: Session, outing_id: str) -> Outing | None:
    """Return an outing that nobody else changes until the transaction ends."""
    row = await session.row(OutingRow, outing_id, held=True)
    return _as_outing(session, row) if row else None


async def of_person(
    session: Session, person_id: str, *, group_id: str | None = None
) -> Sequence[Outing]:
    """Return the outings that somebody is in, gone by or not, in all groups or one."""
    which = [col(OutingRow.group_id) == group_id] if group_id else []
    rows = await session.exec(
        select(OutingRow)
        .join(OutingMemberRow, col(OutingMemberRow.outing_id) == col(OutingRow.id))
        .where(
            col(OutingMemberRow.person_id) == person_id,
            col(OutingRow.state) == OutingState.OPEN,
            *which,
        )
        .order_by(col(OutingRow.day), col(OutingRow.wall), col(OutingRow.id))
        .execution_options(populate_existing=True)
    )
    return [_as_outing(session, row) for row in rows]


async def of_group(session: Session, group_id: str, *, since: date) -> Sequence[Outing]:
    """Return the open outings of a group from a day on."""
    rows = await session.exec(
        select(OutingRow)
        .where(
            col(OutingRow.group_id) == group_id,
            col(OutingRow.state) == OutingState.OPEN,
            col(OutingRow.day) >= since,
        )
        .order_by(col(OutingRow.day), col(OutingRow.wall), col(OutingRow.id))
        .execution_options(populate_existing=True)
    )
    return [_as_outing(session, row) for row in rows]


async def near(session: Session, now: datetime) -> Sequence[tuple[Outing, str]]:
    """Return the open outings that are near and were not said again, with the zone of each.

    They come in the order of the days.
    """
    days = {"first": now.date(), "last": (now + NEAR).date()}
    rows = await session.ask(_unsaid(), days)
    return [(_as_outing(session, row), row.zone) for row in rows]


async def members(session: Session, outing_id: str) -> Sequence[Member]:
    """Return who is in, who has been for longest first."""
    rows = await session.exec(
        select(OutingMemberRow)
        .where(col(OutingMemberRow.outing_id) == outing_id)
        .order_by(col(OutingMemberRow.since), col(OutingMemberRow.id))
    )
    return [
        Member(
            person_id=row.person_id,
            name=session.vault.open(row.sealed_name, place=_name_place(row.id)),
        )
        for row in rows
    ]


async def put_in(
    session: Session, outing_id: str, person_id: str, *, name: str, now: datetime
) -> bool:
    """Let somebody be in, by a first name; False where they are."""
    id_ = new_id()
    values = {
        "id": id_,
        "outing_id": outing_id,
        "person_id": person_id,
        "sealed_name": session.vault.seal(name, place=_name_place(id_)),
        "since": now,
    }
    return await add_new(session, OutingMemberRow, values, unique=["outing_id", "person_id"])


async def take_out(session: Session, outing_id: str, person_id: str) -> None:
    """Let somebody be in no more."""
    await session.exec(
        delete(OutingMemberRow)
        .where(
            col(OutingMemberRow.outing_id) == outing_id, col(OutingMemberRow.person_id) == person_id
        )
        .execution_options(synchronize_session=False)
    )


async def hand_to(session: Session, outing_id: str, person_id: str) -> None:
    """Note who looks after an outing from now on."""
    await _change(session, outing_id, organiser_id=person_id)


async def post(session: Session, outing_id: str, delivery_id: str) -> None:
    """Note by which delivery an outing stands in its group’s chat."""
    await _change(session, outing_id, posted=delivery_id)


async def cancel(session: Session, outing_id: str) -> None:
    """Note that an outing does not take place; nobody is in any more."""
    await _change(session, outing_id, state=OutingState.CANCELLED)
    await session.exec(
        delete(OutingMemberRow)
        .where(col(OutingMemberRow.outing_id) == outing_id)
        .execution_options(synchronize_session=False)
    )


async def note_reminded(session: Session, outing_id: str) -> bool:
    """Note that an outing was said again on the evening before; False where it was."""
    done = await session.exec(
        update(OutingRow)
        .where(
            col(OutingRow.id) == outing_id,
            col(OutingRow.reminded).is_(False),
            col(OutingRow.state) == OutingState.OPEN,
        )
        .values(reminded=True)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount > 0


async def _change(session: Session, outing_id: str, **values: object) -> None:
    await session.exec(
        update(OutingRow)
        .where(col(OutingRow.id) == outing_id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


@cache
def _unsaid() -> Select[Any]:
    outing, group = table_of(OutingRow), table_of(GroupRow)
    return (
        outing.select()
        .add_columns(group.c.zone)
        .join(group, group.c.id == outing.c.group_id)
        .where(
            outing.c.state == OutingState.OPEN,
            outing.c.reminded.is_(False),
            outing.c.day >= bindparam("first"),
            outing.c.day <= bindparam("last"),
        )
        .order_by(outing.c.day, outing.c.wall, outing.c.id)
    )


def _as_outing(session: Session, row: Any) -> Outing:
    return Outing(
        id=row.id,
        group_id=row.group_id,
        organiser_id=row.organiser_id,
        what=session.vault.open(row.sealed_what, place=f"outing.what:{row.id}"),
        place=session.vault.open(row.sealed_place, place=f"outing.place:{row.id}"),
        day=row.day,
        wall=time.fromisoformat(row.wall),
        most=row.most,
        state=row.state,
        posted=row.posted,
    )


def _name_place(member_id: str) -> str:
    return f"outing_member.name:{member_id}"
