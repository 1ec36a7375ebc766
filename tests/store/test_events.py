"""Events beside days: sealed, in order, only one's own to take away, gone with the person."""

from datetime import timedelta

from sqlmodel import select

from bot.domain.chart import Mark
from bot.store import events, people
from bot.store.db import Database
from bot.store.events import EventRow
from tests.examples import NOW, TODAY, a_person

A_DAY = timedelta(days=1)


def mark(days_ago: int) -> Mark:
    return Mark(day=TODAY - days_ago * A_DAY, what=f"il y a {days_ago}")


async def test_the_latest_come_back_in_the_order_of_days(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        for days_ago in (1, 3, 0, 2):
            await events.add(session, person_id, mark(days_ago), now=NOW)

        found = await events.since(session, person_id, TODAY - 2 * A_DAY, limit=2)

    assert [one.mark for one in found] == [mark(1), mark(0)]


async def test_nobody_takes_away_what_somebody_else_marked(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        other_id, _ = await a_person(session)
        event_id = await events.add(session, person_id, mark(0), now=NOW)

        taken = [
            await events.remove(session, who, event_id) for who in (other_id, person_id, person_id)
        ]

    assert taken == [False, True, False]


async def test_it_is_sealed_and_goes_with_the_person(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        await events.add(session, person_id, mark(0), now=NOW)
        row = (await session.exec(select(EventRow))).one()
        assert b"il y a" not in row.sealed_what

        await people.forget(session, person_id)

        assert (await session.exec(select(EventRow))).all() == []
