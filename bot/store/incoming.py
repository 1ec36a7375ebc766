"""The updates that Telegram gave us: kept once, handled once, set aside when they cannot be."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, func, literal_column, update
from sqlmodel import col, select

from bot.domain.errors import HeldByAnother, Unsealable
from bot.domain.update import Line, Update, UpdateState, number_in
from bot.store.db import Session
from bot.store.inserting import add_all_new, add_new
from bot.store.rows import table_of
from bot.store.tables import UpdateRow

# Written out, so that the index over what waits is used.
_IS_WAITING = col(UpdateRow.state) == literal_column(f"'{UpdateState.WAITING}'")

NUMBERS_LAST = timedelta(days=3)
"""How long a number is known: after a week without updates Telegram may begin anywhere."""


async def add_all(session: Session, updates: Sequence[Update], now: datetime) -> Sequence[Update]:
    """Keep updates, each once under its number; return those that were not given to us before."""
    several: dict[int, Update] = {}
    for one in updates:
        several.setdefault(one.number, one)
    rows = [
        {
            **_new_row(one, now),
            "state": UpdateState.WAITING,
            "sealed_raw": session.vault.seal(one.raw, place=_place(one.id)),
        }
        for one in several.values()
    ]
    new = await add_all_new(session, UpdateRow, rows, unique="number")
    return [one for one in several.values() if one.number in new]


async def add_handled(session: Session, update: Update, now: datetime) -> bool:
    """Keep the number of an update that this transaction handles; False if it came before."""
    row = {**_new_row(update, now), "state": UpdateState.HANDLED, "sealed_raw": None}
    return await add_new(session, UpdateRow, row, unique=["number"])


def is_known(received_at: datetime, now: datetime) -> bool:
    """Whether the number of an update that was received at a moment still counts."""
    return received_at > now - NUMBERS_LAST


async def last_number(session: Session, now: datetime) -> int | None:
    """Return the highest number that was received lately, or None if none was."""
    found = await session.exec(
        select(func.max(col(UpdateRow.number))).where(
            col(UpdateRow.received_at) > now - NUMBERS_LAST
        )
    )
    return found.one()


async def waiting(session: Session) -> Sequence[Line]:
    """Return what is not handled yet of each chat, the chat that has waited longest first."""
    first, last = func.min(col(UpdateRow.number)), func.max(col(UpdateRow.number))
    found = await session.exec(
        select(UpdateRow.chat_key, first, last, func.count())
        .where(_IS_WAITING)
        .group_by(col(UpdateRow.chat_key))
        .order_by(first)
    )
    return [
        Line(chat_key=key, first=first or 0, last=last or 0, length=length)
        for key, first, last, length in found
    ]


async def oldest(session: Session, chat_key: str) -> Update | None:
    """Return the update of a chat that is next; until this transaction ends, nobody else gets it.

    Raises HeldByAnother while another is at it: to wait here would be to wait for as long as a
    machine stands still. What does not open is set aside.
    """
    while True:
        row = (await session.ask(_held(), {"whose": chat_key})).first()
        if row is None:
            if (await session.ask(_first(), {"whose": chat_key})).scalar_one() is None:
                return None
            raise HeldByAnother
        update_ = await _read(session, row, chat_key)
        if update_ is not None:
            return update_


async def handled(session: Session, update_id: str) -> bool:
    """Mark an update as handled and forget what it said; return False if it was not waiting."""
    done = await session.ask(_handling(), {"which": update_id})
    return bool(done.rowcount)


async def set_aside(session: Session, update_id: str, trace: str) -> bool:
    """Mark an update as one that cannot be handled; what it said stays, sealed."""
    done = await session.ask(_setting_aside(), {"which": update_id, "trace": trace})
    return bool(done.rowcount)


async def forget_numbers(session: Session, now: datetime) -> int:
    """Forget what was handled and can come no second time, and the numbers of what was set aside.

    Return how many rows that concerned.
    """
    old = [col(UpdateRow.received_at) <= now - NUMBERS_LAST]
    gone = await session.exec(
        delete(UpdateRow)
        .where(col(UpdateRow.state) == UpdateState.HANDLED, *old)
        .execution_options(synchronize_session=False)
    )
    freed = await session.exec(
        update(UpdateRow)
        .where(col(UpdateRow.state) == UpdateState.DEAD, col(UpdateRow.number).is_not(None), *old)
        .values(number=None)
        .execution_options(synchronize_session=False)
    )
    return gone.rowcount + freed.rowcount


async def forget_set_aside(session: Session, before: datetime) -> int:
    """Forget what was set aside before a moment; return how many that were."""
    gone = await session.exec(
        delete(UpdateRow)
        .where(col(UpdateRow.state) == UpdateState.DEAD, col(UpdateRow.received_at) < before)
        .execution_options(synchronize_session=False)
    )
    return gone.rowcount


@cache
def _handling() -> Any:
    which = update(UpdateRow).where(col(UpdateRow.id) == bindparam("which"), _IS_WAITING)
    return which.values(state=UpdateState.HANDLED, sealed_raw=None)


@cache
def _setting_aside() -> Any:
    # Its trace is what is given beside it.
    row = table_of(UpdateRow)
    which = row.update().where(row.c.id == bindparam("which"), _IS_WAITING)
    return which.values(state=UpdateState.DEAD)


@cache
def _first() -> Any:
    numbers = select(func.min(col(UpdateRow.number)))
    return numbers.where(col(UpdateRow.chat_key) == bindparam("whose"), _IS_WAITING)


@cache
def _held() -> Any:
    columns = select(col(UpdateRow.id), col(UpdateRow.number), col(UpdateRow.sealed_raw))
    first = _first().correlate(None).scalar_subquery()
    which = columns.where(col(UpdateRow.number) == first, _IS_WAITING)
    return which.with_for_update(skip_locked=True)


async def _read(session: Session, row: Any, chat_key: str) -> Update | None:
    try:
        raw = session.vault.open(row.sealed_raw or b"", place=_place(row.id))
    except Unsealable:
        await set_aside(session, row.id, Unsealable.__name__)
        return None
    return Update(id=row.id, number=row.number, chat_key=chat_key, raw=raw)


def _new_row(new: Update, now: datetime) -> dict[str, Any]:
    return {
        "id": new.id,
        "number": new.number,
        "chat_key": new.chat_key,
        "telegram_message": _message_of(new.raw),
        "received_at": now,
    }


def _message_of(raw: Any) -> int | None:
    """Return the Telegram number of the message that an update brings, if it brings one."""
    message = raw.get("message") if isinstance(raw, dict) else None
    return number_in(message.get("message_id")) if isinstance(message, dict) else None


def _place(update_id: str) -> str:
    return f"incoming.raw:{update_id}"
