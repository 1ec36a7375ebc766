"""Receives as long as the bot runs, and no longer than its token is accepted."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from typing import Any

from bot.chat.fuse import Fuse
from bot.chat.hooking import Hook
from bot.chat.polling import Poller


@asynccontextmanager
async def receiving(
    receiver: Poller | Hook | None, fuse: Fuse
) -> AsyncIterator[asyncio.Task[None]]:
    """Receive until the end of the block; the task ends sooner if the token is refused.

    Without a receiver, in a process that only sends, the token alone is watched.
    """
    several = [fuse.blown, receiver.run] if receiver else [fuse.blown]
    task = asyncio.create_task(_first_of(several))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _first_of(several: Iterable[Callable[[], Coroutine[Any, Any, None]]]) -> None:
    """Run them side by side until one ends, and end as that did."""
    tasks = [asyncio.create_task(one()) for one in several]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        done.pop().result()
    finally:
        for one in tasks:
            one.cancel()
        await asyncio.wait(tasks)
