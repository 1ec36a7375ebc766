"""Techniques take turns anew without undoing what happens to a reminder meanwhile."""

import asyncio
from dataclasses import replace
from datetime import time

import pytest

from bot.domain.plan import Plan, PlanKind, PlanState
from bot.services import steering
from bot.store import plans
from tests.services.conftest import Team
from tests.services.scenes import let_bring, recurs
from tests.services.stage import Phone
from tests.store.waiting import somebody_waits

pytestmark = pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
)


@pytest.fixture
async def phone(team: Team) -> Phone:
    let_bring(team.stage, PlanKind.COPING)
    return team.participant


async def as_it_is(phone: Phone, plan: Plan) -> Plan:
    async with phone.stage.database.look() as session:
        found = await plans.get(session, plan.id)
    assert found is not None
    return found


async def test_what_is_changed_meanwhile_stays_changed(phone: Phone) -> None:
    plan = await recurs(phone, time(18))

    async with phone.stage.database.begin() as session:
        taken = await plans.take(session, plan.id)
        assert taken is not None
        named = replace(taken.at(time(20)), details={**taken.details, steering.NAME: "a name"})
        await plans.keep(session, named)
        adding = asyncio.create_task(recurs(phone, time(12)))
        await somebody_waits(session)
    await adding

    kept = await as_it_is(phone, plan)
    assert (kept.rule.wall, steering.what(kept)) == (time(20), "a name")


async def test_what_is_stopped_meanwhile_is_not_written_anew(phone: Phone) -> None:
    plan = await recurs(phone, time(18))
    before = await as_it_is(phone, plan)

    async with phone.stage.database.begin() as session:
        await plans.change(session, plan.id, was=PlanState.ACTIVE, becomes=PlanState.ENDED)
        adding = asyncio.create_task(recurs(phone, time(12)))
        await somebody_waits(session)
    await adding

    assert await as_it_is(phone, plan) == replace(before, state=PlanState.ENDED)
