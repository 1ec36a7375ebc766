"""Messages a second, and processor time a message: the whole path against a bare loop."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from bot.clock import SystemClock
from bot.store.db import Database
from tests.bench import becoming_due
from tests.bench.bench import Bench, Size
from tests.bench.measuring import alternated, spread
from tests.bench.programs import a_program
from tests.bench.relais import UNLIMITED, relais
from tests.bench.standing_in import Server
from tests.bench.table import Table, told

AT_ONCE = (1, 16, 64)
DELAY = 0.05
WARMING = 50
"""How many messages go first and do not count: whoever has just begun is slower."""

PATIENCE = 120.0
LOOK_AGAIN = 0.1
MILLISECONDS = 1_000


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How fast messages went out, and what one cost its process, in seconds."""

    each_second: float
    cpu: float


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What is sent: so many messages, to a Telegram that takes its time to answer."""

    bench: Bench
    messages: int
    delay: float = 0.0


async def whole_path(trial: Trial, kind: str) -> Pace:
    """Let messages become due while Relais runs; wait until each is written down as sent."""
    server, several = trial.bench.server, trial.messages
    with trial.bench.places.used(kind, WARMING + several) as place:
        begin = relais(place, server, arguments=UNLIMITED)
        async with place.opened() as database, begin as program:
            await server.polled()
            await _through(database, server, range(WARMING))
            await server.forget(delay=trial.delay)
            before = program.cpu()
            await _through(database, server, range(WARMING, WARMING + several))
            return await pace(server, cpu=(program.cpu() - before) / several)


async def bare(trial: Trial, at_once: int, *options: str) -> Pace:
    """Let the library alone send as many, so many at once; `--ours` over the client of Relais."""
    server, several = trial.bench.server, trial.messages
    folder = trial.bench.places.empty()
    arguments = ["tests.bench.bare_sending", server.url, "--at-once", str(at_once), *options]
    async with a_program(arguments, folder / "log") as program:
        await program.hear()
        await program.order(WARMING)
        await server.forget(delay=trial.delay)
        before = program.cpu()
        await program.order(several)
        return await pace(server, cpu=(program.cpu() - before) / several)


async def _through(database: Database, server: Server, people: range) -> None:
    """Let these people's messages be due, and wait until each is written down as sent."""
    await becoming_due.make_due(database, people, SystemClock().now())
    await all_sent(server, len(people))
    while await becoming_due.sent(database) < people.stop:  # noqa: ASYNC110 - another writes it
        await asyncio.sleep(LOOK_AGAIN)


async def play(bench: Bench) -> Sequence[Table]:
    """Send to a Telegram that answers at once, and to one that takes 50 ms."""
    messages = bench.amount(full=1_000, small=300, tiny=20)
    at_once = Trial(bench=bench, messages=messages)
    if bench.size is Size.TINY:
        return [await _table(at_once, "Sending", AT_ONCE[1:2])]
    slowly = Trial(bench=bench, messages=messages // 2, delay=DELAY)
    return [
        await _table(at_once, "Sending, answered at once", AT_ONCE),
        await _table(slowly, "Sending, answered after 50 ms", AT_ONCE[1:]),
    ]


async def _table(trial: Trial, title: str, at_once: Sequence[int]) -> Table:
    databases = trial.bench.databases
    laps = {f"Relais, whole path, {kind}": partial(whole_path, trial, kind) for kind in databases}
    laps |= {f"bare loop, {some} at once": partial(bare, trial, some) for some in at_once}
    plain = len(laps)
    laps |= {
        f"bare loop over the client of Relais, {some} at once": partial(bare, trial, some, "--ours")
        for some in at_once
    }
    results = await alternated(trial.bench.runs, *laps.values())
    best = max(
        median(one.each_second for one in paces) for paces in results[len(databases) : plain]
    )
    return Table(
        title=title,
        head=("Who sends", "Messages a second", "Of the best bare loop", "CPU a message"),
        rows=[_row(name, paces, best) for name, paces in zip(laps, results, strict=True)],
        note=f"{trial.messages:,} messages a run, {trial.bench.runs} runs.",
    )


def _row(name: str, paces: Sequence[Pace], best: float) -> tuple[str, ...]:
    fast = spread([one.each_second for one in paces])
    costs = spread([one.cpu * MILLISECONDS for one in paces])
    return name, told(fast), f"{fast.median / best:.2f} ×", told(costs, "ms")


async def all_sent(server: Server, several: int) -> None:
    """Wait until so many messages came."""
    if await server.sent(several, seconds=PATIENCE) < several:
        raise RuntimeError("Not every message was sent.")


async def pace(server: Server, *, cpu: float) -> Pace:
    """Return how fast messages came, from the first to the last."""
    sendings = (await server.noted()).sendings
    took = sendings[-1].at - sendings[0].at
    return Pace(each_second=(len(sendings) - 1) / took, cpu=cpu)
