"""What need not be known any longer is forgotten; what is still to be said is not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from bot.domain.delivery import State
from bot.domain.message import Phrase
from bot.domain.people import INVITATION_LIFE, Chat, Standing
from bot.services.housekeeping import AT_ONCE, keep_house
from bot.store import chats, deliveries, incoming, people, windows
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow, UpdateRow
from tests.examples import NOW, a_chat, a_delivery, a_person, an_update, put

HOUR = timedelta(hours=1)
MONTH = timedelta(days=30)


async def test_a_stranger_is_forgotten_after_an_hour(database: Database) -> None:
    async with database.begin() as session:
        stranger = await a_chat(session, 0)
        _, known = await a_person(session, 1)

    await keep_house(database, NOW + HOUR)

    async with database.look() as session:
        assert await chats.get(session, stranger.id) is None
        assert await chats.get(session, known.id) is not None


async def test_a_stranger_to_whom_something_is_to_be_said_stays(database: Database) -> None:
    async with database.begin() as session:
        stranger = await a_chat(session)
    await put(database, a_delivery(stranger))

    await keep_house(database, NOW + HOUR)

    async with database.look() as session:
        assert await chats.get(session, stranger.id) is not None


async def test_a_stranger_who_was_heard_just_now_stays(database: Database) -> None:
    async with database.begin() as session:
        stranger = await a_chat(session)

    await keep_house(database, NOW)

    async with database.look() as session:
        assert await chats.get(session, stranger.id) is not None


async def test_who_never_finished_coming_in_is_forgotten(database: Database) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)

    await keep_house(database, NOW + INVITATION_LIFE)
    async with database.look() as session:
        assert await people.get(session, person_id) is not None

    await keep_house(database, NOW + INVITATION_LIFE + timedelta(seconds=1))
    async with database.look() as session:
        assert await people.get(session, person_id) is None
        assert await chats.get(session, chat.id) is None


async def a_chat_that_stays(session: Session) -> Chat:
    person_id, chat = await a_person(session)
    person = await people.get(session, person_id)
    assert person is not None
    await people.keep(session, replace(person, standing=Standing.ACTIVE))
    return chat


async def end(session: Session, **values: Any) -> None:
    await session.exec(update(DeliveryRow).values(**values))


async def test_old_messages_are_emptied_and_stay_readable(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat_that_stays(session)
        old, planned = a_delivery(chat), a_delivery(chat)
        await deliveries.add(session, old)
        await end(session, state=State.SENT, ended_at=NOW)
        await deliveries.add(session, planned)

    await keep_house(database, NOW + MONTH + timedelta(seconds=1))

    async with database.look() as session:
        rows = (await session.exec(select(DeliveryRow).order_by(col(DeliveryRow.number)))).all()
        assert [bool(row.sealed_message) for row in rows] == [False, True]


async def test_updates_are_forgotten_when_they_cannot_come_again(database: Database) -> None:
    async with database.begin() as session:
        made = [await an_update(session, number) for number in range(3)]
        await incoming.handled(session, made[0].id)
        await incoming.set_aside(session, made[1].id, "a trace")

    await keep_house(database, NOW + timedelta(days=3))

    async with database.look() as session:
        left = {row.number: row.trace for row in await session.exec(select(UpdateRow))}
    assert left == {None: "a trace", 2: None}


async def test_what_was_set_aside_is_forgotten_after_a_month(database: Database) -> None:
    async with database.begin() as session:
        bad = await an_update(session, 1)
        await incoming.set_aside(session, bad.id, "a trace")

    await keep_house(database, NOW + MONTH + timedelta(seconds=1))

    async with database.look() as session:
        assert (await session.exec(select(UpdateRow))).all() == []


async def test_all_old_messages_are_emptied_however_many_there_are(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat_that_stays(session)
        for _ in range(AT_ONCE + 1):
            await deliveries.add(session, a_delivery(chat), number=0)
        await end(session, state=State.SENT, ended_at=NOW)

    await keep_house(database, NOW + MONTH + timedelta(seconds=1))

    async with database.look() as session:
        left = select(DeliveryRow.id).where(col(DeliveryRow.sealed_message) != b"")
        assert (await session.exec(left)).all() == []


async def test_windows_of_long_ago_are_forgotten(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat_that_stays(session)
        await windows.note(session, chat.id, NOW, window=HOUR)

    await keep_house(database, NOW + MONTH)
    async with database.look() as session:
        assert (await windows.count(session, NOW, since=NOW - HOUR)).opened == 1

    await keep_house(database, NOW + MONTH + 2 * HOUR)
    async with database.look() as session:
        assert (await windows.count(session, NOW, since=NOW - HOUR)).opened == 0


async def test_one_thing_that_fails_stops_no_other(database: Database) -> None:
    async with database.begin() as session:
        stranger = await a_chat(session)
        await session.exec(update(DeliveryRow).values(state=State.SENT))
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE incoming")

    await keep_house(database, NOW + HOUR)

    async with database.look() as session:
        assert await chats.get(session, stranger.id) is None


async def test_an_emptied_message_says_nothing(database: Database) -> None:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session))
        await deliveries.add(session, delivery)
        await end(session, sealed_message=b"")
        found = await deliveries.get(session, delivery.id)

    assert found is not None
    assert found.message.says == Phrase("")
