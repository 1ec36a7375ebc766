"""Whose turn it is: the messages that may go out now, the most urgent of each chat."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    case,
    false,
    func,
    literal_column,
    null,
    or_,
    select,
    tuple_,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.domain.delivery import LIMITS, Class, State
from bot.domain.people import ChatKind
from bot.store.chats import SHARDS
from bot.store.db import Session
from bot.store.tables import ChatRow, DeliveryRow
from bot.store.types import Moment

PLANNED: ColumnElement[str] = literal_column(f"'{State.PLANNED}'")
SENDING: ColumnElement[str] = literal_column(f"'{State.SENDING}'")
"""Written out, so that the indexes over the rows in one state are used."""

FOUND: ColumnElement[int] = literal_column("1")
"""What is selected where it only matters whether there is something."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """What is asked: `rested` says since when a chat of a kind must have been left alone."""

    now: datetime
    steady: datetime
    rested: dict[ChatKind, datetime]
    limit: int
    shards: Sequence[int] | None = None

    def values(self) -> dict[str, Any]:
        """Return what stands for this in the statement."""
        return {
            "now": self.now,
            "steady": self.steady,
            "person_rested": self.rested[ChatKind.PRIVATE],
            "group_rested": self.rested[ChatKind.GROUP],
            "limit": self.limit,
        } | ({} if self.shards is None else {"shards": _marks(self.shards)})


@cache
def in_line(*, by_shard: bool) -> Select[Any]:
    """Return the statement that finds the ids of the next messages, the most urgent first.

    One message a chat. Chats that rest, cannot be reached or are being written to are left out.
    """
    # Each class is looked up by itself: so the index gives its rows in order, and only as many
    # are read as are wanted, however many wait.
    arms = [_of_class(kind, by_shard=by_shard).subquery() for kind in Class]
    line = union_all(*(select(arm) for arm in arms)).subquery()
    return (
        select(line.c.id)
        .order_by(line.c.turn, line.c.due, line.c.number, line.c.id)
        .limit(bindparam("limit"))
    )


async def somebody_waits(
    session: Session, now: datetime, steady: datetime, *, shards: Collection[int] | None = None
) -> bool:
    """Whether something is due in a chat that does not rest; in these shards, or anywhere."""
    due = _waiting(by_shard=shards is not None).limit(1)
    asked = {"now": now, "steady": steady} | ({} if shards is None else {"shards": _marks(shards)})
    return (await session.ask(due, asked)).first() is not None


async def shards_waiting(
    session: Session, now: datetime, steady: datetime, *, shards: Collection[int]
) -> AbstractSet[int]:
    """Return those of these shards in which something is due, in a chat that does not rest."""
    due = _waiting(by_shard=True).distinct()
    asked = {"now": now, "steady": steady, "shards": _marks(shards)}
    return {shard for (shard,) in await session.ask(due, asked)}


@cache
def _waiting(*, by_shard: bool) -> Select[int]:
    return (
        select(col(DeliveryRow.shard))
        .join(ChatRow, col(ChatRow.id) == col(DeliveryRow.chat_id))
        .where(
            *_may_go(DeliveryRow), *_can_be_written_to(), *([_is_in_shards()] if by_shard else [])
        )
    )


def order() -> tuple[Any, ...]:
    """By class; then replies in the order they were written, whatever the clock did meanwhile."""
    kind = col(DeliveryRow.kind)
    turn = case({one: limits.turn for one, limits in LIMITS.items()}, value=kind)
    due = case((kind == Class.REPLY, null()), else_=col(DeliveryRow.due))
    return turn, due, col(DeliveryRow.number), col(DeliveryRow.id)


def _of_class(kind: Class, *, by_shard: bool) -> Select[str, int, datetime, int]:
    is_ours = [_is_in_shards()] if by_shard else []
    turn: ColumnElement[int] = literal_column(str(LIMITS[kind].turn))
    one = DeliveryRow
    return (
        select(col(one.id), turn.label("turn"), col(one.due), col(one.number))
        .join(ChatRow, col(ChatRow.id) == col(one.chat_id))
        .where(
            *_may_go(one),
            col(one.kind) == literal_column(f"'{kind}'"),
            *is_ours,
            _more_urgent(kind).is_distinct_from(FOUND),
            ~_being_sent(),
            _just_sent().is_distinct_from(FOUND),
            *_can_be_written_to(),
        )
        .order_by(col(one.due))
        .limit(bindparam("limit"))
    )


def _marks(shards: Collection[int]) -> str:
    """Return a mark for each shard there is, whether it is one of these.

    So the statement is the same however many there are, and the database learns it once.
    """
    return "".join(str(int(shard in shards)) for shard in range(SHARDS))


def _is_in_shards() -> ColumnElement[bool]:
    marks = bindparam("shards", type_=String())
    return func.substr(marks, col(DeliveryRow.shard) + 1, 1) != literal_column("'0'")


def _may_go(row: type[DeliveryRow]) -> tuple[ColumnElement[bool], ...]:
    return (
        col(row.state) == PLANNED,
        col(row.due) <= _moment("now"),
        col(row.until) > _moment("now"),
    )


def _can_be_written_to() -> tuple[ColumnElement[bool], ...]:
    hold = col(ChatRow.hold_until)
    return col(ChatRow.reachable).is_(True), or_(hold.is_(None), hold <= _moment("steady"))


def _more_urgent(kind: Class) -> Any:
    """Whether something else in the same chat comes first."""
    one, other = DeliveryRow, aliased(DeliveryRow)
    turn = LIMITS[kind].turn
    before = [each for each in Class if LIMITS[each].turn < turn]
    beside = [each for each in Class if LIMITS[each].turn == turn]
    first = [other.number, other.id], [one.number, one.id]
    if kind is not Class.REPLY:
        first = [other.due, *first[0]], [one.due, *first[1]]
    comes_first = or_(
        _is_one_of(other, before),
        and_(_is_one_of(other, beside), tuple_(*first[0]) < tuple_(*first[1])),
    )
    may_go = case(
        (col(other.due) > _moment("now"), false()),
        (col(other.until) <= _moment("now"), false()),
        else_=comes_first,
    )
    return _in_the_same_chat(other, col(other.state) == PLANNED, may_go)


def _is_one_of(row: type[DeliveryRow], kinds: Sequence[Class]) -> ColumnElement[bool]:
    return or_(false(), *(col(row.kind) == literal_column(f"'{kind}'") for kind in kinds))


def _being_sent() -> Any:
    """Whether something is being sent to the chat: few are at any moment, found once for all."""
    other = aliased(DeliveryRow)
    busy = select(col(other.chat_id)).where(col(other.state) == SENDING)
    return col(DeliveryRow.chat_id).in_(busy)


def _just_sent() -> Any:
    """Whether the chat had a message so lately that Telegram wants the next one to wait."""
    other = aliased(DeliveryRow)
    rested = case(
        (col(ChatRow.kind) == ChatKind.GROUP, _moment("group_rested")),
        else_=_moment("person_rested"),
    )
    return _in_the_same_chat(
        other,
        col(other.ended_at) > rested,
        # What the clock says was sent later than now was sent before the clock was set back.
        col(other.ended_at) <= _moment("now"),
        type_coerce(col(other.state), String).concat("") == literal_column(f"'{State.SENT}'"),
    )


def _in_the_same_chat(other: type[DeliveryRow], *conditions: ColumnElement[bool]) -> Any:
    """Whether there is another message like that in the chat.

    PostgreSQL believes that next to nothing is due or was just sent, for it counts seldom: left to
    choose, it goes through all that is, once for each message. A value, unlike EXISTS, is looked up
    one chat after the other, what stands in an expression by no index; and that a value differs
    from another is held for likely, so that it goes along an index until it has found enough.
    """
    same_chat = col(other.chat_id) == col(DeliveryRow.chat_id)
    return select(FOUND).where(same_chat, *conditions).limit(FOUND).scalar_subquery()


def _moment(name: str) -> Any:
    return bindparam(name, type_=Moment())
