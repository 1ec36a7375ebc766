"""Who supports whom."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col, select

from bot.domain.people import Support, SupportState
from bot.store import coach_notes
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import SupportRow


async def add(
    session: Session,
    *,
    coach_id: str,
    participant_id: str,
    now: datetime,
    state: SupportState = SupportState.PENDING,
) -> Support:
    """Note that a coach will support a participant, once the coach confirms, or says yes."""
    row = SupportRow(
        id=new_id(),
        coach_id=coach_id,
        participant_id=participant_id,
        state=state,
        since=now,
    )
    session.add(row)
    await session.flush()
    return _as_support(row)


async def get(session: Session, support_id: str) -> Support | None:
    """Return a support."""
    row = await session.row(SupportRow, support_id)
    return _as_support(row) if row else None


async def change(
    session: Session, support_id: str, *, was: SupportState, becomes: SupportState
) -> bool:
    """Change a support that is in one state to another; return whether it was in it.

    What the coach noted for themselves goes with its end.
    """
    changed = await session.exec(
        update(SupportRow)
        .where(col(SupportRow.id) == support_id, col(SupportRow.state) == was)
        .values(state=becomes)
    )
    if changed.rowcount and becomes is SupportState.ENDED:
        ended = await session.get_one(SupportRow, support_id)
        coach, person = ended.coach_id, ended.participant_id
        await coach_notes.remove_all(session, coach_id=coach, person_id=person)
    return changed.rowcount > 0


async def end_asked(session: Session, participant_id: str) -> None:
    """Ask no coach any more whether they would support a participant."""
    theirs = col(SupportRow.participant_id) == participant_id
    await session.exec(
        update(SupportRow)
        .where(theirs, col(SupportRow.state) == SupportState.ASKED)
        .values(state=SupportState.ENDED)
    )


async def of_participant(session: Session, participant_id: str) -> Sequence[Support]:
    """Return the confirmed supports of a participant, oldest first."""
    rows = await session.exec(
        select(SupportRow)
        .where(
            col(SupportRow.participant_id) == participant_id,
            col(SupportRow.state) == SupportState.ACTIVE,
        )
        .order_by(col(SupportRow.since), col(SupportRow.id))
    )
    return [_as_support(row) for row in rows]


async def between(session: Session, coach_id: str, participant_id: str) -> Support | None:
    """Return the confirmed support that a coach gives a participant; None where there is none."""
    for one in await of_participant(session, participant_id):
        if one.coach_id == coach_id:
            return one
    return None


async def of_coach(session: Session, coach_id: str) -> Sequence[Support]:
    """Return the confirmed supports a coach gives, oldest first."""
    rows = await session.exec(
        select(SupportRow)
        .where(col(SupportRow.coach_id) == coach_id, col(SupportRow.state) == SupportState.ACTIVE)
        .order_by(col(SupportRow.since), col(SupportRow.id))
    )
    return [_as_support(row) for row in rows]


async def pending_of(session: Session, coach_id: str) -> Sequence[Support]:
    """Return the supports that a coach has not answered for yet, oldest first."""
    rows = await session.exec(
        select(SupportRow)
        .where(col(SupportRow.coach_id) == coach_id, col(SupportRow.state) == SupportState.PENDING)
        .order_by(col(SupportRow.since), col(SupportRow.id))
    )
    return [_as_support(row) for row in rows]


def _as_support(row: SupportRow) -> Support:
    return Support(
        id=row.id, coach_id=row.coach_id, participant_id=row.participant_id, state=row.state
    )
