"""A chat is known once, also when two processes hear of it at the same moment."""

import asyncio

import pytest
from sqlmodel import select

from bot.domain.people import Chat
from bot.store.db import Database
from bot.store.tables import ChatRow
from bot.store.vault import Vault
from tests.examples import a_chat
from tests.store.waiting import somebody_waits


async def test_a_chat_is_known_again(database: Database) -> None:
    async with database.begin() as session:
        first = await a_chat(session)
    async with database.begin() as session:
        again = await a_chat(session)

    assert again == first


@pytest.mark.postgresql
async def test_two_who_hear_of_a_new_chat_at_once_know_the_same(
    postgres_url: str, vault: Vault
) -> None:
    one, two = Database(postgres_url, vault), Database(postgres_url, vault)

    async def hear() -> Chat:
        async with two.begin() as session:
            return await a_chat(session)

    async with one.begin() as session:
        first = await a_chat(session)
        second = asyncio.create_task(hear())
        await somebody_waits(session)

    assert await second == first
    async with one.look() as session:
        assert len((await session.exec(select(ChatRow))).all()) == 1
    await one.close()
    await two.close()
