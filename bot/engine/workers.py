"""Workers on any number of machines: PostgreSQL carries their jobs, each to drain one shard.

A job is written in the transaction that makes something due; what becomes due with time is found by
a beat once a second. Of one shard one job is done at a time, so a chat's order holds everywhere.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from procrastinate import App

from bot.domain.errors import DatabaseAway
from bot.engine.drains import LAST_CALL, Drains
from bot.engine.heaps import Heaps
from bot.engine.heart import ended, heart
from bot.engine.listening import Connector
from bot.services.delivering import Post
from bot.store import jobs
from bot.store.chats import SHARDS
from bot.store.db import Session
from bot.store.presence import present

POLLING = timedelta(milliseconds=200)
SIGN_OF_LIFE = timedelta(seconds=2)
SILENCE = timedelta(seconds=10)
"""How long a worker may say nothing before its jobs are given to others."""

SLICE = timedelta(seconds=20)
"""How long one job goes on; then another worker may have the shard, which shares a long burst."""

LONGEST = timedelta(minutes=1)
"""A job that is done for longer was not ended where it should have been."""

AGAIN = timedelta(seconds=1)
CONNECTIONS = 4
PATIENCE = timedelta(seconds=5)

RUNG = "shards that the bell was rung for"

log = structlog.stdlib.get_logger(__name__)


class JobBell:
    """Has a shard drained by some worker; sets `wake` never by itself: whoever moves time does."""

    def __init__(self) -> None:
        self.wake = asyncio.Event()

    def ring(self, session: Session, shard: int) -> None:
        """Write a job for the shard at the end of the session's transaction."""
        rung: set[int] = session.info.setdefault(RUNG, set())
        if not rung:
            session.beforehand.append(partial(jobs.enqueue, session, rung))
        rung.add(shard)


class Workers:
    """Takes jobs as long as it beats, all of them through one claiming loop for the process."""

    def __init__(
        self, post: Post, bell: JobBell, *, beaten: Callable[[], None] = lambda: None
    ) -> None:
        self._post = post
        self._bell = bell
        self._beaten = beaten
        self._stirred = asyncio.Event()
        self._drains = Drains(post, self._stirred, everything=False)
        self._stopping = False
        self._queue = _queue(post)
        self._queue.task(name=jobs.DRAIN, queue=jobs.QUEUE)(self._drain)

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """Work until the end of the block; then finish what is under way, and take nothing more."""
        async with self._queue.open_async():
            sending = asyncio.create_task(self._drains.run())
            around = [
                asyncio.create_task(each())
                for each in (self._look_around, partial(self._keep_up, self._listen))
            ]
            working = asyncio.create_task(self._keep_up(self._work))
            try:
                async with heart(self._beat):
                    yield
            finally:
                self._stopping = True
                working.cancel()
                self._drains.stop()
                await sending
                await ended(working, patience=LAST_CALL + PATIENCE)
                for task in around:
                    await ended(task)

    def _beat(self) -> None:
        self._beaten()
        self._bell.wake.set()

    async def _drain(self, shard: int) -> None:
        """Do one job."""
        try:
            async with asyncio.timeout(SLICE.total_seconds()):
                await self._drains.drain(shard)
        except TimeoutError:
            async with self._post.database.begin() as session:
                await jobs.enqueue(session, [shard])

    async def _look_around(self) -> None:
        """At each beat, see to it that somebody attends to whatever is due."""
        while True:
            await self._bell.wake.wait()
            self._bell.wake.clear()
            try:
                await self._attend()
            except DatabaseAway:
                log.warning("database_away", exc_info=True)
            except Exception:
                log.exception("beat_failed")

    async def _attend(self) -> None:
        clock = self._post.clock
        async with self._post.database.begin() as session:
            left = await jobs.put_back(session, silence=SILENCE, longest=LONGEST)
            due = await jobs.neglected(session, now=clock.now(), steady=clock.steady())
            if left or due:
                await jobs.enqueue(session, left | due)
        if left:
            log.warning("jobs_put_back", count=len(left))

    async def _work(self) -> None:
        """Take jobs, for as long as everybody can see that this worker is there."""
        async with present(self._post.database) as presence, asyncio.TaskGroup() as group:
            self._queue.job_manager = Heaps(self._queue.connector, presence)
            lasting = group.create_task(presence.lasting())
            await self._take_jobs()
            lasting.cancel()

    async def _take_jobs(self) -> None:
        await self._queue.run_worker_async(
            queues=[jobs.QUEUE],
            concurrency=SHARDS,
            fetch_job_polling_interval=POLLING.total_seconds(),
            delete_jobs="always",
            update_heartbeat_interval=SIGN_OF_LIFE.total_seconds(),
            stalled_worker_timeout=SILENCE.total_seconds(),
            shutdown_graceful_timeout=LAST_CALL.total_seconds(),
            install_signal_handlers=False,
        )

    async def _listen(self) -> None:
        """Look again when a job is written: it may be for a shard that is being drained here."""

        async def stir(**_: Any) -> None:
            self._stirred.set()

        await self._queue.job_manager.listen_for_jobs(on_notification=stir, queues=[jobs.QUEUE])

    async def _keep_up(self, do: Callable[[], Awaitable[None]]) -> None:
        """Do something again when it ended by itself, as it does when the database is away."""
        while not self._stopping:
            try:
                await do()
            except Exception:
                log.warning("work_interrupted", exc_info=True)
            if not self._stopping:
                await asyncio.sleep(AGAIN.total_seconds())


def _queue(post: Post) -> App:
    connector = Connector(
        post.database.connecting(),
        min_size=1,
        max_size=CONNECTIONS,
        timeout=PATIENCE.total_seconds(),
    )
    return App(connector=connector)
