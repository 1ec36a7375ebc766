"""Marking an event beside a day: a word, a day, and away again."""

from datetime import date, timedelta

import pytest

from bot.store import events
from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import MONDAY, Phone, Stage
from tests.services.test_looking_back import participant_id

TODAY = MONDAY.date()
A_DAY = timedelta(days=1)


async def mark(phone: Phone, what: str) -> None:
    await phone.write("/days")
    await phone.choose("button-mark")
    await phone.write(what)


async def kept(stage: Stage) -> list[tuple[date, str]]:
    person = await participant_id(stage)
    async with stage.database.look() as session:
        found = await events.since(session, person, date.min, limit=10)
    return [(one.mark.day, one.mark.what) for one in found]


@pytest.mark.parametrize(
    ("button", "day"), [("button-mark-today", TODAY), ("button-mark-yesterday", TODAY - A_DAY)]
)
async def test_a_word_and_a_day(team: Team, *, button: str, day: date) -> None:
    await mark(team.participant, "entretien")
    await team.participant.choose(button)

    assert await kept(team.stage) == [(day, "entretien")]
    assert team.participant.shown == "mark-kept"


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("hier", date(2026, 11, 22)),
        ("vendredi", date(2026, 11, 20)),
        ("lundi", date(2026, 11, 16)),
        ("15/11", date(2026, 11, 15)),
        ("1 octobre", date(2026, 10, 1)),
    ],
)
async def test_the_day_can_be_typed(team: Team, *, typed: str, day: date) -> None:
    await mark(team.participant, "entretien")
    await team.participant.write(typed)

    assert await kept(team.stage) == [(day, "entretien")]


@ON_SQLITE
@pytest.mark.parametrize("typed", ["demain", "24/11", "un jour", "1 janvier"])
async def test_a_day_that_is_not_gone_by_is_asked_again(team: Team, typed: str) -> None:
    await mark(team.participant, "entretien")
    offered = team.participant.labels
    await team.participant.write(typed)

    assert (team.participant.shown, await kept(team.stage)) == ("date-again", [])
    assert team.participant.labels == offered


async def test_what_cannot_be_read_is_asked_again(team: Team) -> None:
    await mark(team.participant, "...")

    assert team.participant.shown == "mark-again"
    await team.participant.write("entretien")
    assert team.participant.shown == "mark-which-day"


async def test_a_second_tap_marks_nothing_twice(team: Team) -> None:
    await mark(team.participant, "entretien")
    today = team.participant.find("button-mark-today")

    await team.participant.press(*today)
    await team.participant.press(*today)

    assert await held(team.stage, "event") == {"event": 1}


async def test_it_can_be_taken_away_at_once_and_later(team: Team) -> None:
    for what in ("un", "deux"):
        await mark(team.participant, what)
        await team.participant.choose("button-mark-today")

    await team.participant.choose("button-mark-remove")
    assert [what for _, what in await kept(team.stage)] == ["un"]
    await team.participant.choose("button-my-days", "button-mark")
    remove = team.participant.find("button-mark-remove-one")
    await team.participant.press(*remove)

    assert await kept(team.stage) == []
    assert await team.participant.press(*remove) != ""


async def test_no_word_stands_readable_in_the_database(team: Team) -> None:
    await mark(team.participant, CANARY_TEXT[:30])
    await team.participant.choose("button-mark-today")

    every = [await rows_of(team.stage, name) for name in ("event", "question", "delivery")]

    assert CANARY_TEXT[:10] not in repr(every)


async def test_a_coach_marks_nothing(team: Team) -> None:
    await team.coach.write("/days")

    assert team.coach.shown == "checkin-staff"
    assert await held(team.stage, "event") == {"event": 0}


async def test_who_leaves_leaves_no_event(team: Team) -> None:
    await mark(team.participant, "entretien")
    await team.participant.choose("button-mark-today")

    await team.participant.write("/leave")
    await team.participant.choose("button-leave-now")
    await team.stage.pass_time(days=1, hours=1)

    assert await held(team.stage, "event") == {"event": 0}
