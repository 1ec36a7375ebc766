"""A facilitator gives a whole group the exercises of a workshop, and they follow its dates."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.domain.assignment import Useful
from bot.domain.homework import Outcome
from bot.store import assignments
from tests.services import group_plays as plays
from tests.services.homework_plays import DATED, THRICE, add_exercises, suggest, title
from tests.services.memories import Cast, Memories, rows_of
from tests.services.scenes import scene_of
from tests.services.stage import Stage

OF_WORKSHOP_1 = tuple(
    replace(one, id=f"first-{one.id}", homework=replace(one.homework, workshop=1, again=None))
    for one in (THRICE, DATED)
    if one.homework
)
FIRST, OTHER = OF_WORKSHOP_1
SECOND_TUESDAY = date(2026, 12, 8)


@pytest.fixture
async def team(stage: Stage, memories: Memories) -> Cast:
    """Lina’s group met for the first time on Tuesday, the first of December; Sami is in it."""
    add_exercises(stage, *OF_WORKSHOP_1)
    suggest(stage, *OF_WORKSHOP_1)
    cast = await memories.recall(stage, plays.group_meets)
    await stage.pass_time(days=8, hours=7)
    return cast


async def give(team: Cast) -> None:
    await plays.open_group(team["lina"])
    await team["lina"].choose("button-group-exercises", "button-assign-group")


async def given(stage: Stage) -> list[dict[str, Any]]:
    return await rows_of(stage, "assignment")


async def test_two_taps_give_the_group_its_exercises_in_one_message(
    stage: Stage, team: Cast
) -> None:
    lina, sami = team["lina"], team["sami"]
    await plays.open_group(lina)
    await lina.choose("button-group-exercises")
    assert title(FIRST) in lina.screen

    await lina.choose("button-assign-group")

    rows = await given(stage)
    assert {row["due"] for row in rows} == {SECOND_TUESDAY}
    assert len({row["group_id"] for row in rows}) == 1
    assert sami.keys.count("group-homework-given") == 1
    assert title(FIRST) in sami.screen
    await sami.choose("button-my-exercises")
    assert title(OTHER) in sami.screen


async def test_a_second_tap_gives_nothing_more(stage: Stage, team: Cast) -> None:
    lina = team["lina"]
    await plays.open_group(lina)
    await lina.choose("button-group-exercises")
    tap = lina.find("button-assign-group")
    await lina.press(*tap)
    before = len(await given(stage))

    assert await lina.press(*tap) == "C’est déjà noté."
    assert len(await given(stage)) == before
    assert team["sami"].keys.count("group-homework-given") == 1


async def test_when_the_date_moves_what_is_wanted_and_its_reminder_follow(
    stage: Stage, team: Cast
) -> None:
    lina, sami = team["lina"], team["sami"]
    await give(team)
    await sami.choose("button-my-exercises")
    await sami.tap(title(FIRST))
    await sami.choose("button-later", "button-tomorrow")
    await sami.write("9h")
    await sami.choose("button-habit-coffee", "button-skip")

    await plays.open_group(lina)
    await lina.choose("button-dates")
    await lina.tap("Atelier 2")
    await lina.write("10/12")
    await lina.write("14h")

    assert {row["due"] for row in await given(stage)} == {date(2026, 12, 10)}
    await stage.pass_time(days=8)
    assert sami.keys.count("homework-reminder") == 1
    sent = [row for row in await rows_of(stage, "delivery") if row["slot"] == "exercise"]
    assert max(row["day"] for row in sent) == date(2026, 12, 9)


async def test_what_made_things_worse_is_not_given_again_by_the_group(
    stage: Stage, team: Cast
) -> None:
    await give(team)
    async with scene_of(team["sami"]) as scene:
        found = await assignments.ongoing(scene.session, scene.member.id)
        [worse] = [one for one in found if one.exercise == FIRST.id]
        ended = worse.ended(Outcome.TRIED, scene.now)
        await assignments.keep(scene.session, replace(ended, useful=Useful.WORSE))
    before = len(await given(stage))
    await stage.pass_time(days=1)

    await give(team)

    assert len(await given(stage)) == before
    assert title(FIRST) not in team["sami"].screen
    assert title(OTHER) in team["sami"].screen


async def test_who_leads_another_group_gives_nothing(stage: Stage, team: Cast) -> None:
    other = await plays.facilitator_comes_in(stage, "Marc")
    await plays.open_group(team["lina"])
    await team["lina"].choose("button-group-exercises")

    await other.press(*team["lina"].find("button-assign-group"))

    assert await given(stage) == []
