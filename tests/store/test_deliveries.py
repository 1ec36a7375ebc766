"""Deliveries are written once for an occasion, found again, taken back, and end when too late."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.domain.delivery import Class, Reason, State
from bot.domain.errors import Unsealable
from bot.domain.message import Button, Message, Phrase
from bot.store import chats, deliveries
from bot.store.db import Database
from bot.store.tables import DeliveryRow
from tests.canaries import CANARY_TEXT
from tests.examples import NOW, a_chat, a_delivery, a_person, a_plan, look_at, of_day, put

LATER = NOW + timedelta(hours=1)


async def reason_of(database: Database, delivery_id: str) -> Reason | None:
    async with database.look() as session:
        return (await session.get_one(DeliveryRow, delivery_id)).reason


async def perhaps_arrived(database: Database, delivery_id: str) -> None:
    async with database.begin() as session:
        row = update(DeliveryRow).where(col(DeliveryRow.id) == delivery_id)
        await session.exec(row.values(copies=1))


async def test_a_delivery_is_found_as_it_was_written(database: Database) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        occasion = of_day(await a_plan(session, person_id))
        delivery = a_delivery(chat, Class.WAKEUP, occasion=occasion, due=LATER)
        await deliveries.add(session, delivery)

    async with database.look() as session:
        assert await deliveries.get(session, delivery.id) == delivery
        assert await deliveries.of_occasion(session, occasion) == delivery


async def test_what_is_not_there_is_not_found(database: Database) -> None:
    async with database.look() as session:
        assert await deliveries.get(session, "nothing") is None
        assert await deliveries.of_occasion(session, of_day("nothing")) is None
        assert await deliveries.next_due(session) is None


async def test_an_occasion_has_each_message_once(database: Database) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        plan_id = await a_plan(session, person_id)
        first, again, other = (
            a_delivery(chat, Class.WAKEUP, occasion=of_day(plan_id, slot))
            for slot in ("nudge", "nudge", "nudge-2")
        )

        written = [await deliveries.add(session, one) for one in (first, again, other)]

        assert written == [True, False, True]
        assert await deliveries.get(session, again.id) is None


async def test_what_is_written_is_sealed(database: Database) -> None:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session))
        await deliveries.add(session, delivery)
        row = await session.get_one(DeliveryRow, delivery.id)

    assert CANARY_TEXT.encode() not in row.sealed_message


async def test_a_message_moved_to_another_row_does_not_open(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        mine, other = a_delivery(chat), a_delivery(chat)
        await deliveries.add(session, mine)
        await deliveries.add(session, other)
        row = await session.get_one(DeliveryRow, mine.id)
        stranger = await session.get_one(DeliveryRow, other.id)
        stranger.sealed_message = row.sealed_message
        await session.flush()

        with pytest.raises(Unsealable):
            await deliveries.get(session, other.id)


async def test_the_next_due_is_the_earliest_planned(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        await deliveries.add(session, a_delivery(chat, due=LATER))
        await deliveries.add(session, a_delivery(chat, due=NOW))

        assert await deliveries.next_due(session) == NOW


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        ({}, []),
        ({"day": NOW.date()}, ["tomorrow"]),
        ({"slots": ["nudge-2"]}, ["first", "tomorrow"]),
        ({"day": NOW.date(), "slots": ["nudge"]}, ["second", "tomorrow"]),
        ({"slots": []}, ["first", "second", "tomorrow"]),
    ],
)
async def test_what_is_planned_is_taken_back(
    database: Database, narrowed: dict[str, object], left: list[str]
) -> None:
    tomorrow = NOW.date() + timedelta(days=1)
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        plan_id = await a_plan(session, person_id)
        planned = {
            "first": a_delivery(chat, occasion=of_day(plan_id, "nudge")),
            "second": a_delivery(chat, occasion=of_day(plan_id, "nudge-2")),
            "tomorrow": a_delivery(chat, occasion=of_day(plan_id, "nudge", tomorrow)),
        }
        for one in planned.values():
            await deliveries.add(session, one)

        taken_back = await deliveries.withdraw(
            session,
            plan_id=plan_id,
            reason=Reason.ANSWERED,
            now=NOW,
            **narrowed,  # type: ignore[arg-type] # a table of keywords
        )

    states = {name: (await look_at(database, one)).state for name, one in planned.items()}
    assert [name for name, state in states.items() if state is State.PLANNED] == left
    assert taken_back == 3 - len(left)


async def test_only_what_is_planned_is_taken_back(database: Database) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        plan_id = await a_plan(session, person_id)
        delivery = a_delivery(chat, occasion=of_day(plan_id))
        await deliveries.add(session, delivery)

        counts = [
            await deliveries.withdraw(session, plan_id=plan_id, reason=Reason.PAUSED, now=NOW)
            for _ in range(2)
        ]

    assert counts == [1, 0]
    assert await reason_of(database, delivery.id) is Reason.PAUSED


async def test_what_is_too_late_expires(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    late = a_delivery(chat, until=LATER)
    in_time = a_delivery(chat, until=LATER + timedelta(seconds=1))
    await put(database, late, in_time)

    async with database.begin() as session:
        assert await deliveries.expire(session, LATER) == 1

    assert (await look_at(database, late)).state is State.EXPIRED
    assert await reason_of(database, late.id) is Reason.LATE
    assert (await look_at(database, in_time)).state is State.PLANNED


async def test_what_was_tried_before_says_why_it_did_not_go_out(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        tried = a_delivery(chat, until=LATER)
        await deliveries.add(session, tried)
        await session.exec(update(DeliveryRow).values(reason=Reason.SLOWED))

        await deliveries.expire(session, LATER)

    assert (await look_at(database, tried)).state is State.EXPIRED
    assert await reason_of(database, tried.id) is Reason.SLOWED


async def test_what_may_have_arrived_ends_as_uncertain(database: Database) -> None:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session), until=LATER)
        await deliveries.add(session, delivery)
    await perhaps_arrived(database, delivery.id)

    async with database.begin() as session:
        await deliveries.expire(session, LATER)

    assert await look_at(database, delivery) == replace(delivery, state=State.UNCERTAIN, copies=1)


async def test_what_is_due_in_a_lost_chat_fails_and_the_rest_waits(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        now, later = a_delivery(chat), a_delivery(chat, due=LATER)
        await deliveries.add(session, now)
        await deliveries.add(session, later)
        await chats.set_reachable(session, chat.id, reachable=False)

        assert await deliveries.expire(session, NOW) == 1

    assert (await look_at(database, now)).state is State.FAILED
    assert await reason_of(database, now.id) is Reason.UNREACHABLE
    assert (await look_at(database, later)).state is State.PLANNED


async def test_what_names_a_group_is_taken_back_and_nothing_else(database: Database) -> None:
    def about(name: str) -> Message:
        return Message(says=Phrase("menu"), rows=((Button(Phrase("menu"), "x", {"group": name}),),))

    async with database.begin() as session:
        _, chat = await a_person(session)
        of_one, of_another = (
            replace(a_delivery(chat, Class.DIGEST, due=LATER), id=name, message=about(name))
            for name in ("one", "another")
        )
        broken = replace(a_delivery(chat, Class.DIGEST, due=LATER), id="broken")
        for each in (of_one, of_another, broken):
            await deliveries.add(session, each)
        row = update(DeliveryRow).where(col(DeliveryRow.id) == "broken")
        await session.exec(row.values(sealed_message=b"x"))
        count = await deliveries.withdraw_naming(
            session, chat.id, "one", reason=Reason.WITHDRAWN, now=NOW
        )

    assert count == 1
    assert await reason_of(database, "one") is Reason.WITHDRAWN
    assert await reason_of(database, "another") is None
