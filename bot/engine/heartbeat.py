"""The heartbeat of one process: once a second it looks what is due; the bell wakes it at once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.engine.chores import Chores
from bot.engine.drains import Drains
from bot.engine.heart import ended, heart
from bot.services.delivering import Post
from bot.store.db import Session


class EngineBell:
    """Wakes the engine of this process, which looks after all shards."""

    def __init__(self) -> None:
        self.wake = asyncio.Event()

    def ring(self, session: Session, shard: int) -> None:
        """Wake the engine once the session's transaction is committed, and not if it is undone."""
        del shard
        session.afterwards.append(self.wake.set)


@dataclass(frozen=True, kw_only=True)
class Engine:
    """Time's way in: sends what is due, plans the coming days, keeps house; tells of each beat."""

    post: Post
    chores: Chores
    bell: EngineBell
    beaten: Callable[[], None] = lambda: None

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """Beat until the end of the block; then finish what is under way, and claim nothing more.

        What an earlier run left unfinished is taken back first.
        """
        drains = Drains(self.post, self.bell.wake)
        await drains.recover()
        sending = asyncio.create_task(drains.run())
        tending = asyncio.create_task(self.chores.run())

        def beat() -> None:
            self.beaten()
            self.bell.wake.set()
            self.chores.tick()

        try:
            async with heart(beat):
                yield
        finally:
            await ended(tending)
            drains.stop()
            await sending
