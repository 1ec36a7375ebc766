"""Ends for bots that are never idle, and what both trials with kills begin with."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

from sqlalchemy import Select, func, literal_column, select
from sqlmodel import col

from bot.domain.delivery import State
from bot.domain.people import Chat
from bot.domain.update import UpdateState
from bot.engine.workers import JobBell
from bot.store.db import Session
from bot.store.tables import DeliveryRow, UpdateRow
from bot.store.vault import open_vault
from tests.acceptance.deaths import NEXT, WEIGHTS, Death, Where
from tests.acceptance.hard_stage import HardStage, dying
from tests.campaign.crowd import add_chats
from tests.campaign.trial import Trial

HURRIED = 60
"""How much faster leases run out: the next bot must not wait for what the last one held."""

MILLISECONDS = 80
AT_THE_START = 1 / 4
SECOND = timedelta(seconds=1)
BUSY = timedelta(milliseconds=50)
"""After how long a bot that lives on is given more to do."""


def ends(chance: Random, number: int, *, requests: int) -> Iterator[Death]:
    """Yield so many ends, each after so many requests or commits at most.

    They count from when the bot was given something to do, or one time in four from its start.
    """
    places = [where for where in WEIGHTS if where is not Where.STARTING]
    for where in chance.choices(places, k=number):
        most = MILLISECONDS if where is Where.SOON else requests
        act = 0 if chance.random() < AT_THE_START else NEXT
        yield Death(where=where, count=chance.randint(1, most), act=act)


@asynccontextmanager
async def at_work(
    trial: Trial, *, people: int, requests: int
) -> AsyncIterator[tuple[HardStage, list[Chat]]]:
    """Run a bot that is killed `number` times, for so many strangers who know it already."""
    url = trial.database_url.replace("sqlite+aiosqlite:", "sqlite:")
    deaths = ends(trial.chance(), trial.number, requests=requests)
    async with dying(url, trial.folder, deaths, pace=HURRIED) as stage:
        await stage._until(stage._has_begun)
        stage.database.vault = open_vault(stage.key_file)
        phones = [stage.phone("Canari").id for _ in range(people)]
        for one in phones:
            stage.world._know(replace(stage.world.people[one], started=True))
        yield stage, await add_chats(stage.database, phones, stage.clock.now())


class FarBell:
    """Wakes the bot in its own process: by a job, or where there are none by a signal."""

    def __init__(self, stage: HardStage) -> None:
        self._stage = stage
        self._jobs = JobBell()

    def ring(self, session: Session, shard: int) -> None:
        """Wake it once the session's transaction is committed."""
        if self._stage.database.is_local:
            session.afterwards.append(self._stage.bot.look)
        else:
            self._jobs.ring(session, shard)


async def keep_busy(stage: HardStage, give: Callable[[], Awaitable[None]]) -> None:
    """Give each bot something to do, again and again, until the last one has to live on."""
    while life := await stage.at_work():
        await give()
        stage.bot.stirred()
        with suppress(TimeoutError):
            await asyncio.wait_for(life.over.wait(), BUSY.total_seconds())
            stage.clock.set(stage.clock.now() + SECOND)


async def unanswered(stage: HardStage) -> int:
    """Count what Telegram, intake and the outbox still hold."""
    async with stage.database.look() as session:
        found = await (await session.connection()).execute(_counting_unanswered())
        return int(found.scalar_one()) + len(stage.world.updates.waiting())


@cache
def _counting_unanswered() -> Select[int]:
    # Asked again and again while the bot works: so it is put together once, and the index is used.
    kept = select(func.count()).where(
        col(UpdateRow.state) == literal_column(f"'{UpdateState.WAITING}'")
    )
    planned = select(func.count()).where(col(DeliveryRow.state) == State.PLANNED)
    return select(kept.scalar_subquery() + planned.scalar_subquery())
