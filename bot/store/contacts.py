"""Who asks for a contact, and which staff are to look at it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, ForeignKey, Select, String, UniqueConstraint, bindparam, update
from sqlmodel import Field, SQLModel, col, select

from bot.domain.contact import Notice, Request, RequestState, Step
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.rows import table_of
from bot.store.tables import ID
from bot.store.types import Moment, Named


def _id_of(table: str, *, empty: bool = False, on_delete: str = "CASCADE") -> Any:
    foreign = ForeignKey(f"{table}.id", ondelete=on_delete)
    return Field(default=None, sa_column=Column(String(ID), foreign, nullable=empty, index=True))


class RequestRow(SQLModel, table=True):
    """That somebody asked for a contact; what they added is theirs and whom they asked."""

    __tablename__ = "contact_request"

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = _id_of("person")
    state: RequestState = Field(sa_column=Column(Named(RequestState), nullable=False))
    asked_at: datetime = Field(sa_type=Moment)
    sealed_line: bytes | None = None
    seen_by: str | None = _id_of("person", empty=True, on_delete="SET NULL")
    seen_at: datetime | None = Field(default=None, sa_type=Moment)
    calls: bool = False


class NoticeRow(SQLModel, table=True):
    """That a member of staff is to look at a request; `told` is the delivery by which they know."""

    __tablename__ = "contact_notice"
    __table_args__ = (UniqueConstraint("request_id", "staff_id"),)

    id: str = Field(primary_key=True, max_length=ID)
    request_id: str = _id_of("contact_request")
    staff_id: str = _id_of("person")
    covers: str | None = _id_of("person", empty=True)
    step: Step = Field(sa_column=Column(Named(Step), nullable=False))
    next_at: datetime | None = Field(
        default=None, sa_column=Column(Moment, nullable=True, index=True)
    )
    told: str | None = Field(default=None, max_length=ID)


async def ask(session: Session, person_id: str, now: datetime) -> Request:
    """Keep a request that begins."""
    request = Request(id=new_id(), person_id=person_id, state=RequestState.OPEN, asked_at=now)
    session.add(RequestRow(id=request.id, person_id=person_id, state=request.state, asked_at=now))
    await session.flush()
    return request


async def take(session: Session, request_id: str) -> Request | None:
    """Return a request that nobody else changes until the transaction ends."""
    row = await session.row(RequestRow, request_id, held=True)
    return _as_request(session, row) if row else None


async def open_of(session: Session, person_id: str) -> Request | None:
    """Return the request of somebody that nobody has seen yet."""
    rows = await session.exec(
        select(RequestRow)
        .where(col(RequestRow.person_id) == person_id, col(RequestRow.state) == RequestState.OPEN)
        .order_by(col(RequestRow.asked_at).desc(), col(RequestRow.id))
        .limit(1)
    )
    row = rows.first()
    return _as_request(session, row) if row else None


async def seen_since(session: Session, person_id: str, since: datetime) -> Request | None:
    """Return the request of somebody that was seen last, if that was since a moment."""
    rows = await session.exec(
        select(RequestRow)
        .where(
            col(RequestRow.person_id) == person_id,
            col(RequestRow.state) == RequestState.SEEN,
            col(RequestRow.seen_at) >= since,
        )
        .order_by(
            col(RequestRow.seen_at).desc(), col(RequestRow.asked_at).desc(), col(RequestRow.id)
        )
        .limit(1)
    )
    row = rows.first()
    return _as_request(session, row) if row else None


async def asking_among(session: Session, person_ids: Collection[str]) -> Collection[str]:
    """Return who of these people asked for a contact that nobody has seen yet."""
    rows = await session.exec(
        select(RequestRow.person_id).where(
            col(RequestRow.person_id).in_(person_ids), col(RequestRow.state) == RequestState.OPEN
        )
    )
    return set(rows)


async def keep(session: Session, request: Request) -> None:
    """Keep what changed in a request."""
    row = await session.get_one(RequestRow, request.id)
    row.state = request.state
    row.seen_by = request.seen_by
    row.seen_at = request.seen_at
    row.calls = request.calls
    place = _place(request.id)
    row.sealed_line = session.vault.seal(request.line, place=place) if request.line else None
    session.add(row)
    await session.flush()


async def notify(session: Session, notice: Notice) -> None:
    """Keep that a member of staff is to look at a request."""
    session.add(NoticeRow(**vars(notice)))
    await session.flush()


async def move(session: Session, notice: Notice) -> None:
    """Keep which step comes next for a member of staff."""
    await session.exec(
        update(NoticeRow)
        .where(col(NoticeRow.id) == notice.id)
        .values(step=notice.step, next_at=notice.next_at, told=notice.told)
        .execution_options(synchronize_session=False)
    )


async def rest(session: Session, request_id: str) -> None:
    """Let no step follow for anybody."""
    await session.exec(
        update(NoticeRow)
        .where(col(NoticeRow.request_id) == request_id)
        .values(step=Step.DONE, next_at=None)
        .execution_options(synchronize_session=False)
    )


async def hurry(
    session: Session, staff_id: str, now: datetime, *, only: Step | None = None
) -> None:
    """Let the next step of whatever one of the staff was to look at be taken now.

    That is any step, or `only` a certain one.
    """
    theirs = [col(NoticeRow.staff_id) == staff_id, col(NoticeRow.next_at) > now]
    if only:
        theirs.append(col(NoticeRow.step) == only)
    await session.exec(
        update(NoticeRow)
        .where(*theirs)
        .values(next_at=now)
        .execution_options(synchronize_session=False)
    )


async def goes_on(session: Session, request_id: str) -> bool:
    """Whether somebody is still to be told of a request, or reminded of it."""
    found = await session.exec(
        select(NoticeRow.id)
        .where(col(NoticeRow.request_id) == request_id, col(NoticeRow.next_at).is_not(None))
        .limit(1)
    )
    return found.first() is not None


async def notices(session: Session, request_id: str) -> Sequence[Notice]:
    """Return who is to look at a request, those of the coaches first."""
    rows = await session.exec(
        select(NoticeRow)
        .where(col(NoticeRow.request_id) == request_id)
        .order_by(col(NoticeRow.covers).is_not(None), col(NoticeRow.id))
        .execution_options(populate_existing=True)
    )
    return [_as_notice(row) for row in rows]


async def due(session: Session, now: datetime, *, limit: int) -> Sequence[str]:
    """Return the requests for which a step is due; of those due at one moment, the oldest first."""
    rows = await session.ask(_due(), {"now": now, "limit": limit})
    return list(dict.fromkeys(rows.scalars()))


async def shown_to(session: Session, staff_id: str) -> Sequence[Request]:
    """Return the requests that wait and that a member of staff was told of, the oldest first."""
    rows = await session.exec(
        select(RequestRow)
        .join(NoticeRow, col(NoticeRow.request_id) == col(RequestRow.id))
        .where(
            col(NoticeRow.staff_id) == staff_id,
            col(NoticeRow.told).is_not(None),
            col(RequestRow.state) == RequestState.OPEN,
        )
        .order_by(col(RequestRow.asked_at), col(RequestRow.id))
    )
    return [_as_request(session, row) for row in rows]


@cache
def _due() -> Select[Any]:
    notice, request = table_of(NoticeRow), table_of(RequestRow)
    return (
        select(request.c.id)
        .join(notice, notice.c.request_id == request.c.id)
        .where(notice.c.next_at <= bindparam("now"))
        .order_by(notice.c.next_at, request.c.asked_at, request.c.id)
        .limit(bindparam("limit"))
    )


def _as_request(session: Session, row: RequestRow) -> Request:
    line = session.vault.open(row.sealed_line, place=_place(row.id)) if row.sealed_line else ""
    return Request(
        id=row.id,
        person_id=row.person_id,
        state=row.state,
        asked_at=row.asked_at,
        line=str(line),
        seen_by=row.seen_by,
        seen_at=row.seen_at,
        calls=row.calls,
    )


def _as_notice(row: NoticeRow) -> Notice:
    return Notice(
        id=row.id,
        request_id=row.request_id,
        staff_id=row.staff_id,
        covers=row.covers,
        step=row.step,
        next_at=row.next_at,
        told=row.told,
    )


def _place(request_id: str) -> str:
    return f"contact_request.line:{request_id}"
