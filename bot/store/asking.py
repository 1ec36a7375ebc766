"""What sending asks again about many messages at once: who is paused, what is still agreed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, partial
from typing import Any, TypeVar

import structlog
from sqlalchemy import Select, bindparam, or_, tuple_
from sqlmodel import col, select

from bot.domain.delivery import Class, Delivery
from bot.domain.errors import Unsealable
from bot.domain.people import Chat, Standing
from bot.domain.plan import Plan
from bot.domain.sharing import Purpose
from bot.domain.wakeup import MorningState, Nudged
from bot.store.chats import as_chat
from bot.store.db import Session
from bot.store.plans import as_plan
from bot.store.rows import among_keys, table_of
from bot.store.tables import ChatRow, ConsentRow, DeliveryRow, MorningRow, PersonRow, PlanRow
from bot.store.told import Told, told_in
from bot.store.unasked import Unasked, unasked_in
from bot.store.wakings import nudged_in, nudges_of
from bot.store.weekly import said_in

Value = TypeVar("Value")

TOLD = frozenset({Class.DIGEST, Class.CONTACT})
"""What tells of others."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What stands at one moment, by id; a chat or plan that is there and cannot be read is None.

    `paused` are all who asked for silence, `leaving` those of them who are on the way out; neither
    these nor `consents` are looked up of whoever is only replied to. `edited` holds the Telegram
    number of each message that is to be changed, if it has one, `unasked` what is known of each
    chat in which something is to be said unasked, `told` of each in which somebody is told what
    others did, `reminded` the chats in which the weekly line was said, `nudged` until when somebody
    who is told something there is being woken up.
    """

    chats: Mapping[str, Chat | None]
    plans: Mapping[str, Plan | None]
    mornings: Mapping[tuple[str, date], MorningState]
    paused: AbstractSet[str]
    leaving: AbstractSet[str]
    consents: AbstractSet[tuple[str, Purpose]]
    nudges: Mapping[str, Sequence[Nudged]]
    edited: Mapping[str, int]
    unasked: Mapping[str, Unasked] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)
    reminded: AbstractSet[str] = frozenset()
    nudged: Mapping[str, datetime] = field(default_factory=dict)


async def facts_about(session: Session, several: Sequence[Delivery], now: datetime) -> Facts:
    """Return what must be known before these messages go out."""
    occasions = {one.occasion for one in several if one.occasion}
    chats = await _chats(session, {one.chat_id for one in several})
    unasked = await unasked_in(session, several, now)
    coming = [one.occasion for about in unasked.values() for one in about.coming if one.occasion]
    plans = await _plans(session, {one.plan_id for one in (*occasions, *coming)})
    owners = {plan.person_id for plan in plans.values() if plan}
    # A reply answers what somebody just did, paused or not, whatever they agreed to.
    told = {one.chat_id for one in several if one.kind is not Class.REPLY}
    people = owners | {
        chat.person_id for chat in chats.values() if chat and chat.person_id and chat.id in told
    }
    silent = await _silent(session, people, now)
    return Facts(
        chats=chats,
        plans=plans,
        mornings=await _mornings(session, {(one.plan_id, one.day) for one in occasions}),
        paused=silent.keys(),
        leaving={id_ for id_, standing in silent.items() if standing is Standing.LEAVING},
        consents=await _consents(session, people),
        reminded=await said_in(session, unasked.keys(), now),
        told=await told_in(session, {one.chat_id for one in several if one.kind in TOLD}),
        nudges=await nudges_of(session, owners, {one.day for one in occasions}),
        edited=await _edited(session, several),
        unasked=unasked,
        nudged=await nudged_in(session, {one.chat_id for one in several if _may_wait(one)}, now),
    )


def _may_wait(delivery: Delivery) -> bool:
    """Whether it tells of others, but answers nothing that somebody did."""
    return delivery.kind is Class.DIGEST and not delivery.replaces and not delivery.occasion


async def _chats(session: Session, ids: Collection[str]) -> Mapping[str, Chat | None]:
    rows = await _rows(session, ChatRow, ids)
    return {row.id: _readable(row, partial(as_chat, session)) for row in rows}


async def _plans(session: Session, ids: Collection[str]) -> Mapping[str, Plan | None]:
    if not ids:
        return {}
    rows = await _rows(session, PlanRow, ids)
    return {row.id: _readable(row, partial(as_plan, session)) for row in rows}


async def _mornings(
    session: Session, which: Collection[tuple[str, date]]
) -> Mapping[tuple[str, date], MorningState]:
    if not which:
        return {}
    day = tuple_(col(MorningRow.plan_id), col(MorningRow.day))
    columns = select(col(MorningRow.plan_id), col(MorningRow.day), col(MorningRow.state))
    rows = await session.exec(columns.where(day.in_(which)))
    return {(plan_id, day): state for plan_id, day, state in rows}


async def _silent(session: Session, ids: Collection[str], now: datetime) -> Mapping[str, Standing]:
    """Return who asked for silence, and how far each is in."""
    if not ids:
        return {}
    is_silent = or_(col(PersonRow.paused_until) > now, col(PersonRow.standing) == Standing.LEAVING)
    columns = select(col(PersonRow.id), col(PersonRow.standing))
    rows = await session.exec(columns.where(col(PersonRow.id).in_(ids), is_silent))
    return dict(rows.all())


async def _consents(session: Session, people: Collection[str]) -> AbstractSet[tuple[str, Purpose]]:
    if not people:
        return frozenset()
    rows = await session.exec(
        select(col(ConsentRow.person_id), col(ConsentRow.purpose)).where(
            col(ConsentRow.person_id).in_(people),
            col(ConsentRow.withdrawn_at).is_(None),
            col(ConsentRow.replaced_at).is_(None),
        )
    )
    return frozenset((person_id, purpose) for person_id, purpose in rows)


async def _edited(session: Session, several: Sequence[Delivery]) -> Mapping[str, int]:
    chat_of = {one.replaces: one.chat_id for one in several if one.replaces}
    if not chat_of:
        return {}
    rows = await session.ask(_numbers(), {"which": list(chat_of)})
    return {id_: number for id_, chat_id, number in rows if number and chat_of[id_] == chat_id}


async def _rows(
    session: Session, table: type[ChatRow | PlanRow], ids: Collection[str]
) -> Sequence[Any]:
    """Return plain rows: nothing is written to them, and they come at half the cost of objects."""
    return (await session.ask(among_keys(table), {"keys": ids})).all()


@cache
def _numbers() -> Select[Any]:
    delivery = table_of(DeliveryRow).c
    which = delivery.id.in_(bindparam("which", expanding=True))
    return select(delivery.id, delivery.chat_id, delivery.telegram_message).where(which)


def _readable(row: Any, read: Callable[[Any], Value]) -> Value | None:
    try:
        return read(row)
    except (Unsealable, ValueError, KeyError, TypeError):
        log.exception("row_malformed", row=row.id)
        return None
