"""A bot that goes away and comes back, on a clock that jumps over the time between."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlmodel import col, select

from bot.clock import SystemClock
from bot.domain.delivery import State
from bot.domain.people import Chat
from bot.engine.drains import Drains
from bot.services.delivering import Post, drain
from bot.services.planning import Planner
from bot.services.ports import Worded
from bot.store import deliveries
from bot.store.tables import DeliveryRow

RATE = 30
SECOND = timedelta(seconds=1)


class JumpingClock:
    """A clock that runs as any does, and jumps where it is told to."""

    def __init__(self) -> None:
        self._real = SystemClock()
        self._behind = timedelta()

    def now(self) -> datetime:
        """Return the moment of the trial."""
        return self._real.steady() - self._behind

    steady = now

    def jump(self, moment: datetime) -> None:
        """Show another moment, and run on from there."""
        self._behind = self._real.steady() - moment


@dataclass
class Timing:
    """A messenger that notes when each number went out."""

    clock: JumpingClock
    sent: dict[int, datetime] = field(default_factory=dict)
    numbers: Any = field(default_factory=lambda: count(1))

    async def send(self, chat: Chat, worded: Worded) -> int:
        """Note the moment."""
        del chat, worded
        number: int = next(self.numbers)
        self.sent[number] = self.clock.now()
        return number


@dataclass(kw_only=True)
class Comeback:
    """The bot, and what was found wrong with it when it came back."""

    post: Post
    clock: JumpingClock
    messenger: Timing
    planner: Planner
    faults: list[str] = field(default_factory=list)
    late: int = 0
    fastest: int = 0

    async def after(self, downtime: timedelta, back: datetime) -> None:
        """Live until the bot stops, be away, come back, and look what went out."""
        database = self.post.database
        self.clock.jump(back - downtime)
        await self.planner.plan_all(database, self.clock.now())
        await self._expire()
        self.clock.jump(back)
        self.messenger.sent.clear()
        await Drains(self.post, asyncio.Event()).recover()
        await self._expire()
        await drain(self.post)
        await self.planner.plan_all(database, self.clock.now())
        await drain(self.post)
        self.faults += [f"{downtime}: {fault}" for fault in await self._look(back)]

    async def _expire(self) -> None:
        async with self.post.database.begin() as session:
            await deliveries.expire(session, self.clock.now())

    async def _look(self, back: datetime) -> Sequence[str]:
        sent = self.messenger.sent
        async with self.post.database.look() as session:
            which = col(DeliveryRow.telegram_message).in_(sent)
            rows = (await session.exec(select(DeliveryRow).where(which))).all()
            due = (col(DeliveryRow.state) == State.PLANNED) & (col(DeliveryRow.due) <= back)
            left = (await session.exec(select(DeliveryRow.id).where(due))).all()
            faults = [f"{one} was left" for one in left]
            faults += [
                f"a {row.slot} due {row.due}, good until {row.until}, went at {at}"
                for row in rows
                for at in [sent[row.telegram_message or 0]]
                if not row.due <= at < row.until
            ]
            waited = Counter(row.chat_id for row in rows if row.due < back)
        self.late += waited.total()
        faults += [f"{number} things that waited" for number in waited.values() if number > 1]
        self.fastest = max(self.fastest, _most_in_a_second(sorted(sent.values())))
        return [*faults, *self._too_fast()]

    def _too_fast(self) -> Iterator[str]:
        if self.fastest > RATE:
            yield f"{self.fastest} in a second"


def _most_in_a_second(moments: Sequence[datetime]) -> int:
    """Return the most moments that lie within one second."""
    first = most = 0
    for place, at in enumerate(moments):
        while at - moments[first] >= SECOND:
            first += 1
        most = max(most, place - first + 1)
    return most
