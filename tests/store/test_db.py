"""Transactions are kept or undone as a whole; a database that is away is known as such."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from bot.domain.errors import DatabaseAway
from bot.store import chats
from bot.store.db import Database, Session
from bot.store.tables import ChatRow
from bot.store.vault import Vault
from tests.examples import a_chat


@pytest.fixture
async def twin(database_url: str, vault: Vault) -> AsyncIterator[Database]:
    """The same database as another process sees it."""
    opened = Database(database_url, vault)
    yield opened
    await opened.close()


async def test_an_error_undoes_everything(database: Database) -> None:
    chat_ids = []

    async def try_it() -> None:
        async with database.begin() as session:
            chat_ids.append((await a_chat(session)).id)
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        await try_it()
    async with database.look() as session:
        assert await chats.get(session, chat_ids[0]) is None


async def test_what_is_written_in_a_look_is_not_kept(database: Database) -> None:
    async with database.look() as session:
        chat = await a_chat(session)

    async with database.look() as session:
        assert await chats.get(session, chat.id) is None


async def test_writers_wait_for_each_other(database: Database, twin: Database) -> None:
    async def write(where: Database, number: int) -> None:
        async with where.begin() as session:
            await a_chat(session, number)

    await asyncio.gather(*(write((database, twin)[n % 2], n) for n in range(20)))

    async with database.look() as session:
        assert len((await session.exec(select(ChatRow))).all()) == 20


async def test_a_reader_is_not_held_up_by_a_writer(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        async with asyncio.timeout(5), database.look() as other:
            assert await chats.get(other, chat.id) is None


async def test_a_full_disk_is_a_database_away(sqlite_url: str, vault: Vault) -> None:
    database = Database(sqlite_url, vault)

    async def write_much() -> None:
        async with database.begin() as session:
            await run(session, "PRAGMA max_page_count = 1")
            for number in range(1_000):
                await a_chat(session, number)

    with pytest.raises(DatabaseAway):
        await write_much()
    async with database.look() as session:
        assert (await session.exec(select(ChatRow))).all() == []
    await database.close()


@pytest.mark.postgresql
async def test_a_server_that_is_not_there_is_a_database_away(tmp_path: Path, vault: Vault) -> None:
    database = Database(f"postgresql+psycopg://postgres@/nothing?host={tmp_path}", vault)

    with pytest.raises(DatabaseAway):
        async with database.look() as session:
            await a_chat(session)
    await database.close()


async def test_what_the_program_did_wrong_is_not_taken_for_an_absence(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin() as session:
            await run(session, "INSERT INTO role (person_id, role) VALUES ('nobody', 'coach')")


async def run(session: Session, statement: str) -> None:
    await (await session.connection()).exec_driver_sql(statement)


@pytest.fixture
async def frozen(postgres_url: str, vault: Vault) -> AsyncIterator[Database]:
    """One whose transactions may stand still for a moment only."""
    opened = Database(postgres_url, vault, idle=timedelta(milliseconds=50))
    yield opened
    await opened.close()


@pytest.fixture
async def other(postgres_url: str, vault: Vault) -> AsyncIterator[Database]:
    """The same database, as another process has it."""
    opened = Database(postgres_url, vault)
    yield opened
    await opened.close()


@pytest.mark.postgresql
async def test_who_stands_still_in_a_transaction_holds_up_others_for_a_while_only(
    frozen: Database, other: Database
) -> None:
    async with other.begin() as session:
        chat = await a_chat(session)

    async def stand_still() -> None:
        async with frozen.begin() as session:
            await chats.set_reachable(session, chat.id, reachable=False)
            async with asyncio.timeout(10), other.begin() as another:
                assert await chats.set_reachable(another, chat.id, reachable=False)

    with pytest.raises(DatabaseAway):
        await stand_still()


@pytest.mark.postgresql
async def test_who_is_cancelled_ends_so_though_the_server_ended_their_transaction_before(
    frozen: Database, other: Database
) -> None:
    async with other.begin() as session:
        chat = await a_chat(session)
    stands_still = asyncio.Event()

    async def stand_still() -> None:
        async with frozen.begin() as session:
            await chats.set_reachable(session, chat.id, reachable=False)
            stands_still.set()
            await asyncio.Event().wait()

    standing = asyncio.create_task(stand_still())
    await stands_still.wait()
    async with asyncio.timeout(10), other.begin() as session:
        await chats.set_reachable(session, chat.id, reachable=False)
    standing.cancel()

    with pytest.raises(asyncio.CancelledError):
        await standing
