"""The PostgreSQL server goes away while many people write and much is due, and comes back.

The bot goes on by itself: nothing is lost in silence, nothing goes out above its limit.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from sqlmodel import col, select

from bot.domain.delivery import LIMITS, Class, State
from bot.domain.update import UpdateState
from bot.store.db import Database
from bot.store.tables import UpdateRow
from tests.acceptance.checking import complaints
from tests.campaign.restarting_trial import (
    Restarting,
    look_back,
    replies_of,
    restarting,
)
from tests.campaign.trial import POSTGRES, Figure, Outcome, Trial
from tests.postgres import PostgresServer, running_server

KEPT = "-c fsync=off"
"""The server dies, not the machine: what it committed must be there again."""

SOONEST = timedelta(seconds=30)


async def play(trial: Trial) -> Outcome:
    """Let the server be away for `number` seconds."""
    with running_server(KEPT) as server:
        async with restarting(replace(trial, database_url=server.create())) as played:
            played.load.go_on()
            try:
                back = await _live(played, server, away=trial.number)
            finally:
                played.load.stop()
            records, _ = await look_back(played)
            aside = await set_aside(played.database)
            sent = await replies_of(played)
            ended = await replies_of(played, {State.SENT, State.UNCERTAIN})
    faults = [
        *played.faults,
        *complaints(records),
        *aside,
        *unanswered(played.load.written, sent, ended),
        *slow(back),
    ]
    states = Counter(one.state for one in records.sendings)
    told = f"{trial.number} s away, {played.load.written.total():,} updates"
    reached = f"{told}, back to work after {back.total_seconds():.1f} s"
    unknown = f"{states[State.UNCERTAIN]} of {len(records.sendings)} uncertain"
    return Outcome(reached=f"{reached}, {unknown}, {len(faults)} wrong", faults=faults)


async def set_aside(database: Database) -> list[str]:
    """Return where each update that was set aside failed."""
    dead = select(UpdateRow.trace).where(col(UpdateRow.state) == UpdateState.DEAD)
    async with database.look() as session:
        return [f"set aside: {trace}" for trace in await session.exec(dead)]


def slow(back: timedelta) -> list[str]:
    """Return a sentence where it took long until somebody was answered again."""
    return [f"{back} until somebody was answered"] if back > SOONEST else []


def unanswered(
    written: Mapping[int, int],
    sent: Mapping[int, tuple[int, int]],
    ended: Mapping[int, tuple[int, int]],
) -> Iterator[str]:
    """Yield who has more or fewer replies than they wrote, or got one that is not called sent.

    Which arrived while the database was gone is not known: such a reply may come once more.
    """
    for person, number in written.items():
        [rows, arrived], [known, _] = ended.get(person, (0, 0)), sent.get(person, (0, 0))
        if rows != number or not known <= arrived <= LIMITS[Class.REPLY].copies * rows:
            yield f"{number} updates, {rows} replies, {known} called sent, {arrived} arrived"


async def _live(played: Restarting, server: PostgresServer, *, away: int) -> timedelta:
    """Live through it; return how long it took until somebody was answered again."""
    life = await played.lives.fork()
    await played.works()
    await played.wave(life)
    await played.wave(life, later=timedelta(seconds=away / 2))
    await asyncio.to_thread(server.stop)
    try:
        await played.lives_on(life, within=away)
    finally:
        await asyncio.to_thread(server.start)
    # What is looked at from here must not be asked over a connection to the server that was.
    await played.database.close()
    back = played.load.real.steady()
    await played.works()
    back_for = played.load.real.steady() - back
    played.load.stop()
    await played.until_quiet(life)
    await played.stop(life)
    return back_for


FIGURE = Figure(
    name="PostgreSQL away",
    goal="the server is gone for 60 s: 0 lost in silence, 0 above the limit, goes on in 30 s",
    play=play,
    full=60,
    short=2,
    databases=(POSTGRES,),
    briefly=(POSTGRES,),
)
