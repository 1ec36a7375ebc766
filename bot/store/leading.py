"""Who leads which group with a workshop near, and what they were told of last by itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, update
from sqlmodel import col, select

from bot.domain.group import GroupSession
from bot.domain.people import Role, Standing
from bot.domain.preparation import FURTHEST
from bot.store.db import Session
from bot.store.groups import GroupRow, GroupSessionRow, LeadRow, as_session
from bot.store.tables import PersonRow, RoleRow

AROUND = timedelta(days=FURTHEST + 2)
"""How near a workshop is, on either side, of which something is to be known, in any zone."""


@dataclass(frozen=True, kw_only=True)
class Near:
    """That somebody leads a group that has workshops near: those, in their order.

    `zone` and `hours` are theirs, as they are kept; a group has a zone of its own.
    """

    person_id: str
    zone: str
    hours: dict[str, Any] | None
    group_id: str
    group_zone: str
    programme: str
    told_of: str | None
    workshops: Sequence[GroupSession]


async def near(session: Session, now: datetime) -> Sequence[Near]:
    """Return who leads which group that has a workshop near."""
    day = col(GroupSessionRow.day)
    is_near = day >= (now - AROUND).date(), day <= (now + AROUND).date()
    found = await session.exec(select(GroupSessionRow).where(*is_near))
    workshops = defaultdict(list)
    for row in sorted(found, key=lambda one: one.number):
        workshops[row.group_id].append(as_session(row))
    leads = await session.exec(
        select(LeadRow, GroupRow, PersonRow)
        .join(GroupRow, col(GroupRow.id) == col(LeadRow.group_id))
        .join(PersonRow, col(PersonRow.id) == col(LeadRow.person_id))
        .join(RoleRow, col(RoleRow.person_id) == col(PersonRow.id))
        .where(
            col(LeadRow.group_id).in_(select(GroupSessionRow.group_id).where(*is_near)),
            col(RoleRow.role) == Role.FACILITATOR,
            col(PersonRow.standing) == Standing.ACTIVE,
        )
    )
    return [
        Near(
            person_id=person.id,
            zone=person.zone,
            hours=person.hours,
            group_id=group.id,
            group_zone=group.zone,
            programme=group.programme,
            told_of=lead.told_of,
            workshops=workshops[group.id],
        )
        for lead, group, person in leads
        if group.id in workshops
    ]


async def note_told(session: Session, lead: Near, what: str) -> bool:
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
