"""Telegram's limits: how many messages may go out over all chats, and how long a chat rests.

A slot is leave to send one message. Slots come in handfuls spread over the second: a burst would
make an urgent message that comes after it wait for most of a second.
"""

import asyncio
from collections import deque
from datetime import timedelta
from typing import Protocol, cast

from pyrate_limiter import InMemoryBucket, MonotonicClock, Rate, RateItem

from bot.chat.intake import Pause
from bot.domain.people import ChatKind
from bot.store import slots
from bot.store.db import Database
from bot.store.slots import Allowance, Reserved

RATE = 30
MILLISECOND = timedelta(milliseconds=1)
HANDFULS_A_SECOND = 40
COUNTED = 1010
"""The milliseconds in which slots are counted; over a second, for messages travel unevenly."""

SPREAD = 1015
"""The milliseconds over which slots are spread; over those, so that seldom a full second is met."""

MADE_UP = 500
"""The slots of how many milliseconds are given later to who had more to send, and came late."""

CARRIED_ON = 50
"""The same after a full second: the more there are, the longer the next full second lasts."""

REMEMBERED = 20
"""From how many times is learnt how long it takes at least until a slot is used."""

KEPT_FOR = 10
"""The milliseconds for which a shared slot can be given back and used after all; then it is lost.
"""

REST = {ChatKind.PRIVATE: timedelta(seconds=1), ChatKind.GROUP: timedelta(seconds=3)}
"""One message a second to a person, 20 a minute to a group."""


class Share(Protocol):
    """Slots that several processes share."""

    async def __call__(self, most: int, *, is_busy: bool) -> Reserved:
        """Count up to so many as used, and say how long to wait until they may be.

        It is told whether this process had use for all that it was given last.
        """
        ...


class Limits:
    """Gives slots to whoever asks, in the order they came.

    `rate` is a number of messages a second. With a `share` the slots are those of all processes;
    what is given back of these later than KEPT_FOR is lost, of our own nothing is.
    """

    def __init__(
        self,
        rate: int = RATE,
        *,
        share: Share | None = None,
        pause: Pause = asyncio.sleep,
        clock: MonotonicClock | None = None,
    ) -> None:
        self._clock = clock or MonotonicClock()
        self._pause = pause
        self._second = _Second(rate)
        self._spread = _Shared(share) if share else _Own(rate)
        self._line = asyncio.Lock()

    async def slots(self, most: int) -> int:
        """Wait until a message may go out; return how many may now, at most `most`."""
        if most <= 0:
            return 0
        async with self._line:
            slots, wait = await self._spread.take(most, self._clock.now())
            await self._pause_for(wait)
            while full := self._second.count(slots, self._clock.now()):
                await self._pause_for(full)
                self._spread.carry_on(self._clock.now())
            return slots

    def give_back(self, slots: int) -> None:
        """Take back slots for which there was no message; the others are used from now on."""
        self._second.use(slots, self._clock.now())
        self._spread.give_back(slots, self._clock.now())

    async def _pause_for(self, milliseconds: float) -> None:
        if milliseconds > 0:
            await self._pause(milliseconds / 1000)

    def rest_after(self, kind: ChatKind) -> timedelta:
        """Return how long a chat is left alone after each message."""
        return REST[kind]


def shared(database: Database, rate: int) -> Share:
    """Return the slots of all processes that use a database, which is PostgreSQL."""
    allowance = Allowance(
        slots=rate,
        counted=COUNTED * MILLISECOND,
        spread=SPREAD * MILLISECOND,
        handful=handful(rate),
        made_up=MADE_UP * MILLISECOND,
        carried_on=CARRIED_ON * MILLISECOND,
    )

    async def reserve(most: int, *, is_busy: bool) -> Reserved:
        async with database.begin() as session:
            return await slots.reserve(session, most, allowance, is_busy=is_busy)

    return reserve


def handful(rate: int) -> int:
    """Return how many slots are given at once to who comes in time."""
    return max(1, rate // HANDFULS_A_SECOND)


class _Second:
    """What went out within a second, whose number no second may pass.

    It goes by when slots are used, not by when they are given: what is to be sent is looked up in
    between, and that takes now longer and now shorter.
    """

    def __init__(self, rate: int) -> None:
        self._counted = InMemoryBucket([Rate(rate, COUNTED)])
        self._last = RateItem("slots", 0, 0)
        self._given_at = 0
        self._delays = deque([0], maxlen=REMEMBERED)

    def count(self, slots: int, now: int) -> int:
        """Count slots and return 0, or return how many milliseconds there is no room for them."""
        used_at = now + min(self._delays)
        wanted = RateItem("slots", used_at, slots)
        self._counted.leak(used_at)
        if not self._counted.put(wanted):
            return max(1, cast("int", self._counted.waiting(wanted)))  # memory answers at once
        self._last, self._given_at = wanted, now
        return 0

    def use(self, given_back: int, now: int) -> None:
        """Count those given last from now on, less what was given back."""
        if given_back:
            del self._counted.items[-given_back:]
        if given_back < self._last.weight:
            self._last.timestamp = now
            self._delays.append(now - self._given_at)


class _Own:
    """The slots of a process that shares them with none, spread over the second."""

    def __init__(self, rate: int) -> None:
        self._handful = handful(rate)
        self._each = SPREAD / rate
        self._free_at = 0.0
        self._is_busy = False

    async def take(self, most: int, now: int) -> tuple[int, float]:
        """Return how many slots there are, and after how many milliseconds."""
        self._free_at = max(self._free_at, now - MADE_UP if self._is_busy else now)
        late = now - self._free_at
        slots = min(most, self._handful + int(max(0, late) / self._each))
        self._free_at += slots * self._each
        return slots, -late

    def carry_on(self, now: int) -> None:
        """Go on after a full second."""
        self._free_at = max(self._free_at, now - CARRIED_ON)

    def give_back(self, slots: int, now: int) -> None:
        """Let others have slots."""
        del now
        self._is_busy = not slots
        self._free_at -= slots * self._each


class _Shared:
    """The slots of all processes together, spread over the second where they share it."""

    def __init__(self, share: Share) -> None:
        self._share = share
        self._left = 0
        self._left_at = 0
        self._is_busy = False

    async def take(self, most: int, now: int) -> tuple[int, float]:
        """Return how many slots there are, and after how many milliseconds."""
        left, self._left = self._left, 0
        if left and now - self._left_at <= KEPT_FOR:
            self._left = max(0, left - most)
            return min(left, most), 0
        reserved = await self._share(most, is_busy=self._is_busy)
        return reserved.slots, reserved.wait / MILLISECOND

    def carry_on(self, now: int) -> None:
        """Go on after a full second, which is known where it is shared."""

    def give_back(self, slots: int, now: int) -> None:
        """Let this process have slots a little later."""
        self._left, self._left_at = slots, now
        self._is_busy = not slots
