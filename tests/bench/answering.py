"""From a tap to its answer and to the reply: idle, and while a broadcast waits for the limit."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

from bot.clock import SystemClock
from bot.store.db import Database
from tests.bench import becoming_due
from tests.bench.becoming_due import Tap
from tests.bench.bench import Bench
from tests.bench.cast import FIRST_ID, USUAL
from tests.bench.measuring import alternated, quantile, spread
from tests.bench.places import SQLITE
from tests.bench.programs import a_program
from tests.bench.relais import relais
from tests.bench.standing_in import Noted, Server, a_server
from tests.bench.table import Table, told
from tests.canaries import CANARY_NAME

BETWEEN_TAPS = 0.02
SETTLED = 2.0
"""After how many seconds a program has done what it does once at its start, and is idle."""

DURING_A_BROADCAST = 0.1
WAITING = 600
LATER = 60.0
MILLISECONDS = 1_000
NUMBERS = count(1)
"""Of updates, which no bot may see twice."""


@dataclass(frozen=True, kw_only=True)
class Waits:
    """How long people waited, in seconds: for the answer to a tap, and for the reply."""

    answers: Sequence[float]
    replies: Sequence[float]


class StillWaiting(Exception):
    """Somebody who tapped was not replied to yet."""


async def of_relais(bench: Bench, several: int) -> Waits:
    """Tap again and again while Relais has nothing else to do."""
    server = bench.server
    with bench.places.used(SQLITE, several) as place:
        async with place.opened() as database:
            taps = await before_them(database, range(several))
        async with relais(place, server):
            await server.polled()
            return await talked(server, taps)


async def of_the_library(bench: Bench, several: int) -> Waits:
    """Tap as often while a bare handler has nothing else to do."""
    server, folder = bench.server, bench.places.empty()
    async with a_program(["tests.bench.bare_answering", server.url], folder / "log") as program:
        await program.hear()
        await server.polled()
        taps = [Tap(chat=FIRST_ID + number, token="tap") for number in range(several)]
        return await talked(server, taps)


async def of_relais_busy(bench: Bench, server: Server, several: int, *, waiting: int) -> Waits:
    """Tap while many messages wait for the limit."""
    with bench.places.used(SQLITE, several + waiting) as place:
        async with place.opened() as database, relais(place, server, rate=USUAL):
            taps = await before_them(database, range(several))
            await server.polled()
            await server.forget()
            others = range(several, several + waiting)
            await becoming_due.make_due(database, others, SystemClock().now())
            await server.sent(1, seconds=LATER)
            return await _tapped(server, taps)


async def of_the_library_busy(bench: Bench, server: Server, several: int, *, waiting: int) -> Waits:
    """Tap while a bare bot has as many messages queued."""
    arguments = ["tests.bench.bare_answering", server.url, "--queued", str(waiting)]
    async with a_program(arguments, bench.places.empty() / "log") as program:
        await server.forget()
        await program.hear()
        await server.sent(1, seconds=LATER)
        taps = [Tap(chat=FIRST_ID - 1 - number, token="tap") for number in range(several)]
        return await _tapped(server, taps)


async def before_them(database: Database, people: range) -> Sequence[Tap]:
    """Let these participants have today's nudge before them."""
    return await becoming_due.make_sent(database, people, SystemClock().now())


async def talked(server: Server, taps: Sequence[Tap]) -> Waits:
    """Let one after the other tap, each a moment after the one before was replied to."""
    await asyncio.sleep(SETTLED)
    await server.forget()
    await server.talk([_update(tap) for tap in taps], pause=BETWEEN_TAPS)
    return _waits(await server.noted(), taps)


async def play(bench: Bench) -> Sequence[Table]:
    """Measure the idle bot."""
    several = bench.amount(full=100, small=50, tiny=2)
    laps = (partial(of_relais, bench, several), partial(of_the_library, bench, several))
    results = await alternated(bench.runs, *laps)
    return [_table(f"Taps while nothing else is to be done, {several} a run", results)]


async def busy(bench: Bench) -> Table:
    """Measure the bot while a broadcast waits, each with a Telegram of its own."""
    several = bench.amount(full=50, small=20, tiny=2)
    waiting = bench.amount(full=WAITING, small=WAITING // 4, tiny=10)
    folder = bench.places.empty
    async with a_server(folder()) as ours, a_server(folder()) as theirs:
        laps = (
            partial(of_relais_busy, bench, ours, several, waiting=waiting),
            partial(of_the_library_busy, bench, theirs, several, waiting=waiting),
        )
        results = await alternated(bench.runs, *laps)
    return _table(f"Taps while {waiting} messages wait for the limit, {several} a run", results)


async def _tapped(server: Server, taps: Sequence[Tap]) -> Waits:
    """Tap at even intervals, and wait until the last reply is there."""
    for tap in taps:
        await server.push(_update(tap))
        await asyncio.sleep(DURING_A_BROADCAST)
    async with asyncio.timeout(LATER):
        while True:
            with suppress(StillWaiting):
                return _waits(await server.noted(), taps)
            await asyncio.sleep(DURING_A_BROADCAST)


def _update(tap: Tap) -> Mapping[str, Any]:
    who = {"id": tap.chat, "is_bot": False, "first_name": CANARY_NAME, "language_code": "fr"}
    message = {
        "message_id": tap.chat - FIRST_ID + 1,
        "date": 1_767_225_600,
        "chat": {"id": tap.chat, "type": "private", "first_name": CANARY_NAME},
        "text": ".",
    }
    query = {"id": f"{tap.chat}", "from": who, "chat_instance": "1", "data": tap.token}
    return {"update_id": next(NUMBERS), "callback_query": query | {"message": message}}


def _waits(noted: Noted, taps: Sequence[Tap]) -> Waits:
    """Return how long each tap waited; raise StillWaiting where one was not answered yet."""
    given = dict(zip((tap.chat for tap in taps), sorted(noted.given.items()), strict=False))
    answers = {
        int(one.fields["callback_query_id"]): one.at
        for one in noted.calls
        if one.method == "answerCallbackQuery"
    }
    replies = {one.chat: one.at for one in noted.sendings}
    if not given.keys() <= answers.keys() & replies.keys() or len(given) < len(taps):
        raise StillWaiting
    return Waits(
        answers=[answers[chat] - at for chat, (_, at) in given.items()],
        replies=[replies[chat] - at for chat, (_, at) in given.items()],
    )


def _table(title: str, results: Sequence[Sequence[Waits]]) -> Table:
    head = ("Who answers", "Tap answered, p50", "p99", "Replied to, p50", "p99")
    names = ("Relais", "a bare handler, no database")
    rows = [_row(name, runs) for name, runs in zip(names, results, strict=True)]
    return Table(title=title, head=head, rows=rows, note=f"{len(results[0])} runs, milliseconds.")


def _row(name: str, runs: Sequence[Waits]) -> tuple[str, ...]:
    cells = [
        told(spread([quantile(samples, percent) * MILLISECONDS for samples in several]))
        for several in ([run.answers for run in runs], [run.replies for run in runs])
        for percent in (50, 99)
    ]
    return name, *cells
