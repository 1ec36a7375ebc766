"""Counts what is kept: how many messages stand where, how late they were, what waits."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Float, case, exists, extract, func, or_
from sqlmodel import col, select

from bot.domain.delivery import Class, State
from bot.domain.figures import STEPS, Backlog, Lateness, Named, Standing, Trouble
from bot.domain.plan import PlanState
from bot.domain.update import UpdateState
from bot.store.db import Session
from bot.store.tables import ChatRow, DeliveryRow, PlanRow, UpdateRow

SECONDS_A_DAY = 86_400
BEGUN = tuple(state for state in State if state is not State.PLANNED)


async def standings(session: Session, *, since: datetime) -> Sequence[Standing]:
    """Count the messages that are or were due after a moment, by class, state and reason."""
    groups = col(DeliveryRow.kind), col(DeliveryRow.state), col(DeliveryRow.reason)
    # Every state is named, so that the index by state and due is used and not the whole table.
    rows = await session.exec(
        select(*groups, func.count())
        .where(col(DeliveryRow.state).in_(BEGUN), col(DeliveryRow.due) > since)
        .group_by(*groups)
        .order_by(*groups)
    )
    ended = [
        Standing(kind=kind, state=state, reason=reason, count=count)
        for kind, state, reason, count in rows
    ]
    return [*await _planned(session, since), *ended]


async def lateness(session: Session, *, since: datetime) -> Mapping[Class, Lateness]:
    """Return how late the messages due after a moment were sent, for each class that has some."""
    late = _seconds_late(session)
    within = [func.count(case((late <= step.total_seconds(), 1))) for step in STEPS]
    columns: tuple[Any, ...] = (func.count(), func.sum(late), func.max(late), *within)
    rows = await session.exec(
        select(col(DeliveryRow.kind), *columns)
        .where(col(DeliveryRow.state) == State.SENT, col(DeliveryRow.due) > since)
        .group_by(col(DeliveryRow.kind))
    )
    return {
        kind: Lateness(
            count=count,
            total=timedelta(seconds=float(total)),
            worst=timedelta(seconds=float(worst)),
            within=dict(zip(STEPS, counts, strict=True)),
        )
        for kind, count, total, worst, *counts in rows
    }


async def troubles(session: Session, *, since: datetime, limit: int) -> Sequence[Trouble]:
    """Return the newest messages due after a moment that failed, came too late or are uncertain."""
    wrong = (State.FAILED, State.EXPIRED, State.UNCERTAIN)
    rows = await session.exec(
        select(DeliveryRow)
        .where(col(DeliveryRow.state).in_(wrong), col(DeliveryRow.due) > since)
        .order_by(col(DeliveryRow.due).desc(), col(DeliveryRow.id))
        .limit(limit)
    )
    return [
        Trouble(id=row.id, kind=row.kind, state=row.state, reason=row.reason, due=row.due)
        for row in rows
    ]


async def backlog(session: Session, *, now: datetime, steady: datetime) -> Backlog:
    """Return what waits at a moment; `steady` is the one that the rests of chats are timed by."""
    due, planned = col(DeliveryRow.due), col(DeliveryRow.state) == State.PLANNED
    rests, gone = col(ChatRow.hold_until) > steady, col(ChatRow.reachable).is_(False)
    held = planned, due <= now, _whose_chat(rests, ~gone)
    overdue = _overdue(now, steady)
    waiting = col(UpdateRow.state) == UpdateState.WAITING
    dead = col(UpdateRow.state) == UpdateState.DEAD
    received = func.min(col(UpdateRow.received_at))
    return Backlog(
        next_due=await _one(session, func.min(due), planned, due > now),
        oldest_due=await oldest_overdue(session, now=now, steady=steady),
        overdue=await _one(session, func.count(due), *overdue),
        held=await _one(session, func.count(due), *held),
        resting=await _one(session, func.count(col(ChatRow.id)), rests),
        rest_ends=await _one(session, func.max(col(ChatRow.hold_until)), rests),
        unreachable=await _one(session, func.count(col(ChatRow.id)), gone),
        waiting_updates=await _one(session, func.count(col(UpdateRow.id)), waiting),
        oldest_update=await _one(session, received, waiting),
        dead_letters=await _one(session, func.count(col(UpdateRow.id)), dead),
    )


async def oldest_overdue(session: Session, *, now: datetime, steady: datetime) -> datetime | None:
    """Return when the oldest message was due that could go out and did not yet."""
    oldest: datetime | None = await _one(
        session, func.min(col(DeliveryRow.due)), *_overdue(now, steady)
    )
    return oldest


async def set_aside(session: Session, *, limit: int) -> Named:
    """Return how many plans could not be planned, and some of them."""
    broken = col(PlanRow.set_aside_at).is_not(None), col(PlanRow.state) == PlanState.ACTIVE
    return await _named(session, col(PlanRow.id), *broken, limit=limit)


async def unreachable(session: Session, *, limit: int) -> Named:
    """Return how many people cannot be reached, and some of them."""
    who = col(ChatRow.person_id)
    lost = col(ChatRow.reachable).is_(False), who.is_not(None)
    return await _named(session, who, *lost, limit=limit)


async def touch(session: Session) -> None:
    """Ask the database anything at all; raises DatabaseAway where it does not answer."""
    await session.exec(select(col(ChatRow.id)).limit(1))


async def _planned(session: Session, since: datetime) -> Sequence[Standing]:
    """Count the messages to come, of which there are by far the most, in the index alone."""
    kind = col(DeliveryRow.kind)
    rows = await session.exec(
        select(kind, func.count())
        .where(
            col(DeliveryRow.state) == State.PLANNED,
            kind.in_(tuple(Class)),
            col(DeliveryRow.due) > since,
        )
        .group_by(kind)
        .order_by(kind)
    )
    return [
        Standing(kind=kind, state=State.PLANNED, reason=None, count=count) for kind, count in rows
    ]


def _overdue(now: datetime, steady: datetime) -> tuple[ColumnElement[bool], ...]:
    rests = col(ChatRow.hold_until)
    is_free = _whose_chat(col(ChatRow.reachable).is_(True), or_(rests.is_(None), rests <= steady))
    return col(DeliveryRow.state) == State.PLANNED, col(DeliveryRow.due) <= now, is_free


def _whose_chat(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say something of a message's own chat: only the chats of what is due are looked at."""
    return exists().where(col(ChatRow.id) == col(DeliveryRow.chat_id), *which)


async def _one(session: Session, what: Any, *which: ColumnElement[bool]) -> Any:
    return (await session.exec(select(what).where(*which))).one()


async def _named(session: Session, id_: Any, *which: ColumnElement[bool], limit: int) -> Named:
    some = await session.exec(select(id_).where(*which).order_by(id_).limit(limit))
    return Named(count=await _one(session, func.count(id_), *which), ids=some.all())


def _seconds_late(session: Session) -> ColumnElement[Any]:
    due, sent = col(DeliveryRow.due), col(DeliveryRow.ended_at)
    if session.get_bind().dialect.name == "sqlite":
        days = func.julianday(sent, type_=Float) - func.julianday(due, type_=Float)
        return days * SECONDS_A_DAY
    return extract("epoch", sent - due)
