"""Where hosts meet: the database and the sandbox that they reach over their cables."""

import asyncio
import re
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import asynccontextmanager, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from starlette.types import ASGIApp, Receive, Scope, Send

from bot import serving
from bot.clock import SystemClock
from bot.domain.delivery import Class, Delivery, State
from bot.domain.message import Message, Phrase
from bot.domain.people import Chat
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import World
from bot.store.db import Database
from bot.store.presence import PRESENT
from bot.store.vault import open_vault
from tests.campaign.crowd import add_deliveries
from tests.campaign.hosts import HUB, Host, hosts
from tests.campaign.rows import sendings
from tests.examples import a_delivery
from tests.migrated import fill
from tests.postgres import UNSAFE_AND_FAST, PostgresServer, running_server

PATIENCE = timedelta(seconds=120)
LOOK_AGAIN = 0.1
SLOWNESS = 10
"""How much quicker than the sandbox's own slow replies the slow ones are."""

NETWORK = "10.211.0.0/16"
OPEN = frozenset({State.PLANNED, State.SENDING})
IDENTITY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FROM: ContextVar[str] = ContextVar("from", default="")

LEFT = """
SELECT id, shard FROM delivery WHERE state = 'planned' AND shard IN (
    SELECT CAST(job.args ->> 'shard' AS integer) FROM procrastinate_jobs AS job
    JOIN pg_locks ON locktype = 'advisory' AND classid = :present AND objid = job.worker_id
    JOIN pg_stat_activity AS activity ON activity.pid = pg_locks.pid
    WHERE job.status = 'doing' AND host(activity.client_addr) = :address
)
"""
UNDER_WAY = "SELECT id FROM delivery WHERE state = 'sending'"
THERE = "SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND classid = :present"


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A message that the sandbox took: which, from which host, and when."""

    delivery: str
    host: str
    at: datetime


class Listening(World):
    """Notes what it takes."""

    def __init__(self) -> None:
        super().__init__(clock=SystemClock())
        self.taken: list[Taken] = []

    def accept(self, method: str, **what: Any) -> None:
        """Note a message that names itself."""
        found = IDENTITY.search(str(what.get("text", "")))
        if found:
            one = Taken(delivery=found.group(), host=FROM.get(), at=self.clock.steady())
            self.taken.append(one)
        super().accept(method, **what)


@dataclass(frozen=True, kw_only=True)
class Loss:
    """That a host was lost: when, in which shards it was sending what, and what was on its way.

    `ended` notes when that ended.
    """

    host: str
    at: datetime
    left: Mapping[str, int]
    under_way: AbstractSet[str]
    ended: dict[str, datetime] = field(default_factory=dict)

    def taken_over(self, taken: Sequence[Taken]) -> timedelta:
        """Return how long it took until another host sent in each of the shards."""
        first: dict[int, timedelta] = {}
        for one in taken:
            shard = self.left.get(one.delivery)
            if shard is not None and one.host != self.host:
                first.setdefault(shard, one.at - self.at)
        return max(first.values(), default=timedelta())

    def finished(self) -> timedelta:
        """Return how long it took until everything had ended that was on its way."""
        return max(self.ended.values(), default=self.at) - self.at


@dataclass(kw_only=True)
class Field:
    """Everything there is: the hosts, the database, the sandbox, and what was lost."""

    database: Database
    world: Listening
    hosts: Sequence[Host]
    settings: Mapping[str, str]
    losses: list[Loss] = field(default_factory=list)

    async def until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        """Wait for something; raises TimeoutError if it takes too long."""
        # What ends without being sent shows only in the database: so look again soon.
        changes = self.world.subscribe()
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                while not await holds():
                    with suppress(TimeoutError):
                        await asyncio.wait_for(changes.get(), LOOK_AGAIN)
        finally:
            self.world.unsubscribe(changes)

    async def workers(self, several: int) -> None:
        """Wait until so many workers are there."""

        async def are_there() -> bool:
            async with self.database.look() as session:
                connection = await session.connection()
                found = await connection.execute(text(THERE), {"present": PRESENT})
                return len(found.all()) == several

        await self.until(are_there)

    async def sent(self, several: int) -> None:
        """Wait until so many messages were taken."""

        async def are_taken() -> bool:
            return len(self.world.taken) >= several

        await self.until(are_taken)

    async def burst(self, crowd: Sequence[Chat], kinds: Sequence[Class]) -> None:
        """Let everybody get a message at this moment."""
        now = self.world.clock.now()
        due = [_naming_itself(*each, now) for each in zip(crowd, kinds, strict=True)]
        await add_deliveries(self.database, crowd, due)

    async def lose(self, host: Host, how: Callable[[], None]) -> Loss:
        """Note what a host is doing, and lose it."""
        async with self.database.look() as session:
            connection = await session.connection()
            its = {"address": host.address, "present": PRESENT}
            left = {row.id: row.shard for row in await connection.execute(text(LEFT), its)}
            under_way = set((await connection.execute(text(UNDER_WAY))).scalars())
        how()
        at = self.world.clock.steady()
        self.losses.append(Loss(host=host.address, at=at, left=left, under_way=under_way))
        return self.losses[-1]

    async def all_have_ended(self) -> bool:
        """Whether nothing is open any more; notes when what was under way at a loss ended."""
        found = await sendings(self.database)
        for loss in self.losses:
            for id_ in loss.under_way - set(loss.ended):
                if found[id_].state not in OPEN:
                    loss.ended[id_] = self.world.clock.steady()
        return not any(one.state in OPEN for one in found.values())

    def senders(self, since: int = 0) -> Counter[str]:
        """Return how much each host sent."""
        return Counter(one.host for one in self.world.taken[since:])


class Doorway:
    """Remembers, for as long as a request is served, from which host it came."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request."""
        FROM.set(scope["client"][0] if scope.get("client") else "")
        await self._app(scope, receive, send)


@asynccontextmanager
async def a_field(folder: Path, seed: int, names: Sequence[str]) -> AsyncIterator[Field]:
    """Make the hosts, and what they reach: a server that listens to them, and the sandbox."""
    with hosts(*names) as several, _server() as server:
        url = server.create(fill)
        world = Listening()
        slow = Faults(seed=seed, rates={Fault.SLOW: 0.5}, methods=["sendMessage"], sleep=_a_little)
        telegram = Doorway(telegram_app(world, faults=slow))
        async with serving.served(telegram, serving.listen(HUB, 0)) as address:
            database = Database(url, open_vault(folder / "relais.key"))
            try:
                yield Field(
                    database=database,
                    world=world,
                    hosts=several,
                    settings={
                        "RELAIS_TELEGRAM_TOKEN": world.bot.token,
                        "RELAIS_TELEGRAM_BASE_URL": address,
                        "RELAIS_DATABASE_URL": f"{url.partition('?')[0]}?host={HUB}",
                        "RELAIS_SECRET_KEY_FILE": str(folder / "relais.key"),
                        "RELAIS_LOG_LEVEL": "WARNING",
                    },
                )
            finally:
                await database.close()


@contextmanager
def _server() -> Iterator[PostgresServer]:
    with tempfile.TemporaryDirectory(prefix="relais-hosts-") as folder:
        rules = Path(folder) / "hba"
        rules.write_text(f"local all all trust\nhost all all {NETWORK} trust\n")
        # The server runs as somebody else.
        Path(folder).chmod(0o755)
        listens = f"-c listen_addresses={HUB} -c hba_file={rules}"
        with running_server(f"{UNSAFE_AND_FAST} {listens}") as server:
            yield server


async def _a_little(seconds: float) -> None:
    await asyncio.sleep(seconds / SLOWNESS)


def _naming_itself(chat: Chat, kind: Class, due: datetime) -> Delivery:
    """Return a delivery whose words, which stand in the real content, hold its identity."""
    one = a_delivery(chat, kind, due=due)
    return replace(one, message=Message(says=Phrase("line-contact-unreachable", {"name": one.id})))
