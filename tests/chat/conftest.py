"""A small Telegram, and a bot that reaches it by the real library."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox.faults import Faults
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from bot.store.vault import Vault
from tests.canaries import CANARY_TOKEN
from tests.chat.wavering import Wavering
from tests.post import Naps, StillClock

BASE = "http://telegram.test/bot"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
def world(clock: StillClock) -> World:
    return World(clock=clock, token=CANARY_TOKEN)


@pytest.fixture
def faults(naps: Naps) -> Faults:
    return Faults(sleep=naps)


@pytest.fixture
async def bot(world: World, faults: Faults) -> AsyncIterator[Bot]:
    transport = SandboxTransport(telegram_app(world, faults=faults))
    request = HTTPXRequest(httpx_kwargs={"transport": transport})
    async with Bot(
        CANARY_TOKEN, base_url=BASE, request=request, get_updates_request=request
    ) as bot:
        yield bot


@pytest.fixture
async def wavering(sqlite_url: str, vault: Vault) -> AsyncIterator[Wavering]:
    """A database whose absences a test decides on."""
    opened = Wavering(sqlite_url, vault)
    yield opened
    await opened.close()
