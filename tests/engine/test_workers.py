"""Workers share what is due through jobs: at once, one at a time in a shard, nothing twice."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from procrastinate.jobs import Status
from psycopg import AsyncConnection
from sqlalchemy import text

from bot.domain.delivery import State
from bot.domain.people import Chat
from bot.engine.heaps import Heaps
from bot.engine.workers import JobBell, Workers, _queue
from bot.services.delivering import Post
from bot.services.ports import Worded
from bot.store import deliveries, jobs
from bot.store.db import Database
from bot.store.presence import present
from bot.store.vault import Vault
from tests.campaign.crowd import add_chats, add_deliveries
from tests.canaries import PERSON_IDS
from tests.examples import NOW, a_chat, a_delivery, look_at, put
from tests.post import NotingMessenger, StillClock, a_post

pytestmark = pytest.mark.postgresql

SOON = 20.0
CROWD = 200
CROWD_OF_JOBS = 20
LEFT_BEHIND = """
WITH gone AS (INSERT INTO procrastinate_workers (last_heartbeat)
VALUES (now() - interval '1 hour') RETURNING id)
INSERT INTO procrastinate_jobs (queue_name, task_name, lock, args, status, worker_id)
SELECT 'drains', 'drain', 'shard ' || shard, jsonb_build_object('shard', shard), 'doing', id
FROM gone, generate_series(0, 63) AS shard
"""

CUT_ALL_BUT_THIS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


ALL_IS_WELL = """
SELECT count(*) / 2 FROM pg_stat_activity
WHERE query LIKE 'LISTEN%' AND datname = current_database()
"""
"""Both connections that listen are there again."""

STOPS = 10
TELL_OF_A_JOB = """
SELECT pg_notify('procrastinate_queue_v1#drains', '{"type": "job_inserted", "job_id": 1}')
"""


@dataclass
class Counting(NotingMessenger):
    """Tells when as many were sent as are wanted."""

    wanted: int = 1
    all_sent: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, chat: Chat, worded: Worded) -> int:
        number = await super().send(chat, worded)
        if len(self.sent) == self.wanted:
            self.all_sent.set()
        return number


@pytest.fixture
async def database(postgres_url: str, vault: Vault) -> AsyncIterator[Database]:
    opened = Database(postgres_url, vault)
    yield opened
    await opened.close()


@pytest.fixture
def messenger() -> Counting:
    return Counting()


@pytest.fixture
def post(database: Database, messenger: Counting, tmp_path: Path) -> Post:
    return a_post(database, messenger, tmp_path)[0]


async def number(database: Database, question: str) -> int:
    async with database.look() as session:
        found = await (await session.connection()).execute(text(question))
        return int(found.scalar_one())


async def jobs_left(database: Database) -> int:
    return await number(database, "SELECT count(*) FROM procrastinate_jobs")


async def test_what_becomes_due_is_sent_without_a_beat(
    database: Database, post: Post, messenger: Counting
) -> None:
    workers = Workers(post, JobBell())
    bell = JobBell()
    async with workers.beating(), asyncio.timeout(SOON):
        async with database.begin() as session:
            chat = await a_chat(session)
            await deliveries.add(session, a_delivery(chat))
            bell.ring(session, chat.shard)
            bell.ring(session, chat.shard)
        await messenger.all_sent.wait()
        while await jobs_left(database):
            pass

    assert messenger.attempts == 1


async def test_a_job_that_waited_for_another_is_told_of_when_that_is_done(
    database: Database, post: Post
) -> None:
    queue = _queue(post)
    async with queue.open_async(), present(database) as presence, heard(database) as told:
        manager = Heaps(queue.connector, presence)
        worker = await manager.register_worker()
        await enqueue(database, 3)
        job = await manager.fetch_job(queues=[jobs.QUEUE], worker_id=worker)
        await enqueue(database, 3)
        both = [await told(), await told()]
        assert job
        await manager.finish_job(job, Status.SUCCEEDED, delete_job=True)

        assert await told() == both[1]


async def test_jobs_are_taken_and_ended_several_at_once(database: Database, post: Post) -> None:
    queue = _queue(post)
    async with queue.open_async(), present(database) as presence:
        manager = Heaps(queue.connector, presence)
        worker = await manager.register_worker()
        await enqueue(database, *range(CROWD_OF_JOBS))
        taken = []
        while job := await manager.fetch_job(queues=[jobs.QUEUE], worker_id=worker):
            taken.append(job)
        ends = [manager.finish_job(one, Status.SUCCEEDED, delete_job=True) for one in taken]
        await asyncio.gather(*ends)

    assert [one.task_kwargs["shard"] for one in taken] == list(range(CROWD_OF_JOBS))
    assert await jobs_left(database) == 0


async def test_the_rest_of_a_heap_is_for_others_once_its_worker_is_gone(
    database: Database, post: Post
) -> None:
    queue = _queue(post)
    async with queue.open_async(), present(database) as presence:
        manager = Heaps(queue.connector, presence)
        worker = await manager.register_worker()
        await enqueue(database, 1, 2, 3)
        await manager.fetch_job(queues=[jobs.QUEUE], worker_id=worker)
        await manager.unregister_worker(worker)

    async with database.begin() as session:
        left = await jobs.put_back(session, silence=timedelta(hours=1), longest=timedelta(hours=1))

    assert left == {1, 2, 3}


async def enqueue(database: Database, *shards: int) -> None:
    async with database.begin() as session:
        await jobs.enqueue(session, shards)


@asynccontextmanager
async def heard(database: Database) -> AsyncIterator[Callable[[], Awaitable[str]]]:
    """Listen as a worker does, and give what returns the next thing heard."""
    where = database.connecting()
    async with await AsyncConnection.connect(**where, autocommit=True) as connection:
        await connection.execute('LISTEN "procrastinate_queue_v1#drains"')
        everything = connection.notifies(timeout=SOON)

        async def next_one() -> str:
            return (await anext(everything)).payload

        yield next_one
        await everything.aclose()


async def test_the_bell_does_not_ring_for_what_is_undone(database: Database) -> None:
    bell = JobBell()
    with suppress(ValueError):
        async with database.begin() as session:
            bell.ring(session, 7)
            raise ValueError

    assert await jobs_left(database) == 0


async def test_what_became_due_with_time_is_found_by_the_beat(
    database: Database, post: Post, messenger: Counting
) -> None:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session))
    await put(database, delivery)

    async with Workers(post, JobBell()).beating(), asyncio.timeout(SOON):
        await messenger.all_sent.wait()

    assert (await look_at(database, delivery)).state is State.SENT


async def test_whoever_moves_the_clock_may_have_it_looked_at(
    post: Post, database: Database, messenger: Counting
) -> None:
    bell = JobBell()
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session), due=NOW + timedelta(minutes=1))
    await put(database, delivery)

    async with Workers(post, bell).beating(), asyncio.timeout(SOON):
        assert isinstance(post.clock, StillClock)
        post.clock.pass_by(timedelta(minutes=1))
        bell.wake.set()
        await messenger.all_sent.wait()

    assert messenger.attempts == 1


async def test_several_workers_send_everything_and_nothing_twice(
    database: Database, post: Post, messenger: Counting
) -> None:
    messenger.wanted = CROWD
    crowd = await add_chats(database, PERSON_IDS[:CROWD])
    await add_deliveries(database, crowd, [a_delivery(chat, due=NOW) for chat in crowd])

    async with AsyncExitStack() as stack:
        for _ in range(3):
            await stack.enter_async_context(Workers(post, JobBell()).beating())
        async with asyncio.timeout(SOON):
            await messenger.all_sent.wait()

    assert set(sent_to(messenger).values()) == {1}
    assert len(sent_to(messenger)) == CROWD


def sent_to(messenger: Counting) -> Counter[str]:
    return Counter(chat.id for chat, _ in messenger.sent)


async def test_the_jobs_of_a_worker_that_is_gone_hold_up_nobody(
    database: Database, post: Post, messenger: Counting
) -> None:
    async with database.begin() as session:
        await (await session.connection()).execute(text(LEFT_BEHIND))
        delivery = a_delivery(await a_chat(session))
    await put(database, delivery)

    async with Workers(post, JobBell()).beating(), asyncio.timeout(SOON):
        await messenger.all_sent.wait()

    assert messenger.attempts == 1


async def test_each_beat_is_told(post: Post) -> None:
    beats = asyncio.Event()

    async with Workers(post, JobBell(), beaten=beats.set).beating(), asyncio.timeout(SOON):
        await beats.wait()

    assert beats.is_set()


async def test_a_worker_whose_connections_are_cut_goes_on(
    database: Database, post: Post, messenger: Counting
) -> None:
    async with Workers(post, JobBell()).beating(), asyncio.timeout(SOON):
        async with database.begin() as session:
            chat = await a_chat(session)
            delivery = a_delivery(chat)
            await deliveries.add(session, delivery)
            connection = await session.connection()
            await connection.execute(text(CUT_ALL_BUT_THIS))
        await messenger.all_sent.wait()
        while not await number(database, ALL_IS_WELL):
            pass

    assert messenger.attempts == 1


async def test_workers_that_stop_while_they_are_told_of_jobs_do_stop(
    database: Database, post: Post
) -> None:
    telling = asyncio.create_task(tell_of_jobs(database))
    try:
        for _ in range(STOPS):
            async with asyncio.timeout(SOON), Workers(post, JobBell()).beating():
                while not await number(database, ALL_IS_WELL):
                    pass
    finally:
        telling.cancel()
        await asyncio.wait({telling})


async def tell_of_jobs(database: Database) -> None:
    """Say without a pause that there is a job."""
    where = database.connecting()
    async with await AsyncConnection.connect(**where, autocommit=True) as connection:
        while True:
            await connection.execute(TELL_OF_A_JOB)
