"""What the morning digests of very many coaches cost, who all want theirs at one time."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from statistics import median

from sqlalchemy import func
from sqlmodel import col, delete, select, update

from bot.clock import SystemClock
from bot.domain.delivery import Class, State
from bot.library.holidays import public_holidays
from bot.services import digesting
from bot.services.planning import Planner
from bot.store.db import Database
from bot.store.desks import DeskRow
from bot.store.tables import DeliveryRow
from tests.bench.bench import Bench
from tests.bench.coaches import OF_EACH, add_coaches
from tests.bench.measuring import Taken, alternated, spread, timed
from tests.bench.table import Table, told
from tests.services.stage import SilentBell

MILLISECONDS = 1_000
FEWER = 10
LONG_AGO = timedelta(days=9)
"""When the digest before was: so that the week that is over is told too."""


async def play(bench: Bench) -> Sequence[Table]:
    """Make every digest that is due at one moment, among so many coaches and ten times fewer."""
    most = bench.amount(full=1_000, small=100, tiny=2)
    fewer = max(1, most // FEWER)
    cases = [(kind, coaches) for kind in bench.databases for coaches in (fewer, most)]
    now = SystemClock().now()
    async with AsyncExitStack() as stack:
        databases = [
            await stack.enter_async_context(_filled(bench, kind, coaches, now=now))
            for kind, coaches in cases
        ]
        laps = [
            partial(_digests, database, now, coaches)
            for database, (_, coaches) in zip(databases, cases, strict=True)
        ]
        played = dict(zip(cases, await alternated(bench.runs, *laps), strict=True))
    rows = [
        _row(kind, coaches, played[kind, coaches], than=(fewer, played[kind, fewer]))
        for kind, coaches in cases
    ]
    head = ("Database", "Coaches", "People", "All digests", "Each", "CPU, each", "Of the fewer")
    note = (
        f"{OF_EACH} people each: one asks for a contact, one did not answer, one cannot be "
        "reached, and the week that is over is told. One after the other, looked up and written as "
        f"deliveries, {bench.runs} runs, without Telegram."
    )
    return [Table(title="The morning digests of all coaches", head=head, rows=rows, note=note)]


def _row(
    kind: str, coaches: int, runs: Sequence[Taken], *, than: tuple[int, Sequence[Taken]]
) -> tuple[str, ...]:
    fewer, theirs = than
    each = [one.wall * MILLISECONDS / coaches for one in runs]
    cpu = [one.cpu * MILLISECONDS / coaches for one in runs]
    grown = median(each) / (median(one.wall for one in theirs) * MILLISECONDS / fewer)
    return (
        kind,
        f"{coaches:,}",
        f"{coaches * OF_EACH:,}",
        told(spread([one.wall for one in runs]), "s"),
        told(spread(each), "ms"),
        told(spread(cpu), "ms"),
        "–" if coaches == fewer else f"{grown:.2f} × each",
    )


@asynccontextmanager
async def _filled(
    bench: Bench, kind: str, coaches: int, *, now: datetime
) -> AsyncIterator[Database]:
    """Open a database in which so many coaches have their people."""
    with bench.places.used(kind, coaches * OF_EACH, are_planned=False) as place:
        async with place.opened() as database:
            await add_coaches(database, now)
            yield database


async def _digests(database: Database, now: datetime, coaches: int) -> Taken:
    """Let everybody's morning be due again, and make each digest once."""
    written = (
        col(DeliveryRow.kind) == Class.DIGEST,
        col(DeliveryRow.state) == State.PLANNED,
    )
    async with database.begin() as session:
        await session.exec(delete(DeliveryRow).where(*written))
        again = {"next_at": now, "last_at": now - LONG_AGO, "unreachable": []}
        await session.exec(update(DeskRow).values(**again))
    planner = Planner(bell=SilentBell(), holidays=public_holidays("FR"))
    taken = await timed(digesting.tend(database, planner, now))
    async with database.look() as session:
        found = await session.exec(select(func.count()).select_from(DeliveryRow).where(*written))
        assert found.one() == coaches
    return taken
