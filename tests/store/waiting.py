"""Waiting, on PostgreSQL, until somebody waits."""

import asyncio

from sqlalchemy import text

from bot.store.db import Session

WAITING = text("SELECT count(*) FROM pg_locks WHERE NOT granted")


async def somebody_waits(session: Session) -> None:
    """Return when another transaction waits for a lock of this one."""
    connection = await session.connection()
    async with asyncio.timeout(10):
        while not (await connection.execute(WAITING)).scalar_one():  # noqa: ASYNC110 - of the server
            await asyncio.sleep(0)
