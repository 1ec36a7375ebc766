"""A supervisor reads numbers: nobody in them, none that speaks of few, and each look is kept."""

from datetime import timedelta

import pytest

from bot.domain.assignment import Assignment, AssignmentState
from bot.domain.homework import Outcome
from bot.domain.people import Role
from bot.domain.sharing import Share
from bot.store import assignments, overviews
from bot.store.db import Database, Session
from bot.store.ids import new_id
from tests.canaries import CANARY_NAME
from tests.examples import NOW, a_person
from tests.services.access_plays import supervisor_comes_in
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE

DAY = timedelta(days=1)


async def test_a_supervisor_comes_in_without_hours_and_reads_no_name(team: Team) -> None:
    rose = await supervisor_comes_in(team.stage)

    assert rose.shown == "overview"
    assert "Coachs\xa0: 1" in rose.screen
    assert "Personnes accompagnées\xa0: moins de cinq\n" in rose.screen
    assert CANARY_NAME not in rose.everything
    assert "Nadia" not in rose.everything


async def test_each_look_is_written_down(team: Team) -> None:
    rose = await supervisor_comes_in(team.stage)

    await rose.write("/ensemble")

    assert len(await rows_of(team.stage, "overview_look")) == 2


@ON_SQLITE
async def test_it_is_for_supervisors_alone(team: Team) -> None:
    for phone, answered in (
        (team.coach, "typed-elsewhere-staff"),
        (team.participant, "typed-elsewhere"),
        (team.stage.phone("Passant"), "stranger"),
    ):
        await phone.write("/overview")

        assert phone.shown == answered
    assert await rows_of(team.stage, "overview_look") == []


@pytest.mark.parametrize(("people", "shown"), [(4, (None, None)), (5, (5, None)), (6, (6, 5))])
async def test_exercises_are_counted_where_they_may_be_seen(
    database: Database, people: int, shown: tuple[int | None, int | None]
) -> None:
    async with database.begin() as session:
        for number in range(people):
            share = Share.STATE if number else Share.NOTHING
            await an_exercise(session, number, share)
        seen = await overviews.count(session, today=NOW.date(), since=NOW - DAY)

    assert (seen.given.shown, seen.done.shown) == shown


async def an_exercise(session: Session, number: int, share: Share) -> None:
    """Let somebody new have done an exercise, of which they show as much."""
    person_id, _ = await a_person(session, number, Role.PARTICIPANT)
    await assignments.add(
        session,
        Assignment(
            id=new_id(),
            person_id=person_id,
            assigned_by=None,
            exercise="small",
            version=1,
            state=AssignmentState.ENDED,
            assigned_at=NOW,
            due=NOW.date(),
            outcome=Outcome.DONE,
            shares=share,
        ),
    )
