"""From the start of the process to the first delivery, and the memory that it takes by then."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import monotonic
from typing import NamedTuple, TypeAlias

from bot.clock import SystemClock
from tests.bench import becoming_due
from tests.bench.bench import Bench
from tests.bench.cast import FIRST_ID, PLANS
from tests.bench.job_store import write_daily_jobs, write_jobs
from tests.bench.measuring import Lap, alternated, spread
from tests.bench.places import SQLITE
from tests.bench.programs import Program, a_program
from tests.bench.relais import relais
from tests.bench.reminders import daily, write_table
from tests.bench.standing_in import Server
from tests.bench.table import Table, told

PATIENCE = 300.0
OURS = "Relais, on SQLite"
QUEUE = "JobQueue of the library"
STORE = "APScheduler with its store"
A_MOMENT = 1.0
"""So that what else is done at a start counts among the memory, too."""

Begin: TypeAlias = Callable[[], AbstractAsyncContextManager[Program]]


@dataclass(frozen=True, kw_only=True)
class Started:
    """How long it took until the first delivery, in seconds, and the memory, in megabytes."""

    seconds: float
    memory: float


class Who(NamedTuple):
    """Who starts, and with how many participants."""

    name: str
    participants: int


async def of_relais(bench: Bench, participants: int) -> Started:
    """Start Relais with something due."""
    with bench.places.used(SQLITE, participants) as place:
        async with place.opened() as database:
            await becoming_due.make_due(database, range(1), SystemClock().now())
        return await _started(bench.server, lambda: relais(place, bench.server))


async def of_job_queue(bench: Bench, file: Path) -> Started:
    """Start a bare bot that makes a job of the library's JobQueue from each row of a table."""
    arguments = ["tests.bench.bare_queue", bench.server.url, "--table", str(file)]
    return await _of_a_bare_bot(bench, arguments)


async def of_job_store(bench: Bench, file: Path) -> Started:
    """Start a bare bot that has its jobs in APScheduler's own store."""
    copy = bench.places.empty() / file.name
    shutil.copy(file, copy)
    # By default a job is dropped when it is a second late, which it is once the program runs.
    write_jobs(copy, [FIRST_ID], SystemClock().now(), grace=None)
    arguments = ["tests.bench.bare_store", bench.server.url, "--store", str(copy)]
    return await _of_a_bare_bot(bench, arguments)


async def play(bench: Bench) -> Sequence[Table]:
    """Start each with few and with many plans; the others only once with the many."""
    few = bench.amount(full=1_000, small=100, tiny=1)
    many = bench.amount(full=100_000, small=2_000, tiny=0)
    laps = {**_ours(bench, few), **_bare(bench, few), **_ours(bench, many)}
    results = dict(zip(laps, await alternated(bench.runs, *laps.values()), strict=True))
    for who, lap in _bare(bench, many).items():
        results[who] = [await lap()]
    rows = [
        _row(who, runs, results[Who(who.name, few)] if who.participants == many else ())
        for who, runs in sorted(results.items(), key=_place)
    ]
    head = ("Who starts", "Plans", "Runs", "To the first delivery", "Peak memory", "Of the fewer")
    return [Table(title="Start", head=head, rows=rows)]


def _ours(bench: Bench, participants: int) -> dict[Who, Lap[Started]]:
    """Return how Relais starts; nothing for nobody."""
    if not participants:
        return {}
    return {Who(OURS, participants): partial(of_relais, bench, participants)}


def _bare(bench: Bench, participants: int) -> dict[Who, Lap[Started]]:
    """Write what other bots keep of so many participants, and return how each of them starts."""
    if not participants:
        return {}
    folder, several = bench.places.empty(), daily(participants)
    write_table(folder / "table", several)
    write_daily_jobs(folder / "jobs", several, SystemClock().now())
    return {
        Who(QUEUE, participants): partial(of_job_queue, bench, folder / "table"),
        Who(STORE, participants): partial(of_job_store, bench, folder / "jobs"),
    }


async def _of_a_bare_bot(bench: Bench, arguments: Sequence[str]) -> Started:
    log = bench.places.empty() / "log"
    return await _started(bench.server, lambda: a_program(arguments, log))


@asynccontextmanager
async def started(server: Server, begin: Begin) -> AsyncIterator[tuple[Program, Started]]:
    """Run a program for the block, which begins once it has sent its first message."""
    await server.forget()
    begun = monotonic()
    async with begin() as program:
        if not await server.sent(1, seconds=PATIENCE):
            raise RuntimeError("Nothing was sent.")
        first = (await server.noted()).sendings[0]
        await asyncio.sleep(A_MOMENT)
        yield program, Started(seconds=first.at - begun, memory=program.peak())


async def _started(server: Server, begin: Begin) -> Started:
    async with started(server, begin) as (_, figures):
        return figures


def _place(one: tuple[Who, Sequence[Started]]) -> tuple[int, int]:
    return (OURS, QUEUE, STORE).index(one[0].name), one[0].participants


def _row(who: Who, runs: Sequence[Started], fewer: Sequence[Started]) -> tuple[str, ...]:
    seconds = spread([one.seconds for one in runs])
    memory = spread([one.memory for one in runs])
    against = "–"
    if fewer:
        longer = seconds.median / median(one.seconds for one in fewer)
        larger = memory.median / median(one.memory for one in fewer)
        against = f"{longer:.2f} × the time, {larger:.2f} × the memory"
    plans = f"{who.participants * PLANS:,}"
    return who.name, plans, f"{len(runs)}", told(seconds, "s"), told(memory, "MB"), against
