"""The bot is told to stop again and again while many people write to it, and starts anew.

Nothing is left in doubt, nothing goes out twice, and what people write is soon taken in again.
"""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from sqlmodel import col, select

from bot.clock import SystemClock
from bot.domain.delivery import Class, Delivery, State
from bot.domain.message import Message, Phrase
from bot.domain.people import Chat
from bot.domain.update import UpdateState
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.serving import served
from bot.sandbox.telegram import telegram_app
from bot.store.db import Database
from bot.store.tables import DeliveryRow, UpdateRow
from bot.store.vault import KEY_LENGTH, Vault, open_vault
from tests.acceptance.checking import Arrival, Records, Sending, complaints
from tests.acceptance.recording import _integrity
from tests.acceptance.shared_clock import SharedClock
from tests.acceptance.watched import WatchedWorld
from tests.campaign.crowd import add_chats, add_deliveries
from tests.campaign.restarts import Life, Lives, gaps, lives, look, tell_to_stop
from tests.campaign.rows import sendings
from tests.campaign.trial import SQLITE, Figure, Outcome, Trial
from tests.examples import a_delivery

PEOPLE = 40
WAVE = 10
EACH = 0.08
"""Seconds between one update and the next."""

SLOWNESS = 40
"""How much quicker than the sandbox's own slow replies the slow ones are: 25 to 125 ms."""

LATEST = 0.3
"""Seconds, at most, from the first reply of a life to its end."""

BEGUN_EVERY = 20
LONGEST_GAP = timedelta(seconds=10)
LONGEST_STOP = 10.0
PATIENCE = timedelta(seconds=60)
LOOK_AGAIN = 0.05
IDENTITY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(kw_only=True)
class Load:
    """People who write one after the other, without a pause."""

    world: WatchedWorld
    clock: SharedClock
    chance: Random
    people: Sequence[int]
    written: Counter[int] = field(default_factory=Counter)
    real: SystemClock = field(default_factory=SystemClock)
    handle: asyncio.TimerHandle | None = None

    def go_on(self) -> None:
        """Write, and write again a little later."""
        self.tick()
        person = self.chance.choice(self.people)
        self.world.write(person, "/menu")
        self.written[person] += 1
        self.handle = asyncio.get_running_loop().call_later(EACH, self.go_on)

    def tick(self) -> None:
        """Let the bot's clock show what it is."""
        self.clock.set(self.real.now())

    def stop(self) -> None:
        """Write nothing more."""
        if self.handle:
            self.handle.cancel()


@dataclass(kw_only=True)
class Restarting:
    """Everything that plays, and what was noted."""

    trial: Trial
    database: Database
    lives: Lives
    load: Load
    chance: Random
    crowd: Sequence[Chat] = ()
    ends: list[datetime] = field(default_factory=list)
    stops: list[float] = field(default_factory=list)
    waves: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    async def play(self) -> None:
        """Live `number` times until told to stop, then once more until all is done."""
        for turn in range(self.trial.number):
            life = await self._begin(turn)
            await self.works()
            await self.wave(life)
            await self.lives_on(life, within=self.chance.uniform(0, LATEST))
            await self.stop(life)
        life = await self.lives.fork()
        await self.works()
        self.load.stop()
        await self.until_quiet(life)
        await self.stop(life)
        self.ends.pop()

    async def _begin(self, turn: int) -> Life:
        if turn % BEGUN_EVERY == BEGUN_EVERY - 1:
            return await self.lives.begin(self.trial.folder / "begun.log")
        return await self.lives.fork()

    async def works(self) -> None:
        """Wait until somebody gets a reply; the first time, get to know people."""
        accepted = len(self.load.world.accepts)
        await self.load.world.settled(
            lambda: any(one.method == "sendMessage" for one in self.load.world.accepts[accepted:]),
            within=PATIENCE,
        )
        if not self.crowd:
            self.database.vault = open_vault(self.trial.folder / "relais.key")
            self.crowd = await add_chats(self.database, self.load.people, self.load.clock.now())

    async def wave(self, life: Life, *, later: timedelta = timedelta()) -> None:
        """Let much become due at one moment."""
        now = self.load.clock.now() + later
        several = self.chance.sample(self.crowd, WAVE)
        wave = [_naming_itself(one, self.chance.choice(list(Class)), now) for one in several]
        self.waves += [one.id for one in wave]
        await add_deliveries(self.database, several, wave)
        look(life)

    async def lives_on(self, life: Life, *, within: float) -> None:
        """Let some seconds pass, in which nobody tells the bot to end."""
        with suppress(TimeoutError):
            status = await asyncio.wait_for(life.over(), within)
            self.faults.append(f"the bot ended by itself: {status}")

    async def stop(self, life: Life) -> None:
        """Tell it to end, and wait for that."""
        loop = asyncio.get_running_loop()
        told = loop.time()
        tell_to_stop(life)
        status = await life.over()
        self.stops.append(loop.time() - told)
        self.ends.append(self.load.clock.now())
        if status:
            self.faults.append(f"told to stop, the bot ended with {status}")

    async def until_quiet(self, life: Life) -> None:
        """Wait until everything is handled and sent."""
        async with asyncio.timeout(PATIENCE.total_seconds()):
            while not await self._is_quiet():
                self.load.tick()
                look(life)
                await self.lives_on(life, within=LOOK_AGAIN)

    async def _is_quiet(self) -> bool:
        if self.load.world.updates.waiting():
            return False
        open_ones = col(DeliveryRow.state).in_([State.PLANNED, State.SENDING])
        waiting = col(UpdateRow.state) == UpdateState.WAITING
        async with self.database.look() as session:
            unsent = await session.exec(select(DeliveryRow.id).where(open_ones))
            unread = await session.exec(select(UpdateRow.id).where(waiting))
            return unsent.first() is None and unread.first() is None


async def play(trial: Trial) -> Outcome:
    """Tell the bot to stop `number` times."""
    async with restarting(trial) as played:
        played.load.go_on()
        try:
            await played.play()
        finally:
            played.load.stop()
        records, taken = await look_back(played)
        replies = await replies_of(played)
    found = gaps(taken, played.ends)
    faults = [
        *played.faults,
        *complaints(records),
        *in_doubt(records.sendings),
        *too_long(found, played.stops),
        *unanswered(played.load.written, replies),
    ]
    told = f"{len(played.ends)} restarts, {played.load.written.total():,} updates"
    longest = max(found, default=timedelta()).total_seconds()
    slowest = max(played.stops)
    reached = f"{told}: at most {longest:.1f} s without input, {slowest:.1f} s to stop"
    return Outcome(reached=f"{reached}, {len(faults)} wrong", faults=faults)


def in_doubt(several: Sequence[Sending]) -> Iterator[str]:
    """Yield what nobody knows the outcome of, and what went out more than once."""
    for one in several:
        if one.state is State.UNCERTAIN or one.copies > 1:
            yield f"delivery {one.id} is {one.state}, {one.copies} copies"


def too_long(found: Sequence[timedelta], stops: Sequence[float]) -> Iterator[str]:
    """Yield the gaps and the ends that took too long."""
    yield from (f"nothing taken in for {gap}" for gap in found if gap > LONGEST_GAP)
    yield from (f"{stop:.1f} s to stop" for stop in stops if stop > LONGEST_STOP)


def unanswered(written: Mapping[int, int], replies: Mapping[int, tuple[int, int]]) -> Iterator[str]:
    """Yield who wrote more or less often than they were answered: in rows, and on the phone."""
    for person, number in written.items():
        rows, arrived = replies.get(person, (0, 0))
        if not number == rows == arrived:
            yield f"{number} updates, {rows} replies, {arrived} arrived"


@asynccontextmanager
async def restarting(trial: Trial) -> AsyncIterator[Restarting]:
    """Give everything that a bot in a process of its own needs, and people who write to it."""
    chance = trial.chance()
    clock = SharedClock.make(trial.folder / "clock", SystemClock().now())
    world = WatchedWorld(clock=SystemClock(), bots=())
    people = [world.add_person(first_name="Canari").id for _ in range(PEOPLE)]
    slow = Faults(
        seed=trial.seed,
        rates={Fault.SLOW: 0.5},
        methods=["sendMessage"],
        sleep=lambda seconds: asyncio.sleep(seconds / SLOWNESS),
    )
    url = trial.database_url.replace("sqlite+aiosqlite:", "sqlite:")
    database = Database(url, Vault({1: bytes(KEY_LENGTH)}))
    async with served(telegram_app(world, faults=slow)) as address:
        settings = {
            "telegram_token": world.bot.token,
            "telegram_base_url": address,
            "database_url": url,
            "secret_key_file": str(trial.folder / "relais.key"),
            "web_port": "0",
        }
        files = {"clock": str(trial.folder / "clock"), "log": str(trial.folder / "log")}
        async with lives({"settings": settings, "pace": 1, **files}) as several:
            try:
                yield Restarting(
                    trial=trial,
                    database=database,
                    lives=several,
                    load=Load(world=world, clock=clock, chance=chance, people=people),
                    chance=Random(trial.seed),  # noqa: S311 - chance that must be repeatable
                )
            finally:
                await database.close()


def _naming_itself(chat: Chat, kind: Class, due: datetime) -> Delivery:
    """Return a delivery whose words, which stand in the real content, hold its identity."""
    one = a_delivery(chat, kind, due=due)
    return replace(one, message=Message(says=Phrase("line-contact-unreachable", {"name": one.id})))


async def look_back(restarting: Restarting) -> tuple[Records, Sequence[datetime]]:
    """Return what is known of the waves and of the updates, and when those were taken in."""
    database, world = restarting.database, restarting.load.world
    rows = await sendings(database)
    async with database.look() as session:
        columns = select(UpdateRow.number, UpdateRow.state, UpdateRow.received_at)
        updates = (await session.exec(columns)).all()
        integrity = await _integrity(session, is_local=database.is_local)
    records = Records(
        now=restarting.load.clock.now(),
        given=tuple(world.given),
        updates=[(number, UpdateState(state)) for number, state, _ in updates],
        sendings=[rows[id_] for id_ in restarting.waves],
        arrivals=[
            Arrival(look=found[0], at=one.at)
            for one in world.accepted
            if (found := IDENTITY.search(one.text))
        ],
        effects={},
        integrity=integrity,
    )
    return records, [at for _, _, at in updates]


async def replies_of(
    played: Restarting, states: Collection[State] = frozenset({State.SENT})
) -> Mapping[int, tuple[int, int]]:
    """Return how many replies each person has, as rows in these states and on the phone."""
    which = select(DeliveryRow.chat_id).where(
        col(DeliveryRow.id).not_in(played.waves), col(DeliveryRow.state).in_(states)
    )
    async with played.database.look() as session:
        rows = Counter((await session.exec(which)).all())
    accepted = played.load.world.accepted
    arrived = Counter(one.chat_id for one in accepted if not IDENTITY.search(one.text))
    return {chat.telegram_id: (rows[chat.id], arrived[chat.telegram_id]) for chat in played.crowd}


FIGURE = Figure(
    name="G23",
    goal="200 restarts by SIGTERM under load: 0 in doubt, 0 twice, at most 10 s without input",
    play=play,
    full=200,
    short=2,
    briefly=(SQLITE,),
)
