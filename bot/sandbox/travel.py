"""Goes to a later moment without passing over anything that is planned on the way."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

from bot.sandbox.clock import SimulatedClock

PATIENCE = timedelta(seconds=3)

NextPlanned = Callable[[], Awaitable[datetime | None]]
Stirred = Callable[[], Awaitable[None]]
IsBehind = Callable[[], bool]


class Traveller:
    """Moves the clock from one planned moment to the next; the bot does its work at each.

    `next_planned` says when the earliest message is due that was not dealt with to its end;
    `stirred` returns when that may have changed, or soon; `is_behind` says whether the coming days
    are still to be planned. Time stands still on the way.
    """

    def __init__(
        self,
        clock: SimulatedClock,
        *,
        next_planned: NextPlanned,
        stirred: Stirred,
        is_behind: IsBehind = lambda: False,
        patience: timedelta = PATIENCE,
    ) -> None:
        self._clock = clock
        self._next_planned = next_planned
        self._stirred = stirred
        self._is_behind = is_behind
        self._patience = patience.total_seconds()
        self._road = asyncio.Lock()
        self._pace = clock.pace
        self._halted = False

    @property
    def is_under_way(self) -> bool:
        """Whether somebody is travelling."""
        return self._road.locked()

    def run(self, pace: float) -> None:
        """Let time pass at this pace; one who is travelling stops at the next planned message."""
        if self.is_under_way:
            self._halted = True
        else:
            self._clock.run(pace)
        self._pace = pace

    async def to(self, target: datetime) -> bool:
        """Go to a moment by way of all that is planned until then; False if it ended early.

        It ends early when time was told to run, or what is due is not sent within the patience.
        """
        async with self._road:
            self._pace, self._halted = self._clock.pace, False
            self._clock.run(0)
            try:
                return await self._go(target)
            finally:
                self._clock.run(self._pace)

    async def _go(self, target: datetime) -> bool:
        while await self._is_caught_up():
            here = self._clock.now()
            if here >= target:
                return True
            if self._halted:
                return False
            stop = await self._next_planned()
            self._clock.jump(max(here, min(target, stop or target)))
        return False

    async def _is_caught_up(self) -> bool:
        """Wait, as long as patience lasts, until nothing is due any more."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._patience
        while await self._is_something_due():
            left = deadline - loop.time()
            if left <= 0:
                return False
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._stirred()
        return True

    async def _is_something_due(self) -> bool:
        if self._is_behind():
            return True
        planned = await self._next_planned()
        return planned is not None and planned <= self._clock.now()
