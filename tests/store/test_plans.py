"""Plans on PostgreSQL, where several may want to change the same one."""

import asyncio

import pytest

from bot.domain.plan import Plan, PlanState
from bot.store import plans
from bot.store.db import Database
from bot.store.vault import Vault
from tests.examples import a_person, a_plan
from tests.store.waiting import somebody_waits


async def taken(database: Database, plan_id: str) -> Plan | None:
    async with database.begin() as session:
        return await plans.take(session, plan_id)


@pytest.mark.postgresql
async def test_whoever_takes_a_plan_sees_what_became_of_it(postgres_url: str, vault: Vault) -> None:
    database = Database(postgres_url, vault)
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        plan_id = await a_plan(session, person_id, PlanState.PROPOSED)

    async with database.begin() as session:
        await plans.change(session, plan_id, was=PlanState.PROPOSED, becomes=PlanState.ENDED)
        accepting = asyncio.create_task(taken(database, plan_id))
        await somebody_waits(session)

    found = await accepting
    assert found is not None
    assert found.state is PlanState.ENDED
    await database.close()
