"""What was to go out within another message comes by itself where that one does not go out."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.delivery import Class, State
from bot.domain.plan import Plan, PlanKind
from bot.services import agreeing
from bot.store.quarantine import quarantine
from tests.services.conftest import Team
from tests.services.scenes import ends, let_bring, recurs, scene_of
from tests.services.stage import Phone

SIX = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def phone(team: Team) -> Phone:
    """Somebody for whom a technique at six takes along a check-in at twenty past."""
    let_bring(team.stage, PlanKind.COPING)
    let_bring(team.stage, PlanKind.CHECKIN, as_a=Class.CHECKIN)
    return team.participant


async def merge_while_away(phone: Phone) -> Plan:
    """Let the technique take along the check-in while Telegram is away; return its plan."""
    plan = await recurs(phone, time(18))
    await recurs(phone, time(18, 20), PlanKind.CHECKIN)
    await phone.stage.go_to(SIX - MINUTE)
    phone.stage.shelf.is_away = True
    phone.stage.clock.moment = SIX
    await phone.stage.pass_time()
    assert await ends(phone.stage, State.SKIPPED) == ["Mon 17:20 merged"]
    return plan


async def test_what_was_taken_along_comes_by_itself_where_the_other_is_too_late(
    phone: Phone,
) -> None:
    await merge_while_away(phone)

    await phone.stage.be_away_until(SIX + 65 * MINUTE)

    assert phone.shown == "up-late"
    assert await ends(phone.stage, State.EXPIRED) == ["Mon 17:00 away"]
    assert await ends(phone.stage, State.SENT) == ["Mon 17:20"]


async def test_what_is_too_late_as_well_says_so(phone: Phone) -> None:
    await merge_while_away(phone)

    await phone.stage.be_away_until(SIX + 300 * MINUTE)

    assert await ends(phone.stage, State.EXPIRED) == ["Mon 17:00 away", "Mon 17:20 late"]
    assert await ends(phone.stage, State.SKIPPED) == []


async def test_what_goes_out_in_the_end_stays_one_message(phone: Phone) -> None:
    await merge_while_away(phone)
    said = len(phone.bubbles)

    await phone.stage.be_away_until(SIX + 30 * MINUTE)

    assert len(phone.bubbles) == said + 1
    assert phone.shown == "together"
    assert await ends(phone.stage, State.SKIPPED) == ["Mon 17:20 merged"]


async def test_who_stops_the_one_still_gets_the_other(phone: Phone) -> None:
    plan = await merge_while_away(phone)
    async with scene_of(phone) as scene:
        await agreeing.stop(scene, plan.id)

    await phone.stage.be_away_until(SIX + 30 * MINUTE)

    assert phone.shown == "up-late"


async def test_who_moves_the_one_still_gets_the_other(phone: Phone) -> None:
    plan = await merge_while_away(phone)
    async with scene_of(phone) as scene:
        await agreeing.change(scene, plan.id, rule=plan.at(time(20)).rule)

    await phone.stage.be_away_until(SIX + 30 * MINUTE)

    assert phone.shown == "up-late"


async def test_who_cannot_be_reached_is_not_said_to_have_been(phone: Phone) -> None:
    await recurs(phone, time(18))
    await recurs(phone, time(18, 20), PlanKind.CHECKIN)
    await phone.stage.go_to(SIX - MINUTE)
    phone.stage.shelf.is_blocked = True

    await phone.stage.go_to(SIX + 25 * MINUTE)

    assert await ends(phone.stage, State.FAILED) == [
        "Mon 17:00 unreachable",
        "Mon 17:20 unreachable",
    ]


async def test_after_a_restore_neither_is_said_to_have_gone_out(phone: Phone) -> None:
    await merge_while_away(phone)

    async with phone.stage.database.begin() as session:
        await quarantine(session, SIX + MINUTE)

    assert await ends(phone.stage, State.EXPIRED) == ["Mon 17:00 restored", "Mon 17:20 restored"]
