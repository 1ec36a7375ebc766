"""What people were told unasked, and what else is about to be: for many chats in one query."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Select, and_, select, union_all
from sqlmodel import col

from bot.domain.budget import LONGEST_DAY, SLOTS, TOGETHER, Lately
from bot.domain.delivery import Delivery, State
from bot.domain.errors import UnknownZone, Unsealable
from bot.domain.schedule import zone
from bot.store.db import Session
from bot.store.deliveries import as_delivery
from bot.store.rows import table_of
from bot.store.tables import ChatRow, DeliveryRow, PersonRow
from bot.store.wishes import WishesRow, as_wishes

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Unasked:
    """What is known of a chat: its person's wishes, what they were told today, what is coming.

    `said` tells by id when each message went out, or may have; `coming` is in the order
    in which it would go out.
    """

    lately: Lately
    said: Mapping[str, datetime]
    coming: Sequence[Delivery]

    def before(self, delivery: Delivery) -> Lately:
        """Return what is known when a message is about to go out, itself left out."""
        others = tuple(at for id_, at in self.said.items() if id_ != delivery.id)
        return replace(self.lately, said=others)


async def unasked_in(
    session: Session, several: Sequence[Delivery], now: datetime
) -> Mapping[str, Unasked]:
    """Return what is known of the chats in which something is to be said unasked.

    A chat of which a row cannot be read is not among them.
    """
    chats = {one.chat_id for one in several if one.occasion and one.occasion.slot in SLOTS}
    if not chats:
        return {}
    rows = defaultdict(list)
    for row in await session.ask(_query(chats, now)):
        rows[row.whose].append(row)
    found = {chat_id: _unasked(session, of_chat, now) for chat_id, of_chat in rows.items()}
    return {chat_id: one for chat_id, one in found.items() if one}


def _query(chats: Collection[str], now: datetime) -> Select[Any]:
    messages = union_all(*_messages(chats, now)).subquery()
    wishes, person = table_of(WishesRow).c, table_of(PersonRow).c
    return (
        select(
            col(ChatRow.id).label("whose"),
            col(ChatRow.heard_at),
            person["zone"],
            *wishes["said", "gentle_until", "resting_since"],
            *messages.c,
        )
        .select_from(ChatRow)
        .join(PersonRow, col(PersonRow.id) == col(ChatRow.person_id))
        .join(WishesRow, col(WishesRow.person_id) == col(PersonRow.id), isouter=True)
        .join(messages, messages.c.chat_id == col(ChatRow.id), isouter=True)
        .where(col(ChatRow.id).in_(chats))
    )


def _messages(chats: Collection[str], now: datetime) -> Iterator[Select[Any]]:
    """Yield what ended today, and what is to end soon: each is a walk along an index of a chat."""
    which = (
        col(DeliveryRow.ended_at) > now - LONGEST_DAY,
        and_(
            col(DeliveryRow.state).in_([State.PLANNED, State.SENDING]),
            col(DeliveryRow.due) <= now + TOGETHER,
        ),
    )
    for one in which:
        here = col(DeliveryRow.chat_id).in_(chats), col(DeliveryRow.slot).in_(SLOTS)
        yield select(*table_of(DeliveryRow).c).where(*here, one)


def _unasked(session: Session, rows: Sequence[Any], now: datetime) -> Unasked | None:
    first = rows[0]
    messages = sorted(
        (row for row in rows if row.id), key=lambda row: (row.due, row.number, row.id)
    )
    try:
        lately = Lately(
            wishes=as_wishes(first),
            zone=zone(first.zone),
            resting=first.resting_since is not None and first.heard_at <= first.resting_since,
        )
        coming = [as_delivery(session, row) for row in messages if _is_coming(row, now)]
    except (UnknownZone, Unsealable, ValueError):
        log.exception("unasked_malformed", chat=first.whose)
        return None
    return Unasked(
        lately=lately,
        said={row.id: row.ended_at or now for row in messages if _was_said(row)},
        coming=coming,
    )


def _is_coming(row: Any, now: datetime) -> bool:
    return row.state is State.PLANNED and not row.copies and now < row.until


def _was_said(row: Any) -> bool:
    """Whether a message reached somebody, or may have: one being sent counts from now."""
    if row.state is State.PLANNED:
        return bool(row.copies)
    return row.state in {State.SENDING, State.SENT, State.UNCERTAIN}
