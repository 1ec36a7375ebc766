"""Each call to the database of each flow fails once, while everything else goes well.

Whatever failed, in the end everything of the flow is there exactly once, as it is without a fault,
and nobody was told of anything that was not kept.
"""

import resource
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from bot.domain.delivery import LEASE
from bot.domain.errors import DatabaseAway
from bot.services.delivering import drain
from bot.store import claims, deliveries
from tests.acceptance.recording import _integrity
from tests.campaign.breaking import Break, Breaker, Kind
from tests.campaign.desk import Desk, a_desk
from tests.campaign.flows import FLOWS, Flow
from tests.campaign.holding import empty
from tests.campaign.stands import Stand, differences, stand
from tests.campaign.starving import starved, written
from tests.campaign.trial import SQLITE, Figure, Outcome, Trial
from tests.post import Naps
from tests.services.memories import Cast, Memories
from tests.services.stage import MONDAY, Stage

PER_FLOW = 10
A_ROUND = 2_000
FINELY, ROUGHLY = 40, 8
LITTLE = LEASE + LEASE
LOG_HEAD, LOG_PAGE = 32, 24 + 4096


@dataclass(kw_only=True)
class Faults:
    """Plays flows from their beginning, with or without a fault."""

    stage: Stage
    breaker: Breaker
    memories: Memories = field(default_factory=Memories)
    moments: dict[str, datetime] = field(default_factory=dict)
    numbers: Any = field(default_factory=lambda: count(1))

    async def play(self, flow: Flow, broken: Break | None) -> "Played":
        """Begin, do the step, and then what the program does by itself once all is well again."""
        cast = await self._begin(flow)
        desk = Desk(self.stage)
        update = flow.step and {
            "update_id": next(self.numbers),
            **flow.step(cast[flow.who]),
        }
        before = _told(self.stage)
        log = await self._new_log()
        self.breaker.begin(broken)
        with starved(log.room(broken)):
            lost = await self._act(desk, flow, update)
        calls, commits = self.breaker.calls, list(self.breaker.commits)
        failed = self.breaker.noticed
        self.breaker.begin(None)
        too_soon = lost and _told(self.stage) != before
        await self._recover(update if lost else None, flow)
        unexpected = [repr(one) for one in desk.raised if not isinstance(one, DatabaseAway)]
        found = await stand(self.stage.database, self.stage.shelf)
        return Played(
            stand=found,
            calls=calls,
            commits=commits,
            pages=log.pages(),
            failed=failed,
            too_soon=too_soon,
            unexpected=unexpected,
        )

    async def _new_log(self) -> "Log":
        """Begin the database's own log anew, where it is a file of this process."""
        url = self.stage.database.engine.url
        if not self.stage.database.is_local:
            return Log(file=None)
        async with self.stage.database.engine.connect() as connection:
            await connection.execution_options(relais_reads=True)
        await self.stage.database.close()
        return Log(file=Path(f"{url.database}-wal"))

    async def _act(self, desk: Desk, flow: Flow, update: Any) -> bool:
        """Do the step; return whether Telegram keeps the update, since it was not confirmed."""
        if update:
            await desk.take([update])
        elif not flow.step:
            self.stage.clock.moment = flow.at
        await self._engine(desk)
        return bool(update and desk.raised and isinstance(desk.raised[0], DatabaseAway))

    async def _engine(self, desk: Desk) -> None:
        """Do what the engine does when it looks; what fails waits for the next time."""
        stage, now = self.stage, self.stage.clock.now()
        for do in (_expire, _plan, _send):
            try:
                await do(stage, now)
            except DatabaseAway:
                continue
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                desk.raised.append(error)

    async def _recover(self, update: Any, flow: Flow) -> None:
        """Start anew: what was kept is handled, what was not comes again, leases run out."""
        desk = Desk(self.stage)
        await desk.intake.begin()
        await self._act(desk, flow, update)
        self.stage.clock.moment += LITTLE
        async with self.stage.database.begin() as session:
            now = self.stage.clock.now()
            await claims.recover(session, now=now, steady=now)
        await self._engine(desk)
        assert not desk.raised

    async def _begin(self, flow: Flow) -> Cast:
        async with self.stage.database.begin() as session:
            await empty(await session.connection())
        self.stage.shelf.chats.clear()
        self.stage.clock.moment = self.moments.get(flow.name, MONDAY)

        cast = await self.memories.recall(self.stage, flow.whole)
        self.moments[flow.name] = self.stage.clock.moment
        return cast


@dataclass(frozen=True, kw_only=True)
class Log:
    """The file into which SQLite writes page after page, before it changes the database."""

    file: Path | None

    def pages(self) -> int:
        """Return how many pages it holds."""
        if self.file is None or not self.file.exists():
            return 0
        return (self.file.stat().st_size - LOG_HEAD) // LOG_PAGE

    def room(self, broken: Break | None) -> int:
        """Return how large files may become, so that this page is the first not to be written."""
        if broken is None or broken.kind is not Kind.WRITE:
            return resource.RLIM_INFINITY
        return LOG_HEAD + (broken.call - 1) * LOG_PAGE


@dataclass(frozen=True, kw_only=True)
class Played:
    """What came of one play."""

    stand: Stand
    calls: int
    commits: Sequence[int]
    pages: int
    failed: int
    too_soon: bool
    unexpected: Sequence[str]


async def play(trial: Trial) -> Outcome:
    """Play each fault of all flows so many times that there are `number` of them, or some."""
    async with a_desk(trial.database_url) as desk:
        desk.stage.post = replace(desk.stage.post, pause=Naps())
        faults = Faults(stage=desk.stage, breaker=Breaker.on(desk.stage.database.engine))
        chance = trial.chance()
        rounds = trial.number // A_ROUND
        flows = FLOWS if rounds else chance.sample(FLOWS, min(trial.number // PER_FLOW, len(FLOWS)))
        found: list[str] = []
        calls = played = 0
        for flow in flows:
            # The first play of a flow may make a call more than those that come after it.
            await faults.play(flow, None)
            clean = await faults.play(flow, None)
            calls += clean.calls + clean.pages
            several = list(breaks(clean, range(trial.seed, trial.seed + max(rounds, 1))))
            for broken in several if rounds else chance.sample(several, PER_FLOW):
                played += 1
                found += wrong(flow, broken, clean, await faults.play(flow, broken))
        faults.breaker.close()
        async with desk.stage.database.look() as session:
            whole = await _integrity(session, is_local=desk.stage.database.is_local)
    for one in written(trial.database_url, trial.folder):
        number, wrongs = await one.faults(FINELY if rounds else ROUGHLY)
        calls += number
        played += number
        found += wrongs
    if whole != "ok":
        found.append(f"integrity: {whole}")
    told = f"{len(flows)} flows and 2 files, {calls:,} calls and writes, {played:,} faults"
    return Outcome(reached=f"{told}: {len(found)} wrong", faults=found)


def breaks(clean: Played, rounds: Sequence[int]) -> Iterator[Break]:
    """Yield the faults of a flow: each call fails in another way in each of three rounds.

    In one of them each commit fails after it took effect too, and each write.
    """
    ways = (Kind.FULL, Kind.LOCKED, Kind.GONE)
    for turn in rounds:
        for call in range(1, clean.calls + 1):
            yield Break(call=call, kind=ways[(call + turn) % len(ways)])
    for call in clean.commits:
        yield Break(call=call, kind=Kind.GONE_AFTER)
    for page in range(1, clean.pages + 1):
        yield Break(call=page, kind=Kind.WRITE)


def wrong(flow: Flow, broken: Break, clean: Played, played: Played) -> list[str]:
    """Return a sentence for everything that is otherwise than without the fault."""
    found = [*played.unexpected, *differences(clean.stand, played.stand)]
    if not played.failed:
        found.append("nothing failed")
    if played.too_soon:
        found.append("somebody was told of what was not kept")
    return [f"{flow.name}, call {broken.call} {broken.kind}: {one}" for one in found]


async def _expire(stage: Stage, now: datetime) -> None:
    async with stage.database.begin() as session:
        await deliveries.expire(session, now)


async def _plan(stage: Stage, now: datetime) -> None:
    await stage.planner.plan_all(stage.database, now)


async def _send(stage: Stage, now: datetime) -> None:
    del now
    await drain(stage.post)


def _told(stage: Stage) -> Mapping[int, Sequence[str]]:
    return {phone: [one.text for one in bubbles] for phone, bubbles in stage.shelf.chats.items()}


FIGURE = Figure(
    name="G21",
    goal="a fault at each call and write of 20 flows: 0 corruption, 0 told and not kept, 0 lost",
    play=play,
    full=A_ROUND,
    short=PER_FLOW,
    briefly=(SQLITE,),
)
