"""The heartbeat wakes the engine; the bell does at once, but only for what is committed."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.delivery import State
from bot.engine.chores import Chores, usual_chores
from bot.engine.heartbeat import Engine, EngineBell
from bot.services.planning import Planner
from bot.store import deliveries
from bot.store.db import Database
from tests.examples import a_chat, a_delivery, look_at, put
from tests.post import NotingMessenger, a_post


class Telling(NotingMessenger):
    """Tells when something was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.told = asyncio.Event()

    async def send(self, chat, worded):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201
        self.told.set()
        return await super().send(chat, worded)


@pytest.fixture
def messenger() -> Telling:
    return Telling()


@pytest.fixture
def bell() -> EngineBell:
    return EngineBell()


@pytest.fixture
def engine(database: Database, messenger: Telling, bell: EngineBell, tmp_path: Path) -> Engine:
    post, _ = a_post(database, messenger, tmp_path)
    planner = Planner(bell=bell, holidays=())
    usual = usual_chores(database, planner, post.deployment.library)
    return Engine(post=post, chores=Chores(post.clock, usual), bell=bell)


async def test_the_bell_rings_once_the_transaction_is_committed(
    database: Database, bell: EngineBell
) -> None:
    async with database.begin() as session:
        bell.ring(session, 7)
        inside = bell.wake.is_set()

    assert (inside, bell.wake.is_set()) == (False, True)


async def test_the_bell_does_not_ring_for_what_is_undone(
    database: Database, bell: EngineBell
) -> None:
    with suppress(ValueError):
        async with database.begin() as session:
            bell.ring(session, 7)
            raise ValueError("undone")

    assert not bell.wake.is_set()


async def test_what_was_due_before_the_start_is_sent(
    database: Database, engine: Engine, messenger: Telling
) -> None:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session))
    await put(database, delivery)

    async with engine.beating(), asyncio.timeout(5):
        await messenger.told.wait()

    assert (await look_at(database, delivery)).state is State.SENT


async def test_what_becomes_due_later_is_sent_when_the_bell_rings(
    database: Database, engine: Engine, messenger: Telling, bell: EngineBell
) -> None:
    async with engine.beating(), asyncio.timeout(5):
        async with database.begin() as session:
            chat = await a_chat(session)
            await deliveries.add(session, a_delivery(chat))
            bell.ring(session, chat.shard)
        await messenger.told.wait()

    assert messenger.attempts == 1


async def test_each_beat_is_told(engine: Engine) -> None:
    beats = asyncio.Event()

    async with replace(engine, beaten=beats.set).beating(), asyncio.timeout(5):
        await beats.wait()

    assert beats.is_set()


async def test_the_heart_beats_by_itself(
    database: Database, engine: Engine, messenger: Telling
) -> None:
    async with engine.beating(), asyncio.timeout(5):
        async with database.begin() as session:
            delivery = a_delivery(await a_chat(session))
        await put(database, delivery)
        await messenger.told.wait()

    assert (await look_at(database, delivery)).until - delivery.due == timedelta(minutes=5)
