"""One check-in a day, sealed, gone with the person."""

from dataclasses import replace
from datetime import timedelta

from sqlmodel import select

from bot.domain.exercise import Answers
from bot.store import checkins, people
from bot.store.checkins import Checkin, CheckinRow
from bot.store.db import Database, Session
from tests.examples import NOW, TODAY, a_person

A_DAY = timedelta(days=1)
TOMORROW = TODAY + A_DAY


async def answered(session: Session) -> Checkin:
    person_id, _ = await a_person(session)
    values: Answers = {"mood": "very-good", "which": ("one", "two")}
    checkin = Checkin(
        person_id=person_id, exercise="mood", day=TODAY, answered_at=NOW, values=values
    )
    await checkins.keep(session, checkin)
    return checkin


async def test_the_last_check_in_before_a_day_comes_back(database: Database) -> None:
    async with database.begin() as session:
        checkin = await answered(session)
        older = replace(checkin, day=TODAY - A_DAY, values={"mood": "low"})
        await checkins.keep(session, older)
        await checkins.keep(session, replace(older, exercise="other", day=TODAY))

        found = [
            await checkins.last_before(session, checkin.person_id, "mood", day=day)
            for day in (TOMORROW, TODAY, TODAY - A_DAY)
        ]

    assert found == [checkin, older, None]


async def test_those_from_a_day_on_come_back_in_their_order(database: Database) -> None:
    async with database.begin() as session:
        checkin = await answered(session)
        older = replace(checkin, day=TODAY - A_DAY, values={"mood": "low"})
        await checkins.keep(session, older)
        await checkins.keep(session, replace(older, exercise="other"))

        found = [
            await checkins.since(session, checkin.person_id, "mood", first=day)
            for day in (TODAY - A_DAY, TODAY, TOMORROW)
        ]

    assert found == [[older, checkin], [checkin], []]


async def test_a_second_one_on_a_day_takes_the_place_of_the_first(database: Database) -> None:
    async with database.begin() as session:
        checkin = await answered(session)
        again = replace(checkin, answered_at=NOW + A_DAY / 2, values={"mood": "low"})
        await checkins.keep(session, again)

        rows = (await session.exec(select(CheckinRow))).all()
        found = await checkins.last_before(session, checkin.person_id, "mood", day=TOMORROW)

    assert (len(rows), found) == (1, again)


async def test_without_any_answer_nothing_is_kept(database: Database) -> None:
    async with database.begin() as session:
        checkin = await answered(session)
        await checkins.keep(session, replace(checkin, values={}))

        assert (await session.exec(select(CheckinRow))).all() == []


async def test_answers_are_sealed_and_go_with_the_person(database: Database) -> None:
    async with database.begin() as session:
        checkin = await answered(session)
        row = (await session.exec(select(CheckinRow))).one()
        assert b"very-good" not in row.sealed_values

        await people.forget(session, checkin.person_id)
        assert (await session.exec(select(CheckinRow))).all() == []
