"""A small Telegram with two persons in it, and a bot that reaches it by the real library."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox.faults import Faults
from bot.sandbox.messages import Person
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World

BASE = "http://telegram.test/bot"
TOKEN = "8100000042:AAH-a-token-made-up-for-tests-00000"


class HandClock:
    """A clock that moves only when a test moves it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def steady(self) -> datetime:
        return self.moment

    def pass_by(self, duration: timedelta) -> None:
        self.moment += duration


class Naps:
    """Remembers how long the sandbox wanted to sleep, and sleeps not at all."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def hand_clock() -> HandClock:
    return HandClock()


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
def world(hand_clock: HandClock) -> World:
    return World(clock=hand_clock, token=TOKEN)


@pytest.fixture
def faults(naps: Naps) -> Faults:
    return Faults(sleep=naps)


@pytest.fixture
def transport(world: World, faults: Faults) -> SandboxTransport:
    return SandboxTransport(telegram_app(world, faults=faults))


@pytest.fixture
async def bot(transport: SandboxTransport) -> AsyncIterator[Bot]:
    request = HTTPXRequest(httpx_kwargs={"transport": transport})
    async with Bot(TOKEN, base_url=BASE, request=request, get_updates_request=request) as bot:
        yield bot


@pytest.fixture
async def client(transport: SandboxTransport) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=transport, base_url=f"{BASE}{TOKEN}/") as client:
        yield client


@pytest.fixture
def alma(world: World) -> Person:
    """Someone who has pressed START; the update of that is read already."""
    person = world.add_person(first_name="Alma")
    world.open_link(person.id)
    world.updates.clear()
    return world.people[person.id]


@pytest.fixture
def stranger(world: World) -> Person:
    """Someone who has not."""
    return world.add_person(first_name="Noé")
