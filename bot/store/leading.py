"""Who leads which group with a workshop near, and what they were told of last by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, update
from sqlmodel import col, select

from bot.domain.group import GroupSession
from bot.domain.people import Role, Standing
from bot.store.db import Session
from bot.store.groups import GroupRow, GroupSessionRow, LeadRow, as_session
from bot.store.tables import PersonRow, RoleRow


@dataclass(frozen=True, kw_only=True)
class Lead:
    """That somebody leads a group: their hours and zone as they are kept, the zone of the group."""

    person_id: str
    group_id: str
    group_zone: str
    zone: str
    hours: dict[str, Any] | None
    told_of: str | None


async def workshops_between(session: Session, first: date, last: date) -> Sequence[GroupSession]:
    """Return the workshops of all groups from a day to another, those of a group in their order."""
    day = col(GroupSessionRow.day)
    rows = await session.exec(
        select(GroupSessionRow)
        .where(day >= first, day <= last)
        .order_by(col(GroupSessionRow.group_id), col(GroupSessionRow.number))
    )
    return [as_session(row) for row in rows]


async def leads_between(session: Session, first: date, last: date) -> Sequence[Lead]:
    """Return who leads a group that has a workshop from a day to another."""
    day = col(GroupSessionRow.day)
    near = select(GroupSessionRow.group_id).where(day >= first, day <= last)
    rows = await session.exec(
        select(LeadRow, GroupRow.zone, PersonRow.zone, PersonRow.hours)
        .join(GroupRow, col(GroupRow.id) == col(LeadRow.group_id))
        .join(PersonRow, col(PersonRow.id) == col(LeadRow.person_id))
        .join(RoleRow, col(RoleRow.person_id) == col(PersonRow.id))
        .where(
            col(LeadRow.group_id).in_(near),
            col(RoleRow.role) == Role.FACILITATOR,
            col(PersonRow.standing) == Standing.ACTIVE,
        )
        .order_by(col(LeadRow.group_id), col(LeadRow.person_id))
    )
    return [
        Lead(
            person_id=row.person_id,
            group_id=row.group_id,
            group_zone=group_zone,
            zone=zone,
            hours=hours,
            told_of=row.told_of,
        )
        for row, group_zone, zone, hours in rows
    ]


async def note_told(session: Session, lead: Lead, what: str) -> bool:
    """Note what somebody is told of; False where they know, or lead the group no more."""
    told = col(LeadRow.told_of)
    done = await session.exec(
        update(LeadRow)
        .where(
            col(LeadRow.person_id) == lead.person_id,
            col(LeadRow.group_id) == lead.group_id,
            or_(told.is_(None), told != what),
        )
        .values(told_of=what)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount > 0
