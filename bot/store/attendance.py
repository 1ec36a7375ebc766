"""Who says that they come to a workshop, and who came."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ForeignKey, String, UniqueConstraint, delete, update
from sqlmodel import Field, SQLModel, col, select

from bot.store.db import Session
from bot.store.groups import GroupSessionRow
from bot.store.ids import new_id
from bot.store.tables import ID


def _to(table: str, *, empty: bool = False, on_delete: str = "CASCADE") -> Any:
    foreign = ForeignKey(f"{table}.id", ondelete=on_delete)
    return Field(default=None, sa_column=Column(String(ID), foreign, nullable=empty, index=True))


class AttendanceRow(SQLModel, table=True):
    """Whether somebody said that they come to a workshop, and whether they came.

    `plan_id` is the plan that brings it to their mind the evening before.
    """

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("session_id", "person_id"),)

    id: str = Field(primary_key=True, max_length=ID)
    session_id: str = _to("group_session")
    person_id: str = _to("person")
    plan_id: str | None = _to("plan", empty=True, on_delete="SET NULL")
    coming: bool | None = None
    came: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """What is known of somebody and a workshop; None where nothing was said or noted."""

    session_id: str
    person_id: str
    plan_id: str | None = None
    coming: bool | None = None
    came: bool | None = None


async def of_session(session: Session, session_id: str) -> dict[str, Attendance]:
    """Return what is known of a workshop, by person."""
    rows = await session.exec(
        select(AttendanceRow)
        .where(col(AttendanceRow.session_id) == session_id)
        .execution_options(populate_existing=True)
    )
    return {row.person_id: _as_attendance(row) for row in rows}


async def in_group(session: Session, group_id: str, person_id: str) -> dict[str, Attendance]:
    """Return what is known of somebody in a group, by workshop."""
    rows = await session.exec(
        select(AttendanceRow)
        .join(GroupSessionRow, col(GroupSessionRow.id) == col(AttendanceRow.session_id))
        .where(col(AttendanceRow.person_id) == person_id, col(GroupSessionRow.group_id) == group_id)
        .execution_options(populate_existing=True)
    )
    return {row.session_id: _as_attendance(row) for row in rows}


async def note(session: Session, session_id: str, person_id: str, **known: Any) -> None:
    """Note something about somebody and a workshop: `plan_id`, `coming` or `came`."""
    change = (
        update(AttendanceRow)
        .where(
            col(AttendanceRow.session_id) == session_id, col(AttendanceRow.person_id) == person_id
        )
        .values(**known)
        .execution_options(synchronize_session=False)
    )
    if (await session.exec(change)).rowcount == 0:
        row = AttendanceRow(id=new_id(), session_id=session_id, person_id=person_id, **known)
        session.add(row)
        await session.flush()


async def unsay(session: Session, session_id: str) -> None:
    """Forget what people said about a workshop that is at another moment now."""
    await session.exec(
        update(AttendanceRow)
        .where(col(AttendanceRow.session_id) == session_id)
        .values(coming=None)
        .execution_options(synchronize_session=False)
    )


async def forget(session: Session, group_id: str, person_id: str) -> None:
    """Forget all that is known of somebody who is in a group no more."""
    theirs = select(GroupSessionRow.id).where(col(GroupSessionRow.group_id) == group_id)
    await session.exec(
        delete(AttendanceRow)
        .where(col(AttendanceRow.person_id) == person_id, col(AttendanceRow.session_id).in_(theirs))
        .execution_options(synchronize_session=False)
    )


def _as_attendance(row: AttendanceRow) -> Attendance:
    return Attendance(**row.model_dump(exclude={"id"}))
