"""Erasing somebody: asked for, done after a while, and remembered so that a backup erases again.

What is remembered is a keyed mark of our own id, which says nothing of anybody.
"""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Select,
    String,
    and_,
    bindparam,
    delete,
    func,
    or_,
    update,
)
from sqlmodel import Field, SQLModel, col, select

from bot.domain.delivery import Class, Reason, State
from bot.domain.errors import Unsealable
from bot.domain.people import Chat
from bot.domain.update import UpdateState
from bot.store import people
from bot.store.chats import mark_of, of_person
from bot.store.contacts import NoticeRow, RequestRow
from bot.store.db import Session
from bot.store.groups import LeadRow, MemberRow
from bot.store.inserting import add_new
from bot.store.rows import table_of
from bot.store.tables import (
    ID,
    MARK,
    ChatRow,
    DeliveryRow,
    LookRow,
    PersonRow,
    SupportRow,
    UpdateRow,
)
from bot.store.types import Moment
from bot.store.wrong_codes import WrongCodeRow


class ErasureRow(SQLModel, table=True):
    """That somebody asked to be erased, and when that is done unless they change their mind."""

    __tablename__ = "erasure"

    person_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    due: datetime = Field(sa_type=Moment)


class TombstoneRow(SQLModel, table=True):
    """That somebody was erased: a mark by which a backup knows whom to erase again."""

    __tablename__ = "tombstone"

    mark: str = Field(primary_key=True, max_length=MARK)
    erased_at: datetime = Field(sa_type=Moment)


async def ask(session: Session, person_id: str, *, due: datetime) -> None:
    """Note that somebody is to be erased at a moment."""
    await session.merge(ErasureRow(person_id=person_id, due=due))
    await session.flush()


async def due_at(session: Session, person_id: str) -> datetime | None:
    """Return when somebody is to be erased, if they asked for it."""
    row = await session.row(ErasureRow, person_id)
    return row.due if row else None


async def take_back(session: Session, person_id: str) -> bool:
    """Let somebody stay who asked to be erased; return whether they had."""
    taken = await session.exec(delete(ErasureRow).where(col(ErasureRow.person_id) == person_id))
    return taken.rowcount > 0


async def due(session: Session, now: datetime) -> Sequence[str]:
    """Return who is to be erased now."""
    return (await session.ask(_due(), {"now": now})).scalars().all()


async def begin(session: Session, person_id: str, now: datetime) -> bool:
    """Take somebody off the list of whom to erase now; False if they stay after all."""
    mine = col(ErasureRow.person_id) == person_id
    taken = await session.exec(delete(ErasureRow).where(mine, col(ErasureRow.due) <= now))
    return taken.rowcount > 0


async def overdue(session: Session, before: datetime) -> int:
    """Count those who should have been erased before a moment."""
    late = select(func.count()).select_from(ErasureRow).where(col(ErasureRow.due) < before)
    return (await session.exec(late)).one()


async def bury(session: Session, person_id: str, now: datetime) -> None:
    """Remember that somebody was erased."""
    values = {"mark": _mark(session, person_id), "erased_at": now}
    await add_new(session, TombstoneRow, values, unique=["mark"])


async def tombstones(session: Session) -> AbstractSet[str]:
    """Return the marks of all who were erased."""
    return set((await session.exec(select(TombstoneRow.mark))).all())


async def erase_again(session: Session, marks: Collection[str], now: datetime) -> int:
    """Erase, with their chats, those who were erased once and are here; return how many."""
    known = (await session.exec(select(PersonRow.id))).all()
    back = [id_ for id_ in known if _mark(session, id_) in marks]
    for id_ in back:
        await _erase_row_by_row(session, id_, now)
    for mark in marks:
        await add_new(session, TombstoneRow, {"mark": mark, "erased_at": now}, unique=["mark"])
    return len(back)


async def forget_updates(session: Session, chat: Chat) -> None:
    """Forget what a chat wrote and could not be handled, and that the rest came from there."""
    key = mark_of(session, chat.telegram_id)
    from_there = col(UpdateRow.chat_key) == key
    await session.exec(
        delete(UpdateRow).where(from_there, col(UpdateRow.state) == UpdateState.DEAD)
    )
    await session.exec(
        update(UpdateRow)
        .where(from_there, col(UpdateRow.state) == UpdateState.HANDLED)
        .values(chat_key="", telegram_message=None)
        .execution_options(synchronize_session=False)
    )
    await session.exec(delete(WrongCodeRow).where(col(WrongCodeRow.chat_key) == key))


async def said_since(session: Session, chat: Chat, since: datetime) -> Sequence[int]:
    """Return the Telegram numbers of the messages of a chat since a moment, from both sides."""
    sent = await session.exec(
        select(DeliveryRow.telegram_message).where(
            col(DeliveryRow.chat_id) == chat.id, col(DeliveryRow.ended_at) >= since
        )
    )
    written = await session.exec(
        select(UpdateRow.telegram_message).where(
            col(UpdateRow.chat_key) == mark_of(session, chat.telegram_id),
            col(UpdateRow.received_at) >= since,
        )
    )
    return sorted({number for number in (*sent, *written) if number is not None})


async def staff_of(session: Session, person_id: str) -> Collection[str]:
    """Return who supports somebody, did, or was to; who leads their groups, and who looked.

    Also who was to look at a request of theirs in the place of another.
    """
    theirs = select(MemberRow.group_id).where(col(MemberRow.person_id) == person_id)
    requests = select(RequestRow.id).where(col(RequestRow.person_id) == person_id)
    staff = (
        select(SupportRow.coach_id).where(col(SupportRow.participant_id) == person_id),
        select(LeadRow.person_id).where(col(LeadRow.group_id).in_(theirs)),
        select(LookRow.staff_id).where(col(LookRow.person_id) == person_id),
        select(NoticeRow.staff_id).where(col(NoticeRow.request_id).in_(requests)),
    )
    found = {id_ for which in staff for id_ in (await session.exec(which)).all()}
    return found - {person_id}


async def forget_name(
    session: Session, name: str, *, staff: Collection[str], now: datetime
) -> None:
    """Empty the messages to these members of staff that ended and name somebody.

    What they were to be told of a request and were not yet, they are not told any more.
    """
    state, kind = col(DeliveryRow.state), col(DeliveryRow.kind)
    has_ended = state.not_in((State.PLANNED, State.SENDING))
    rows = await session.exec(
        select(DeliveryRow)
        .join(ChatRow, col(ChatRow.id) == col(DeliveryRow.chat_id))
        .where(
            col(ChatRow.person_id).in_(staff),
            or_(has_ended, and_(state == State.PLANNED, kind == Class.CONTACT)),
            col(DeliveryRow.sealed_message) != b"",
        )
    )
    for row in rows:
        if name not in _words_of(session, row):
            continue
        if row.state is State.PLANNED:
            row.state, row.reason, row.ended_at = State.SKIPPED, Reason.WITHDRAWN, now
        row.sealed_message = b""
        session.add(row)
    await session.flush()


@cache
def _due() -> Select[Any]:
    erasure = table_of(ErasureRow).c
    return select(erasure.person_id).where(erasure.due <= bindparam("now")).order_by(erasure.due)


def _words_of(session: Session, row: DeliveryRow) -> str:
    """Return what a message says, as far as a key opens it; what none opens names nobody."""
    try:
        return str(session.vault.open(row.sealed_message, place=f"delivery.message:{row.id}"))
    except Unsealable:
        return ""


async def _erase_row_by_row(session: Session, person_id: str, now: datetime) -> None:
    person, chat = await people.get(session, person_id), await of_person(session, person_id)
    if person:
        staff = await staff_of(session, person_id)
        await forget_name(session, person.name, staff=staff, now=now)
    if chat:
        await forget_updates(session, chat)
        await session.exec(delete(ChatRow).where(col(ChatRow.id) == chat.id))
    await people.forget(session, person_id)


def _mark(session: Session, person_id: str) -> str:
    return session.vault.mark("erased", person_id)
