"""Who looks at contact requests in the place of a coach, from which day until which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, ForeignKey, String, delete, or_
from sqlmodel import Field, SQLModel, col, select

from bot.domain.names import in_order
from bot.domain.people import Person, Role, Standing
from bot.store.db import Session
from bot.store.people import as_person
from bot.store.tables import ID, PersonRow, RoleRow


class CoverRow(SQLModel, table=True):
    """Who looks in the place of a coach; one at a time."""

    __tablename__ = "cover"

    coach_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    cover_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Cover:
    """Who looks in the place of a coach, both days included, in the coach's own days."""

    coach_id: str
    cover_id: str
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether it is so on a day."""
        return self.first <= day <= self.last


async def of_coach(session: Session, coach_id: str) -> Cover | None:
    """Return who looks in the place of a coach, now or later or earlier."""
    row = await session.row(CoverRow, coach_id)
    return Cover(**row._asdict()) if row else None


async def keep(session: Session, cover: Cover) -> None:
    """Keep who looks in the place of a coach; it takes the place of another one."""
    await session.merge(CoverRow(**vars(cover)))
    await session.flush()


async def end(session: Session, coach_id: str) -> None:
    """Let nobody look in the place of a coach."""
    await session.exec(delete(CoverRow).where(col(CoverRow.coach_id) == coach_id))


async def end_with(session: Session, staff_id: str) -> None:
    """Let nobody look in the place of one of the staff, nor them in anybody else's."""
    concerned = or_(col(CoverRow.coach_id) == staff_id, col(CoverRow.cover_id) == staff_id)
    await session.exec(delete(CoverRow).where(concerned))


async def coaches(session: Session) -> Sequence[Person]:
    """Return every coach who is in, by name."""
    rows = await session.exec(
        select(PersonRow)
        .join(RoleRow, col(RoleRow.person_id) == col(PersonRow.id))
        .where(col(RoleRow.role) == Role.COACH, col(PersonRow.standing) == Standing.ACTIVE)
    )
    people = [as_person(session, row, frozenset({Role.COACH})) for row in rows]
    return sorted(people, key=lambda one: (in_order(one.name), one.id))
