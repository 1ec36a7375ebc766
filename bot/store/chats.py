"""The chats: found by a keyed mark of their Telegram id, which itself is sealed."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Select, bindparam, delete, update
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import col, select

from bot.domain.people import Chat, ChatKind, Voice
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.inserting import add_new
from bot.store.rows import table_of
from bot.store.tables import ChatRow, DeliveryRow, QuestionRow

SHARDS = 64


async def hear(
    session: Session, telegram_id: int, kind: ChatKind, *, voice: Voice, now: datetime
) -> Chat:
    """Return the chat that is heard from now; a new one gets the voice given."""
    mark = mark_of(session, telegram_id)
    row = await _heard(session, mark, now)
    if row is None:
        values = _new_row(session, telegram_id, kind, voice=voice, now=now)
        await add_new(session, ChatRow, values, unique=["telegram_mark"])
        row = await _heard(session, mark, now)
    return as_chat(session, row)


async def get(session: Session, chat_id: str) -> Chat | None:
    """Return a chat."""
    return await _one(session, "id", chat_id)


async def find(session: Session, telegram_id: int) -> Chat | None:
    """Return the chat with a Telegram id, if it is known."""
    return await _one(session, "telegram_mark", mark_of(session, telegram_id))


async def of_person(session: Session, person_id: str) -> Chat | None:
    """Return the chat in which a person is reached."""
    return await _one(session, "person_id", person_id)


async def reachable_among(session: Session, person_ids: Collection[str]) -> Collection[str]:
    """Return who of these people can be written to."""
    rows = await session.exec(
        select(ChatRow.person_id).where(
            col(ChatRow.person_id).in_(person_ids), col(ChatRow.reachable).is_(True)
        )
    )
    return {one for one in rows if one}


async def heard_at(session: Session, chat_id: str) -> datetime:
    """Return when somebody last wrote or tapped in a chat."""
    found = await session.exec(select(ChatRow.heard_at).where(col(ChatRow.id) == chat_id))
    return found.one()


async def belongs_to(session: Session, chat_id: str, person_id: str | None) -> None:
    """Note whose chat this is; None makes it a stranger's again."""
    await session.exec(
        update(ChatRow).where(col(ChatRow.id) == chat_id).values(person_id=person_id)
    )


async def speak(session: Session, chat_id: str, voice: Voice) -> None:
    """Note how the person wants to be spoken to."""
    await session.exec(
        update(ChatRow)
        .where(col(ChatRow.id) == chat_id)
        .values(language=voice.language, address=voice.address)
    )


async def set_discreet(session: Session, person_id: str, *, discreet: bool) -> None:
    """Note whether what comes unasked to somebody is to show nothing of what it says."""
    await session.exec(
        update(ChatRow).where(col(ChatRow.person_id) == person_id).values(discreet=discreet)
    )


async def set_reachable(session: Session, chat_id: str, *, reachable: bool) -> bool:
    """Note whether the chat can be written to; return whether that is news."""
    changed = await session.exec(
        update(ChatRow)
        .where(col(ChatRow.id) == chat_id, col(ChatRow.reachable) != reachable)
        .values(reachable=reachable)
    )
    return changed.rowcount > 0


async def move(session: Session, chat_id: str, telegram_id: int) -> None:
    """Note the new Telegram id of a group that became a supergroup.

    What was said before has other numbers there, or none: nothing of it can be changed any more.
    What was heard under the new id already is forgotten.
    """
    mark = mark_of(session, telegram_id)
    await session.exec(
        delete(ChatRow).where(col(ChatRow.telegram_mark) == mark, col(ChatRow.id) != chat_id)
    )
    await session.exec(
        update(DeliveryRow)
        .where(col(DeliveryRow.chat_id) == chat_id)
        .values(telegram_message=None)
        .execution_options(synchronize_session=False)
    )
    row = await session.get_one(ChatRow, chat_id, populate_existing=True)
    row.telegram_mark = mark
    row.sealed_telegram_id = session.vault.seal(telegram_id, place=f"chat.telegram_id:{row.id}")
    session.add(row)
    await session.flush()


async def clear(session: Session, chat_id: str, *, but: str | None) -> None:
    """Remove everything that was said in a chat, and what it was asked.

    One message may stay, emptied, for as long as it is to be changed.
    """
    said = col(DeliveryRow.chat_id) == chat_id
    kept = col(DeliveryRow.id) == (but or "")
    await session.exec(delete(DeliveryRow).where(said, ~kept))
    await session.exec(update(DeliveryRow).where(said, kept).values(sealed_message=b""))
    await session.exec(delete(QuestionRow).where(col(QuestionRow.chat_id) == chat_id))


def mark_of(session: Session, telegram_id: int) -> str:
    """Return the mark under which a Telegram id is found."""
    return session.vault.mark("chat", str(telegram_id))


def as_chat(session: Session, row: Any) -> Chat:
    """Return the chat that a row keeps."""
    telegram_id = session.vault.open(row.sealed_telegram_id, place=f"chat.telegram_id:{row.id}")
    return Chat(
        id=row.id,
        telegram_id=telegram_id,
        kind=row.kind,
        voice=Voice(language=row.language, address=row.address),
        person_id=row.person_id,
        shard=row.shard,
        reachable=row.reachable,
        is_discreet=row.discreet,
    )


async def _one(session: Session, column: str, value: str) -> Chat | None:
    row = (await session.ask(_finding(column), {"value": value})).first()
    return as_chat(session, row) if row else None


@cache
def _finding(column: str) -> Select[Any]:
    chat = table_of(ChatRow)
    return chat.select().where(chat.c[column] == bindparam("value"))


async def _heard(session: Session, mark: str, now: datetime) -> Any:
    return (await session.ask(_hearing(), {"heard": mark, "at": now})).first()


@cache
def _hearing() -> ReturningUpdate[Any]:
    chat = table_of(ChatRow)
    heard = chat.update().where(chat.c.telegram_mark == bindparam("heard"))
    return heard.values(heard_at=bindparam("at")).returning(chat)


def _new_row(
    session: Session, telegram_id: int, kind: ChatKind, *, voice: Voice, now: datetime
) -> Mapping[str, Any]:
    id_ = new_id()
    digest = blake2b(id_.encode(), digest_size=2).digest()
    return {
        "id": id_,
        "telegram_mark": mark_of(session, telegram_id),
        "sealed_telegram_id": session.vault.seal(telegram_id, place=f"chat.telegram_id:{id_}"),
        "kind": kind,
        "language": voice.language,
        "address": voice.address,
        "shard": int.from_bytes(digest) % SHARDS,
        "reachable": True,
        "discreet": False,
        "heard_at": now,
    }
