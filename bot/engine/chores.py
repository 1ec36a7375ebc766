"""What is done now and then, by the clock that people's days are planned by."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.engine.heart import ended, heart
from bot.library import Library
from bot.services import (
    boosters,
    contact_steps,
    digesting,
    easing,
    forgetting,
    group_posts,
    housekeeping,
    preparing_ahead,
)
from bot.services.planning import Planner
from bot.store.chores import take_turn
from bot.store.db import Database

PLANNING = timedelta(minutes=1)
AGAIN = timedelta(seconds=5)
"""How soon at the earliest one that failed is tried once more."""

ERASING = timedelta(minutes=1)

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Chore:
    """Something to be done once in a while, given the moment; the first time at the start."""

    name: str
    every: timedelta
    do: Callable[[datetime], Awaitable[object]]


def usual_chores(database: Database, planner: Planner, library: Library) -> tuple[Chore, ...]:
    """Return what is done now and then: planning the coming days, keeping house, forgetting."""
    return (
        Chore(name="planning", every=PLANNING, do=lambda now: planner.plan_all(database, now)),
        Chore(
            name="easing",
            every=easing.EVERY,
            do=lambda now: easing.tend(database, planner, now),
        ),
        Chore(
            name="contacts",
            every=contact_steps.EVERY,
            do=lambda now: contact_steps.tend(database, planner, now),
        ),
        Chore(
            name="digests",
            every=digesting.EVERY,
            do=lambda now: digesting.tend(database, planner, now),
        ),
        Chore(
            name="preparations",
            every=preparing_ahead.EVERY,
            do=lambda now: preparing_ahead.tend(database, planner, now),
        ),
        Chore(
            name="group-posts",
            every=group_posts.EVERY,
            do=lambda now: group_posts.tend(database, planner, now),
        ),
        Chore(
            name="boosters",
            every=boosters.EVERY,
            do=lambda now: boosters.tend(database, planner, now, library=library),
        ),
        Chore(
            name="housekeeping",
            every=housekeeping.EVERY,
            do=lambda now: housekeeping.keep_house(database, now),
        ),
        Chore(
            name="retention",
            every=housekeeping.NIGHTLY,
            do=lambda now: housekeeping.retain(database, now, planner.bell),
        ),
        Chore(
            name="erasing",
            every=ERASING,
            do=lambda now: forgetting.erase_due(database, now, planner.bell),
        ),
    )


class Chores:
    """Does each chore when its time has come, one after the other; one that fails is logged.

    Where a database is `shared`, it says whose turn each chore is, so that it is done once however
    many processes are ready to.
    """

    def __init__(
        self, clock: Clock, chores: Sequence[Chore], *, shared: Database | None = None
    ) -> None:
        self._clock = clock
        self._chores = chores
        self._shared = shared
        self._done: dict[str, datetime] = {}
        self._busy = False
        self._tick = asyncio.Event()

    @property
    def are_behind(self) -> bool:
        """Whether something is to be done, or is being done."""
        return self._busy or any(self._is_due(chore) for chore in self._chores)

    def tick(self) -> None:
        """Look soon whether something is to be done."""
        self._tick.set()

    async def run(self) -> None:
        """Do what is to be done at each tick, until cancelled."""
        while True:
            await self._tick.wait()
            self._tick.clear()
            await self.do_what_is_due()

    async def do_what_is_due(self) -> None:
        """Do every chore whose time has come."""
        self._busy = True
        try:
            for chore in self._chores:
                if self._is_due(chore):
                    await self._do(chore)
        finally:
            self._busy = False

    def _is_due(self, chore: Chore) -> bool:
        before = self._done.get(chore.name)
        return before is None or self._clock.now() - before >= chore.every

    async def _do(self, chore: Chore) -> None:
        now = self._done[chore.name] = self._clock.now()
        try:
            if await self._is_ours(chore, now):
                await chore.do(now)
        except Exception:
            log.exception("chore_failed", chore=chore.name)
            self._done[chore.name] = now - max(chore.every - AGAIN, timedelta())

    async def _is_ours(self, chore: Chore, now: datetime) -> bool:
        if self._shared is None:
            return True
        async with self._shared.begin() as session:
            return await take_turn(session, chore.name, now, every=chore.every)


@dataclass(frozen=True, kw_only=True)
class Tending:
    """Does the chores that several machines share."""

    chores: Chores
    beaten: Callable[[], None] = lambda: None

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """Look once a second what is to be done, until the end of the block."""

        def beat() -> None:
            self.beaten()
            self.chores.tick()

        tending = asyncio.create_task(self.chores.run())
        try:
            async with heart(beat):
                yield
        finally:
            await ended(tending)
