"""Whoever looks after the program learns that the loop stood still, and for how long."""

import asyncio
from datetime import timedelta

from bot.clock import SystemClock
from bot.engine.watchdog import watching

OFTEN = timedelta(milliseconds=1)


def block(span: timedelta) -> None:
    """Let nothing else be done for a while."""
    clock = SystemClock()
    begin = clock.steady()
    while clock.steady() - begin < span:
        pass


async def stalls_of(blocked: timedelta, *, longest: timedelta) -> list[timedelta]:
    """Return what is told of a loop that is blocked once, until it has turned again."""
    told: list[timedelta] = []
    async with watching(told.append, longest=longest, every=OFTEN):
        await asyncio.sleep(0)
        block(blocked)
        for _ in range(20):
            await asyncio.sleep(0)
    return told


async def test_a_loop_that_stood_still_is_told() -> None:
    blocked = timedelta(milliseconds=60)

    [still] = await stalls_of(blocked, longest=timedelta(milliseconds=40))

    assert still >= blocked - OFTEN


async def test_a_loop_that_turns_is_not() -> None:
    assert await stalls_of(OFTEN, longest=timedelta(hours=1)) == []
