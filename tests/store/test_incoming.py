"""Updates that wait: the oldest of a chat, for one process at a time."""

import asyncio
from typing import Any

import pytest
from sqlmodel import select

from bot.domain.errors import HeldByAnother
from bot.domain.update import Line, Update
from bot.store import incoming
from bot.store.db import Database
from bot.store.ids import new_id
from bot.store.tables import UpdateRow
from bot.store.vault import Vault
from tests.examples import NOW, an_update


async def test_the_oldest_of_a_chat_is_next(database: Database) -> None:
    async with database.begin() as session:
        for number, chat_key in ((7, "one"), (3, "two"), (5, "one")):
            await an_update(session, number, chat_key=chat_key)

        found = await incoming.oldest(session, "one")

        assert found is not None
        assert (found.number, found.raw) == (5, {"update_id": 5})


async def test_of_each_chat_is_known_what_waits(database: Database) -> None:
    async with database.begin() as session:
        for number, chat_key in ((7, "one"), (3, "two"), (5, "one")):
            await an_update(session, number, chat_key=chat_key)
        await incoming.handled(session, (await an_update(session, 1, chat_key="one")).id)

        lines = await incoming.waiting(session)

    assert lines == [
        Line(chat_key="two", first=3, last=3, length=1),
        Line(chat_key="one", first=5, last=7, length=2),
    ]


async def test_of_updates_with_one_number_the_first_is_kept(database: Database) -> None:
    async with database.begin() as session:
        await an_update(session, 1)
        several = [
            Update(id=new_id(), number=number, chat_key="", raw=raw)
            for number, raw in ((1, "again"), (2, "first"), (2, "second"))
        ]

        assert await incoming.add_all(session, several, NOW) == [several[1]]
        assert await incoming.add_all(session, [], NOW) == []


@pytest.mark.postgresql
async def test_what_another_is_at_holds_up_its_own_chat_only(
    postgres_url: str, vault: Vault
) -> None:
    one, two = Database(postgres_url, vault), Database(postgres_url, vault)
    async with one.begin() as session:
        for number, chat_key in ((1, "one"), (2, "one"), (3, "two")):
            await an_update(session, number, chat_key=chat_key)

    async with one.begin() as session, two.begin() as other:
        assert await incoming.oldest(session, "one") is not None
        with pytest.raises(HeldByAnother):
            async with asyncio.timeout(10):
                await incoming.oldest(other, "one")
        assert await incoming.oldest(other, "two") is not None

    await one.close()
    await two.close()


async def test_nothing_is_next_where_nothing_waits(database: Database) -> None:
    async with database.begin() as session:
        await incoming.handled(session, (await an_update(session, 1)).id)

        assert await incoming.oldest(session, "") is None


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ({"message": {"message_id": 7}}, 7),
        ({"callback_query": {"message": {"message_id": 7}}}, None),
        ({"message": {"message_id": "7"}}, None),
        ({"message": {"message_id": 2**63}}, None),
        ({"message": {"message_id": True}}, None),
        ({"message": [7]}, None),
        ([7], None),
    ],
)
async def test_the_number_of_a_message_is_kept_beside_it(
    database: Database, raw: Any, number: int | None
) -> None:
    update = Update(id=new_id(), number=1, chat_key="a chat", raw=raw)

    async with database.begin() as session:
        await incoming.add_all(session, [update], NOW)
        [row] = (await session.exec(select(UpdateRow))).all()

    assert row.telegram_message == number
