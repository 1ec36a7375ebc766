"""The exercises that people were given, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, and_, false, or_
from sqlmodel import Field, SQLModel, col

from bot.domain.assignment import (
    ONGOING,
    Assignment,
    AssignmentState,
    Habit,
    NotNow,
    Obstacle,
    Useful,
)
from bot.domain.homework import Outcome
from bot.domain.sharing import Share
from bot.store.db import Session
from bot.store.rows import table_of
from bot.store.tables import ID
from bot.store.types import Moment, Named

NAME = 60
LISTED = 60
"""How many exercises of one person are looked at, the latest first."""


def _id_of(table: str, *, empty: bool = False, on_delete: str = "CASCADE") -> Any:
    foreign = ForeignKey(f"{table}.id", ondelete=on_delete)
    return Field(default=None, sa_column=Column(String(ID), foreign, nullable=empty, index=True))


def _moment() -> Any:
    return Field(default=None, sa_column=Column(Moment, nullable=True))


class AssignmentRow(SQLModel, table=True):
    """An exercise given to one person.

    `sealed_answers` is what they said about it: after which habit, what could get in the way, why
    not this week, whether it was useful.
    """

    __tablename__ = "assignment"
    __table_args__ = (Index("assignment_of", "person_id", "state", "assigned_at"),)

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = _id_of("person")
    assigned_by: str | None = _id_of("person", empty=True, on_delete="SET NULL")
    group_id: str | None = Field(
        default=None, sa_column=Column(String(ID), nullable=True, index=True)
    )
    exercise: str = Field(max_length=NAME)
    version: int
    easier: bool = False
    state: AssignmentState = Field(sa_column=Column(Named(AssignmentState), nullable=False))
    assigned_at: datetime = Field(sa_type=Moment)
    due: date
    planned_at: datetime | None = _moment()
    plan_id: str | None = _id_of("plan", empty=True, on_delete="SET NULL")
    run_id: str | None = _id_of("run", empty=True, on_delete="SET NULL")
    rounds: int = 0
    begun_at: datetime | None = _moment()
    ended_at: datetime | None = _moment()
    outcome: Outcome | None = Field(default=None, sa_column=Column(Named(Outcome), nullable=True))
    shares: Share | None = Field(default=None, sa_column=Column(Named(Share), nullable=True))
    brings: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    thanked_at: datetime | None = _moment()
    sealed_answers: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What somebody said about an exercise, apart from what they answered in it."""

    habit: Habit | None = None
    obstacle: Obstacle | None = None
    reason: NotNow | None = None
    useful: Useful | None = None


async def add(session: Session, assignment: Assignment) -> None:
    """Keep an exercise that somebody is given."""
    session.add(AssignmentRow(**_values(session, assignment)))
    await session.flush()


async def get(session: Session, assignment_id: str) -> Assignment | None:
    """Return an exercise that somebody was given."""
    row = await session.row(AssignmentRow, assignment_id)
    return _as_assignment(session, row) if row else None


async def take(session: Session, assignment_id: str) -> Assignment | None:
    """Return one that nobody else changes until the transaction ends."""
    row = await session.row(AssignmentRow, assignment_id, held=True)
    return _as_assignment(session, row) if row else None


async def keep(session: Session, assignment: Assignment) -> None:
    """Keep what changed in one."""
    row = await session.get_one(AssignmentRow, assignment.id)
    row.sqlmodel_update(_values(session, assignment))
    session.add(row)
    await session.flush()


async def ongoing(session: Session, person_id: str) -> Sequence[Assignment]:
    """Return what somebody can begin, plan or go on with, by when it is wanted."""
    rows = await session.ask(
        table_of(AssignmentRow)
        .select()
        .where(col(AssignmentRow.person_id) == person_id, col(AssignmentRow.state).in_(ONGOING))
        .order_by(col(AssignmentRow.due), col(AssignmentRow.assigned_at), col(AssignmentRow.id))
    )
    return [_as_assignment(session, row) for row in rows]


async def lately(session: Session, person_id: str, *, since: datetime) -> Sequence[Assignment]:
    """Return what goes on and what ended from a moment on, given last first."""
    rows = await session.ask(
        table_of(AssignmentRow)
        .select()
        .where(
            col(AssignmentRow.person_id) == person_id,
            or_(
                col(AssignmentRow.state).in_(ONGOING),
                and_(
                    col(AssignmentRow.state) == AssignmentState.ENDED,
                    col(AssignmentRow.ended_at) >= since,
                ),
            ),
        )
        .order_by(col(AssignmentRow.assigned_at).desc(), col(AssignmentRow.id))
        .limit(LISTED)
    )
    return [_as_assignment(session, row) for row in rows]


async def given_since(session: Session, person_id: str, since: datetime) -> Sequence[Assignment]:
    """Return what somebody was given from a moment on, the latest first, whatever came of it."""
    rows = await session.ask(
        table_of(AssignmentRow)
        .select()
        .where(col(AssignmentRow.person_id) == person_id, col(AssignmentRow.assigned_at) >= since)
        .order_by(col(AssignmentRow.assigned_at).desc(), col(AssignmentRow.id))
        .limit(LISTED)
    )
    return [_as_assignment(session, row) for row in rows]


async def of_group(session: Session, group_id: str) -> Sequence[Assignment]:
    """Return what was given to a whole group, given first first."""
    rows = await session.ask(
        table_of(AssignmentRow)
        .select()
        .where(col(AssignmentRow.group_id) == group_id)
        .order_by(col(AssignmentRow.assigned_at), col(AssignmentRow.id))
    )
    return [_as_assignment(session, row) for row in rows]


async def of_exercise(session: Session, person_id: str, exercise: str) -> Sequence[Assignment]:
    """Return each time somebody was given an exercise, the latest first."""
    rows = await session.ask(
        table_of(AssignmentRow)
        .select()
        .where(col(AssignmentRow.person_id) == person_id, col(AssignmentRow.exercise) == exercise)
        .order_by(col(AssignmentRow.assigned_at).desc(), col(AssignmentRow.id))
    )
    return [_as_assignment(session, row) for row in rows]


async def of_run(session: Session, run_id: str) -> Assignment | None:
    """Return what somebody goes through in a run, None where nobody gave it to them."""
    rows = await session.ask(
        table_of(AssignmentRow).select().where(col(AssignmentRow.run_id) == run_id).limit(1)
    )
    row = rows.first()
    return _as_assignment(session, row) if row else None


async def made_worse(session: Session, person_id: str, exercise: str) -> bool:
    """Whether somebody said that an exercise made things worse: nobody offers it unasked again."""
    several = await of_exercise(session, person_id, exercise)
    return any(one.useful is Useful.WORSE for one in several)


def _values(session: Session, assignment: Assignment) -> dict[str, Any]:
    said = {name: getattr(assignment, name) for name in vars(Answers())}
    told = {name: one.value for name, one in said.items() if one is not None}
    columns = {name: one for name, one in vars(assignment).items() if name not in said}
    place = _place(assignment.id)
    return {**columns, "sealed_answers": session.vault.seal(told, place=place) if told else None}


def _as_assignment(session: Session, row: Any) -> Assignment:
    columns = row._asdict()
    sealed = columns.pop("sealed_answers")
    found = Assignment(**columns)
    if sealed is None:
        return found
    told = session.vault.open(sealed, place=_place(row.id))
    return replace(found, **vars(answers_of(told)))


def answers_of(told: Any) -> Answers:
    """Return what was said, from the plain JSON values that are kept of it."""
    return Answers(
        habit=Habit(told["habit"]) if "habit" in told else None,
        obstacle=Obstacle(told["obstacle"]) if "obstacle" in told else None,
        reason=NotNow(told["reason"]) if "reason" in told else None,
        useful=Useful(told["useful"]) if "useful" in told else None,
    )


def _place(assignment_id: str) -> str:
    return f"assignment.answers:{assignment_id}"
