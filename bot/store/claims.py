"""Claims: who sends what is due, and what came of it.

A claim is one conditional update that leaves an owner and a lease; whatever is recorded later is
conditional on that owner, so that whoever was held up too long changes nothing any more.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import structlog
from sqlalchemy import (
    ARRAY,
    BigInteger,
    String,
    Update,
    any_,
    bindparam,
    column,
    func,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import col, select

from bot.domain.delivery import (
    LEASE,
    NEVER_SENT,
    Delivery,
    Reason,
    State,
    Verdict,
    failed,
    may_repeat,
)
from bot.domain.errors import Unsealable
from bot.domain.people import ChatKind
from bot.store import carried, chats, windows
from bot.store.db import Session
from bot.store.deliveries import as_delivery
from bot.store.ending import state_alone
from bot.store.rows import table_of
from bot.store.tables import ChatRow, DeliveryRow
from bot.store.turns import Look, in_line, order

_SPARE = 3
"""How many times as many are looked at as are wanted, where several may be taking at once."""

_RECEIPT: Mapping[str, Any] = {"delivery_id": String(), "by": String(), "message": BigInteger()}
"""What a receipt says, under the names that it has in a statement."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Claimant:
    """Who takes deliveries, and when: `now` says what is due, `steady` times leases and rests."""

    owner: str
    now: datetime
    steady: datetime


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """That Telegram took a delivery, under which number, and who was sending it."""

    delivery_id: str
    owner: str
    telegram_message: int


async def claim(
    session: Session,
    by: Claimant,
    *,
    limit: int,
    shards: Collection[int] | None = None,
    rests: Mapping[ChatKind, timedelta] | None = None,
) -> Sequence[Delivery]:
    """Take up to `limit` deliveries that are due, at most one a chat, the most urgent first.

    `shards` are those to look at, which nobody else drains, None for all; `rests` how long a chat
    is left alone after each message. A row that cannot be read ends as malformed, and the others
    go on.
    """
    look = Look(
        now=by.now,
        steady=by.steady,
        rested={kind: by.now - (rests or {}).get(kind, timedelta()) for kind in ChatKind},
        limit=limit if session.is_local or shards is not None else limit * _SPARE,
        shards=None if shards is None else sorted(shards),
    )
    found = await session.ask(in_line(by_shard=shards is not None), look.values())
    ids = [id_ for (id_,) in found]
    if not ids:
        return []
    taking = {
        "ids": ids,
        "limit": limit,
        "by": by.owner,
        "lease_end": by.steady + LEASE,
    }
    try:
        # Where one process alone writes, nobody else can have begun with one of these chats.
        async with nullcontext() if session.is_local else session.begin_nested():
            rows = list(await session.ask(_take(is_local=session.is_local), taking))
    except IntegrityError:
        # Another worker began to write to one of these chats at this very moment.
        return []
    rows.sort(key=lambda row: ids.index(row.id))
    return [one for row in rows if (one := await _read(session, row, by))]


async def record_sent(session: Session, receipts: Sequence[Receipt], now: datetime) -> int:
    """Note what Telegram took; return how many of these were still ours."""
    if session.is_local:
        each = [_as_values(one) | {"at": now} for one in receipts]
        return (await session.ask(_noting_each(), each)).rowcount
    columns = {name: [_as_values(one)[name] for one in receipts] for name in _RECEIPT}
    return (await session.ask(_noting_all(), columns | {"at": now})).rowcount


async def record_verdict(
    session: Session, delivery: Delivery, by: Claimant, *, verdict: Verdict
) -> bool:
    """Note what came of it, with the delivery's `copies`; return False if it was not ours any more.

    The chat rests as long as the verdict says, or is marked as not reachable.
    """
    ended = None if verdict.state is State.PLANNED else by.now
    was_ours = await _record(
        session,
        delivery.id,
        by,
        state=verdict.state,
        reason=verdict.reason,
        copies=delivery.copies,
        ended_at=ended,
    )
    if was_ours and verdict.reason is Reason.SLOWED:
        await windows.note(session, delivery.chat_id, by.now, window=verdict.rest)
    if was_ours and verdict.rest:
        await hold(session, delivery.chat_id, by.steady + verdict.rest)
    if was_ours and verdict.chat_gone:
        await chats.set_reachable(session, delivery.chat_id, reachable=False)
    return was_ours


async def put_off(session: Session, delivery: Delivery, by: Claimant) -> bool:
    """Plan a delivery again for when it is due now; return False if it was not ours any more."""
    return await _record(
        session,
        delivery.id,
        by,
        state=State.PLANNED,
        reason=Reason.CLOSED,
        due=delivery.due,
        until=delivery.until,
    )


async def record_move(
    session: Session, delivery: Delivery, by: Claimant, *, telegram_id: int
) -> bool:
    """Note that the group goes on under another Telegram id, where this is then sent.

    Where that group is known already, this chat is one that cannot be reached any more.
    """
    mark = chats.mark_of(session, telegram_id)
    known = await session.exec(select(ChatRow.id).where(col(ChatRow.telegram_mark) == mark))
    if known.first() is not None:
        lost = failed(Reason.UNREACHABLE, copies=delivery.copies)
        verdict = replace(lost, chat_gone=True)
        return await record_verdict(session, delivery, by, verdict=verdict)
    await chats.move(session, delivery.chat_id, telegram_id)
    return await _record(session, delivery.id, by, state=State.PLANNED)


async def hold(session: Session, chat_id: str, until: datetime) -> None:
    """Let a chat rest until a steady moment."""
    await session.exec(
        update(ChatRow)
        .where(col(ChatRow.id) == chat_id)
        .values(hold_until=until)
        .execution_options(synchronize_session=False)
    )


async def next_lease_end(session: Session) -> datetime | None:
    """Return the steady moment at which the next lease is over."""
    found = await session.exec(
        select(func.min(col(DeliveryRow.lease_until))).where(
            col(DeliveryRow.state) == State.SENDING
        )
    )
    return found.one()


async def recover(
    session: Session, *, now: datetime, steady: datetime, everything: bool = False
) -> int:
    """Take back what nobody finished: leases that are over, or all; count it.

    The attempt may have arrived, so it counts as a copy. What may have another one is planned
    again; the rest ends as uncertain.
    """
    unfinished = select(DeliveryRow).where(col(DeliveryRow.state) == State.SENDING)
    if not everything:
        unfinished = unfinished.where(col(DeliveryRow.lease_until) <= steady)
    rows = (await session.exec(unfinished.execution_options(populate_existing=True))).all()
    taken_back = [_taken_back(row, now) for row in rows]
    return (await session.ask(_taking_back(), taken_back)).rowcount if taken_back else 0


# What every message asks is put together once: that takes longer than to run it.


@cache
def _noting_each() -> Update:
    return _noting_sent(*(bindparam(name, type_=type_) for name, type_ in _RECEIPT.items()))


@cache
def _noting_all() -> Update:
    """Note several at once, given column by column: one way to the server instead of many."""
    columns = [bindparam(name, type_=ARRAY(type_)) for name, type_ in _RECEIPT.items()]
    each = (
        func.unnest(*columns)
        .table_valued(*(column(*one) for one in _RECEIPT.items()))
        .render_derived()
    )
    return _noting_sent(*each.c)


def _noting_sent(delivery_id: Any, owner: Any, message: Any) -> Update:
    return (
        update(DeliveryRow)
        .where(
            col(DeliveryRow.id) == delivery_id,
            state_alone() == State.SENDING.value,
            col(DeliveryRow.owner) == owner,
        )
        .values(
            state=State.SENT,
            copies=col(DeliveryRow.copies) + 1,
            telegram_message=message,
            ended_at=bindparam("at"),
            owner=None,
            lease_until=None,
        )
    )


def _as_values(one: Receipt) -> dict[str, Any]:
    return dict(zip(_RECEIPT, (one.delivery_id, one.owner, one.telegram_message), strict=True))


@cache
def _taking_back() -> Update:
    return (
        update(DeliveryRow)
        .where(
            col(DeliveryRow.id) == bindparam("delivery_id"),
            col(DeliveryRow.state) == State.SENDING,
            col(DeliveryRow.owner) == bindparam("by"),
        )
        .values(
            state=bindparam("then"),
            reason=bindparam("why"),
            copies=bindparam("attempts"),
            ended_at=bindparam("at"),
            owner=None,
            lease_until=None,
        )
    )


@cache
def _take(*, is_local: bool) -> ReturningUpdate[Any]:
    id_, state = col(DeliveryRow.id), state_alone()
    # An array leaves the statement the same for any number of ids, and PostgreSQL knows it already.
    is_found = (
        id_.in_(bindparam("ids", expanding=True))
        if is_local
        else id_ == any_(bindparam("ids", type_=ARRAY(String)))
    )
    # Those that somebody else is taking at this moment are passed over. In a subquery without a
    # name PostgreSQL may look for free ones again and again, and take more than the limit.
    free = (
        select(col(DeliveryRow.id))
        .where(is_found, state == State.PLANNED.value)
        .order_by(*order())
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True)
        .cte("free")
    )
    return (
        update(DeliveryRow)
        .where(col(DeliveryRow.id).in_(select(free.c.id)), state == State.PLANNED.value)
        .values(state=State.SENDING, owner=bindparam("by"), lease_until=bindparam("lease_end"))
        .returning(table_of(DeliveryRow))
    )


async def _read(session: Session, row: Any, by: Claimant) -> Delivery | None:
    try:
        return as_delivery(session, row)
    except (Unsealable, ValueError):
        log.exception("delivery_malformed", delivery=row.id)
        ended = failed(Reason.MALFORMED, copies=row.copies)
        await _record(session, row.id, by, state=ended.state, reason=ended.reason, ended_at=by.now)
        return None


def _taken_back(row: DeliveryRow, now: datetime) -> Mapping[str, Any]:
    copies = row.copies + 1
    again = may_repeat(row.kind, copies=copies, now=now, until=row.until)
    return {
        "delivery_id": row.id,
        "by": row.owner or "",
        "then": State.PLANNED if again else State.UNCERTAIN,
        "why": row.reason if again else Reason.UNKNOWN,
        "attempts": copies,
        "at": row.ended_at if again else now,
    }


async def _record(session: Session, delivery_id: str, by: Claimant, **values: object) -> bool:
    done = await session.exec(
        update(DeliveryRow)
        .where(
            col(DeliveryRow.id) == delivery_id,
            col(DeliveryRow.state) == State.SENDING,
            col(DeliveryRow.owner) == by.owner,
        )
        .values(owner=None, lease_until=None, **values)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount and values["state"] in NEVER_SENT:
        await carried.set_free(session, [delivery_id], by.now)
    return done.rowcount > 0
