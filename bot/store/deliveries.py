"""Deliveries: written when something is to be said, found again, taken back, or too late."""

from collections.abc import Collection
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    func,
    update,
)
from sqlmodel import col, select

from bot.domain.delivery import LIMITS, Class, Delivery, Occasion, Reason, State
from bot.domain.errors import Unsealable
from bot.domain.message import Message, Phrase
from bot.store import ending
from bot.store.db import Session
from bot.store.inserting import add_new
from bot.store.rows import table_of
from bot.store.tables import ChatRow, DeliveryRow

FORGOTTEN = Message(says=Phrase(""))
"""What an old delivery said, once it is emptied."""


async def add(session: Session, delivery: Delivery, *, number: int | None = None) -> bool:
    """Keep a planned delivery, or return False if its occasion has that message already.

    `number` says its place in the order of its chat; without one it comes last.
    """
    found = await session.ask(_place_in_chat(), {"whose": delivery.chat_id})
    shard, last = found.one()
    place = last + 1 if number is None else number
    values = values_of(session, delivery, shard=shard, number=place)
    return await add_new(session, DeliveryRow, values, unique=["plan_id", "day", "slot"])


def values_of(
    session: Session, delivery: Delivery, *, shard: int, number: int
) -> dict[str, object]:
    """Return the columns of a planned delivery, its message sealed."""
    occasion = delivery.occasion
    return {
        "id": delivery.id,
        "chat_id": delivery.chat_id,
        "shard": shard,
        "kind": delivery.kind,
        "state": State.PLANNED,
        "number": number,
        "due": delivery.due,
        "until": delivery.until,
        "sealed_message": session.vault.seal(
            delivery.message.as_plain(), place=_place(delivery.id)
        ),
        "replaces": delivery.replaces,
        "plan_id": occasion.plan_id if occasion else None,
        "day": occasion.day if occasion else None,
        "slot": occasion.slot if occasion else None,
        "copies": 0,
    }


async def get(session: Session, delivery_id: str) -> Delivery | None:
    """Return a delivery."""
    row = await session.row(DeliveryRow, delivery_id)
    return as_delivery(session, row) if row else None


async def reword(session: Session, delivery: Delivery) -> None:
    """Keep other words for a message that was not sent yet."""
    sealed = session.vault.seal(delivery.message.as_plain(), place=_place(delivery.id))
    which = update(DeliveryRow).where(col(DeliveryRow.id) == delivery.id)
    await session.exec(
        which.values(sealed_message=sealed).execution_options(synchronize_session=False)
    )


async def of_occasion(session: Session, occasion: Occasion) -> Delivery | None:
    """Return the delivery of one message of a plan's day."""
    row = (await session.ask(_of_occasion(), vars(occasion))).first()
    return as_delivery(session, row) if row else None


async def withdraw(  # noqa: PLR0913 - each of the last two narrows what is taken back
    session: Session,
    *,
    plan_id: str,
    reason: Reason,
    now: datetime,
    day: date | None = None,
    slots: Collection[str] | None = None,
) -> int:
    """Take back what is planned for a plan, on one day or all, for some slots or all; count it."""
    given = {"plan": plan_id, "on": day, "among": slots}
    values = {name: value for name, value in given.items() if value is not None}
    return await ending.run(session, ending.withdrawing(frozenset(values), reason), now, **values)


async def withdraw_naming(
    session: Session, chat_id: str, id_: str, *, reason: Reason, now: datetime
) -> int:
    """Take back what is told of others in a chat, with a button that names a group or somebody.

    Count it.
    """
    rows = await session.exec(
        select(DeliveryRow).where(
            col(DeliveryRow.chat_id) == chat_id,
            col(DeliveryRow.kind).in_((Class.DIGEST, Class.CONTACT)),
            col(DeliveryRow.state) == State.PLANNED,
        )
    )
    ids = [row.id for row in rows if _names(session, row, id_)]
    if not ids:
        return 0
    which = [col(DeliveryRow.id).in_(ids)]
    return await ending.end(session, which, state=State.SKIPPED, reason=reason, now=now)


async def last_said(session: Session, chat_id: str) -> Delivery | None:
    """Return what was said last in a chat."""
    rows = await session.exec(
        select(DeliveryRow)
        .where(col(DeliveryRow.chat_id) == chat_id, col(DeliveryRow.state) == State.SENT)
        .order_by(col(DeliveryRow.ended_at).desc(), col(DeliveryRow.number).desc())
        .limit(1)
    )
    row = rows.first()
    return as_delivery(session, row) if row else None


async def withdraw_from(session: Session, chat_id: str, *, reason: Reason, now: datetime) -> int:
    """Take back all that is planned in a chat; count it."""
    which = [col(DeliveryRow.chat_id) == chat_id]
    return await ending.end(session, which, state=State.SKIPPED, reason=reason, now=now)


async def was_answered(session: Session, chat_id: str, key: str, *, since: datetime) -> bool:
    """Whether something in a chat was answered with a phrase since a moment."""
    rows = await session.exec(
        select(DeliveryRow).where(
            col(DeliveryRow.chat_id) == chat_id,
            col(DeliveryRow.kind) == Class.REPLY,
            col(DeliveryRow.replaces).is_(None),
            col(DeliveryRow.due) >= since,
        )
    )
    return any(_read(session, row).says.key == key for row in rows.all())


async def reword_about(
    session: Session,
    chat_id: str,
    about: tuple[str, str],
    *,
    keys: Collection[str],
    message: Message,
) -> None:
    """Let what a chat was told of something say only what is so now, as far as it is kept.

    `about` is under which name the buttons carry what it is; `keys` are those of what was told.
    """
    rows = await session.exec(
        select(DeliveryRow)
        .where(col(DeliveryRow.chat_id) == chat_id, col(DeliveryRow.sealed_message) != b"")
        .execution_options(populate_existing=True)
    )
    name, value = about
    for row in rows.all():
        said = _read(session, row)
        if said.says.key in keys and any(one.args.get(name) == value for one in said.buttons):
            row.sealed_message = session.vault.seal(message.as_plain(), place=_place(row.id))
            session.add(row)
    await session.flush()


async def is_changed(session: Session, delivery: Delivery) -> bool:
    """Whether something else was written in the place of a message."""
    found = await session.exec(
        select(DeliveryRow.id)
        .where(
            col(DeliveryRow.chat_id) == delivery.chat_id, col(DeliveryRow.replaces) == delivery.id
        )
        .limit(1)
    )
    return found.first() is not None


async def told_since(session: Session, chat_id: str, *, since: datetime, now: datetime) -> bool:
    """Whether a chat was told anything after a moment."""
    row = select(DeliveryRow.id).where(
        col(DeliveryRow.chat_id) == chat_id,
        col(DeliveryRow.due) > since,
        col(DeliveryRow.due) <= now,
    )
    return (await session.exec(row.limit(1))).first() is not None


async def last_told(session: Session, chat_id: str) -> State | None:
    """Return how the last message ended that came to a chat unasked, or was to; None without one.

    What was held back on purpose does not count.
    """
    tried = (State.SENT, State.FAILED, State.EXPIRED, State.UNCERTAIN)
    found = await session.exec(
        select(DeliveryRow.state)
        .where(
            col(DeliveryRow.chat_id) == chat_id,
            col(DeliveryRow.kind) != Class.REPLY,
            col(DeliveryRow.replaces).is_(None),
            col(DeliveryRow.state).in_(tried),
        )
        .order_by(col(DeliveryRow.ended_at).desc(), col(DeliveryRow.number).desc())
        .limit(1)
    )
    state = found.first()
    return State(state) if state else None


async def replies_to_come(session: Session, chat_id: str, now: datetime) -> int:
    """Count the answers to a chat that are written for a later moment."""
    count = select(func.count()).select_from(DeliveryRow)
    which = [*_replies_to_come(chat_id, now), col(DeliveryRow.state) == State.PLANNED]
    return (await session.exec(count.where(*which))).one()


async def drop_replies_to_come(session: Session, chat_id: str, now: datetime) -> int:
    """Take back the answers to a chat that are written for a later moment; count them."""
    which = _replies_to_come(chat_id, now)
    return await ending.end(session, which, state=State.SKIPPED, reason=Reason.WITHDRAWN, now=now)


async def bring_forward(session: Session, chat_id: str, *, since: datetime, now: datetime) -> None:
    """Let what tells of others, and was to wait in a chat until a moment or later, come now."""
    until = now + LIMITS[Class.DIGEST].lateness
    await session.exec(
        update(DeliveryRow)
        .where(
            col(DeliveryRow.chat_id) == chat_id,
            col(DeliveryRow.kind) == Class.DIGEST,
            col(DeliveryRow.state) == State.PLANNED,
            col(DeliveryRow.plan_id).is_(None),
            col(DeliveryRow.due) >= since,
        )
        .values(due=now, until=until)
        .execution_options(synchronize_session=False)
    )


async def expire(session: Session, now: datetime, *, why: Reason = Reason.LATE) -> int:
    """End what is too late, and what is due in a chat that cannot be reached; count it.

    Of what was tried before, the reason stays why it did not go out then; of the rest it is `why`.
    """
    cut_off = await ending.run(session, ending.cutting_off(), now)
    return cut_off + await ending.run(session, ending.expiring(why), now)


async def next_due(session: Session, *, after: datetime | None = None) -> datetime | None:
    """Return when the next planned delivery is due; with `after`, the next one after that."""
    if after is None:
        found = await session.ask(_first_due())
    else:
        found = await session.ask(_first_due_after(), {"after": after})
    due: datetime | None = found.scalar_one()
    return due


def as_delivery(session: Session, row: Any) -> Delivery:
    """Return the delivery that a row keeps; raise Unsealable or ValueError for a broken one."""
    return Delivery(
        id=row.id,
        chat_id=row.chat_id,
        kind=row.kind,
        message=_message(session, row),
        due=row.due,
        until=row.until,
        state=row.state,
        replaces=row.replaces,
        occasion=_occasion(row),
        copies=row.copies,
        telegram_message=row.telegram_message,
    )


@cache
def _of_occasion() -> Select[Any]:
    delivery = table_of(DeliveryRow)
    names = ("plan_id", "day", "slot")
    return delivery.select().where(*(delivery.c[name] == bindparam(name) for name in names))


@cache
def _first_due() -> Select[Any]:
    delivery = table_of(DeliveryRow).c
    return select(func.min(delivery.due)).where(delivery.state == State.PLANNED)


@cache
def _first_due_after() -> Select[Any]:
    return _first_due().where(table_of(DeliveryRow).c.due > bindparam("after"))


@cache
def _place_in_chat() -> Select[Any]:
    delivery, chat = table_of(DeliveryRow).c, table_of(ChatRow).c
    last = select(func.max(delivery.number)).where(delivery.chat_id == bindparam("whose"))
    columns = select(chat.shard, func.coalesce(last.scalar_subquery(), 0))
    return columns.where(chat.id == bindparam("whose"))


def _names(session: Session, row: DeliveryRow, id_: str) -> bool:
    """Whether a button of a message names a group or somebody; an unreadable one names nobody."""
    buttons = _read(session, row).buttons
    given = [value for button in buttons for value in button.args.values()]
    return any(id_ == value or (isinstance(value, list) and id_ in value) for value in given)


def _read(session: Session, row: DeliveryRow) -> Message:
    """Return what a message says; one that cannot be read says nothing."""
    try:
        return as_delivery(session, row).message
    except (Unsealable, ValueError):
        return FORGOTTEN


def _replies_to_come(chat_id: str, now: datetime) -> list[ColumnElement[bool]]:
    return [
        col(DeliveryRow.chat_id) == chat_id,
        col(DeliveryRow.kind) == Class.REPLY,
        col(DeliveryRow.due) > now,
    ]


def _message(session: Session, row: Any) -> Message:
    if not row.sealed_message:
        return FORGOTTEN
    return Message.from_plain(session.vault.open(row.sealed_message, place=_place(row.id)))


def _occasion(row: Any) -> Occasion | None:
    if row.plan_id is None or row.day is None or row.slot is None:
        return None
    return Occasion(plan_id=row.plan_id, day=row.day, slot=row.slot)


def _place(delivery_id: str) -> str:
    return f"delivery.message:{delivery_id}"
