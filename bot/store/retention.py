"""What is not kept for ever goes, by the rules of `keeping.py`, few rows in a transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Delete,
    Select,
    bindparam,
    delete,
    func,
    text,
    update,
)
from sqlmodel import col, select

from bot.domain.people import Standing
from bot.store.db import Session
from bot.store.keeping import LAST_CONTACT, UNENDED, Aged
from bot.store.rows import table_of
from bot.store.tables import SAYS_SOMETHING, ChatRow, DeliveryRow, PersonRow

EMPTY = b""


async def over_age(session: Session, rule: Aged, now: datetime, *, limit: int) -> Sequence[Any]:
    """Return the keys of up to `limit` rows that are older than a rule lets them be."""
    return (
        (await session.ask(_finding(rule), {"oldest": _oldest(rule, now), "most": limit}))
        .scalars()
        .all()
    )


async def count_over_age(session: Session, rule: Aged, now: datetime) -> int:
    """Count the rows that are older than a rule lets them be."""
    return int((await session.ask(_counting(rule), {"oldest": _oldest(rule, now)})).scalar_one())


async def forget(session: Session, rule: Aged, keys: Sequence[Any], *, now: datetime) -> int:
    """Forget those of these rows that are still too old; return how many."""
    which = {"oldest": _oldest(rule, now), "keys": list(keys)}
    return (await session.ask(_forgetting(rule), which)).rowcount


async def unheard(session: Session, now: datetime, *, limit: int) -> Sequence[str]:
    """Return who was not heard of for as long as anybody may be kept."""
    found: Sequence[str] = (await session.exec(_unheard(now).limit(limit))).all()
    return found


async def is_unheard(session: Session, person_id: str, now: datetime) -> bool:
    """Whether somebody was not heard of for as long as anybody may be kept."""
    found = await session.exec(_unheard(now).where(col(PersonRow.id) == person_id))
    return found.first() is not None


async def empty_messages(session: Session, ended_before: datetime, *, limit: int) -> int:
    """Forget what up to `limit` messages said that ended before a moment; return how many."""
    # The condition is said in the very words of the index, or the whole table would be read.
    old = (
        select(DeliveryRow.id)
        .where(
            col(DeliveryRow.ended_at) < ended_before,
            text(SAYS_SOMETHING),
            col(DeliveryRow.state).not_in(UNENDED),
        )
        .order_by(col(DeliveryRow.ended_at))
        .limit(limit)
    )
    emptied = await session.exec(
        update(DeliveryRow)
        .where(col(DeliveryRow.id).in_(old))
        .values(sealed_message=EMPTY)
        .execution_options(synchronize_session=False)
    )
    return emptied.rowcount


@cache
def _finding(rule: Aged) -> Select[Any]:
    return select(_key(rule)).where(*_is_over(rule)).limit(bindparam("most"))


@cache
def _counting(rule: Aged) -> Select[Any]:
    return select(func.count()).select_from(table_of(rule.row)).where(*_is_over(rule))


@cache
def _forgetting(rule: Aged) -> Delete:
    among = _key(rule).in_(bindparam("keys", expanding=True))
    return delete(table_of(rule.row)).where(among, *_is_over(rule))


def _key(rule: Aged) -> Any:
    [key] = table_of(rule.row).primary_key.columns
    return key


def _oldest(rule: Aged, now: datetime) -> date:
    """Return the moment, or the day, from which on rows stay."""
    before = now - rule.age
    return before.date() if isinstance(_since(rule).type, Date) else before


def _is_over(rule: Aged) -> list[ColumnElement[bool]]:
    over = [_since(rule) < bindparam("oldest")]
    return over if rule.only is None else [*over, rule.only]


def _since(rule: Aged) -> Any:
    return table_of(rule.row).columns[rule.since]


def _unheard(now: datetime) -> Any:
    heard = func.coalesce(col(ChatRow.heard_at), col(PersonRow.created_at))
    people = select(PersonRow.id).join(
        ChatRow, col(ChatRow.person_id) == col(PersonRow.id), isouter=True
    )
    return people.where(col(PersonRow.standing) != Standing.ENROLLING, heard < now - LAST_CONTACT)
