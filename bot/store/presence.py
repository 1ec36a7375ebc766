"""That a worker is there: PostgreSQL knows it by a lock, which it lets go when the worker is gone.

A process that died is known at once; a machine that was cut off when the server hears nothing of it
any more; one that is frozen only by what it does not say.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.db import Database, in_our_terms

PRESENT = 7236838
"""What distinguishes these locks from all others."""

LOOK_EVERY = timedelta(seconds=2)
ANNOUNCE = text("SELECT pg_advisory_lock(:present, :worker)")
STILL_THERE = text("SELECT 1")
LEAVE = text("SELECT pg_advisory_unlock_all()")


class Presence:
    """A connection of its own, on which a worker is announced."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._one_at_a_time = asyncio.Lock()

    async def announce(self, worker: int) -> None:
        """Let everybody know that a worker is there; raises DatabaseAway."""
        with in_our_terms():
            async with self._one_at_a_time:
                await self._connection.execute(ANNOUNCE, {"present": PRESENT, "worker": worker})

    async def lasting(self) -> None:
        """Go on for as long as the connection lasts, and then raise DatabaseAway."""
        while True:
            await asyncio.sleep(LOOK_EVERY.total_seconds())
            with in_our_terms():
                async with self._one_at_a_time:
                    await self._connection.execute(STILL_THERE)


@asynccontextmanager
async def present(database: Database) -> AsyncIterator[Presence]:
    """Open the connection; at the end of the block nobody is there any more."""
    with in_our_terms():
        async with database.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            try:
                yield Presence(connection)
            finally:
                with suppress(DBAPIError):
                    await connection.execute(LEAVE)
