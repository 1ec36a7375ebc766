"""Looking back at one's own days: a picture on request, and the same in words."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.chart import Mark
from bot.store import checkins, events
from bot.store.checkins import Checkin
from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import MONDAY, Phone, Stage

TODAY = MONDAY.date()
GOOD = {"mood": "good", "energy": "high", "calm": "calm", "sleep": "very-good"}


async def participant_id(stage: Stage) -> str:
    [row] = [one for one in await rows_of(stage, "role") if one["role"] == "participant"]
    return str(row["person_id"])


async def answered(stage: Stage, *days: tuple[int, Mapping[str, str]]) -> None:
    """Keep what the participant answered so many days ago."""
    person = await participant_id(stage)
    for ago, values in days:
        day = TODAY - timedelta(days=ago)
        checkin = Checkin(
            person_id=person, exercise="mood", day=day, answered_at=MONDAY, values=values
        )
        async with stage.database.begin() as session:
            await checkins.keep(session, checkin)


async def marked(stage: Stage, day: date, what: str) -> None:
    async with stage.database.begin() as session:
        await events.add(session, await participant_id(stage), Mark(day=day, what=what), now=MONDAY)


def picture(phone: Phone) -> bytes | None:
    return phone.latest[0].worded.picture


async def test_the_last_days_are_told_and_drawn(team: Team) -> None:
    low = replace_values(GOOD, mood="low")
    await answered(team.stage, (0, GOOD), (1, GOOD), (4, low), (40, low))

    await team.participant.write("/mesjours")

    assert team.participant.shown == "days"
    assert team.participant.screen.splitlines()[2:] == [
        "• humeur\xa0: entre basse et bonne, le plus souvent bonne",
        "• énergie\xa0: toujours haute",
        "• calme\xa0: toujours calme",
        "• sommeil\xa0: toujours très bon",
        "",
        "Jours notés\xa0: 3. Les autres restent vides.",
    ]
    assert (picture(team.participant) or b"").startswith(b"\x89PNG")


def replace_values(values: Mapping[str, str], **other: str) -> Mapping[str, str]:
    return {**values, **other}


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({}, "• humeur\xa0: rien de noté"),
        ({"mood": "low"}, "• humeur\xa0: entre basse et bonne"),
        ({"mood": "good"}, "• humeur\xa0: toujours bonne"),
    ],
)
@ON_SQLITE
async def test_each_scale_has_its_line(team: Team, *, values: Mapping[str, str], line: str) -> None:
    rest = {"sleep": "bad"}
    first = {**rest, "mood": "good"} if values else rest
    await answered(team.stage, (0, first), (2, {**rest, **values}))

    await team.participant.write("/days")

    assert team.participant.screen.splitlines()[2] == line


@ON_SQLITE
async def test_a_single_answer_is_told_as_it_was_given(team: Team) -> None:
    await answered(team.stage, (0, GOOD))

    await team.participant.write("/days")

    assert "• humeur\xa0: bonne\n" in team.participant.screen


async def test_the_span_can_be_changed(team: Team) -> None:
    await answered(team.stage, (0, GOOD), (8, GOOD), (60, GOOD))
    await team.participant.write("/days")
    found = []

    for span in ("button-span-week", "button-span-month", "button-span-season"):
        await team.participant.choose(span)
        found.append(team.participant.screen.rpartition("\n")[2])

    assert [line.split(".")[0][-1] for line in found] == ["1", "2", "3"]


async def test_where_nothing_is_noted_there_is_no_picture(team: Team) -> None:
    await team.participant.write("/days")

    assert (team.participant.shown, picture(team.participant)) == ("days-none", None)
    offered = ["button-checkin", "button-span-week", "button-span-season"]
    assert team.participant.offers[:3] == offered


async def test_it_is_one_tap_away_from_the_answers(team: Team) -> None:
    await answered(team.stage, (1, GOOD))
    await team.participant.write("/moi")
    await team.participant.choose("mood/steps/mood/options/low", *["button-skip"] * 4)

    await team.participant.choose("button-my-days")

    assert team.participant.shown == "days"


@pytest.mark.parametrize("voice", ["button-french-vous", "button-french-tu", "button-english"])
@ON_SQLITE
async def test_it_is_drawn_in_every_voice(team: Team, voice: str) -> None:
    await answered(team.stage, (0, GOOD))
    await marked(team.stage, TODAY, "entretien")
    await team.participant.write("/langue")
    await team.participant.choose(voice)

    await team.participant.write("/days")

    assert picture(team.participant)
    assert "entretien" in team.participant.screen


async def test_events_stand_beside_the_days_that_are_shown(team: Team) -> None:
    await answered(team.stage, (0, GOOD))
    for ago in (0, 3, 20):
        await marked(team.stage, TODAY - timedelta(days=ago), f"il y a {ago}")

    await team.participant.write("/days")
    await team.participant.choose("button-span-week")

    assert team.participant.screen.splitlines()[-2:] == [
        "• vendredi 20 novembre\xa0: il y a 3",
        "• lundi 23 novembre\xa0: il y a 0",
    ]


async def test_the_message_keeps_no_answer_readable(team: Team) -> None:
    await answered(team.stage, (0, GOOD))
    await marked(team.stage, TODAY, CANARY_TEXT[:20])

    await team.participant.write("/days")

    kept: list[Any] = [await rows_of(team.stage, name) for name in ("delivery", "event")]
    text = json.dumps(kept, default=repr)
    assert CANARY_TEXT[:20] not in text
    assert '"lanes"' not in text


async def test_a_coach_is_told_whom_it_is_for(team: Team) -> None:
    await team.coach.write("/days")

    assert team.coach.shown == "checkin-staff"


async def test_a_stranger_is_told_what_this_is(stage: Stage) -> None:
    stranger = stage.phone("Passant")

    await stranger.write("/mesjours")

    assert stranger.shown == "stranger"
