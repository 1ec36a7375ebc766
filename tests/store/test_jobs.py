"""One job waits for a shard at most; none is lost, and none stays with a worker that is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.delivery import Class
from bot.store import chats, claims, jobs
from bot.store.chats import SHARDS
from bot.store.db import Database
from bot.store.presence import present
from bot.store.vault import Vault
from tests.examples import NOW, a_chat, a_delivery, claimant, put
from tests.store.backing_up import back_up_to, bring_back

pytestmark = pytest.mark.postgresql

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
FETCH = "SELECT args ->> 'shard' FROM procrastinate_fetch_job_v2(ARRAY['drains'], :worker)"


@pytest.fixture
async def database(postgres_url: str, vault: Vault) -> AsyncIterator[Database]:
    opened = Database(postgres_url, vault)
    yield opened
    await opened.close()


async def run(database: Database, statement: str, **values: object) -> list[object]:
    async with database.begin() as session:
        done = await (await session.connection()).execute(text(statement), values)
        return list(done.scalars()) if done.returns_rows else []


async def enqueue(database: Database, *shards: int) -> None:
    async with database.begin() as session:
        await jobs.enqueue(session, shards)


async def waiting(database: Database) -> list[object]:
    found = "SELECT args FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id"
    return [one["shard"] for one in await run(database, found)]  # type: ignore[index]


async def a_worker(database: Database) -> int:
    [worker] = await run(database, "SELECT worker_id FROM procrastinate_register_worker_v1()")
    assert isinstance(worker, int)
    return worker


@asynccontextmanager
async def there(database: Database, worker: int) -> AsyncIterator[None]:
    async with present(database) as presence:
        await presence.announce(worker)
        yield


async def fetch(database: Database, worker: int) -> int | None:
    [shard] = await run(database, FETCH, worker=worker)
    return None if shard is None else int(str(shard))


async def put_back(database: Database, silence: timedelta, longest: timedelta = HOUR) -> set[int]:
    async with database.begin() as session:
        return await jobs.put_back(session, silence=silence, longest=longest)


async def test_a_shard_has_one_job_waiting_at_most(database: Database) -> None:
    await enqueue(database, 7, 3)
    await enqueue(database, 3, 9)

    assert await waiting(database) == [3, 7, 9]


async def test_while_one_job_is_done_another_may_wait(database: Database) -> None:
    worker = await a_worker(database)
    await enqueue(database, 3)
    first = await fetch(database, worker)
    await enqueue(database, 3)

    assert (first, await waiting(database)) == (3, [3])
    assert await fetch(database, worker) is None


async def test_what_is_undone_leaves_no_job(database: Database) -> None:
    with suppress(ValueError):
        async with database.begin() as session:
            await jobs.enqueue(session, [3])
            raise ValueError

    assert await waiting(database) == []


async def test_a_job_that_waits_is_not_begun_before_what_it_is_for_can_be_seen(
    database: Database,
) -> None:
    worker = await a_worker(database)
    await enqueue(database, 3)

    async with database.begin() as session:
        await jobs.enqueue(session, [3])
        meanwhile = await fetch(database, worker)

    assert (meanwhile, await fetch(database, worker)) == (None, 3)


async def test_many_at_once_get_in_each_others_way_for_a_moment_only(database: Database) -> None:
    several = [range(SHARDS), range(SHARDS - 1, -1, -1), range(0, SHARDS, 3)] * 4

    async with asyncio.timeout(20):
        await asyncio.gather(*(enqueue(database, *shards) for shards in several))

    assert sorted(map(str, await waiting(database))) == sorted(map(str, range(SHARDS)))


async def test_a_job_is_taken_from_whoever_is_silent(database: Database) -> None:
    worker = await a_worker(database)
    await enqueue(database, 3)
    await fetch(database, worker)

    async with there(database, worker):
        before = await put_back(database, silence=HOUR)
        after = await put_back(database, silence=-SECOND)

    assert (before, after) == (set(), {3})
    assert await put_back(database, silence=-SECOND) == set()


async def test_a_job_is_taken_from_whoever_has_left(database: Database) -> None:
    worker = await a_worker(database)
    await enqueue(database, 3)
    await fetch(database, worker)
    async with there(database, worker):
        await run(database, "SELECT procrastinate_unregister_worker_v1(:worker)", worker=worker)

        assert await put_back(database, silence=HOUR) == {3}


async def test_a_job_is_taken_at_once_from_whoever_is_gone(database: Database) -> None:
    worker = await a_worker(database)
    await enqueue(database, 3)
    async with there(database, worker):
        await fetch(database, worker)
        before = await put_back(database, silence=HOUR)

    async with there(database, worker + 1):
        assert (before, await put_back(database, silence=HOUR)) == (set(), {3})


async def test_a_job_is_taken_from_whoever_does_it_for_too_long(database: Database) -> None:
    worker = await a_worker(database)
    await enqueue(database, 3)
    await fetch(database, worker)

    async with there(database, worker):
        assert await put_back(database, silence=HOUR, longest=-SECOND) == {3}


async def neglected(database: Database, passed: timedelta = timedelta()) -> set[int]:
    async with database.look() as session:
        return await jobs.neglected(session, now=NOW + passed, steady=NOW + passed)


async def test_what_is_due_is_found_unless_a_job_is_there_for_it(database: Database) -> None:
    async with database.begin() as session:
        one, other = [await a_chat(session, number) for number in range(2)]
    await put(database, a_delivery(one), a_delivery(other, due=NOW + SECOND))

    found = [await neglected(database), await neglected(database, SECOND)]
    await enqueue(database, one.shard)
    left = await neglected(database, SECOND)

    assert found == [{one.shard}, {one.shard, other.shard}]
    assert left == {other.shard} - {one.shard}


async def test_what_a_rest_holds_up_is_found_when_the_rest_is_over(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        await claims.hold(session, chat.id, NOW + HOUR)
    await put(database, a_delivery(chat, Class.DIGEST))

    assert [await neglected(database), await neglected(database, HOUR)] == [set(), {chat.shard}]


async def test_what_is_too_late_or_cannot_arrive_is_found(database: Database) -> None:
    async with database.begin() as session:
        one, other = [await a_chat(session, number) for number in range(2)]
        await claims.hold(session, one.id, NOW + HOUR)
        await chats.set_reachable(session, other.id, reachable=False)
    await put(database, a_delivery(one), a_delivery(other))

    assert await neglected(database, timedelta(minutes=6)) == {one.shard, other.shard}
    assert await neglected(database) == {other.shard}


async def test_what_somebody_left_unfinished_is_found(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    await put(database, a_delivery(chat))
    async with database.begin() as session:
        assert await claims.claim(session, claimant(), limit=1)

    assert [await neglected(database), await neglected(database, HOUR)] == [set(), {chat.shard}]


async def test_a_backup_brings_no_job_back(
    database: Database, postgres_url: str, tmp_path: Path
) -> None:
    await enqueue(database, 3)
    file = tmp_path / "relais.backup"
    await back_up_to(file, postgres_url)
    await bring_back(database, file)
    after = await waiting(database)

    await enqueue(database, 5)
    worker = await a_worker(database)

    assert (after, await fetch(database, worker)) == ([], 5)
