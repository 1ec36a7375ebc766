"""The paid limit of 1,000 a second, filled by two workers on PostgreSQL."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial

from sqlalchemy import func, table
from sqlmodel import select

from bot.store.db import Database
from tests.bench import becoming_due, burst
from tests.bench.bench import Bench
from tests.bench.burst import Lateness, lateness, soon
from tests.bench.cast import PAID
from tests.bench.measuring import alternated
from tests.bench.places import POSTGRES
from tests.bench.relais import WHOLE, relais
from tests.bench.table import Table

WORKERS = 2
WORKER = (*WHOLE, "--parts", "workers")
PATIENCE = 60.0
LOOK_AGAIN = 0.1


async def of_workers(bench: Bench, several: int) -> Lateness:
    """Let so many wake-ups be due at once, for processes that only send."""
    server = bench.server
    with bench.places.used(POSTGRES, several) as place:
        async with AsyncExitStack() as stack:
            database = await stack.enter_async_context(place.opened())
            for _ in range(WORKERS):
                await stack.enter_async_context(relais(place, server, arguments=WORKER))
            await _at_work(database)
            await server.forget()
            due = soon(several, PAID)
            await becoming_due.make_due(database, range(several), due.moment)
            return await lateness(server, due)


async def play(bench: Bench) -> Sequence[Table]:
    """Fill the limit."""
    several = bench.amount(full=5_000, small=1_000, tiny=20)
    [found] = await alternated(bench.runs, partial(of_workers, bench, several))
    title = f"{several:,} wake-ups due at one moment, 1,000 a second, on PostgreSQL"
    return [burst.table(title, [burst.row(f"{WORKERS} workers of Relais", found)])]


async def _at_work(database: Database) -> None:
    """Wait until every worker has said that it is there."""
    registered = select(func.count()).select_from(table("procrastinate_workers"))
    async with asyncio.timeout(PATIENCE):
        while True:
            async with database.look() as session:
                if (await session.exec(registered)).one() >= WORKERS:
                    return
            await asyncio.sleep(LOOK_AGAIN)
