"""The queue of updates that wait for the bot, and the one poller who may read it."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock

LIFETIME = timedelta(hours=24)
FIRST_ID = 820_000_001
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass
class Poll:
    """One getUpdates that waits: woken by an update, or by whoever takes its place."""

    wake: asyncio.Event = field(default_factory=asyncio.Event)
    ended_by: str | None = None


class UpdateQueue:
    """Keeps updates in order until the bot confirms them, for a day at most."""

    def __init__(self, clock: Clock) -> None:
        self.allowed: frozenset[str] = frozenset()
        self._clock = clock
        self._next_id = FIRST_ID
        self._waiting: list[tuple[datetime, dict[str, Any]]] = []
        self._poll: Poll | None = None
        self._arrived = asyncio.Event()
        self._polled = asyncio.Event()

    def put(self, update: dict[str, Any]) -> int:
        """Queue an update, raw as it is, and return its id: the next one if it has none."""
        update_id = int(update.get("update_id", self._next_id))
        self._next_id = max(self._next_id, update_id + 1)
        if self._is_wanted(update):
            self._waiting.append((self._clock.now(), {"update_id": update_id, **update}))
            self._wake()
        return update_id

    def waiting(self, limit: int = 100) -> list[dict[str, Any]]:
        """Return the oldest updates that are not confirmed and not older than a day."""
        oldest = self._clock.now() - LIFETIME
        self._waiting = [(at, update) for at, update in self._waiting if at > oldest]
        return [update for _, update in self._waiting[:limit]]

    def confirm(self, offset: int) -> None:
        """Forget all updates before an offset; a negative one keeps only that many at the end."""
        if offset < 0:
            self._waiting = self._waiting[offset:]
        else:
            self._waiting = [entry for entry in self._waiting if entry[1]["update_id"] >= offset]

    def clear(self) -> None:
        """Forget all that waits."""
        self._waiting.clear()

    def allow(self, kinds: Collection[str] | None) -> None:
        """Keep to these kinds of update from now on; None leaves the choice as it is."""
        if kinds is not None:
            self.allowed = frozenset(map(str, kinds))

    async def next_batch(
        self, limit: int, patience: timedelta
    ) -> tuple[list[dict[str, Any]], Poll]:
        """Return updates as soon as there are some; the poll says whether it lost its place."""
        self.end_poll("getUpdates")
        poll = self._poll = Poll()
        self._polled.set()
        try:
            if not self.waiting(limit) and patience:
                await _wait(poll.wake, patience)
        finally:
            if self._poll is poll:
                self._poll = None
        return self.waiting(limit), poll

    def end_poll(self, method: str) -> None:
        """End the poll that waits, if one does, in favour of another call."""
        if self._poll is not None:
            self._poll.ended_by = method
            self._poll.wake.set()

    async def arrived(self, is_wanted: Callable[[], bool]) -> None:
        """Wait until an update is there and somebody wants it: for the webhook's courier."""
        while not (is_wanted() and self.waiting(1)):
            self._arrived.clear()
            await self._arrived.wait()

    async def polled(self) -> None:
        """Wait until the bot has asked for updates for the first time."""
        await self._polled.wait()

    def look_again(self) -> None:
        """Have whoever waits for an update ask again whether it is wanted."""
        self._arrived.set()

    def _is_wanted(self, update: dict[str, Any]) -> bool:
        kinds = set(update) - {"update_id"}
        if not self.allowed:
            return not kinds or bool(kinds - UNASKED)
        return not kinds or bool(kinds & self.allowed)

    def _wake(self) -> None:
        self._arrived.set()
        if self._poll is not None:
            self._poll.wake.set()


async def _wait(event: asyncio.Event, patience: timedelta) -> None:
    try:
        async with asyncio.timeout(patience.total_seconds()):
            await event.wait()
    except TimeoutError:
        return
