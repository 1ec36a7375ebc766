"""A morning is there once, also when two expect it at the same moment."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.wakeup import MorningState, WorkingMorning
from bot.store import mornings
from bot.store.db import Database, Session
from bot.store.vault import Vault
from tests.examples import NOW, TODAY, a_person, a_plan
from tests.store.waiting import somebody_waits

HOUR = timedelta(hours=1)


async def agreed(database: Database) -> tuple[str, str]:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        return await a_plan(session, person_id), person_id


async def expect(session: Session, known: tuple[str, str], due: datetime) -> WorkingMorning:
    plan_id, person_id = known
    return await mornings.expect(session, plan_id=plan_id, person_id=person_id, day=TODAY, due=due)


async def test_a_morning_that_is_awaited_may_come_at_another_time(database: Database) -> None:
    known = await agreed(database)

    async with database.begin() as session:
        first = await expect(session, known, NOW)
        assert await mornings.get(session, known[0], TODAY) == first
        later = await expect(session, known, NOW + HOUR)

        assert later == replace(first, due=NOW + HOUR)
        assert await mornings.get(session, known[0], TODAY) == later


async def test_a_morning_that_was_answered_stays_as_it_was(database: Database) -> None:
    known = await agreed(database)
    async with database.begin() as session:
        up = replace(await expect(session, known, NOW), state=MorningState.UP, answered_at=NOW)
        await mornings.keep(session, up)

    async with database.begin() as session:
        assert await expect(session, known, NOW + HOUR) == up


@pytest.mark.postgresql
async def test_two_who_expect_a_morning_at_once_expect_the_same(
    postgres_url: str, vault: Vault
) -> None:
    one, two = Database(postgres_url, vault), Database(postgres_url, vault)
    known = await agreed(one)

    async def expect_too() -> WorkingMorning:
        async with two.begin() as session:
            return await expect(session, known, NOW + HOUR)

    async with one.begin() as session:
        first = await expect(session, known, NOW)
        second = asyncio.create_task(expect_too())
        await somebody_waits(session)

    assert await second == replace(first, due=NOW + HOUR)
    await one.close()
    await two.close()
