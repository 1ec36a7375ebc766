"""How a bot presents itself on Telegram: kept as a short mark."""

from bot.store.db import Session
from bot.store.tables import PresentedRow


async def mark(session: Session, bot_id: int) -> str | None:
    """Return the mark of what Telegram was told of this bot last, or None."""
    row = await session.get(PresentedRow, bot_id)
    return row.mark if row else None


async def keep(session: Session, bot_id: int, mark: str) -> None:
    """Keep what Telegram was told."""
    await session.merge(PresentedRow(bot_id=bot_id, mark=mark))
    await session.flush()
