"""Four workers claim the same deliveries; now and then one is stopped until its lease is over.

Nothing may be claimed twice, but for what was taken back from the one who was stopped; and
whatever that one writes when it goes on is refused.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlmodel import select

from bot.domain.delivery import LEASE, LIMITS, Class, State
from bot.domain.people import Chat
from bot.store import claims
from bot.store.db import Database
from bot.store.tables import DeliveryRow
from tests.acceptance.shared_clock import SharedClock
from tests.campaign.claiming import VAULT, SteadySharedClock, Worked
from tests.campaign.crews import Crew, processes, tasks
from tests.campaign.crowd import add_chats, add_deliveries
from tests.campaign.trial import SQLITE, Figure, Outcome, Trial
from tests.canaries import PERSON_IDS
from tests.examples import NOW, a_delivery

WORKERS = 4
LARGEST_WAVE = 500
WAVES = 2
"""How many waves there are at least."""

SECOND = timedelta(seconds=1)


@dataclass(kw_only=True)
class Told:
    """What the workers said, all together, and what those did who were held."""

    claims: Counter[str] = field(default_factory=Counter)
    late: Worked = field(default_factory=Worked)
    stops: int = 0

    def hear(self, several: Sequence[Worked]) -> None:
        """Count what was claimed."""
        for one in several:
            self.claims.update(one.claimed)

    def hear_late(self, one: Worked) -> None:
        """Count what somebody wrote whose lease was over."""
        self.hear([one])
        self.stops += 1
        self.late.claimed += one.claimed
        self.late.written += one.written
        self.late.refused += one.refused


@dataclass(frozen=True, kw_only=True)
class Storm:
    """The workers, what they work on, and the clock that their leases run by."""

    database: Database
    crew: Crew
    clock: SteadySharedClock
    crowd: Sequence[Chat]
    told: Told = field(default_factory=Told)

    async def wave(self, kinds: Sequence[Class]) -> None:
        """Let one delivery a chat be due; hold one worker beyond its lease while others work."""
        now = self.clock.now()
        due = [a_delivery(*each, due=now) for each in zip(self.crowd, kinds, strict=True)]
        held = self.told.stops % WORKERS
        await add_deliveries(self.database, self.crowd, due)
        await self.crew.hold(held)
        self.clock.set(now + LEASE)
        async with self.database.begin() as session:
            await claims.recover(session, now=self.clock.now(), steady=self.clock.steady())
        self.told.hear(await self.crew.go(but=held))
        self.told.hear_late(await self.crew.release(held))
        self.told.hear(await self.crew.go())
        self.clock.set(self.clock.now() + SECOND)


async def play(trial: Trial) -> Outcome:
    """Claim `number` deliveries in waves, with one stop in each."""
    file = trial.folder / "clock"
    SharedClock.make(file, NOW)
    clock = SteadySharedClock(file)
    database = Database(trial.database_url, VAULT)
    chance = trial.chance()
    size = min(LARGEST_WAVE, trial.number // WAVES)
    crowd = await add_chats(database, PERSON_IDS[:size])
    begin = tasks if database.is_local else processes
    async with begin(trial.database_url, file, WORKERS) as crew:
        storm = Storm(database=database, crew=crew, clock=clock, crowd=crowd)
        for _ in range(trial.number // size):
            await storm.wave(chance.choices(list(Class), k=size))
    told = storm.told
    faults = [*_faults(told), *await _left(database, told)]
    await database.close()
    late = f"{told.late.refused:,} of {len(told.late.claimed):,} late writes refused"
    twice = f"{len(_twice(told)):,} claimed twice"
    reached = f"{len(told.claims):,} deliveries, {WORKERS} workers: {twice}; "
    return Outcome(reached=f"{reached}{told.stops} stops, {late}", faults=faults)


def _twice(told: Told) -> list[str]:
    """Return what was claimed again though nobody had been stopped with it."""
    stopped = set(told.late.claimed)
    return [one for one, times in told.claims.items() if times > 1 + (one in stopped)]


def _faults(told: Told) -> Iterator[str]:
    for one in _twice(told):
        yield f"{one} was claimed {told.claims[one]} times"
    if told.late.written or told.late.refused != len(told.late.claimed):
        yield f"{told.late.written} late writes were taken"
    if not told.late.claimed:
        yield "nobody was stopped in the middle of anything"


async def _left(database: Database, told: Told) -> Sequence[str]:
    """Return a sentence for each delivery that did not end as it must."""
    stopped = set(told.late.claimed)
    async with database.look() as session:
        rows = await session.exec(select(DeliveryRow.id, DeliveryRow.kind, DeliveryRow.state))
        return [
            f"{id_} ({kind}) is {state}"
            for id_, kind, state in rows
            if state is not _end(Class(kind), stopped=id_ in stopped) or not told.claims[id_]
        ]


def _end(kind: Class, *, stopped: bool) -> State:
    return State.UNCERTAIN if stopped and LIMITS[kind].copies == 1 else State.SENT


FIGURE = Figure(
    name="G3",
    goal="4 workers: 0 of 100,000 claimed twice; every late write of a stopped one refused",
    play=play,
    full=100_000,
    short=400,
    briefly=(SQLITE,),
)
