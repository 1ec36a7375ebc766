"""Who leads which group with a workshop near, and what they were told of last by itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, or_, select, update
from sqlmodel import col

from bot.domain.group import GroupSession
from bot.domain.people import Role, Standing
from bot.domain.preparation import FURTHEST
from bot.store.db import Session
from bot.store.groups import GroupRow, GroupSessionRow, LeadRow, as_session
from bot.store.rows import table_of
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
    """Return who leads which group that has a workshop near, always in one order."""
    around = {"first": (now - AROUND).date(), "last": (now + AROUND).date()}
    found = defaultdict(list)
    for row in await session.ask(_led(), around):
        found[row.person_id, row.group_id].append(row)
    return [_as_near(rows) for rows in found.values()]


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


@cache
def _led() -> Select[Any]:
    """Return the statement that finds each workshop near, beside each of who leads its group."""
    workshop, lead, group = (table_of(one) for one in (GroupSessionRow, LeadRow, GroupRow))
    person, role = table_of(PersonRow), table_of(RoleRow)
    led = (
        workshop.join(lead, lead.c.group_id == workshop.c.group_id)
        .join(group, group.c.id == workshop.c.group_id)
        .join(person, person.c.id == lead.c.person_id)
        .join(role, role.c.person_id == lead.c.person_id)
    )
    their_own = lead.c.person_id, lead.c.told_of, person.c.zone, person.c.hours
    of_group = group.c.zone.label("group_zone"), group.c.programme
    return (
        select(*workshop.c, *their_own, *of_group)
        .select_from(led)
        .where(
            workshop.c.day >= bindparam("first"),
            workshop.c.day <= bindparam("last"),
            role.c.role == Role.FACILITATOR,
            person.c.standing == Standing.ACTIVE,
        )
        .order_by(workshop.c.number, workshop.c.day, workshop.c.wall, workshop.c.id)
    )


def _as_near(rows: Sequence[Any]) -> Near:
    one = rows[0]
    return Near(
        person_id=one.person_id,
        zone=one.zone,
        hours=one.hours,
        group_id=one.group_id,
        group_zone=one.group_zone,
        programme=one.programme,
        told_of=one.told_of,
        workshops=[as_session(row) for row in rows],
    )
