"""When the rules of a time zone change between two runs, the days are written by the new ones."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.domain.delivery import Reason, State
from bot.services.rezoning import Rezoning
from bot.store.tables import DeliveryRow, MorningRow, PersonRow
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.stage import Stage

OLD = {"Europe/Paris": "old", "Asia/Tokyo": "same"}
NEW = {**OLD, "Europe/Paris": "new"}


@dataclass
class Rules:
    """The zones' rules, and how often they were looked into."""

    marks: Mapping[str, str]
    looks: int = 0

    def __call__(self) -> Mapping[str, str]:
        self.looks += 1
        return self.marks


async def run_with(stage: Stage, release: str, marks: Mapping[str, str]) -> tuple[int, Rules]:
    """Begin a run with these rules; return how many plans it writes, and the rules."""
    rules = Rules(marks)
    rezoning = Rezoning(release=lambda: release, marks=rules)
    planner = replace(stage.planner, rezoning=rezoning)
    count = await planner.plan_all(stage.database, stage.clock.now())
    await planner.plan_all(stage.database, stage.clock.now())
    return count, rules


async def let_the_old_rules_be_an_hour_off(stage: Stage) -> None:
    """Write what was planned as if Paris had been an hour further west."""
    seven = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    async with stage.database.begin() as session:
        first = col(MorningRow.day) == seven.date()
        await session.exec(update(MorningRow).where(first).values(due=seven))
        nudge = (col(DeliveryRow.day) == seven.date()) & (col(DeliveryRow.slot) == "nudge")
        await session.exec(update(DeliveryRow).where(nudge).values(due=seven))


async def nudges(stage: Stage) -> list[tuple[str, State, Reason | None]]:
    rows = [row for row in await rows_of(stage, "delivery") if row["slot"] == "nudge"]
    rows.sort(key=lambda row: row["day"])
    return [(f"{row['due']:%a %H:%M}", row["state"], row["reason"]) for row in rows]


async def test_the_days_are_written_again_at_once(agreed: Team) -> None:
    stage = agreed.stage
    await run_with(stage, "2026a", OLD)
    await let_the_old_rules_be_an_hour_off(stage)

    count, rules = await run_with(stage, "2026b", NEW)

    assert (count, rules.looks) == (1, 1)
    assert (await nudges(stage))[0] == ("Tue 06:00", State.PLANNED, None)


async def test_a_wakeup_whose_time_is_past_by_the_new_rules_is_not_lost_in_silence(
    agreed: Team,
) -> None:
    stage = agreed.stage
    await run_with(stage, "2026a", OLD)
    await let_the_old_rules_be_an_hour_off(stage)
    stage.clock.moment = datetime(2026, 11, 24, 6, 50, tzinfo=UTC)

    await run_with(stage, "2026b", NEW)

    assert (await nudges(stage))[0] == ("Tue 06:00", State.EXPIRED, Reason.MISSED)


@pytest.mark.parametrize(
    ("release", "marks"), [("2026a", NEW), ("2026b", OLD), ("2026b", {**OLD, "Asia/Tokyo": "new"})]
)
async def test_where_nothing_changed_that_matters_nothing_is_written_again(
    agreed: Team, release: str, marks: Mapping[str, str]
) -> None:
    await run_with(agreed.stage, "2026a", OLD)

    count, _ = await run_with(agreed.stage, release, marks)

    assert count == 0


async def test_rules_without_a_name_are_looked_into(agreed: Team) -> None:
    await run_with(agreed.stage, "", OLD)

    count, rules = await run_with(agreed.stage, "", NEW)

    assert (count, rules.looks) == (1, 1)


async def test_the_zone_of_the_coach_counts_too(agreed: Team) -> None:
    stage = agreed.stage
    coach = (await rows_of(stage, "support"))[0]["coach_id"]
    async with stage.database.begin() as session:
        moved = update(PersonRow).where(col(PersonRow.id) == coach)
        await session.exec(moved.values(zone="Asia/Tokyo"))
    await run_with(stage, "2026a", OLD)

    count, _ = await run_with(stage, "2026b", {**OLD, "Asia/Tokyo": "new"})

    assert count == 1
