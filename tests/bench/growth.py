"""How each figure grows with the number of participants: 0 not at all, 1 as much as they do."""

from collections.abc import Mapping, Sequence
from functools import partial
from statistics import median

from bot.clock import SystemClock
from bot.store.db import Database
from tests.bench import answering, becoming_due, planning, start
from tests.bench.bench import Bench, Size
from tests.bench.measuring import alternated, exponent, spread
from tests.bench.places import SQLITE, Place
from tests.bench.relais import UNLIMITED, relais
from tests.bench.sending import all_sent, pace
from tests.bench.standing_in import Server
from tests.bench.table import Table, told

MILLISECONDS = 1_000
TAPS = 50
EDITS = 50
START = "start, to the first delivery"
SEND = "claim and send a message"
REPLY = "reply to a tap"
PLAN = "write a plan’s days anew"


async def play(bench: Bench) -> Sequence[Table]:
    """Measure each at three sizes."""
    most = bench.amount(full=100_000, small=5_000, tiny=200)
    sizes = (most // 100, most // 10, most)
    results = await alternated(bench.runs, *(partial(_figures, bench, size) for size in sizes))
    rows = []
    for name in results[0][0]:
        several = [[run[name] * MILLISECONDS for run in runs] for runs in results]
        grows = exponent([(size, median(runs)) for size, runs in zip(sizes, several, strict=True)])
        rows.append((name, *(told(spread(runs)) for runs in several), f"{grows:.2f}"))
    head = ("Milliseconds to", *(f"{size:,}" for size in sizes), "Exponent")
    note = f"On SQLite, by the number of participants, each with three plans; {bench.runs} runs."
    return [Table(title="Growth", head=head, rows=rows, note=note)]


async def _figures(bench: Bench, participants: int) -> Mapping[str, float]:
    """Return how long each takes among so many participants, in seconds."""
    several = min(bench.amount(full=300, small=20, tiny=2), participants // 2)
    with bench.places.used(SQLITE, participants) as place:
        async with place.opened() as database:
            found: Mapping[str, float] = {}
            if bench.size is not Size.TINY:
                # What needs a program of its own is tried by the other parts.
                found = await _of_the_program(bench, place, several)
            return {**found, PLAN: median(await planning.edits(database, min(several, EDITS)))}


async def _of_the_program(bench: Bench, place: Place, several: int) -> Mapping[str, float]:
    server = bench.server
    async with place.opened() as database:
        await becoming_due.make_due(database, range(1), SystemClock().now())
        begin = partial(relais, place, server, arguments=UNLIMITED)
        async with start.started(server, begin) as (_, started):
            sent = await _sent(database, server, range(1, several))
            tapping = range(several, several + min(several, TAPS))
            taps = await answering.before_them(database, tapping)
            waits = await answering.talked(server, taps)
    return {START: started.seconds, SEND: sent, REPLY: median(waits.replies)}


async def _sent(database: Database, server: Server, people: range) -> float:
    await server.forget()
    await becoming_due.make_due(database, people, SystemClock().now())
    await all_sent(server, len(people))
    return 1 / (await pace(server, cpu=0)).each_second
