"""Two hosts with two workers each send a burst; in the middle of it one of them is cut off.

Later it is back, and in the middle of another burst its workers get `kill -9`. Nothing is lost in
silence, nothing arrives above its limit, and the other host takes over soon.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import partial

from bot.domain.delivery import LIMITS, Class, State
from bot.domain.people import Chat
from tests.acceptance.checking import Sending
from tests.campaign.crowd import add_chats
from tests.campaign.hosts import can_be_made
from tests.campaign.hosts_field import Field, a_field
from tests.campaign.rows import sendings
from tests.campaign.sandbox_post import add_people
from tests.campaign.trial import POSTGRES, Figure, Outcome, Trial

NAMES = ("north", "south")
WORKERS = 2
SOON = timedelta(seconds=30)

Worker = asyncio.subprocess.Process


async def play(trial: Trial) -> Outcome:
    """Send `number` messages twice, and lose a host after a third of them: in two ways."""
    if not can_be_made():
        return Outcome(reached="not played: this machine makes no network namespaces")
    async with a_field(trial.folder, trial.seed, NAMES) as there, _working(trial, there) as workers:
        lost = there.hosts[0]
        crowd, chance = await _crowd(there, trial.number), trial.chance()
        faults: list[str] = []
        for how in (lost.cut_off, partial(_kill, workers[:WORKERS])):
            await there.workers(len(workers))
            begun = len(there.world.taken)
            await there.burst(crowd, chance.choices(list(Class), k=len(crowd)))
            await there.sent(begun + trial.number // 3)
            faults += _alone(there, begun)
            await there.lose(lost, how)
            await there.until(there.all_have_ended)
            lost.reconnect()
        found = await sendings(there.database)
        faults += [*_wrong_ends(there, found), *_late(there), *await _stop(workers[WORKERS:])]
        return Outcome(reached=_reached(there, found), faults=faults)


@asynccontextmanager
async def _working(trial: Trial, there: Field) -> AsyncIterator[Sequence[Worker]]:
    """Run the workers of every host, and wait until they are there."""
    async with AsyncExitStack() as stack:
        workers = []
        for host in there.hosts:
            for number in range(WORKERS):
                log = trial.folder / f"{host.name}-{number}.log"
                run = host.running("run", "--parts", "workers", settings=there.settings, log=log)
                workers.append(await stack.enter_async_context(run))
        await there.workers(len(workers))
        yield workers


async def _crowd(there: Field, number: int) -> Sequence[Chat]:
    now = there.world.clock.now()
    return await add_chats(there.database, add_people(there.world, number), now)


def _kill(workers: Sequence[Worker]) -> None:
    for one in workers:
        one.kill()


async def _stop(workers: Sequence[Worker]) -> Sequence[str]:
    for one in workers:
        one.terminate()
    codes = [await one.wait() for one in workers]
    return [f"a worker ended with {code}" for code in codes if code]


def _alone(there: Field, begun: int) -> Iterator[str]:
    senders = there.senders(begun)
    if len(senders) < len(there.hosts):
        yield f"before the loss only these sent: {senders}"


def _late(there: Field) -> Iterator[str]:
    for loss in there.losses:
        if not loss.left:
            yield "the lost host had nothing left to do"
        if loss.taken_over(there.world.taken) > SOON:
            yield f"its shards were taken over after {loss.taken_over(there.world.taken)}"
        if loss.finished() > SOON:
            yield f"what was on its way ended after {loss.finished()}"


def _wrong_ends(there: Field, found: Mapping[str, Sending]) -> Iterator[str]:
    arrived = Counter(one.delivery for one in there.world.taken)
    for id_, one in found.items():
        if one.state not in {State.SENT, State.UNCERTAIN}:
            yield f"{id_} ({one.kind}) is {one.state}"
        if one.state is State.SENT and not arrived[id_]:
            yield f"{id_} is called sent and never arrived"
        if arrived[id_] > LIMITS[one.kind].copies:
            yield f"{id_} ({one.kind}) arrived {arrived[id_]} times"


def _reached(there: Field, found: Mapping[str, Sending]) -> str:
    arrived = Counter(one.delivery for one in there.world.taken)
    twice = sum(times > 1 for times in arrived.values())
    uncertain = sum(one.state is State.UNCERTAIN for one in found.values())
    taken = there.world.taken
    over = [
        f"{_seconds(one.taken_over(taken))} and {_seconds(one.finished())}" for one in there.losses
    ]
    shards, under_way = (
        " and ".join(str(len(set(each))) for each in several)
        for several in (
            [one.left.values() for one in there.losses],
            [one.under_way for one in there.losses],
        )
    )
    return (
        f"{len(found):,} messages; shards taken over, and what was under way ended: cut off "
        f"{over[0]}, killed {over[1]} later ({shards} shards, {under_way} under way); "
        f"{uncertain} uncertain, {twice} came twice"
    )


def _seconds(span: timedelta) -> str:
    return f"{span.total_seconds():.1f} s"


FIGURE = Figure(
    name="Hosts",
    goal="2 hosts, one lost in a burst: 0 lost in silence, 0 above the limit, over within 30 s",
    play=play,
    full=450,
    short=60,
    databases=(POSTGRES,),
    briefly=(),
)
