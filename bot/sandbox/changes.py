"""Tells those who watch, the page and the tests, that something in a chat is different."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from bot.sandbox.messages import Change

PATIENCE = timedelta(seconds=5)


class Changes:
    """Hands each change to every queue that was asked for."""

    def __init__(self) -> None:
        self._queues: list[asyncio.Queue[Change]] = []

    def subscribe(self) -> asyncio.Queue[Change]:
        """Return a queue that gets every change from now on."""
        queue: asyncio.Queue[Change] = asyncio.Queue()
        self._queues.append(queue)
        return queue

    def unsubscribe(self, queue: asyncio.Queue[Change]) -> None:
        """Stop filling a queue; one that is not known is left alone."""
        self._queues = [other for other in self._queues if other is not queue]

    def tell(self, change: Change) -> None:
        """Hand a change to everyone who watches."""
        for queue in self._queues:
            queue.put_nowait(change)

    async def settled(self, holds: Callable[[], bool], *, within: timedelta = PATIENCE) -> None:
        """Wait until a condition holds, asked at each change; TimeoutError after `within`."""
        queue = self.subscribe()
        try:
            async with asyncio.timeout(within.total_seconds()):
                while not holds():
                    await queue.get()
        finally:
            self.unsubscribe(queue)
