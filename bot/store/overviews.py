"""Counts what a supervisor reads, and writes down that they looked."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, ForeignKey, String, func
from sqlmodel import Field, SQLModel, col, select

from bot.domain.delivery import State
from bot.domain.homework import Outcome
from bot.domain.overview import Count, Overview
from bot.domain.people import Role, Standing
from bot.domain.sharing import Share
from bot.store.assignments import AssignmentRow
from bot.store.db import Session
from bot.store.groups import GroupRow, GroupSessionRow
from bot.store.ids import new_id
from bot.store.tables import ID, ChatRow, DeliveryRow, PersonRow, RoleRow
from bot.store.types import Moment

NOT_RECEIVED = (State.FAILED, State.EXPIRED)
DONE = (Outcome.DONE, Outcome.TRIED)
TOLD = (Share.EVERYTHING, Share.STATE)


class OverviewLookRow(SQLModel, table=True):
    """That a supervisor looked at the numbers."""

    __tablename__ = "overview_look"

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    looked_at: datetime = Field(sa_type=Moment)


async def look(session: Session, person_id: str, now: datetime) -> None:
    """Write down that somebody looks at the numbers."""
    session.add(OverviewLookRow(id=new_id(), person_id=person_id, looked_at=now))
    await session.flush()


async def count(session: Session, *, today: date, since: datetime) -> Overview:
    """Count what there is, and of exercises and messages those since a moment.

    What became of an exercise counts only where somebody chose to let that be seen.
    """
    given = col(AssignmentRow.assigned_at) >= since
    done = col(AssignmentRow.outcome).in_(DONE), col(AssignmentRow.shares).in_(TOLD)
    return Overview(
        groups=await _number(session, col(GroupRow.id)),
        facilitators=await _in_role(session, Role.FACILITATOR),
        coaches=await _in_role(session, Role.COACH),
        workshops_held=await _number(
            session, col(GroupSessionRow.id), col(GroupSessionRow.day) < today
        ),
        enrolled=await _enrolled(session),
        given=await _exercises(session, given),
        done=await _exercises(session, given, *done),
        not_received=await _not_received(session, since),
    )


async def _enrolled(session: Session) -> Count:
    number = await _in_role(session, Role.PARTICIPANT)
    return Count(number=number, people=number)


async def _in_role(session: Session, role: Role) -> int:
    found = await session.exec(
        select(func.count())
        .select_from(RoleRow)
        .join(PersonRow, col(PersonRow.id) == col(RoleRow.person_id))
        .where(col(RoleRow.role) == role, col(PersonRow.standing) == Standing.ACTIVE)
    )
    return found.one()


async def _exercises(session: Session, *which: ColumnElement[bool]) -> Count:
    person = col(AssignmentRow.person_id)
    found = await session.exec(select(func.count(), func.count(person.distinct())).where(*which))
    number, people = found.one()
    return Count(number=number, people=people)


async def _not_received(session: Session, since: datetime) -> Count:
    person = col(RoleRow.person_id)
    found = await session.exec(
        select(func.count(), func.count(person.distinct()))
        .select_from(DeliveryRow)
        .join(ChatRow, col(ChatRow.id) == col(DeliveryRow.chat_id))
        .join(RoleRow, person == col(ChatRow.person_id))
        .where(
            col(RoleRow.role) == Role.PARTICIPANT,
            col(DeliveryRow.state).in_(NOT_RECEIVED),
            col(DeliveryRow.due) > since,
        )
    )
    number, people = found.one()
    return Count(number=number, people=people)


async def _number(session: Session, id_: Any, *which: ColumnElement[bool]) -> int:
    return int((await session.exec(select(func.count(id_)).where(*which))).one())
