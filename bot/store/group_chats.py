"""Which Telegram chat belongs to which group; the link that connects them is never kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Column, ForeignKey, Select, String, bindparam, delete, or_, update
from sqlmodel import Field, SQLModel, col, select

from bot.domain.group import Group, GroupSession
from bot.domain.group_chat import LINK_LIFE, Link
from bot.domain.people import Chat
from bot.store import chats, groups
from bot.store.db import Session
from bot.store.groups import TOLD_OF, GroupSessionRow, as_session
from bot.store.ids import new_id
from bot.store.rows import table_of
from bot.store.tables import ID, MARK
from bot.store.types import Moment

TOKEN_LENGTH = 16  # bytes: 128 bits
NEAR = timedelta(days=2)
"""How near a day is of which something may have to be said now, in any zone."""


class GroupChatRow(SQLModel, table=True):
    """A group’s chat, or the link by which somebody, who opened it, is about to connect one.

    `told_of` is the workshop that was said there last by itself.
    """

    __tablename__ = "group_chat"

    group_id: str = Field(
        sa_column=Column(
            String(ID), ForeignKey("study_group.id", ondelete="CASCADE"), primary_key=True
        )
    )
    chat_id: str | None = Field(
        default=None,
        sa_column=Column(
            String(ID), ForeignKey("chat.id", ondelete="CASCADE"), nullable=True, unique=True
        ),
    )
    token_mark: str | None = Field(default=None, unique=True, max_length=MARK)
    opened_by: str | None = Field(
        default=None,
        sa_column=Column(
            String(ID), ForeignKey("person.id", ondelete="CASCADE"), nullable=True, index=True
        ),
    )
    until: datetime = Field(sa_type=Moment)
    told_of: str | None = Field(default=None, max_length=TOLD_OF)


@dataclass(frozen=True, kw_only=True)
class Near:
    """A workshop that is near, of a group with a chat, and what was said there last by itself."""

    group: Group
    workshop: GroupSession
    told_of: str | None


async def open_link(session: Session, group_id: str, *, by: str, now: datetime) -> str | None:
    """Return the token of a new link, which takes the place of the last; None with a chat."""
    token = session.vault.token("group chat", new_id(), length=TOKEN_LENGTH)
    values: dict[str, Any] = {
        "token_mark": _mark(session, token),
        "opened_by": by,
        "until": now + LINK_LIFE,
    }
    row = await session.get(GroupChatRow, group_id, populate_existing=True)
    if row is None:
        session.add(GroupChatRow(group_id=group_id, **values))
        await session.flush()
        return token
    mine = col(GroupChatRow.group_id) == group_id, col(GroupChatRow.chat_id).is_(None)
    done = await session.exec(
        update(GroupChatRow)
        .where(*mine)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return token if done.rowcount else None


async def find_link(session: Session, presented: str) -> Link | None:
    """Return the link whose token was presented."""
    mark = _mark(session, presented)
    found = await session.exec(
        select(GroupChatRow)
        .where(col(GroupChatRow.token_mark) == mark)
        .execution_options(populate_existing=True)
    )
    row = found.first()
    if row is None:
        return None
    return Link(group_id=row.group_id, opened_by=row.opened_by, until=row.until)


async def connect(session: Session, group_id: str, chat_id: str) -> bool:
    """Connect a chat with a group, whose link is used up by that; False where it has one."""
    mine = col(GroupChatRow.group_id) == group_id, col(GroupChatRow.chat_id).is_(None)
    done = await session.exec(
        update(GroupChatRow)
        .where(*mine, col(GroupChatRow.token_mark).is_not(None))
        .values(chat_id=chat_id, token_mark=None, opened_by=None)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount > 0


async def disconnect(session: Session, group_id: str) -> bool:
    """Let a group have no chat any more; False where it had none."""
    done = await session.exec(
        delete(GroupChatRow)
        .where(col(GroupChatRow.group_id) == group_id, col(GroupChatRow.chat_id).is_not(None))
        .execution_options(synchronize_session=False)
    )
    return done.rowcount > 0


async def chat_of(session: Session, group_id: str) -> Chat | None:
    """Return the chat of a group."""
    row = await session.row(GroupChatRow, group_id)
    return await chats.get(session, row.chat_id) if row and row.chat_id else None


async def group_in(session: Session, chat_id: str) -> Group | None:
    """Return the group that a chat belongs to."""
    found = await session.exec(
        select(GroupChatRow.group_id).where(col(GroupChatRow.chat_id) == chat_id)
    )
    group_id = found.first()
    return await groups.get(session, group_id) if group_id else None


async def chat_with(session: Session, telegram_ids: Sequence[int]) -> Chat | None:
    """Return the chat with one of these Telegram ids that belongs to a group."""
    for telegram_id in telegram_ids:
        chat = await chats.find(session, telegram_id)
        if chat is not None and await group_in(session, chat.id):
            return chat
    return None


async def with_workshop_near(session: Session, now: datetime) -> Sequence[Near]:
    """Return the workshops that are near, of groups with a chat."""
    days = {"first": now.date(), "last": (now + NEAR).date()}
    rows = (await session.ask(_with_chat(), days)).all()
    of_groups = await groups.several(session, {row.group_id for row in rows})
    return [
        Near(group=of_groups[row.group_id], workshop=as_session(row), told_of=row.told_of)
        for row in rows
    ]


async def note_told(session: Session, group_id: str, what: str) -> bool:
    """Note what is said in a group’s chat by itself; False where that was said last."""
    told = col(GroupChatRow.told_of)
    done = await session.exec(
        update(GroupChatRow)
        .where(
            col(GroupChatRow.group_id) == group_id,
            col(GroupChatRow.chat_id).is_not(None),
            or_(told.is_(None), told != what),
        )
        .values(told_of=what)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount > 0


@cache
def _with_chat() -> Select[Any]:
    workshop, chat = table_of(GroupSessionRow), table_of(GroupChatRow)
    return (
        workshop.select()
        .add_columns(chat.c.told_of)
        .join(chat, chat.c.group_id == workshop.c.group_id)
        .where(
            chat.c.chat_id.is_not(None),
            workshop.c.day >= bindparam("first"),
            workshop.c.day <= bindparam("last"),
        )
    )


def _mark(session: Session, token: str) -> str:
    return session.vault.mark("group chat token", token)
