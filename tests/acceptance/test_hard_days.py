"""What can happen to a bot that runs: its token is revoked, its process stands still."""

import asyncio
import threading
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot import app
from bot.clock import SystemClock
from bot.domain.delivery import Class, State
from bot.domain.errors import Stopped
from bot.domain.people import Chat
from bot.sandbox.clock import SimulatedClock
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from bot.services.ports import Unpaced
from bot.settings import Settings
from tests.acceptance.checking import Sending
from tests.acceptance.stage import MONDAY, PATIENCE
from tests.campaign.crowd import add_chats, add_deliveries
from tests.campaign.rows import sendings
from tests.campaign.sandbox_post import add_people
from tests.campaign.sending_trial import IDENTITY, _naming_itself

PEOPLE = 30
STANDSTILL = 3
FEW = 5
"""Requests that may be under way besides, when the first is refused."""


class Counted(SandboxTransport):
    """Counts the requests."""

    def __init__(self, telegram: Starlette) -> None:
        super().__init__(telegram)
        self.requests: Counter[str] = Counter()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Count, and hand it on."""
        self.requests[request.url.path.rpartition("/")[2]] += 1
        return await super().handle_async_request(request)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A bot that runs, with people who opened it."""

    world: World
    clock: SimulatedClock
    transport: Counted
    relais: app.Relais
    crowd: Sequence[Chat]

    async def much_is_due(self) -> None:
        """Have something due for everybody."""
        now = self.clock.now()
        several = [_naming_itself(one, Class.WAKEUP, now) for one in self.crowd]
        await add_deliveries(self.relais.database, self.crowd, several)
        self.relais.bell.wake.set()

    async def waves(self) -> list[Sending]:
        """Return what was due for everybody, as it stands."""
        rows = await sendings(self.relais.database)
        return [one for one in rows.values() if one.kind is Class.WAKEUP]

    def arrived(self) -> Counter[str]:
        """Return what arrived, by identity."""
        texts = [IDENTITY.search(one.text) for one in self.world.accepts]
        return Counter(found[0] for found in texts if found)


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """The whole bot, on SQLite and on PostgreSQL, with time standing still."""
    clock = SimulatedClock(start=MONDAY, real=SystemClock(), pace=0)
    world = World(clock=clock)
    transport = Counted(telegram_app(world))
    settings = Settings(
        telegram_token=world.bot.token,
        telegram_base_url="http://sandbox",
        database_url=database_url.replace("sqlite+aiosqlite:", "sqlite:"),
        secret_key_file=tmp_path / "relais.key",
    )
    outside = app.Outside(clock=clock, pace=Unpaced(), transport=transport)
    async with app.running(settings, outside) as relais:
        await world.updates.polled()
        people = add_people(world, PEOPLE)
        await world.settled(lambda: len(world.accepts) >= PEOPLE, within=PATIENCE)
        crowd = await add_chats(relais.database, people, clock.now())
        yield Place(world=world, clock=clock, transport=transport, relais=relais, crowd=crowd)


async def test_a_token_that_is_revoked_ends_it_without_a_storm(place: Place) -> None:
    place.world.bot = replace(place.world.bot, token="8100000042:another")
    before = place.transport.requests.total()

    await place.much_is_due()

    with pytest.raises(Stopped):
        await asyncio.wait_for(place.relais.receiving, PATIENCE.total_seconds())
    assert place.transport.requests.total() - before <= PEOPLE + FEW
    assert {one.state for one in await place.waves()} <= {State.PLANNED, State.SENDING}


async def test_a_loop_that_stood_still_drops_nothing_and_sends_nothing_twice(place: Place) -> None:
    await place.much_is_due()
    asyncio.get_running_loop().call_soon(threading.Event().wait, STANDSTILL)
    for one in place.crowd:
        place.world.write(one.telegram_id, "/menu")

    await place.world.settled(lambda: len(place.arrived()) == PEOPLE, within=PATIENCE)

    assert set(place.arrived().values()) == {1}
