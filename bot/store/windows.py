"""The windows in which Telegram wanted nothing sent to a chat, kept to be counted."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func
from sqlmodel import col, select

from bot.domain.figures import Windows
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import WindowRow


async def note(session: Session, chat_id: str, now: datetime, *, window: timedelta) -> None:
    """Note that a window opened for a chat."""
    session.add(
        WindowRow(
            id=new_id(),
            chat_id=chat_id,
            opened_at=now,
            closes_at=now + window,
            seconds=window.total_seconds(),
        )
    )
    await session.flush()


async def count(session: Session, now: datetime, *, since: datetime) -> Windows:
    """Count the windows that are open, and those that opened since a moment."""
    seconds = col(WindowRow.seconds)
    figures = select(func.count(), func.max(seconds), func.sum(seconds))
    rows = await session.exec(figures.where(col(WindowRow.opened_at) > since))
    opened, longest, total = rows.one()
    still_open = select(func.count()).where(col(WindowRow.closes_at) > now)
    return Windows(
        open=(await session.exec(still_open)).one(),
        opened=opened,
        longest=timedelta(seconds=longest or 0),
        total=timedelta(seconds=total or 0),
    )


async def forget(session: Session, before: datetime) -> int:
    """Forget the windows that closed before a moment; return how many."""
    gone = await session.exec(
        delete(WindowRow)
        .where(col(WindowRow.closes_at) < before)
        .execution_options(synchronize_session=False)
    )
    return gone.rowcount
