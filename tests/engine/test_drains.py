"""The engine of one process sends what is due at once, recovers, and stops cleanly."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.domain.delivery import LEASE, Class, Delivery, Reason, State
from bot.domain.errors import DatabaseAway, SlowDown
from bot.domain.people import Chat
from bot.engine.drains import MOST_AT_ONCE, Drains
from bot.services.delivering import Post, take
from bot.services.ports import Unpaced, Worded
from bot.store.db import Database
from bot.store.tables import ChatRow, DeliveryRow
from tests.examples import NOW, a_chat, a_delivery, look_at, put
from tests.post import NotingMessenger, StillClock, a_post

TENTH = timedelta(milliseconds=100)


@dataclass
class Holding(NotingMessenger):
    """Holds each sending until it is let go, and counts those under way."""

    go: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    under_way: int = 0
    most: int = 0

    async def send(self, chat: Chat, worded: Worded) -> int:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        self.begun.release()
        await self.go.wait()
        self.under_way -= 1
        return await super().send(chat, worded)


@pytest.fixture
def messenger() -> Holding:
    return Holding()


@pytest.fixture
def joined(database: Database, messenger: Holding, tmp_path: Path) -> tuple[Post, StillClock]:
    return a_post(database, messenger, tmp_path)


@pytest.fixture
def wake() -> asyncio.Event:
    return asyncio.Event()


@pytest.fixture
def drains(joined: tuple[Post, StillClock], wake: asyncio.Event) -> Drains:
    return Drains(joined[0], wake)


@pytest.fixture
async def running(drains: Drains) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(drains.run())
    yield task
    drains.stop()
    await task


async def to_send(database: Database, several: int, kind: Class = Class.REPLY) -> list[Delivery]:
    async with database.begin() as session:
        made = [a_delivery(await a_chat(session, number), kind) for number in range(several)]
    await put(database, *made)
    return made


async def begun(messenger: Holding, several: int) -> None:
    async with asyncio.timeout(10):
        for _ in range(several):
            await messenger.begun.acquire()


async def finish(running: asyncio.Task[None], drains: Drains) -> None:
    drains.stop()
    await running


async def test_what_is_due_is_sent_when_it_is_woken(
    drains: Drains,
    running: asyncio.Task[None],
    wake: asyncio.Event,
    database: Database,
    messenger: Holding,
) -> None:
    made = await to_send(database, 3)
    wake.set()

    await begun(messenger, 3)
    messenger.go.set()
    await finish(running, drains)

    assert {(await look_at(database, one)).state for one in made} == {State.SENT}


async def test_a_chat_gets_its_next_message_when_the_one_before_is_out(
    drains: Drains,
    running: asyncio.Task[None],
    wake: asyncio.Event,
    database: Database,
    messenger: Holding,
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    await put(database, *(a_delivery(chat) for _ in range(3)))
    messenger.go.set()
    wake.set()

    await begun(messenger, 3)

    assert messenger.most == 1
    await finish(running, drains)


async def test_no_more_are_under_way_than_can_be_finished(
    drains: Drains,
    running: asyncio.Task[None],
    wake: asyncio.Event,
    database: Database,
    messenger: Holding,
) -> None:
    await to_send(database, MOST_AT_ONCE + 5)
    wake.set()

    await begun(messenger, MOST_AT_ONCE)
    messenger.go.set()
    await begun(messenger, 5)

    assert messenger.most == MOST_AT_ONCE
    await finish(running, drains)


async def test_what_is_late_expires_before_anything_is_sent(
    drains: Drains, joined: tuple[Post, StillClock], database: Database, messenger: Holding
) -> None:
    [delivery] = await to_send(database, 1)
    joined[1].pass_by(timedelta(days=1))

    await drains.send_what_is_due()

    assert (await look_at(database, delivery)).state is State.EXPIRED
    assert messenger.attempts == 0


async def test_nothing_is_written_when_nothing_is_due(
    drains: Drains, database: Database, messenger: Holding
) -> None:
    async with database.begin() as session:
        early = a_delivery(await a_chat(session), due=NOW + timedelta(seconds=1))
    await put(database, early)

    await drains.send_what_is_due()

    assert (await look_at(database, early)).state is State.PLANNED
    assert messenger.attempts == 0


async def test_what_somebody_left_unfinished_is_taken_back_when_the_lease_is_over(
    drains: Drains, joined: tuple[Post, StillClock], database: Database
) -> None:
    [delivery] = await to_send(database, 1, Class.CHECKIN)
    await take(joined[0], limit=1)

    await drains.send_what_is_due()
    before = (await look_at(database, delivery)).state
    joined[1].pass_by(LEASE)
    await drains.send_what_is_due()

    assert before is State.SENDING
    assert (await look_at(database, delivery)).state is State.UNCERTAIN


async def test_at_the_start_only_who_runs_alone_takes_everything_back(
    drains: Drains, joined: tuple[Post, StillClock], database: Database
) -> None:
    [delivery] = await to_send(database, 1, Class.CHECKIN)
    await take(joined[0], limit=1)

    await drains.recover()

    expected = State.UNCERTAIN if database.is_local else State.SENDING
    assert (await look_at(database, delivery)).state is expected


async def test_what_became_too_late_before_the_start_was_missed(
    drains: Drains, database: Database
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    late = a_delivery(chat, due=NOW - timedelta(hours=1), until=NOW)
    await put(database, late)

    await drains.recover()

    async with database.look() as session:
        row = await session.get_one(DeliveryRow, late.id)
        assert (row.state, row.reason) == (State.EXPIRED, Reason.MISSED)


async def test_stopping_finishes_what_is_under_way_and_claims_nothing_more(
    joined: tuple[Post, StillClock], wake: asyncio.Event, database: Database, messenger: Holding
) -> None:
    first, second = await to_send(database, 2)
    pace = OneAtATime()
    drains = Drains(replace(joined[0], pace=pace), wake)
    running = asyncio.create_task(drains.run())
    wake.set()
    pace.free.release()
    await begun(messenger, 1)
    for _ in range(2):
        await pace.asked.acquire()

    drains.stop()
    pace.free.release()
    messenger.go.set()
    await running

    states = [(await look_at(database, one)).state for one in (first, second)]
    assert sorted(states) == [State.PLANNED, State.SENT]


async def test_what_takes_too_long_is_left_when_it_stops(
    joined: tuple[Post, StillClock], wake: asyncio.Event, database: Database, messenger: Holding
) -> None:
    [delivery] = await to_send(database, 1)
    drains = Drains(joined[0], wake, last_call=timedelta(milliseconds=50))
    running = asyncio.create_task(drains.run())
    wake.set()
    await begun(messenger, 1)

    await finish(running, drains)

    assert (await look_at(database, delivery)).state is State.SENDING
    assert messenger.sent == []


async def test_what_becomes_due_between_two_beats_goes_out_at_its_moment(
    joined: tuple[Post, StillClock], wake: asyncio.Event, database: Database, messenger: Holding
) -> None:
    clock = SystemClock()
    async with database.begin() as session:
        several = [
            a_delivery(await a_chat(session, number), due=clock.now() + number * TENTH)
            for number in (2, 4)
        ]
    await put(database, *several)
    messenger.go.set()
    drains = Drains(replace(joined[0], clock=clock), wake)
    running = asyncio.create_task(drains.run())

    wake.set()
    await begun(messenger, 2)
    await finish(running, drains)

    assert [chat.id for chat, _ in messenger.sent] == [one.chat_id for one in several]


async def test_it_goes_on_after_the_database_was_away(
    sqlite_url: str, vault: Any, tmp_path: Path, wake: asyncio.Event
) -> None:
    database = Absent(sqlite_url, vault)
    messenger = Holding(failures={1: SlowDown(timedelta(hours=1))})
    messenger.go.set()
    post, _ = a_post(database, messenger, tmp_path)
    await to_send(database, 2)
    database.failures = [DatabaseAway(), ValueError()]
    drains = Drains(post, wake)
    running = asyncio.create_task(drains.run())

    wake.set()
    await database.failed.acquire()
    wake.set()
    await database.failed.acquire()
    wake.set()
    await begun(messenger, 2)
    await finish(running, drains)

    assert len(messenger.sent) == 1
    await database.close()


class Absent(Database):
    """A database that fails for some of its looks."""

    def __init__(self, url: str, vault: Any) -> None:
        super().__init__(url, vault)
        self.failures: list[Exception] = []
        self.failed = asyncio.Semaphore(0)

    def look(self):  # type: ignore[no-untyped-def] # noqa: ANN201
        if self.failures:
            self.failed.release()
            raise self.failures.pop(0)
        return super().look()


async def test_only_the_shards_that_are_held_are_drained_until_nothing_is_due(
    joined: tuple[Post, StillClock], wake: asyncio.Event, database: Database, messenger: Holding
) -> None:
    made = await to_send(database, 8)
    async with database.look() as session:
        shards = {one.id: (await session.get_one(ChatRow, one.chat_id)).shard for one in made}
    held = shards[made[0].id]
    messenger.go.set()
    drains = Drains(joined[0], wake, everything=False)
    running = asyncio.create_task(drains.run())

    async with asyncio.timeout(10):
        await drains.drain(held)
    await finish(running, drains)

    states = {one.id: (await look_at(database, one)).state for one in made}
    assert {id_ for id_, state in states.items() if state is State.SENT} == {
        id_ for id_, shard in shards.items() if shard == held
    }


async def test_whoever_holds_a_shard_is_let_go_when_the_engine_stops(
    joined: tuple[Post, StillClock], wake: asyncio.Event, database: Database, messenger: Holding
) -> None:
    [delivery] = await to_send(database, 1)
    async with database.look() as session:
        shard = (await session.get_one(ChatRow, delivery.chat_id)).shard
    drains = Drains(joined[0], wake, everything=False)
    running = asyncio.create_task(drains.run())
    holding = asyncio.create_task(drains.drain(shard))
    await begun(messenger, 1)

    drains.stop()
    messenger.go.set()

    async with asyncio.timeout(10):
        await holding
    await running


async def test_a_slot_is_waited_for_before_anything_is_claimed(
    joined: tuple[Post, StillClock], wake: asyncio.Event, database: Database, messenger: Holding
) -> None:
    pace = OneAtATime()
    post = replace(joined[0], pace=pace)
    messenger.go.set()
    low, high = Class.DIGEST, Class.REPLY
    async with database.begin() as session:
        later = a_delivery(await a_chat(session, 0), low)
        first = a_delivery(await a_chat(session, 1), high)
    await put(database, later)
    drains = Drains(post, wake)
    running = asyncio.create_task(drains.run())
    wake.set()
    await pace.asked.acquire()

    await put(database, first)
    pace.free.release()
    await begun(messenger, 1)
    before = await look_at(database, later)
    pace.free.release()
    await begun(messenger, 1)
    pace.free.release()
    await finish(running, drains)

    assert before.state is State.PLANNED
    assert [chat.id for chat, _ in messenger.sent] == [first.chat_id, later.chat_id]


@dataclass
class OneAtATime(Unpaced):
    """Gives one slot each time that one is freed."""

    asked: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    free: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    async def slots(self, most: int) -> int:
        del most
        self.asked.release()
        await self.free.acquire()
        return 1

    def give_back(self, slots: int) -> None:
        for _ in range(slots):
            self.free.release()
