from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.domain.delivery import Reason, State
from bot.domain.people import Role
from bot.domain.plan import Plan, PlanState
from bot.store import chats, plans
from bot.store.db import Database, Session
from bot.store.tables import PlanRow
from bot.store.vault import Vault
from tests.examples import NOW, a_person, a_plan
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import NOTHING_AROUND
from tests.services.stage import Phone, Stage

WEDNESDAY = date(2026, 11, 25)
NEXT_SUNDAY = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


async def sent(stage: Stage, slot: str) -> list[str]:
    """Return when the messages of a slot were sent, as told in UTC."""
    rows = [row for row in await rows_of(stage, "delivery") if row["slot"] == slot]
    return sorted(f"{row['due']:%a %H:%M}" for row in rows if row["state"] is State.SENT)


async def stage_plans(session: Session) -> Sequence[Plan]:
    """Return every plan that is active."""
    found = await plans.to_be_planned(session, datetime.max.replace(tzinfo=UTC), limit=10)
    return [plan for one in found if (plan := await plans.get(session, one))]


async def set_alone(team: Team, *taps: str, typed: str = "7h") -> Phone:
    await team.participant.choose("button-my-day", "button-my-wakeup", *taps)
    await team.participant.write(typed)
    await team.participant.choose("button-that-is-it", *NOTHING_AROUND)
    return team.participant


async def test_a_morning_without_an_answer_is_told_in_order(agreed: Team) -> None:
    await agreed.stage.pass_time(days=1)

    told = ["evening-leaving", "nudge", "nudge", "nudge", "leaving"]
    assert agreed.participant.keys[-5:] == told
    assert agreed.coach.shown == "note-no-answer"


async def test_each_message_comes_at_its_time(agreed: Team) -> None:
    await agreed.stage.pass_time(days=1)

    slots = ("evening", "nudge", "nudge-2", "nudge-3", "leaving", "note")
    assert [await sent(agreed.stage, slot) for slot in slots] == [
        ["Mon 18:30"],
        ["Tue 06:00"],
        ["Tue 06:08"],
        ["Tue 06:16"],
        ["Tue 07:05"],
        ["Tue 08:00"],
    ]


async def test_planning_again_writes_nothing_twice(agreed: Team) -> None:
    stage = agreed.stage
    await stage.planner.plan_all(stage.database, stage.clock.now())
    before = await rows_of(stage, "delivery")

    async with stage.database.begin() as session:
        for plan in await stage_plans(session):
            await stage.planner.plan_ahead(session, plan, stage.clock.now())

    assert await rows_of(stage, "delivery") == before


async def test_a_wakeup_comes_on_its_days_alone(agreed: Team) -> None:
    await agreed.stage.go_to(NEXT_SUNDAY)

    days = [moment[:3] for moment in await sent(agreed.stage, "nudge")]
    assert sorted(days) == ["Fri", "Thu", "Tue", "Wed"]


async def test_a_public_holiday_is_left_out(team: Team) -> None:
    team.stage.keep_holidays({WEDNESDAY})
    await set_alone(team)

    await team.stage.go_to(NEXT_SUNDAY)

    assert sorted(await sent(team.stage, "nudge")) == ["Fri 06:00", "Thu 06:00", "Tue 06:00"]


async def test_a_public_holiday_is_taken_in_where_it_was_asked_for(team: Team) -> None:
    team.stage.keep_holidays({WEDNESDAY})
    await set_alone(team, "button-holidays-off")

    await team.stage.go_to(NEXT_SUNDAY)

    assert len(await sent(team.stage, "nudge")) == 4


async def test_a_start_further_away_is_waited_for(team: Team) -> None:
    await team.participant.choose("button-my-day", "button-my-wakeup", "button-starts")
    await team.participant.tap("lundi 30 novembre")
    await team.participant.choose("button-that-is-it", *NOTHING_AROUND)

    await team.stage.go_to(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))

    assert await sent(team.stage, "nudge") == ["Mon 06:00"]


async def test_another_time_for_one_day_holds_on_that_day_alone(agreed: Team) -> None:
    await agreed.stage.pass_time(hours=10)
    await agreed.participant.choose("button-change-time")
    await agreed.participant.tap("07:30")
    assert agreed.participant.shown == "evening-changed"

    await agreed.stage.pass_time(days=2)

    assert await sent(agreed.stage, "nudge") == ["Tue 06:30", "Wed 06:00"]


async def test_the_note_names_the_time_of_that_day(agreed: Team) -> None:
    await agreed.stage.pass_time(hours=10)
    await agreed.participant.choose("button-change-time")
    await agreed.participant.tap("07:30")

    await agreed.stage.pass_time(hours=14)

    assert "07:30" in agreed.coach.screen


async def test_a_wakeup_moved_behind_the_note_sends_no_note(agreed: Team) -> None:
    await agreed.stage.pass_time(hours=10)
    await agreed.participant.choose("button-change-time")
    await agreed.participant.write("10h")

    await agreed.stage.pass_time(hours=16)

    assert await sent(agreed.stage, "nudge") == ["Tue 09:00"]
    assert "note-no-answer" not in agreed.coach.keys


async def test_a_change_is_planned_anew(agreed: Team) -> None:
    await agreed.participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-change-wakeup"
    )
    await agreed.participant.write("6h30")
    await agreed.participant.choose("button-that-is-it", *NOTHING_AROUND)

    await agreed.stage.pass_time(days=1)

    assert await sent(agreed.stage, "nudge") == ["Tue 05:30"]
    assert await sent(agreed.stage, "evening") == []


async def test_a_change_in_the_morning_lets_that_morning_go_on(agreed: Team) -> None:
    await agreed.stage.go_to(datetime(2026, 11, 24, 6, 1, tzinfo=UTC))
    await agreed.participant.write("menu")
    await agreed.participant.choose("button-my-day", "button-my-wakeup", "button-change-around")
    await agreed.participant.choose("button-none")

    await agreed.participant.choose("button-up")

    assert agreed.participant.shown == "morning-phase"


async def test_a_morning_that_was_spoken_of_can_still_be_answered(agreed: Team) -> None:
    await agreed.stage.go_to(datetime(2026, 11, 23, 18, 30, tzinfo=UTC))
    no_work = agreed.participant.find("button-no-work")
    await agreed.participant.write("menu")
    await agreed.participant.choose(
        "button-my-day", "button-my-wakeup", "button-change-around", "button-none"
    )
    async with agreed.stage.database.begin() as session:
        [plan] = await stage_plans(session)
        never = {WEDNESDAY - timedelta(days=1): None}
        changed = replace(plan, rule=replace(plan.rule, exceptions=never))
        await plans.keep(session, changed)
        await agreed.stage.planner.replan(session, changed, agreed.stage.clock.now())

    await agreed.participant.press(*no_work)

    assert agreed.participant.shown == "evening-no-work"
    assert await sent(agreed.stage, "nudge") == []


async def test_the_days_are_those_of_the_persons_own_zone(team: Team) -> None:
    montreal = team.stage.phone("Michel")
    await montreal.open(await team.stage.invite(Role.PARTICIPANT, "Michel"))
    await montreal.choose("button-continue", "button-understood", "button-agree")
    await montreal.choose("button-minimum", "button-tu", "button-zone-other")
    await montreal.tap("04:00")
    await montreal.choose(
        "button-my-day", "button-my-wakeup", "button-that-is-it", "button-none", "button-none"
    )

    await team.stage.pass_time(days=1, hours=6)

    assert await sent(team.stage, "nudge") == ["Tue 12:00"]


@pytest.mark.parametrize("hours", [3, 30])
async def test_planning_looks_days_ahead_once(agreed: Team, hours: int) -> None:
    stage = agreed.stage
    await stage.pass_time(hours=hours)

    due = await stage.planner.plan_all(stage.database, stage.clock.now())

    assert due == 0


async def test_a_person_without_a_chat_is_planned_nothing(agreed: Team) -> None:
    async with agreed.stage.database.begin() as session:
        [plan] = await stage_plans(session)
        chat = await chats.of_person(session, plan.person_id)
        assert chat is not None
        await chats.belongs_to(session, chat.id, None)
        await agreed.stage.planner.replan(session, plan.at(time(5)), agreed.stage.clock.now())

    slots = [row["slot"] for row in await rows_of(agreed.stage, "delivery") if row["slot"]]
    assert slots == []


async def test_what_was_changed_by_a_clock_that_was_ahead_is_planned_by_the_right_one(
    agreed: Team,
) -> None:
    tuesday = datetime(2026, 11, 24, tzinfo=UTC)
    agreed.stage.clock.moment = tuesday.replace(hour=20)
    await agreed.participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-change-wakeup"
    )
    await agreed.participant.write("6h30")
    await agreed.participant.choose("button-that-is-it", *NOTHING_AROUND)

    agreed.stage.clock.moment = tuesday.replace(hour=4)
    await agreed.stage.go_to(tuesday.replace(hour=12))

    assert await sent(agreed.stage, "nudge") == ["Tue 05:30"]


async def test_a_plan_that_cannot_be_read_holds_up_no_other(stage: Stage) -> None:
    async with stage.database.begin() as session:
        several = [await a_person(session, number) for number in range(2)]
        broken, sound = [await a_plan(session, person_id) for person_id, _ in several]
        spoilt = update(PlanRow).where(col(PlanRow.id) == broken).values(rule={"days": []})
        await session.exec(spoilt)

    await stage.planner.plan_all(stage.database, NOW)

    assert {row["plan_id"] for row in await rows_of(stage, "delivery")} == {sound}
    assert await set_aside(stage) == [broken]
    assert await stage.planner.plan_all(stage.database, NOW) == 0


async def test_a_plan_that_can_be_read_again_is_set_aside_no_longer(agreed: Team) -> None:
    stage = agreed.stage
    async with stage.database.begin() as session:
        [plan] = await stage_plans(session)
        await plans.set_aside(session, [plan.id], NOW, now=NOW)
    assert await set_aside(stage) == [plan.id]

    await stage.planner.plan_all(stage.database, stage.clock.now())

    assert await set_aside(stage) == []


async def test_mornings_while_the_program_was_away_end_as_missed(agreed: Team) -> None:
    stage = agreed.stage
    stage.clock.moment = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)

    await stage.go_to(stage.clock.moment)

    ends = await ended(stage, "nudge")
    assert [day for day, _, _ in ends] == [24, 25, 26, 27, 30, 1, 2, 3]
    assert {state for _, state, _ in ends} == {State.EXPIRED}
    assert [reason for _, _, reason in ends] == [Reason.LATE] * 3 + [Reason.MISSED] * 5


async def test_what_is_still_in_its_time_after_a_long_while_is_sent(agreed: Team) -> None:
    stage = agreed.stage
    stage.clock.moment = datetime(2026, 12, 4, 6, 18, tzinfo=UTC)

    await stage.go_to(stage.clock.moment)

    assert agreed.participant.shown == "nudge"
    assert await sent(stage, "nudge-3") == ["Fri 06:16"]


async def test_what_was_missed_in_a_pause_was_left_out(agreed: Team) -> None:
    stage = agreed.stage
    await agreed.participant.write("/pause")
    await agreed.participant.choose("button-pause-7")
    stage.clock.moment += timedelta(days=6)

    await stage.go_to(stage.clock.moment)

    assert {reason for _, _, reason in await ended(stage, "nudge")} == {Reason.LATE, Reason.PAUSED}


async def ended(stage: Stage, slot: str) -> list[tuple[int, State, Reason]]:
    """Return how the messages of a slot ended that did not go out, by the day of the month."""
    rows = [row for row in await rows_of(stage, "delivery") if row["slot"] == slot]
    rows.sort(key=lambda row: row["day"])
    over = [row for row in rows if row["ended_at"] and row["state"] is not State.SENT]
    return [(row["day"].day, row["state"], row["reason"]) for row in over]


async def set_aside(stage: Stage) -> list[str]:
    return [row["id"] for row in await rows_of(stage, "plan") if row["set_aside_at"]]


@pytest.mark.postgresql
async def test_a_plan_that_is_being_changed_is_left_out(postgres_url: str, vault: Vault) -> None:
    one, two = Database(postgres_url, vault), Database(postgres_url, vault)
    async with one.begin() as session:
        person_id, _ = await a_person(session)
        plan_id = await a_plan(session, person_id)

    async with one.begin() as session, two.begin() as other:
        await plans.change(session, plan_id, was=PlanState.ACTIVE, becomes=PlanState.ENDED)
        found = await plans.to_be_planned(other, NOW, limit=10)

    assert found == []
    await one.close()
    await two.close()
