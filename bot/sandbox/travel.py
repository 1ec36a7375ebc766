"""Goes to a later moment without passing over anything that is planned on the way."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.sandbox.clock import SimulatedClock

PATIENCE = timedelta(seconds=3)

NextPlanned = Callable[[], Awaitable[datetime | None]]
Stirred = Callable[[], Awaitable[None]]
IsBehind = Callable[[], bool]
Arrived = Callable[[], bool]


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """What a bot has before it.

    `next_planned` says when the earliest message is due that was not dealt with to its end;
    `is_behind` whether it has still to do what it does now and then, such as planning.
    """

    next_planned: NextPlanned
    is_behind: IsBehind = lambda: False


def never() -> bool:
    """Go all the way."""
    return False


class Traveller:
    """Moves the clock from one planned moment to the next; the bot does its work at each.

    `stirred` returns when what is ahead may have changed, or soon. With a `stride` it halts at each
    whole one, for what has a time of its own and is no message yet. Time stands still on the way.
    """

    def __init__(
        self,
        clock: SimulatedClock,
        ahead: Ahead,
        *,
        stirred: Stirred,
        stride: timedelta | None = None,
        patience: timedelta = PATIENCE,
    ) -> None:
        self._clock = clock
        self._ahead = ahead
        self._stirred = stirred
        self._stride = stride
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

    async def to(self, target: datetime, *, until: Arrived = never) -> bool:
        """Go to a moment by way of all that is planned until then; False if it ended early.

        It ends early when time was told to run, or what is due is not sent within the patience. It
        is at its end sooner where `until` says so, once nothing is due at a halt.
        """
        async with self._road:
            self._pace, self._halted = self._clock.pace, False
            self._clock.run(0)
            try:
                return await self._go(target, until)
            finally:
                self._clock.run(self._pace)

    async def _go(self, target: datetime, until: Arrived) -> bool:
        while await self._is_caught_up():
            here = self._clock.now()
            if here >= target or until():
                return True
            if self._halted:
                return False
            stop = await self._ahead.next_planned()
            self._clock.jump(max(here, min(target, stop or target, self._halt(here) or target)))
        return False

    def _halt(self, here: datetime) -> datetime | None:
        """Return the next whole stride of the clock, where what is done now and then is done."""
        if self._stride is None:
            return None
        return here - (here - datetime.min.replace(tzinfo=UTC)) % self._stride + self._stride

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
        if self._ahead.is_behind():
            return True
        planned = await self._ahead.next_planned()
        return planned is not None and planned <= self._clock.now()
