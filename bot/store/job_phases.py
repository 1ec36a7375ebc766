"""Where people are with work: for each the last that was said, with its day and who said it.

What was before is not kept: the coach who supports somebody needs to know where they are now.
"""

from datetime import date, datetime

from sqlalchemy import Column, ForeignKey, String, delete, update
from sqlmodel import Field, SQLModel, col

from bot.domain.job_phase import JobPhase, PhaseSet
from bot.store.db import Session
from bot.store.tables import ID
from bot.store.types import Moment, Named


class JobPhaseRow(SQLModel, table=True):
    """Where somebody is with work; of whom nobody said anything there is none."""

    __tablename__ = "job_phase"

    person_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    mark: str = Field(max_length=ID)
    job: JobPhase = Field(sa_column=Column(Named(JobPhase), nullable=False))
    day: date
    set_by: str | None = Field(
        default=None,
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="SET NULL"), index=True),
    )
    set_at: datetime = Field(sa_type=Moment)
    shown: bool
    is_answered: bool


async def of_person(session: Session, person_id: str) -> PhaseSet | None:
    """Return where somebody is with work, None where nobody said it."""
    row = await session.row(JobPhaseRow, person_id)
    return _as_phase(row) if row else None


async def keep(session: Session, phase: PhaseSet) -> None:
    """Keep where somebody is with work, in the place of what was said before."""
    await session.merge(
        JobPhaseRow(
            person_id=phase.person_id,
            mark=phase.id,
            job=phase.phase,
            day=phase.day,
            set_by=phase.set_by,
            set_at=phase.set_at,
            shown=phase.is_shown,
            is_answered=phase.is_answered,
        )
    )
    await session.flush()


async def answer(session: Session, phase: PhaseSet) -> bool:
    """Note that its reminders were taken or declined; return whether that was open still."""
    changed = await session.exec(
        update(JobPhaseRow)
        .where(
            col(JobPhaseRow.person_id) == phase.person_id,
            col(JobPhaseRow.mark) == phase.id,
            col(JobPhaseRow.is_answered).is_(False),
        )
        .values(is_answered=True)
        .execution_options(synchronize_session=False)
    )
    return changed.rowcount > 0


async def forget(session: Session, person_id: str, *, mark: str) -> None:
    """Keep no more what was said, unless something else was said since."""
    await session.exec(
        delete(JobPhaseRow).where(
            col(JobPhaseRow.person_id) == person_id, col(JobPhaseRow.mark) == mark
        )
    )


async def show(session: Session, person_id: str, *, shown: bool) -> None:
    """Let coaches see where somebody is with work, or no more."""
    await session.exec(
        update(JobPhaseRow)
        .where(col(JobPhaseRow.person_id) == person_id)
        .values(shown=shown)
        .execution_options(synchronize_session=False)
    )


def _as_phase(row: JobPhaseRow) -> PhaseSet:
    return PhaseSet(
        id=row.mark,
        person_id=row.person_id,
        phase=row.job,
        day=row.day,
        set_by=row.set_by,
        set_at=row.set_at,
        is_shown=row.shown,
        is_answered=row.is_answered,
    )
