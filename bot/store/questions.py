"""The question that a chat was asked last: what typed words may answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Delete, bindparam

from bot.domain.message import Plain
from bot.store.db import Session
from bot.store.inserting import put
from bot.store.rows import table_of
from bot.store.tables import QuestionRow

REMEMBERED = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked, and what the answer is about."""

    topic: str
    details: Plain


async def ask(session: Session, chat_id: str, topic: str, *, details: Plain, now: datetime) -> None:
    """Keep a question; it takes the place of an earlier one."""
    sealed = session.vault.seal(dict(details), place=f"question.details:{chat_id}")
    values = {"chat_id": chat_id, "topic": topic, "sealed_details": sealed, "asked_at": now}
    await put(session, QuestionRow, values, unique=["chat_id"])


async def pending(session: Session, chat_id: str, now: datetime) -> Question | None:
    """Return the question that waits for words; after a day nobody has it in mind any more."""
    row = await session.row(QuestionRow, chat_id)
    if row is None or now - row.asked_at > REMEMBERED:
        return None
    details = session.vault.open(row.sealed_details, place=f"question.details:{chat_id}")
    return Question(topic=row.topic, details=details)


async def close(session: Session, chat_id: str) -> None:
    """Ask nothing any more."""
    await session.ask(_closing(), {"where": chat_id})


async def close_those(session: Session, chat_id: str, topics: Collection[str]) -> None:
    """Ask nothing any more, if it was about one of these."""
    await session.ask(_closing_those(), {"where": chat_id, "topics": list(topics)})


@cache
def _closing_those() -> Delete:
    question = table_of(QuestionRow)
    chosen = question.c.topic.in_(bindparam("topics", expanding=True))
    return question.delete().where(question.c.chat_id == bindparam("where"), chosen)


@cache
def _closing() -> Delete:
    question = table_of(QuestionRow)
    return question.delete().where(question.c.chat_id == bindparam("where"))
