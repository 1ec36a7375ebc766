"""Runs of exercises, and what a day's check-in keeps of them."""

from dataclasses import replace
from datetime import timedelta

from bot.domain import dialogue
from bot.domain.dialogue import RunState
from bot.store import people, runs
from bot.store.db import Database, Session
from bot.store.runs import KeptRun
from tests.canaries import CANARY_TEXT
from tests.domain.exercises import BRANCHING
from tests.examples import NOW, TODAY, a_person

HOUR = timedelta(hours=1)
RUN = dialogue.begin(BRANCHING)


async def begun(session: Session, person_id: str, **changes: object) -> KeptRun:
    run = replace(RUN, **changes)  # type: ignore[arg-type] # a test's own values
    return await runs.add(session, person_id, run, day=TODAY, now=NOW)


async def test_a_run_comes_back_as_it_was_kept(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        kept = await begun(session, person_id)
        answered = replace(kept, run=dialogue.answer(BRANCHING, kept.run, "a"))
        await runs.keep(session, answered, NOW + HOUR)

    async with database.look() as session:
        assert await runs.get(session, kept.id) == answered
        assert await runs.get(session, "gone") is None


async def test_only_what_can_go_on_waits_the_last_one_first(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        stopped = await begun(session, person_id, state=RunState.STOPPED)
        for state in (RunState.FINISHED, RunState.LEFT):
            await begun(session, person_id, state=state)
        other = await begun(session, person_id, exercise="y")
        await runs.keep(session, other, NOW + HOUR)

        found = await runs.waiting(session, person_id)

    assert found == [other, stopped]


async def test_a_new_run_takes_the_place_of_those_of_the_same_exercise(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        old = await begun(session, person_id)
        other = await begun(session, person_id, exercise="y")
        await runs.leave(session, person_id, "x")

        assert await runs.waiting(session, person_id) == [other]
        left = await runs.get(session, old.id)

    assert left is not None
    assert left.run.state is RunState.LEFT


async def test_the_run_of_a_day_is_the_latest_that_was_not_left(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        first = await begun(session, person_id, state=RunState.FINISHED)
        left = await begun(session, person_id, state=RunState.LEFT)
        await runs.keep(session, left, NOW + HOUR)

        assert await runs.of_day(session, person_id, "x", day=TODAY) == first
        assert await runs.of_day(session, person_id, "x", day=TODAY - timedelta(days=1)) is None
        assert await runs.of_day(session, person_id, "y", day=TODAY) is None


async def test_own_words_come_back_once_each_the_latest_first(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        for hours, said in enumerate(["rest", "walk", "rest", "music"]):
            kept = await begun(session, person_id, answers={"words": said, "last": "a"})
            await runs.keep(session, kept, NOW + hours * HOUR)
        await begun(session, person_id, exercise="y", answers={"words": "other"})

        found = await runs.answers_of(session, person_id, ("x", "words"), limit=2)

    assert found == ["music", "rest"]


async def test_of_several_options_chosen_each_comes_back(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        for hours, chosen in enumerate([("b", "c"), (), ("a", "b")]):
            kept = await begun(session, person_id, answers={"several": chosen})
            await runs.keep(session, kept, NOW + hours * HOUR)

        found = await runs.answers_of(session, person_id, ("x", "several"), limit=9)

    assert found == ["a", "b", "c"]


async def test_answers_are_sealed_and_go_with_the_person(database: Database) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        kept = await begun(session, person_id, answers={"words": CANARY_TEXT})
        row = await session.get_one(runs.RunRow, kept.id)
        assert CANARY_TEXT.encode() not in row.sealed_run

        await people.forget(session, person_id)
        assert await runs.get(session, kept.id) is None


async def test_what_was_answered_in_an_exercise_is_found_the_latest_day_first(
    database: Database,
) -> None:
    answers = {"first": "a"}
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        other_id, _ = await a_person(session)
        old = await begun(session, person_id, answers=answers, state=RunState.LEFT)
        young = replace(RUN, answers=answers)
        new = await runs.add(session, person_id, young, day=TODAY + timedelta(days=1), now=NOW)
        await begun(session, person_id)
        await begun(session, person_id, answers=answers, exercise="y")
        await begun(session, other_id, answers=answers)

        found = await runs.begun(session, person_id, "x", limit=5)
        exercises = await runs.exercises_of(session, person_id)

    assert found == [new, old]
    assert exercises == {"x", "y"}
