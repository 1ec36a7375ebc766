"""The check-ins of each day: what may be shown to somebody; sentences stay with the run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    String,
    UniqueConstraint,
    and_,
    delete,
)
from sqlmodel import Field, SQLModel, col, select

from bot.domain.exercise import Answers
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.runs import NAME
from bot.store.tables import ID
from bot.store.types import Moment


class CheckinRow(SQLModel, table=True):
    """What somebody answered on a day; at most once for each exercise."""

    __tablename__ = "checkin"
    __table_args__ = (UniqueConstraint("person_id", "exercise", "day"),)

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    exercise: str = Field(max_length=NAME)
    day: date
    answered_at: datetime = Field(sa_type=Moment)
    sealed_values: bytes


@dataclass(frozen=True, kw_only=True)
class Checkin:
    """What somebody answered on a day of theirs, by step; no sentences."""

    person_id: str
    exercise: str
    day: date
    answered_at: datetime
    values: Answers


async def keep(session: Session, checkin: Checkin) -> None:
    """Keep the answers of a day, in the place of earlier ones; without any, nothing is kept."""
    row = (await session.exec(select(CheckinRow).where(_of(checkin)))).first()
    if not checkin.values:
        await session.exec(delete(CheckinRow).where(_of(checkin)))
        return
    if row is None:
        row = CheckinRow(
            id=new_id(),
            person_id=checkin.person_id,
            exercise=checkin.exercise,
            day=checkin.day,
            answered_at=checkin.answered_at,
            sealed_values=b"",
        )
    row.answered_at = checkin.answered_at
    row.sealed_values = session.vault.seal(_packed(checkin.values), place=_place(row.id))
    session.add(row)
    await session.flush()


async def last_before(
    session: Session, person_id: str, exercise: str, *, day: date
) -> Checkin | None:
    """Return the latest check-in of the days before a day."""
    rows = await session.exec(
        select(CheckinRow)
        .where(
            col(CheckinRow.person_id) == person_id,
            col(CheckinRow.exercise) == exercise,
            col(CheckinRow.day) < day,
        )
        .order_by(col(CheckinRow.day).desc())
        .limit(1)
    )
    row = rows.first()
    return _as_checkin(session, row) if row else None


async def latest(
    session: Session, person_id: str, exercise: str, *, limit: int
) -> Sequence[Checkin]:
    """Return the latest check-ins, the last one first."""
    rows = await session.exec(
        select(CheckinRow)
        .where(col(CheckinRow.person_id) == person_id, col(CheckinRow.exercise) == exercise)
        .order_by(col(CheckinRow.day).desc())
        .limit(limit)
    )
    return [_as_checkin(session, row) for row in rows]


async def since(
    session: Session, person_id: str, exercise: str, *, first: date
) -> Sequence[Checkin]:
    """Return the check-ins of a day and of those after it, in their order."""
    rows = await session.exec(
        select(CheckinRow)
        .where(
            col(CheckinRow.person_id) == person_id,
            col(CheckinRow.exercise) == exercise,
            col(CheckinRow.day) >= first,
        )
        .order_by(col(CheckinRow.day))
    )
    return [_as_checkin(session, row) for row in rows]


def _of(checkin: Checkin) -> ColumnElement[bool]:
    return and_(
        col(CheckinRow.person_id) == checkin.person_id,
        col(CheckinRow.exercise) == checkin.exercise,
        col(CheckinRow.day) == checkin.day,
    )


def _as_checkin(session: Session, row: CheckinRow) -> Checkin:
    plain: Mapping[str, str | list[str]] = session.vault.open(
        row.sealed_values, place=_place(row.id)
    )
    values = {step: one if isinstance(one, str) else tuple(one) for step, one in plain.items()}
    return Checkin(
        person_id=row.person_id,
        exercise=row.exercise,
        day=row.day,
        answered_at=row.answered_at,
        values=values,
    )


def _packed(values: Answers) -> dict[str, str | list[str]]:
    return {step: one if isinstance(one, str) else list(one) for step, one in values.items()}


def _place(id_: str) -> str:
    return f"checkin.values:{id_}"
