"""What comes back on a date after an exercise is planned, and is the person's alone."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.assignment import AssignmentState, Useful
from bot.domain.homework import Outcome
from bot.domain.sharing import Share
from bot.store import assignments
from tests.services.homework_plays import (
    DATED,
    EVERY,
    THRICE,
    add_exercises,
    give,
    look_at,
    title,
)
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE, team_forms
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage

CALM = "dated/steps/now/options/calm"


@pytest.fixture
async def team(stage: Stage, memories: Memories) -> Cast:
    """The participant was given an exercise that another one follows."""
    add_exercises(stage, *EVERY)
    cast = await memories.recall(stage, team_forms)
    await give(cast["coach"], DATED)
    return cast


async def answer(phone: Phone, day: str) -> None:
    """Go through the exercise, and write a day."""
    await phone.choose("button-start-now", CALM)
    await phone.write(day)
    await phone.choose("button-skip")


async def test_it_comes_back_on_the_day_that_was_answered(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await answer(person, "27/11")
    await person.choose("button-yes", "button-chosen")

    await stage.pass_time(days=4, hours=9)

    assert person.shown == "homework-moment"
    assert title(THRICE) in person.screen
    await person.choose("button-start-now")
    async with scene_of(person) as scene:
        [kept] = await assignments.of_exercise(scene.session, scene.member.id, THRICE.id)
    assert kept.state is AssignmentState.BEGUN


async def test_a_coach_reads_nothing_of_it(stage: Stage, team: Cast) -> None:
    coach, person = team["coach"], team["participant"]
    await answer(person, "27/11")
    await stage.pass_time(hours=2)

    await look_at(coach)

    assert title(DATED) in coach.screen
    assert title(THRICE) not in coach.screen
    async with scene_of(person) as scene:
        [kept] = await assignments.ongoing(scene.session, scene.member.id)
    assert (kept.shares, kept.assigned_by) == (Share.NOTHING, None)
    assert (kept.state, kept.due) == (AssignmentState.PLANNED, date(2026, 12, 4))


async def test_without_a_day_nothing_comes_back(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await person.choose("button-start-now", CALM, "button-skip", "button-skip")

    assert len(await rows_of(stage, "assignment")) == 1


async def test_what_made_things_worse_does_not_come_back(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], THRICE)
    async with scene_of(person) as scene:
        found = await assignments.ongoing(scene.session, scene.member.id)
        [worse] = [one for one in found if one.exercise == THRICE.id]
        ended = worse.ended(Outcome.TRIED, scene.now)
        await assignments.keep(scene.session, replace(ended, useful=Useful.WORSE))

    await person.write("/exercices")
    await person.tap(title(DATED))
    await answer(person, "27/11")

    assert len(await rows_of(stage, "assignment")) == 2


@ON_SQLITE
async def test_what_only_comes_back_is_gone_through_and_kept(stage: Stage, team: Cast) -> None:
    bare = replace(THRICE, homework=None)
    add_exercises(stage, DATED, bare)
    person = team["participant"]
    await answer(person, "27/11")
    await person.choose("button-yes", "button-chosen")
    await stage.pass_time(days=4, hours=9)
    assert person.shown == "homework-moment"
    await person.choose("button-my-exercises")
    await person.tap(title(bare))
    assert person.shown == "homework-card-again"

    await person.choose("button-start-now", "thrice/steps/now/options/calm")
    await person.write("oui")
    await person.choose("button-yes")

    assert person.shown == "homework-shares-private"
    async with scene_of(person) as scene:
        [kept] = await assignments.of_exercise(scene.session, scene.member.id, bare.id)
    assert (kept.outcome, kept.shares) == (Outcome.DONE, Share.NOTHING)
