"""Exercises that people were given, as they are kept."""

from dataclasses import replace
from datetime import timedelta

from bot.domain import dialogue
from bot.domain.assignment import (
    Assignment,
    Habit,
    NotNow,
    Obstacle,
    Useful,
    due_in_a_week,
)
from bot.domain.homework import Outcome
from bot.domain.sharing import Share
from bot.store import assignments, runs
from bot.store.assignments import AssignmentRow
from bot.store.db import Database, Session
from bot.store.ids import new_id
from tests.domain.exercises import BRANCHING
from tests.examples import NOW, TODAY, a_person, a_plan

DAY = timedelta(days=1)


async def given(session: Session, person_id: str, **changes: object) -> Assignment:
    made = Assignment(
        id=new_id(),
        person_id=person_id,
        assigned_by=None,
        exercise="x",
        version=1,
        assigned_at=NOW,
        due=due_in_a_week(TODAY),
    )
    made = replace(made, **changes)  # type: ignore[arg-type] # a test's own values
    await assignments.add(session, made)
    return made


async def test_one_comes_back_as_it_was_kept(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        run = await runs.add(session, person_id, dialogue.begin(BRANCHING), day=TODAY, now=NOW)
        made = await given(session, person_id, assigned_by=person_id, group_id="group")
        kept = replace(
            made.begun(run.id, NOW).gone_through(Outcome.TRIED).ended(Outcome.TRIED, NOW),
            easier=True,
            planned_at=NOW,
            plan_id=await a_plan(session, person_id),
            habit=Habit.LUNCH,
            obstacle=Obstacle.PEOPLE,
            reason=NotNow.UNSAID,
            useful=Useful.BIT,
            shares=Share.NOTHING,
            thanked_at=NOW,
        )
        await assignments.keep(session, kept)

    async with database.look() as session:
        assert await assignments.get(session, made.id) == kept
        assert await assignments.of_run(session, run.id) == kept
        assert await assignments.of_group(session, "group") == [kept]
        assert await assignments.get(session, "gone") is None
        assert await assignments.of_run(session, "gone") is None


async def test_what_somebody_said_about_it_is_sealed(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        made = await given(session, person_id, reason=NotNow.NOT_ME, useful=Useful.WORSE)
        row = await session.get_one(AssignmentRow, made.id)

        assert row.sealed_answers
        assert b"worse" not in row.sealed_answers
        assert not {"useful", "reason", "habit", "obstacle"} & {*row.model_dump()}


async def test_only_what_is_open_goes_on_the_most_urgent_first(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        other, _ = await a_person(session, 1)
        later = await given(session, person_id, due=TODAY + 9 * DAY)
        soon = await given(session, person_id)
        ended = (await given(session, person_id)).ended(Outcome.DONE, NOW)
        await assignments.keep(session, ended)
        await given(session, other)

        assert await assignments.ongoing(session, person_id) == [soon, later]
        assert len(await assignments.lately(session, person_id, since=NOW)) == 3
        assert len(await assignments.lately(session, person_id, since=NOW + DAY)) == 2
        assert len(await assignments.given_since(session, person_id, NOW)) == 3
        assert await assignments.given_since(session, person_id, NOW + DAY) == []
        assert len(await assignments.of_exercise(session, person_id, "x")) == 3


async def test_what_made_things_worse_once_is_remembered(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        await given(session, person_id, useful=Useful.WORSE)
        await given(session, person_id, exercise="y", useful=Useful.NO)

        assert await assignments.made_worse(session, person_id, "x")
        assert not await assignments.made_worse(session, person_id, "y")


async def test_an_exercise_that_was_given_outlives_its_run_and_its_plan(
    database: Database,
) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        run = await runs.add(session, person_id, dialogue.begin(BRANCHING), day=TODAY, now=NOW)
        made = await given(session, person_id, run_id=run.id)
        await session.delete(await session.get_one(runs.RunRow, run.id))
        await session.flush()

        found = await assignments.get(session, made.id)

    assert found == replace(made, run_id=None)
