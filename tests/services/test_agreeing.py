"""What somebody sets for themselves begins, changes, ends and goes on at once."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.domain.delivery import Reason, State
from bot.domain.errors import NotAllowed
from bot.domain.plan import Plan, PlanKind
from bot.domain.schedule import EVERY_DAY, Rule
from bot.domain.sharing import Purpose
from bot.services import agreeing
from bot.store import plans, sharing
from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.scenes import let_bring, scene_of
from tests.services.stage import Phone, Stage

MONDAY = date(2026, 11, 23)
EVENING = Rule(days=EVERY_DAY, wall=time(18), starts=MONDAY)
DAY = timedelta(days=1)


@pytest.fixture
def phone(team: Team) -> Phone:
    """Somebody to whom reminders to cope can be brought."""
    let_bring(team.stage, PlanKind.COPING)
    return team.participant


async def agree(phone: Phone, rule: Rule = EVENING, **details: Any) -> Plan:
    async with scene_of(phone) as scene:
        return await agreeing.agree(scene, PlanKind.COPING, rule, details=details)


async def days_of(stage: Stage, state: State = State.SENT) -> list[str]:
    """Return when the messages of plans in a state were due, in order."""
    rows = [row for row in await rows_of(stage, "delivery") if row["slot"] == PlanKind.COPING]
    return [
        f"{due:%a %H:%M}" for due in sorted(row["due"] for row in rows if row["state"] is state)
    ]


async def test_it_comes_on_its_days_at_its_time(phone: Phone) -> None:
    await agree(phone)

    await phone.stage.pass_time(days=3)

    assert await days_of(phone.stage) == ["Mon 17:00", "Tue 17:00", "Wed 17:00"]
    assert phone.shown == "on-my-way"


async def test_it_comes_every_other_week_or_once(phone: Phone) -> None:
    await agree(phone, replace(EVENING, days=frozenset({1}), weeks=2))
    await agree(phone, replace(EVENING, starts=MONDAY + 2 * DAY, ends=MONDAY + 2 * DAY))

    await phone.stage.pass_time(days=16)

    assert await days_of(phone.stage) == ["Tue 17:00", "Wed 17:00", "Tue 17:00"]


async def test_another_time_holds_from_now_on(phone: Phone) -> None:
    plan = await agree(phone)
    await phone.stage.pass_time(days=1)
    async with scene_of(phone) as scene:
        await agreeing.change(scene, plan.id, rule=replace(EVENING, wall=time(20)))

    await phone.stage.pass_time(days=1)

    assert await days_of(phone.stage) == ["Mon 17:00", "Tue 19:00"]


async def test_another_time_brings_nothing_twice_on_a_day(phone: Phone) -> None:
    plan = await agree(phone)
    await phone.stage.go_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    async with scene_of(phone) as scene:
        await agreeing.change(scene, plan.id, rule=replace(EVENING, wall=time(20)))

    await phone.stage.pass_time(hours=10)

    assert await days_of(phone.stage) == ["Mon 17:00"]


async def test_what_is_stopped_comes_no_more(phone: Phone) -> None:
    plan = await agree(phone)
    async with scene_of(phone) as scene:
        await agreeing.stop(scene, plan.id)

    await phone.stage.pass_time(days=3)

    assert await days_of(phone.stage) == []


async def test_what_is_due_as_it_is_stopped_is_left_out(phone: Phone) -> None:
    plan = await agree(phone)
    phone.stage.clock.moment = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
    async with scene_of(phone) as scene:
        await agreeing.stop(scene, plan.id)

    await phone.stage.pass_time(days=1)

    [row] = [row for row in await rows_of(phone.stage, "delivery") if row["plan_id"] == plan.id]
    assert (row["state"], row["reason"]) == (State.SKIPPED, Reason.WITHDRAWN)


async def test_what_was_stopped_can_go_on(phone: Phone) -> None:
    plan = await agree(phone)
    async with scene_of(phone) as scene:
        await agreeing.stop(scene, plan.id)
        await agreeing.resume(scene, plan.id)

    await phone.stage.pass_time(days=2)

    assert await days_of(phone.stage) == ["Mon 17:00", "Tue 17:00"]


async def test_what_it_brings_is_kept_sealed(phone: Phone) -> None:
    plan = await agree(phone, words=CANARY_TEXT)

    async with phone.stage.database.look() as session:
        found = await plans.get(session, plan.id)

    assert found is not None
    assert found.details["words"] == CANARY_TEXT
    [row] = [row for row in await rows_of(phone.stage, "plan") if row["id"] == plan.id]
    assert CANARY_TEXT not in repr(row)


async def test_what_it_brings_can_change(phone: Phone) -> None:
    plan = await agree(phone, words="un")
    async with scene_of(phone) as scene:
        await agreeing.change(scene, plan.id, details={"words": "deux"})

    async with phone.stage.database.look() as session:
        found = await plans.get(session, plan.id)

    assert found is not None
    assert (found.rule, found.details["words"]) == (EVENING, "deux")


async def test_nobody_changes_what_is_anothers(team: Team) -> None:
    let_bring(team.stage, PlanKind.COPING)
    plan = await agree(team.participant)

    async with scene_of(team.coach) as scene:
        for act in (agreeing.stop, agreeing.resume, agreeing.change, agreeing.own):
            with pytest.raises(NotAllowed):
                await act(scene, plan.id)


async def test_a_wakeup_is_changed_elsewhere(agreed: Team) -> None:
    [row] = await rows_of(agreed.stage, "plan")

    async with scene_of(agreed.participant) as scene:
        with pytest.raises(NotAllowed):
            await agreeing.stop(scene, row["id"])


async def test_it_waits_out_a_pause(phone: Phone) -> None:
    await agree(phone)
    await phone.choose("button-messages", "button-pause", "button-pause-3")

    await phone.stage.pass_time(days=4)

    assert await days_of(phone.stage) == ["Thu 17:00"]
    assert await days_of(phone.stage, State.SKIPPED) == ["Mon 17:00", "Tue 17:00", "Wed 17:00"]


async def test_without_consent_nothing_comes(phone: Phone) -> None:
    plan = await agree(phone)
    async with phone.stage.database.begin() as session:
        for purpose in Purpose:
            await sharing.withdraw(session, plan.person_id, purpose, now=phone.stage.clock.now())

    await phone.stage.pass_time(days=1)

    assert await days_of(phone.stage) == []


async def test_a_kind_that_brings_nothing_is_set_aside(phone: Phone) -> None:
    stage = phone.stage
    stage.planner = replace(stage.planner, brings={})

    plan = await agree(phone)

    [row] = [row for row in await rows_of(stage, "plan") if row["id"] == plan.id]
    assert row["set_aside_at"] is not None
