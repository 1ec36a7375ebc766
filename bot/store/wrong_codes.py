"""Which accounts tried invitation codes that do not exist, and when; known by a keyed mark."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, select

from bot.domain.people import Chat
from bot.store.chats import mark_of
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import ID, MARK
from bot.store.types import Moment


class WrongCodeRow(SQLModel, table=True):
    """That an account tried a code that does not exist; a stranger's chat is forgotten sooner."""

    __tablename__ = "wrong_code"

    id: str = Field(primary_key=True, max_length=ID)
    chat_key: str = Field(max_length=MARK, index=True)
    tried_at: datetime = Field(sa_type=Moment)


async def note(session: Session, chat: Chat, now: datetime) -> None:
    """Keep that a code was tried that does not exist."""
    key = mark_of(session, chat.telegram_id)
    session.add(WrongCodeRow(id=new_id(), chat_key=key, tried_at=now))
    await session.flush()


async def latest(session: Session, chat: Chat, *, limit: int) -> Sequence[datetime]:
    """Return when an account tried such codes, the latest first."""
    rows = await session.exec(
        select(WrongCodeRow.tried_at)
        .where(col(WrongCodeRow.chat_key) == mark_of(session, chat.telegram_id))
        .order_by(col(WrongCodeRow.tried_at).desc())
        .limit(limit)
    )
    return rows.all()
