"""The whole bot, to which the sandbox's courier brings what people write."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot import app
from bot.sandbox.courier import SECRET_HEADER, Courier, Post, posting
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from bot.services.ports import Unpaced
from bot.store import figures
from bot.store.vault import open_vault
from tests.canaries import CANARY_TEXT, CANARY_TOKEN
from tests.examples import NOW
from tests.post import StillClock
from tests.postgres import Fill
from tests.web.conftest import the_settings

ADDRESS = "https://relais.example.org/telegram"
PATIENCE = timedelta(seconds=15)
DAY = timedelta(days=1)


@dataclass
class Way:
    """The way to the bot; some of its answers get lost on the way back."""

    post: Post
    lost: int = 0
    answers: list[int] = field(default_factory=list)

    async def __call__(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        self.answers.append(await self.post(url, headers, body))
        if self.lost:
            self.lost -= 1
            raise ConnectionResetError
        return self.answers[-1]


@pytest.fixture
def fill_database() -> Fill | None:
    """An empty database: the program makes its own tables."""
    return None


@pytest.fixture
def world(clock: StillClock) -> World:
    return World(clock=clock, token=CANARY_TOKEN)


@pytest.fixture
async def relais(
    world: World, clock: StillClock, database_url: str, tmp_path: Path
) -> AsyncIterator[app.Relais]:
    settings = the_settings(
        tmp_path,
        database_url=database_url.replace("sqlite+aiosqlite:", "sqlite:"),
        intake="webhook",
        public_url=ADDRESS.removesuffix("/telegram"),
    )
    transport = SandboxTransport(telegram_app(world))
    outside = app.Outside(clock=clock, pace=Unpaced(), transport=transport)
    async with app.running(settings, outside) as relais:
        await world.settled(lambda: bool(world.webhook.url), within=PATIENCE)
        yield relais


@pytest.fixture
async def way(relais: app.Relais) -> AsyncIterator[Way]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(relais.web)) as client:
        yield Way(posting(client))


@pytest.fixture
async def courier(world: World, way: Way) -> AsyncIterator[None]:
    async def pause(duration: timedelta) -> None:
        del duration
        await asyncio.sleep(0)

    running = asyncio.create_task(Courier(world, post=way, pause=pause).run())
    yield
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


def replies(world: World, person: int) -> int:
    return len([one for one in world.messages(person) if one.from_bot])


async def written(relais: app.Relais) -> int:
    async with relais.database.look() as session:
        return sum(one.count for one in await figures.standings(session, since=NOW - DAY))


@pytest.mark.usefixtures("courier")
async def test_who_writes_is_answered(world: World, way: Way) -> None:
    person = world.add_person(first_name="Someone").id

    world.open_link(person)
    await world.settled(lambda: replies(world, person) > 0, within=PATIENCE)

    assert way.answers == [200]
    assert world.updates.waiting() == []


@pytest.mark.usefixtures("courier")
async def test_what_is_brought_again_has_one_effect(
    world: World, way: Way, relais: app.Relais
) -> None:
    person, way.lost = world.add_person(first_name="Someone").id, 3

    world.open_link(person)
    await world.settled(lambda: replies(world, person) == 1, within=PATIENCE)
    world.write(person, CANARY_TEXT)
    await world.settled(lambda: replies(world, person) == 2, within=PATIENCE)

    assert way.answers == [200] * 5
    assert await written(relais) == 2


async def test_what_is_brought_ten_times_at_once_has_one_effect(
    world: World, way: Way, relais: app.Relais
) -> None:
    person = world.add_person(first_name="Someone").id
    world.open_link(person)
    [update] = world.updates.waiting()
    headers = {SECRET_HEADER: world.webhook.secret_token}
    body = httpx.Request("POST", ADDRESS, json=update).content

    statuses = await asyncio.gather(*(way(ADDRESS, headers, body) for _ in range(10)))
    await world.settled(lambda: replies(world, person) > 0, within=PATIENCE)

    assert statuses == [200] * 10
    assert await written(relais) == replies(world, person) == 1


async def test_the_secret_is_told_to_telegram_and_stands_in_no_setting(
    world: World, relais: app.Relais, tmp_path: Path
) -> None:
    vault = open_vault(tmp_path / "relais.key")

    assert not relais.receiving.done()
    assert world.webhook.url == ADDRESS
    assert world.webhook.secret_token == vault.mark("webhook", CANARY_TOKEN)
