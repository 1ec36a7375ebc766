"""In which chats Telegram lists other commands than in most, and which: kept as a short mark."""

from collections.abc import Collection, Sequence

from sqlalchemy import or_, update
from sqlmodel import col, select

from bot.domain.people import Chat
from bot.store.chats import as_chat
from bot.store.db import Session
from bot.store.tables import ChatRow


async def marks(session: Session, person_ids: Collection[str]) -> Sequence[tuple[Chat, str | None]]:
    """Return the chats of these people, and all with a list of their own, each with its mark."""
    # What is not null is looked up in no index; what is more than nothing is.
    has_one = col(ChatRow.commands) > ""
    theirs = col(ChatRow.person_id).in_(person_ids)
    rows = await session.exec(select(ChatRow).where(or_(theirs, has_one)))
    return [(as_chat(session, row), row.commands) for row in rows]


async def mark(session: Session, chat_id: str, commands: str | None) -> None:
    """Note what Telegram lists in a chat; None is what it lists in most."""
    await session.exec(update(ChatRow).where(col(ChatRow.id) == chat_id).values(commands=commands))
