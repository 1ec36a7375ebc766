"""A watchdog for the event loop: nothing else is done while it stands still, so it is told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog

from bot.engine.heart import ended

LONGEST = timedelta(seconds=1)
"""For how long the loop may stand still before that is told."""

LOOK_EVERY = timedelta(milliseconds=250)

log = structlog.stdlib.get_logger(__name__)


@asynccontextmanager
async def watching(
    stalled: Callable[[timedelta], None],
    *,
    longest: timedelta = LONGEST,
    every: timedelta = LOOK_EVERY,
) -> AsyncIterator[None]:
    """Tell, until the end of the block, each time the loop stood still for longer than it may."""
    task = asyncio.create_task(_watch(stalled, longest, every))
    try:
        yield
    finally:
        await ended(task)


async def _watch(
    stalled: Callable[[timedelta], None], longest: timedelta, every: timedelta
) -> None:
    loop = asyncio.get_running_loop()
    while True:
        before = loop.time()
        await asyncio.sleep(every.total_seconds())
        still = timedelta(seconds=loop.time() - before) - every
        if still > longest:
            log.warning("loop_stood_still", seconds=round(still.total_seconds(), 3))
            stalled(still)
