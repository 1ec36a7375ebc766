"""Sends whatever is due, as soon as it is, to many chats at once."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

import structlog

from bot.domain.delivery import Reason
from bot.domain.errors import DatabaseAway
from bot.services.delivering import BATCH, Claimed, Post, deliver, take_in_turn
from bot.store import claims, deliveries, turns

MOST_AT_ONCE = 120
"""How many sendings may be under way: those that hang leave room for the others."""

ROOM = 50
MAKING_ROOM = timedelta(milliseconds=25)
"""How long to wait for more room than is left: what is claimed together costs less."""

SOON = timedelta(milliseconds=100)
"""When to look again for chats that had a message a moment ago."""

TIDY_EVERY = timedelta(milliseconds=900)
"""Less than from one beat to the next, so that each finds what is due before the one after it."""

BEAT = timedelta(seconds=1)
LAST_CALL = timedelta(seconds=10)

log = structlog.stdlib.get_logger(__name__)


class Drains:
    """Claims and sends each time it is woken; one of these for a process.

    It looks after every shard, or, with `everything` false, after those that `drain` gives it.
    """

    def __init__(
        self,
        post: Post,
        wake: asyncio.Event,
        *,
        everything: bool = True,
        last_call: timedelta = LAST_CALL,
    ) -> None:
        self._post = post
        self._wake = wake
        self._last_call = last_call
        self._held: dict[int, asyncio.Event] | None = None if everything else {}
        self._under_way: dict[asyncio.Task[None], int] = {}
        self._tidied: datetime | None = None
        self._waits = False
        self._coming: datetime | None = None
        self._freed = False
        self._stopping = False

    async def recover(self) -> None:
        """Take back what an earlier run of this program left unfinished, where it ran alone.

        What became too late before the start was missed, since nothing ran then.
        """
        alone = self._post.database.is_local
        async with self._post.database.begin() as session:
            count = await claims.recover(
                session,
                now=self._post.clock.now(),
                steady=self._post.clock.steady(),
                everything=alone,
            )
            await deliveries.expire(session, self._post.clock.now(), why=Reason.MISSED)
        log.info("recovered", count=count)

    async def drain(self, shard: int) -> None:
        """Look after a shard until nothing is due in it."""
        if self._held is None or self._stopping:
            return
        released = self._held.setdefault(shard, asyncio.Event())
        self._wake.set()
        try:
            await released.wait()
        finally:
            self._held.pop(shard, None)

    async def run(self) -> None:
        """Send what is due each time it is woken, until it is stopped."""
        while not self._stopping:
            await self._woken()
            try:
                await self.send_what_is_due()
            except DatabaseAway:
                log.warning("database_away", exc_info=True)
            except Exception:
                log.exception("drain_failed")
        await self._finish()

    async def send_what_is_due(self) -> None:
        """End what is too late, take back what nobody finished, and begin to send the rest."""
        self._note_what_came()
        freed, self._freed = self._freed, False
        if not await self._tidy():
            self._waits = False
            return
        if self._held is not None and not self._held:
            return
        # Looking costs less than claiming: what has only become free is looked for first.
        if freed and not await self._somebody_waits():
            return
        while await self._claim():
            if not await self._somebody_waits():
                return
        await self._somebody_waits()

    def stop(self) -> None:
        """Claim nothing more; `run` ends once what is under way is finished, or late."""
        self._stopping = True
        self._wake.set()

    async def _woken(self) -> None:
        """Wait until woken, or until something is due or may be before the next beat."""
        try:
            async with asyncio.timeout(self._seconds_to_sleep()):
                await self._wake.wait()
        except TimeoutError:
            pass
        self._wake.clear()

    def _note_what_came(self) -> None:
        """Look soon for what comes after that which has just become due."""
        if self._coming is not None and self._coming <= self._post.clock.now():
            self._coming = self._tidied = None

    def _seconds_to_sleep(self) -> float | None:
        if self._waits:
            return SOON.total_seconds()
        if self._coming is None:
            return None
        return max((self._coming - self._post.clock.now()).total_seconds(), 0)

    async def _tidy(self) -> bool:
        """Do what is done once a beat; return whether something may be due, as far as is known."""
        post, steady = self._post, self._post.clock.steady()
        if self._tidied is not None and steady - self._tidied < TIDY_EVERY:
            return True
        now = post.clock.now()
        async with post.database.look() as session:
            due = await deliveries.next_due(session)
            coming = await deliveries.next_due(session, after=now)
            lease_end = await claims.next_lease_end(session)
        self._coming = coming if coming is not None and coming - now < BEAT else None
        self._tidied = steady
        await self._let_go_of_the_idle()
        taken_back = 0
        if lease_end is not None and lease_end <= steady:
            async with post.database.begin() as session:
                taken_back = await claims.recover(session, now=post.clock.now(), steady=steady)
        if due is None or due > now:
            return bool(taken_back)
        async with post.database.begin() as session:
            await deliveries.expire(session, post.clock.now())
        return True

    async def _claim(self) -> bool:
        """Begin to send what is next; return whether there was something, and room for it."""
        room = 0 if self._stopping else await self._room()
        if not room:
            return False
        claimed = await take_in_turn(
            self._post,
            most=min(room, BATCH),
            shards=self._shards(),
            is_stopping=lambda: self._stopping,
        )
        for one in claimed:
            self._begin(one)
        return bool(claimed)

    async def _room(self) -> int:
        if len(self._under_way) > MOST_AT_ONCE - ROOM:
            await asyncio.wait(self._under_way, timeout=MAKING_ROOM.total_seconds())
        return MOST_AT_ONCE - len(self._under_way)

    async def _somebody_waits(self) -> bool:
        """Look whether something is due, if only for a chat that just had a message."""
        clock, shards = self._post.clock, self._shards()
        async with self._post.database.look() as session:
            self._waits = await turns.somebody_waits(
                session, clock.now(), clock.steady(), shards=shards
            )
        if not self._waits:
            self._let_go(shards or ())
        return self._waits

    async def _let_go_of_the_idle(self) -> None:
        """Let go of the shards in which nothing is due, while others keep this process busy."""
        clock, shards = self._post.clock, self._shards()
        if shards:
            async with self._post.database.look() as session:
                waiting = await turns.shards_waiting(
                    session, clock.now(), clock.steady(), shards=shards
                )
            self._let_go(set(shards) - waiting)

    def _let_go(self, shards: Collection[int]) -> None:
        for shard in set(shards) - {*self._under_way.values()}:
            if self._held and shard in self._held:
                self._held[shard].set()

    def _shards(self) -> Collection[int] | None:
        return None if self._held is None else list(self._held)

    def _begin(self, claimed: Claimed) -> None:
        task = asyncio.create_task(self._deliver(claimed))
        self._under_way[task] = claimed.chat.shard
        task.add_done_callback(self._done)

    async def _deliver(self, claimed: Claimed) -> None:
        try:
            await deliver(self._post, claimed)
        except Exception:
            log.exception("delivery_left", delivery=claimed.delivery.id)

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._under_way[task]
        self._freed = True
        self._wake.set()

    async def _finish(self) -> None:
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=self._last_call.total_seconds())
            for one in late:
                one.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        for released in (self._held or {}).values():
            released.set()
