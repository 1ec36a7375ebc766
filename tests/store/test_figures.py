"""Figures are counted the same way on both databases, and hold nobody's name."""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col

from bot.domain.delivery import Class, Reason, State
from bot.domain.figures import Standing
from bot.store import chats, claims, deliveries, figures, incoming
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow
from tests.examples import NOW, a_chat, a_delivery, an_update

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def sent(session: Session, kind: Class, late: timedelta, *, number: int) -> None:
    delivery = a_delivery(await a_chat(session, number), kind, due=NOW - MINUTE)
    await deliveries.add(session, delivery)
    await session.exec(
        update(DeliveryRow)
        .where(col(DeliveryRow.id) == delivery.id)
        .values(state=State.SENT, ended_at=delivery.due + late)
    )


async def test_messages_are_counted_by_class_state_and_reason(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        for due in (NOW - 2 * DAY, NOW - DAY / 2, NOW - DAY / 2, NOW + MINUTE):
            await deliveries.add(session, a_delivery(chat, Class.WAKEUP, due=due))
        await deliveries.expire(session, NOW)

        found = await figures.standings(session, since=NOW - DAY)

    assert found == [
        Standing(kind=Class.WAKEUP, state=State.PLANNED, reason=None, count=1),
        Standing(kind=Class.WAKEUP, state=State.EXPIRED, reason=Reason.LATE, count=2),
    ]


async def test_lateness_is_counted_in_steps(database: Database) -> None:
    async with database.begin() as session:
        for number, seconds in enumerate((0.5, 4, 50)):
            await sent(session, Class.WAKEUP, timedelta(seconds=seconds), number=number)

        found = await figures.lateness(session, since=NOW - DAY)

    late = found[Class.WAKEUP]
    assert list(found) == [Class.WAKEUP]
    assert (late.count, [late.within[timedelta(seconds=step)] for step in (1, 2, 5, 60)]) == (
        3,
        [1, 1, 2, 3],
    )
    assert abs(late.worst - timedelta(seconds=50)) < timedelta(milliseconds=1)
    assert abs(late.total - timedelta(seconds=54.5)) < timedelta(milliseconds=1)


async def test_nothing_sent_has_no_lateness(database: Database) -> None:
    async with database.look() as session:
        assert await figures.lateness(session, since=NOW - DAY) == {}


async def test_what_waits_is_counted(database: Database) -> None:
    async with database.begin() as session:
        for due in (NOW - 2 * MINUTE, NOW - MINUTE, NOW + MINUTE):
            await deliveries.add(session, a_delivery(await a_chat(session), due=due))
        for number in (1, 2):
            await an_update(session, number, now=NOW - number * MINUTE)
        dead = await an_update(session, 3, now=NOW - DAY)
        await incoming.set_aside(session, dead.id, "a trace")

        waits = await figures.backlog(session, now=NOW, steady=NOW)

    assert (waits.overdue, waits.oldest_due) == (2, NOW - 2 * MINUTE)
    assert waits.next_due == NOW + MINUTE
    assert (waits.waiting_updates, waits.oldest_update) == (2, NOW - 2 * MINUTE)
    assert waits.dead_letters == 1


async def test_a_chat_that_rests_or_is_gone_makes_nothing_overdue(database: Database) -> None:
    async with database.begin() as session:
        resting, gone = await a_chat(session), await a_chat(session, 1)
        for chat in (resting, gone):
            await deliveries.add(session, a_delivery(chat, due=NOW - MINUTE))
        await claims.hold(session, resting.id, NOW + MINUTE)
        await chats.set_reachable(session, gone.id, reachable=False)

        waits = await figures.backlog(session, now=NOW, steady=NOW)
        afterwards = await figures.backlog(session, now=NOW, steady=NOW + MINUTE)

    assert (waits.overdue, waits.held, waits.resting, waits.unreachable) == (0, 1, 1, 1)
    assert waits.rest_ends == NOW + MINUTE
    assert (afterwards.overdue, afterwards.resting, afterwards.rest_ends) == (1, 0, None)


async def test_an_empty_database_has_nothing_that_waits(database: Database) -> None:
    async with database.look() as session:
        await figures.touch(session)
        waits = await figures.backlog(session, now=NOW, steady=NOW)

    assert (waits.overdue, waits.oldest_due, waits.next_due, waits.oldest_update) == (
        0,
        None,
        None,
        None,
    )
