"""What somebody has answered in an exercise, and where they stand in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Column, ForeignKey, String, update
from sqlmodel import Field, SQLModel, col, select

from bot.domain.dialogue import WAITING, Run, RunState
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import ID
from bot.store.types import Moment, Named

NAME = 60
LOOKED_AT = 50
FINISHED_LOOKED_AT = 200


class RunRow(SQLModel, table=True):
    """One going through an exercise; `sealed_run` is its plain form, answers included."""

    __tablename__ = "run"

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    exercise: str = Field(max_length=NAME)
    state: RunState = Field(sa_column=Column(Named(RunState), nullable=False))
    day: date
    sealed_run: bytes
    moved_at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, kw_only=True)
class KeptRun:
    """A run, whose it is, and the day on which it began for them."""

    id: str
    person_id: str
    day: date
    run: Run


async def add(session: Session, person_id: str, run: Run, *, day: date, now: datetime) -> KeptRun:
    """Keep a run that begins."""
    id_ = new_id()
    session.add(
        RunRow(
            id=id_,
            person_id=person_id,
            exercise=run.exercise,
            state=run.state,
            day=day,
            sealed_run=_seal(session, id_, run),
            moved_at=now,
        )
    )
    await session.flush()
    return KeptRun(id=id_, person_id=person_id, day=day, run=run)


async def get(session: Session, run_id: str) -> KeptRun | None:
    """Return a run."""
    row = await session.row(RunRow, run_id)
    return _as_run(session, row) if row else None


async def keep(session: Session, kept: KeptRun, now: datetime) -> None:
    """Keep what changed in a run."""
    sealed = _seal(session, kept.id, kept.run)
    await session.exec(
        update(RunRow)
        .where(col(RunRow.id) == kept.id)
        .values(state=kept.run.state, sealed_run=sealed, moved_at=now)
    )


async def of_day(session: Session, person_id: str, exercise: str, *, day: date) -> KeptRun | None:
    """Return the run of an exercise that began on a day and was not left, the latest of several."""
    rows = await session.exec(
        select(RunRow)
        .where(
            col(RunRow.person_id) == person_id,
            col(RunRow.exercise) == exercise,
            col(RunRow.day) == day,
            col(RunRow.state) != RunState.LEFT,
        )
        .order_by(col(RunRow.moved_at).desc(), col(RunRow.id))
        .limit(1)
    )
    row = rows.first()
    return _as_run(session, row) if row else None


async def last_of(session: Session, person_id: str, exercise: str) -> KeptRun | None:
    """Return the run of an exercise that moved last and was not left."""
    rows = await session.exec(
        select(RunRow)
        .where(
            col(RunRow.person_id) == person_id,
            col(RunRow.exercise) == exercise,
            col(RunRow.state) != RunState.LEFT,
        )
        .order_by(col(RunRow.moved_at).desc(), col(RunRow.id))
        .limit(1)
    )
    row = rows.first()
    return _as_run(session, row) if row else None


async def waiting(session: Session, person_id: str) -> Sequence[KeptRun]:
    """Return the runs that can go on, the one that moved last first."""
    rows = await session.exec(
        select(RunRow)
        .where(col(RunRow.person_id) == person_id, col(RunRow.state).in_(WAITING))
        .order_by(col(RunRow.moved_at).desc(), col(RunRow.id))
    )
    return [_as_run(session, row) for row in rows]


async def finished(
    session: Session, person_id: str, exercises: Collection[str]
) -> Sequence[KeptRun]:
    """Return the latest runs of some exercises that were gone through to the end, up to 200."""
    rows = await session.exec(
        select(RunRow)
        .where(
            col(RunRow.person_id) == person_id,
            col(RunRow.exercise).in_(exercises),
            col(RunRow.state) == RunState.FINISHED,
        )
        .order_by(col(RunRow.moved_at).desc(), col(RunRow.id))
        .limit(FINISHED_LOOKED_AT)
    )
    return [_as_run(session, row) for row in rows]


async def begun(
    session: Session, person_id: str, exercise: str, *, limit: int
) -> Sequence[KeptRun]:
    """Return the runs of an exercise in which something was answered, those begun last first.

    Half-done ones too, and those that gave way to another.
    """
    rows = await session.exec(
        select(RunRow)
        .where(col(RunRow.person_id) == person_id, col(RunRow.exercise) == exercise)
        .order_by(col(RunRow.day).desc(), col(RunRow.moved_at).desc(), col(RunRow.id))
        .limit(limit)
    )
    return [kept for row in rows if (kept := _as_run(session, row)).run.answers]


async def exercises_of(session: Session, person_id: str) -> set[str]:
    """Return which exercises somebody has ever gone through, wholly or in part."""
    found = await session.exec(
        select(RunRow.exercise).where(col(RunRow.person_id) == person_id).distinct()
    )
    return set(found)


async def leave(session: Session, person_id: str, *exercises: str) -> None:
    """Let nobody go on with the runs of exercises that wait: another one takes their place."""
    await session.exec(
        update(RunRow)
        .where(
            col(RunRow.person_id) == person_id,
            col(RunRow.exercise).in_(exercises),
            col(RunRow.state).in_(WAITING),
        )
        .values(state=RunState.LEFT)
    )


async def answers_of(
    session: Session, person_id: str, source: tuple[str, str], *, limit: int
) -> Sequence[str]:
    """Return what somebody answered at a step of an exercise, the latest first, nothing twice."""
    exercise, step = source
    rows = await session.exec(
        select(RunRow)
        .where(col(RunRow.person_id) == person_id, col(RunRow.exercise) == exercise)
        .order_by(col(RunRow.moved_at).desc(), col(RunRow.id))
        .limit(LOOKED_AT)
    )
    answers = (_as_run(session, row).run.answers.get(step, ()) for row in rows)
    found = dict.fromkeys(
        one for each in answers for one in ((each,) if isinstance(each, str) else each)
    )
    return list(found)[:limit]


def _seal(session: Session, id_: str, run: Run) -> bytes:
    return session.vault.seal(run.as_plain(), place=f"run.run:{id_}")


def _as_run(session: Session, row: RunRow) -> KeptRun:
    plain = session.vault.open(row.sealed_run, place=f"run.run:{row.id}")
    run = replace(Run.from_plain(plain), state=row.state)
    return KeptRun(id=row.id, person_id=row.person_id, day=row.day, run=run)
