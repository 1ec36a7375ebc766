"""Many wake-ups due in the same second, and single ones: how late each is.

The ideal sends one after the other at exactly the rate that Telegram allows, from the moment at
which they are due.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from random import Random
from time import monotonic

from bot.clock import SystemClock
from tests.bench import becoming_due
from tests.bench.bench import Bench, Size
from tests.bench.cast import FIRST_ID, PAID, USUAL
from tests.bench.job_store import write_jobs
from tests.bench.measuring import alternated, quantile, spread
from tests.bench.places import SQLITE
from tests.bench.programs import Program, a_program
from tests.bench.relais import relais
from tests.bench.standing_in import Server, a_server
from tests.bench.table import Table, told

QUEUE = "JobQueue of the library"
STORE = "APScheduler with its store"
SOON = timedelta(seconds=2)
WRITING = timedelta(milliseconds=0.4)
"""How long it takes at most to write one job into a store that is not used yet."""

STANDS_STILL = 60.0
"""For how many seconds at most a loop that stands still is waited for."""

LATER = 15.0
QUIET = 5.0
BETWEEN_SINGLES = 0.4


@dataclass(frozen=True, kw_only=True)
class Due:
    """So many wake-ups due at one moment, which the monotonic clock calls `at`."""

    several: int
    rate: int
    moment: datetime
    at: float

    @property
    def ideal(self) -> float:
        """How many seconds the last one is late at best."""
        return self.several / self.rate


@dataclass(frozen=True, kw_only=True)
class Lateness:
    """How late the wake-ups of one burst were, in seconds, in the order in which they came."""

    due: Due
    late: Sequence[float]
    stall: float | None = None

    @property
    def arrived(self) -> float:
        """Which share of them came at all."""
        return len(self.late) / self.due.several

    @property
    def share(self) -> float:
        """Which share of the rate was used, from the moment at which they were due."""
        return self.due.ideal * self.arrived / self.late[-1] if self.late else 0.0

    @property
    def pace(self) -> float:
        """Which share of the rate was used from the first to the last."""
        took = self.late[-1] - self.late[0]
        return (len(self.late) - 1) / took / self.due.rate if took else 0.0

    @property
    def against_ideal(self) -> float:
        """How late the last hundredth was, against the ideal."""
        return quantile(self.late, 99) / (self.due.ideal * 0.99)


def soon(several: int, rate: int, *, after: timedelta = SOON) -> Due:
    """Return a burst that is about to be due."""
    moment, at = SystemClock().now() + after, monotonic() + after.total_seconds()
    return Due(several=several, rate=rate, moment=moment, at=at)


async def of_relais(bench: Bench, server: Server, several: int, *, rate: int) -> Lateness:
    """Let so many wake-ups be due at once in Relais."""
    with bench.places.used(SQLITE, several) as place:
        async with place.opened() as database, relais(place, server, rate=rate):
            await server.polled()
            await server.forget()
            due = soon(several, rate)
            await becoming_due.make_due(database, range(several), due.moment)
            return await lateness(server, due)


async def of_job_queue(bench: Bench, several: int, *, rate: int) -> Lateness:
    """Let so many jobs of the library's JobQueue be due at once."""
    server, folder = bench.server, bench.places.empty()
    async with a_program(["tests.bench.bare_queue", server.url], folder / "log") as program:
        await program.hear()
        await server.forget()
        due = soon(several, rate)
        await _stall(program, {"several": several, "due": due.moment.isoformat()})
        return await _stalled(server, program, due)


async def of_job_store(bench: Bench, several: int, *, rate: int) -> Lateness:
    """Let so many jobs of APScheduler's own store be due at once."""
    server, folder = bench.server, bench.places.empty()
    arguments = ["tests.bench.bare_store", server.url, "--store", str(folder / "jobs"), "--waits"]
    async with a_program(arguments, folder / "log") as program:
        await program.hear()
        await server.forget()
        due = soon(several, rate, after=SOON + several * WRITING)
        chats = range(FIRST_ID, FIRST_ID + several)
        write_jobs(folder / "jobs", chats, due.moment)
        await program.order("begin")
        if monotonic() >= due.at:
            raise RuntimeError("It began too late to be compared.")
        return await _stalled(server, program, due)


async def lateness(server: Server, due: Due) -> Lateness:
    """Wait until all came, or until no more come; return how late they were."""
    before, came = -1, 0
    while before < came < due.several:
        before, came = came, await server.sent(due.several, seconds=QUIET)
    return Lateness(due=due, late=[one.at - due.at for one in (await server.noted()).sendings])


async def _stalled(server: Server, program: Program, due: Due) -> Lateness:
    """Wait likewise for a bare bot; its loop may stand still for longer than one waits for more."""
    await lateness(server, due)
    stall = await _stall(program, {"tell": "stall"})
    return replace(await lateness(server, due), stall=stall)


async def _stall(program: Program, order: object) -> float:
    """Return for how long its loop stood still, or for how long that was waited for."""
    try:
        async with asyncio.timeout(STANDS_STILL):
            return float(await program.order(order))
    except TimeoutError:
        return STANDS_STILL


async def singles(bench: Bench, server: Server, several: int) -> Sequence[float]:
    """Let wake-ups be due one by one in an idle Relais; return how late each is, in seconds."""
    dice = Random(several)  # noqa: S311 - chance that must be repeatable
    with bench.places.used(SQLITE, several) as place:
        async with place.opened() as database, relais(place, server, rate=USUAL):
            await server.polled()
            await server.forget()
            begin = soon(several, USUAL)
            waits = [(place + dice.random()) * BETWEEN_SINGLES for place in range(several)]
            moments = [begin.moment + timedelta(seconds=wait) for wait in waits]
            await becoming_due.make_due_one_by_one(database, moments)
            await server.sent(several, seconds=waits[-1] + LATER)
            sendings = (await server.noted()).sendings
    return [one.at - begin.at - waits[one.chat - FIRST_ID] for one in sendings]


async def play(bench: Bench) -> Sequence[Table]:
    """Fill the paid limit, and let the other schedulers try the same without any limit."""
    several = bench.amount(full=10_000, small=1_000, tiny=20)
    fewer = bench.amount(full=500, small=200, tiny=20)
    laps = {
        "Relais": partial(of_relais, bench, bench.server, several, rate=PAID),
        STORE: partial(of_job_store, bench, fewer, rate=PAID),
    }
    results = await alternated(bench.runs, *laps.values())
    rows = [row(name, found) for name, found in zip(laps, results, strict=True)]
    # Once: their loops stand still for a minute and more.
    rows.append(row(QUEUE, [await of_job_queue(bench, several, rate=PAID)]))
    if bench.size is Size.FULL:
        rows.append(row(STORE, [await of_job_store(bench, several, rate=PAID)]))
    title = f"{several:,} wake-ups due at one moment, 1,000 a second"
    note = f"A loop that stands still is waited for {STANDS_STILL:.0f} s at most."
    return [table(title, rows, note=note)]


async def usual(bench: Bench) -> Table:
    """Fill the usual limit: once with many wake-ups, several times with fewer."""
    many, few = bench.amount(full=10_000, small=300, tiny=20), 300
    rows = []
    async with a_server(bench.places.empty()) as server:
        rows.append(row("Relais", [await of_relais(bench, server, many, rate=USUAL)]))
        if many > few:
            lap = partial(of_relais, bench, server, few, rate=USUAL)
            rows += [row("Relais", found) for found in await alternated(bench.runs, lap)]
    return table("Wake-ups due at one moment, 30 a second", rows)


async def one_by_one(bench: Bench) -> Table:
    """Measure how late single wake-ups are, in an idle Relais and in an idle JobQueue."""
    several = bench.amount(full=100, small=20, tiny=2)
    async with a_server(bench.places.empty()) as server:
        late = await singles(bench, server, several)
    row = ["Relais", f"{len(late):,}", *(f"{quantile(late, one):.2f} s" for one in (50, 99, 100))]
    head = ("Who", "Wake-ups", "p50 late (goal ≤ 1 s)", "p99 late (goal ≤ 2 s)", "latest")
    return Table(title="Single wake-ups, at any moment", head=head, rows=[row])


def table(title: str, rows: Sequence[Sequence[str]], *, note: str = "") -> Table:
    """Return a table of bursts."""
    counted = ("Who", "Due at once", "Runs", "Came")
    shares = ("Of the limit, once it began", "since all were due")
    head = (*counted, *shares, "p99 late", "Against the ideal", "Loop stood still")
    return Table(title=title, head=head, rows=rows, note=note)


def row(name: str, runs: Sequence[Lateness]) -> tuple[str, ...]:
    """Return what several runs of one burst came to."""
    stalls = [one.stall for one in runs if one.stall is not None]
    came = [run for run in runs if run.late]
    measured = ("–",) * 4
    if came:
        measured = (
            told(spread([one.pace * 100 for one in came]), "%"),
            told(spread([one.share * 100 for one in came]), "%"),
            told(spread([quantile(one.late, 99) for one in came]), "s"),
            told(spread([one.against_ideal for one in came]), "×"),
        )
    return (
        name,
        f"{runs[0].due.several:,}",
        f"{len(runs)}",
        told(spread([one.arrived * 100 for one in runs]), "%"),
        *measured,
        told(spread(stalls), "s") if stalls else "–",
    )
