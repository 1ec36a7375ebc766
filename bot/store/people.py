"""People and their roles. Staff are given people only through `seen_by`."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

import structlog
from sqlalchemy import Select, bindparam, delete, update
from sqlmodel import col, select

from bot.domain.errors import Unsealable
from bot.domain.hours import Hours
from bot.domain.names import UNREADABLE, in_order
from bot.domain.people import STAFF, Person, Role, Standing, SupportState
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.rows import table_of
from bot.store.tables import PersonRow, RoleRow, SupportRow

log = structlog.stdlib.get_logger(__name__)


async def add(session: Session, *, name: str, role: Role, zone: str, now: datetime) -> Person:
    """Keep somebody who is coming in."""
    id_ = new_id()
    row = PersonRow(
        id=id_,
        sealed_name=session.vault.seal(name, place=f"person.name:{id_}"),
        standing=Standing.ENROLLING,
        zone=zone,
        created_at=now,
    )
    session.add(row)
    await session.flush()
    session.add(RoleRow(person_id=id_, role=role))
    await session.flush()
    return as_person(session, row, frozenset({role}))


async def get(session: Session, person_id: str) -> Person | None:
    """Return somebody."""
    found = (await session.ask(_with_roles(), {"who": person_id})).all()
    roles = frozenset(row.role for row in found if row.role)
    return as_person(session, found[0], roles) if found else None


async def give_role(session: Session, person_id: str, role: Role) -> None:
    """Let somebody hold one role more; twice is once."""
    await session.merge(RoleRow(person_id=person_id, role=role))
    await session.flush()


async def take_role(session: Session, person_id: str, role: Role) -> None:
    """Let somebody hold a role no more."""
    held = col(RoleRow.person_id) == person_id, col(RoleRow.role) == role
    await session.exec(delete(RoleRow).where(*held))


async def staff(session: Session) -> Sequence[Person]:
    """Return everybody who works here, also who is coming in or on the way out, by name."""
    rows = await session.exec(select(RoleRow.person_id).where(col(RoleRow.role).in_(STAFF)))
    found = [await get(session, id_) for id_ in set(rows.all())]
    return sorted((one for one in found if one), key=lambda one: (in_order(one.name), one.id))


async def keep(session: Session, person: Person) -> None:
    """Keep what changed about somebody: standing, zone, pause and hours."""
    await session.exec(
        update(PersonRow)
        .where(col(PersonRow.id) == person.id)
        .values(
            standing=person.standing,
            zone=person.zone,
            paused_until=person.paused_until,
            hours=dict(person.hours.as_values()) if person.hours else None,
        )
    )


async def forget(session: Session, person_id: str) -> None:
    """Remove somebody and all that hangs on them."""
    await session.exec(delete(PersonRow).where(col(PersonRow.id) == person_id))
    session.expunge_all()


async def seen_by(session: Session, staff_id: str) -> Sequence[Person]:
    """Return the people a member of staff supports, by name.

    Nobody else's, nobody unconfirmed, nobody who is leaving.
    """
    rows = await session.exec(
        select(PersonRow)
        .join(SupportRow, col(SupportRow.participant_id) == col(PersonRow.id))
        .where(
            col(SupportRow.coach_id) == staff_id,
            col(SupportRow.state) == SupportState.ACTIVE,
            col(PersonRow.standing) == Standing.ACTIVE,
        )
    )
    people = [as_person(session, row, frozenset({Role.PARTICIPANT})) for row in rows]
    return sorted(people, key=lambda person: (in_order(person.name), person.id))


async def abandoned(session: Session, before: datetime) -> Sequence[str]:
    """Return who began to come in before a moment and never finished."""
    found = await session.exec(
        select(PersonRow.id).where(
            col(PersonRow.standing) == Standing.ENROLLING, col(PersonRow.created_at) < before
        )
    )
    return found.all()


def as_person(session: Session, row: Any, roles: frozenset[Role]) -> Person:
    """Return the person that a row keeps."""
    return Person(
        id=row.id,
        name=_name(session, row),
        roles=roles,
        standing=row.standing,
        zone=row.zone,
        paused_until=row.paused_until,
        hours=Hours.from_values(row.hours) if row.hours else None,
    )


def open_name(session: Session, row: Any) -> str:
    """Return the name that a row keeps; raises Unsealable where no key opens it."""
    return str(session.vault.open(row.sealed_name, place=f"person.name:{row.id}"))


@cache
def _with_roles() -> Select[Any]:
    person, held = table_of(PersonRow), table_of(RoleRow)
    with_roles = person.select().outerjoin(held, held.c.person_id == person.c.id)
    return with_roles.add_columns(held.c.role).where(person.c.id == bindparam("who"))


def _name(session: Session, row: Any) -> str:
    """Return a name; one that no key opens takes nothing else from anybody."""
    try:
        return open_name(session, row)
    except Unsealable:
        log.exception("name_unreadable", person=row.id)
        return UNREADABLE
