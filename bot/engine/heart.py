"""The heart: one interval job of the scheduler, never one job a reminder."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

BEAT_SECONDS = 1
STUBBORN = timedelta(milliseconds=100)


@asynccontextmanager
async def heart(beat: Callable[[], None]) -> AsyncIterator[None]:
    """Beat at once, and once a second until the end of the block."""

    async def beat_in_the_loop() -> None:
        beat()

    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(
        beat_in_the_loop,
        "interval",
        seconds=BEAT_SECONDS,
        coalesce=True,
        misfire_grace_time=None,
        max_instances=1,
    )
    scheduler.start()
    beat()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


async def ended(task: asyncio.Task[None], *, patience: timedelta = STUBBORN) -> None:
    """Cancel a task and wait until it is over; cancel it again where patience runs out.

    Until Python 3.12 `asyncio.wait_for`, through which libraries wait for PostgreSQL, loses a
    cancellation that comes together with what it waited for.
    """
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=patience.total_seconds())
    with suppress(asyncio.CancelledError):
        await task
