"""Groups, their workshops, who takes part in them and who leads them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Column, ForeignKey, String, UniqueConstraint, delete, update
from sqlmodel import Field, SQLModel, col, select

from bot.domain.group import Group, GroupSession, Informal, next_of
from bot.domain.names import in_order
from bot.domain.people import Person, Role, Standing
from bot.store.db import Session
from bot.store.people import as_person
from bot.store.rows import among_keys
from bot.store.tables import ID, PersonRow
from bot.store.types import Moment, Named

WALL = 5
TOLD_OF = 80


def _to(table: str, *, index: bool = True, key: bool = False) -> Any:
    foreign = ForeignKey(f"{table}.id", ondelete="CASCADE")
    column: Any = Column(String(ID), foreign, primary_key=key, nullable=False, index=index)
    return Field(default=None, sa_column=column)


class GroupRow(SQLModel, table=True):
    """A group; `last_day` is that of its last workshop, or on which it was made."""

    __tablename__ = "study_group"

    id: str = Field(primary_key=True, max_length=ID)
    sealed_name: bytes
    sealed_place: bytes
    zone: str
    programme: str
    last_day: date


class GroupSessionRow(SQLModel, table=True):
    """One workshop of a group, in the wall time of the group's zone."""

    __tablename__ = "group_session"
    __table_args__ = (UniqueConstraint("group_id", "day"),)

    id: str = Field(primary_key=True, max_length=ID)
    group_id: str = _to("study_group")
    number: int
    day: date = Field(index=True)
    wall: str = Field(max_length=WALL)
    minutes: int
    informal: Informal | None = Field(
        default=None, sa_column=Column(Named(Informal), nullable=True)
    )
    informal_wall: str | None = Field(default=None, max_length=WALL)


class MemberRow(SQLModel, table=True):
    """That somebody takes part in a group, since they said so themselves."""

    __tablename__ = "group_member"

    person_id: str = _to("person", key=True, index=False)
    group_id: str = _to("study_group", key=True)
    since: datetime = Field(sa_type=Moment)


class LeadRow(SQLModel, table=True):
    """That a facilitator leads a group; `told_of` is what they were told of last by itself."""

    __tablename__ = "group_lead"

    person_id: str = _to("person", key=True, index=False)
    group_id: str = _to("study_group", key=True)
    since: datetime = Field(sa_type=Moment)
    told_of: str | None = Field(default=None, max_length=TOLD_OF)


async def add(session: Session, group: Group, *, today: date) -> None:
    """Keep a new group."""
    session.add(
        GroupRow(
            id=group.id,
            sealed_name=session.vault.seal(group.name, place=_place("name", group.id)),
            sealed_place=session.vault.seal(group.place, place=_place("place", group.id)),
            zone=group.zone,
            programme=group.programme,
            last_day=today,
        )
    )
    await session.flush()


async def change(session: Session, group: Group) -> None:
    """Keep another name and place of a group."""
    await session.exec(
        update(GroupRow)
        .where(col(GroupRow.id) == group.id)
        .values(
            sealed_name=session.vault.seal(group.name, place=_place("name", group.id)),
            sealed_place=session.vault.seal(group.place, place=_place("place", group.id)),
        )
        .execution_options(synchronize_session=False)
    )


async def get(session: Session, group_id: str) -> Group | None:
    """Return a group."""
    row = await session.row(GroupRow, group_id)
    return as_group(session, row) if row else None


async def several(session: Session, group_ids: Collection[str]) -> Mapping[str, Group]:
    """Return groups by their ids."""
    if not group_ids:
        return {}
    rows = await session.ask(among_keys(GroupRow), {"keys": group_ids})
    return {row.id: as_group(session, row) for row in rows}


async def take(session: Session, group_id: str) -> Group | None:
    """Return a group whose dates nobody else changes until the transaction ends."""
    row = await session.row(GroupRow, group_id, held=True)
    return as_group(session, row) if row else None


async def groups_led_by(session: Session, staff_id: str) -> Sequence[Group]:
    """Return the groups that a facilitator leads, by name."""
    rows = await session.exec(
        select(GroupRow)
        .join(LeadRow, col(LeadRow.group_id) == col(GroupRow.id))
        .where(col(LeadRow.person_id) == staff_id)
    )
    return _by_name(session, rows.all())


async def groups_of(session: Session, person_id: str) -> Sequence[Group]:
    """Return the groups in which somebody takes part, by name."""
    rows = await session.exec(
        select(GroupRow)
        .join(MemberRow, col(MemberRow.group_id) == col(GroupRow.id))
        .where(col(MemberRow.person_id) == person_id)
    )
    return _by_name(session, rows.all())


async def is_led_by(session: Session, group_id: str, staff_id: str) -> bool:
    """Whether a facilitator leads a group."""
    return await session.get(LeadRow, (staff_id, group_id), populate_existing=True) is not None


async def is_in(session: Session, group_id: str, person_id: str) -> bool:
    """Whether somebody takes part in a group."""
    return await session.get(MemberRow, (person_id, group_id), populate_existing=True) is not None


async def members(session: Session, group_id: str) -> Sequence[Person]:
    """Return who takes part in a group, by name; nobody who is leaving."""
    rows = await session.exec(
        select(PersonRow)
        .join(MemberRow, col(MemberRow.person_id) == col(PersonRow.id))
        .where(col(MemberRow.group_id) == group_id, col(PersonRow.standing) == Standing.ACTIVE)
    )
    return _people(session, rows.all(), Role.PARTICIPANT)


async def everybody(session: Session, group_id: str) -> Sequence[Person]:
    """Return who takes part in a group, by name, even on the way out: they may come back."""
    rows = await session.exec(
        select(PersonRow)
        .join(MemberRow, col(MemberRow.person_id) == col(PersonRow.id))
        .where(col(MemberRow.group_id) == group_id)
    )
    return _people(session, rows.all(), Role.PARTICIPANT)


async def leads(session: Session, group_id: str) -> Sequence[Person]:
    """Return who leads a group, by name."""
    rows = await session.exec(
        select(PersonRow)
        .join(LeadRow, col(LeadRow.person_id) == col(PersonRow.id))
        .where(col(LeadRow.group_id) == group_id, col(PersonRow.standing) == Standing.ACTIVE)
    )
    return _people(session, rows.all(), Role.FACILITATOR)


async def join(session: Session, group_id: str, person_id: str, *, now: datetime) -> None:
    """Let somebody take part in a group."""
    session.add(MemberRow(group_id=group_id, person_id=person_id, since=now))
    await session.flush()


async def lead(session: Session, group_id: str, person_id: str, *, now: datetime) -> None:
    """Let a facilitator lead a group."""
    session.add(LeadRow(group_id=group_id, person_id=person_id, since=now))
    await session.flush()


async def part(session: Session, group_id: str, person_id: str) -> bool:
    """Let somebody take part no more; False where they did not."""
    return await _delete(session, MemberRow, (person_id, group_id))


async def lead_no_more(session: Session, group_id: str, person_id: str) -> bool:
    """Let a facilitator lead a group no more; False where they did not."""
    return await _delete(session, LeadRow, (person_id, group_id))


async def set_sessions(session: Session, sessions: Sequence[GroupSession]) -> None:
    """Keep workshops that a group did not have yet."""
    session.add_all(_as_row(one) for one in sessions)
    await session.flush()
    await _note_last_day(session, sessions[0].group_id)


async def move(session: Session, moved: GroupSession) -> None:
    """Keep at which other moment a workshop is."""
    values = _as_row(moved).model_dump(exclude={"id", "group_id", "number"})
    await session.exec(
        update(GroupSessionRow)
        .where(col(GroupSessionRow.id) == moved.id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    await _note_last_day(session, moved.group_id)


async def get_session(session: Session, session_id: str) -> GroupSession | None:
    """Return a workshop."""
    row = await session.row(GroupSessionRow, session_id)
    return as_session(row) if row else None


async def sessions_of(session: Session, group_id: str) -> Sequence[GroupSession]:
    """Return the workshops of a group in their order."""
    rows = await session.exec(
        select(GroupSessionRow)
        .where(col(GroupSessionRow.group_id) == group_id)
        .order_by(col(GroupSessionRow.number))
        .execution_options(populate_existing=True)
    )
    return [as_session(row) for row in rows]


async def next_session(session: Session, group_id: str, now: datetime) -> GroupSession | None:
    """Return the first workshop of a group that is not over; None without one."""
    group = await get(session, group_id)
    return next_of(await sessions_of(session, group_id), group.where, now) if group else None


def as_group(session: Session, row: Any) -> Group:
    """Return the group that a row keeps."""
    return Group(
        id=row.id,
        name=session.vault.open(row.sealed_name, place=_place("name", row.id)),
        place=session.vault.open(row.sealed_place, place=_place("place", row.id)),
        zone=row.zone,
        programme=row.programme,
    )


def as_session(row: Any) -> GroupSession:
    """Return the workshop that a row keeps."""
    return GroupSession(
        id=row.id,
        group_id=row.group_id,
        number=row.number,
        day=row.day,
        wall=time.fromisoformat(row.wall),
        length=timedelta(minutes=row.minutes),
        informal=row.informal,
        informal_wall=time.fromisoformat(row.informal_wall) if row.informal_wall else None,
    )


async def _delete(
    session: Session, table: type[MemberRow | LeadRow], which: tuple[str, str]
) -> bool:
    person_id, group_id = which
    done = await session.exec(
        delete(table)
        .where(col(table.group_id) == group_id, col(table.person_id) == person_id)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount > 0


async def _note_last_day(session: Session, group_id: str) -> None:
    days = [one.day for one in await sessions_of(session, group_id)]
    await session.exec(
        update(GroupRow)
        .where(col(GroupRow.id) == group_id)
        .values(last_day=max(days))
        .execution_options(synchronize_session=False)
    )


def _by_name(session: Session, rows: Sequence[GroupRow]) -> Sequence[Group]:
    found = [as_group(session, row) for row in rows]
    return sorted(found, key=lambda one: (in_order(one.name), one.id))


def _people(session: Session, rows: Sequence[PersonRow], role: Role) -> Sequence[Person]:
    found = [as_person(session, row, frozenset({role})) for row in rows]
    return sorted(found, key=lambda one: (in_order(one.name), one.id))


def _as_row(one: GroupSession) -> GroupSessionRow:
    return GroupSessionRow(
        id=one.id,
        group_id=one.group_id,
        number=one.number,
        day=one.day,
        wall=one.wall.isoformat("minutes"),
        minutes=one.length // timedelta(minutes=1),
        informal=one.informal,
        informal_wall=one.informal_wall.isoformat("minutes") if one.informal_wall else None,
    )


def _place(column: str, group_id: str) -> str:
    return f"study_group.{column}:{group_id}"
