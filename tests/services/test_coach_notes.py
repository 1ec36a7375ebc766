"""A coach notes something for themselves: nobody else reads it, and it goes with the support."""

import json
from datetime import timedelta

import pytest

from bot.domain.people import SupportState
from bot.services.coach_notes import LONGEST, MOST
from bot.services.housekeeping import keep_house
from bot.store import coach_notes, supports
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE, another_coach, leave
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.test_deskwork import card_of, said
from tests.services.test_mydata import files

NONE = {"coach_note": 0}


async def notes_of(coach: Phone) -> str:
    await card_of(coach)
    await coach.choose("button-notes")
    return said(coach)


async def note(coach: Phone, text: str = CANARY_TEXT) -> None:
    """Write a note, a moment after the one before."""
    coach.stage.clock.moment += timedelta(seconds=1)
    await notes_of(coach)
    await coach.choose("button-note-write")
    await coach.write(text)


async def test_a_note_is_written_read_and_erased(team: Team) -> None:
    assert f"Vous n’avez pas encore de note sur {CANARY_NAME}." in await notes_of(team.coach)
    await team.coach.choose("button-note-write")
    await team.coach.write(CANARY_TEXT)
    assert team.coach.shown == "person-note-kept"

    await team.coach.choose("button-back")
    assert f"Vos notes sur {CANARY_NAME}." in said(team.coach)
    await team.coach.choose("button-note")
    assert said(team.coach) == f"{CANARY_NAME}, lundi 23 novembre :\n\n« {CANARY_TEXT} »"

    old = team.coach.find("button-note-erase")
    answer = await team.coach.choose("button-note-erase")
    assert answer == "La note est effacée ici. Votre message Telegram reste."
    assert team.coach.shown == "person-notes"
    assert await held(team.stage, "coach_note") == NONE
    assert await team.coach.press(*old) == "Ce n’est plus possible."


@ON_SQLITE
async def test_the_latest_come_first_a_few_at_a_time(team: Team) -> None:
    for number in range(5):
        await note(team.coach, f"note {number}")

    await notes_of(team.coach)

    assert [one.split(" (")[0] for one in team.coach.labels[:4]] == [
        *("note 4", "note 3", "note 2", "note 1"),
    ]
    await team.coach.choose("button-more")
    assert team.coach.labels[0].startswith("note 0")


async def test_the_person_sees_only_that_there_is_one(team: Team) -> None:
    await note(team.coach)

    for command in ("/privacy", "/mydata"):
        await team.participant.write(command)
    await team.participant.choose("button-mydata")

    page, data = files(team.participant).values()
    [row] = json.loads(data)["tables"]["coach_note"]
    assert row["coach_id"] == "Nadia"
    assert "text" not in row
    assert "Notes de coach" in page
    assert CANARY_TEXT not in team.participant.everything + page + data


@ON_SQLITE
async def test_the_coach_takes_the_words_along(team: Team) -> None:
    await note(team.coach)

    await team.coach.write("/mydata")
    await team.coach.choose("button-mydata")

    page, data = files(team.coach).values()
    assert CANARY_TEXT in page
    assert CANARY_TEXT in data
    assert CANARY_NAME not in page + data


async def test_a_colleague_who_supports_them_too_reads_nothing_of_it(team: Team) -> None:
    await note(team.coach)
    await team.coach.choose("button-back", "button-note")
    karim = await another_coach(team.stage)
    async with scene_of(team.participant) as scene:
        participant = scene.member.id
    async with scene_of(karim) as scene:
        one = await supports.add(
            scene.session, coach_id=scene.coach.id, participant_id=participant, now=scene.now
        )
        was, becomes = SupportState.PENDING, SupportState.ACTIVE
        await supports.change(scene.session, one.id, was=was, becomes=becomes)

    assert "pas encore de note" in await notes_of(karim)
    for key in ("button-note-erase", "button-back"):
        await karim.press(*team.coach.find(key))
    assert CANARY_TEXT not in karim.everything
    assert await held(team.stage, "coach_note") == {"coach_note": 1}


@pytest.mark.parametrize("way", ["ended", "erased", "coach erased"])
async def test_they_go_with_the_support_and_with_either_of_the_two(team: Team, way: str) -> None:
    await note(team.coach)
    match way:
        case "ended":
            [support] = await rows_of(team.stage, "support")
            async with team.stage.database.begin() as session:
                was, becomes = SupportState.ACTIVE, SupportState.ENDED
                await supports.change(session, support["id"], was=was, becomes=becomes)
        case "erased":
            await leave(team.participant)
        case _:
            await leave(team.coach)

    assert await held(team.stage, "coach_note") == NONE


async def test_whichever_way_a_support_ended_they_go_within_the_hour(team: Team) -> None:
    await note(team.coach)
    now = team.stage.clock.now() + timedelta(hours=1)
    await keep_house(team.stage.database, now)
    assert await held(team.stage, "coach_note") == {"coach_note": 1}

    async with scene_of(team.coach) as scene:
        for_nobody = scene.coach.id
        await coach_notes.add(
            scene.session, "x", coach_id=for_nobody, person_id=for_nobody, now=scene.now
        )
    await keep_house(team.stage.database, now + timedelta(hours=1))

    assert await held(team.stage, "coach_note") == {"coach_note": 1}


@ON_SQLITE
async def test_what_is_typed_once_the_support_is_over_is_not_kept(team: Team) -> None:
    await notes_of(team.coach)
    await team.coach.choose("button-note-write")
    await leave(team.participant)

    await team.coach.write(CANARY_TEXT)

    assert team.coach.shown == "out-of-date"
    assert await held(team.stage, "coach_note") == NONE


@ON_SQLITE
async def test_what_is_too_long_is_not_kept_and_said_so(team: Team) -> None:
    await note(team.coach, "x" * (LONGEST + 1))
    assert team.coach.shown == "sentence-long"
    assert await held(team.stage, "coach_note") == NONE

    await team.coach.write("x" * LONGEST)

    assert await held(team.stage, "coach_note") == {"coach_note": 1}


@ON_SQLITE
async def test_there_is_room_for_fifty(team: Team) -> None:
    async with scene_of(team.participant) as scene:
        participant = scene.member.id
    async with scene_of(team.coach) as scene:
        for number in range(MOST):
            await coach_notes.add(
                scene.session,
                f"{number}",
                coach_id=scene.coach.id,
                person_id=participant,
                now=scene.now,
            )

    await notes_of(team.coach)
    await team.coach.choose("button-note-write")

    assert team.coach.shown == "person-notes-full"


async def test_no_note_stands_readable_in_the_database(team: Team) -> None:
    await note(team.coach)
    await team.coach.choose("button-back", "button-note")

    tables = ("coach_note", "delivery", "question", "incoming")
    rows = [await rows_of(team.stage, name) for name in tables]

    assert CANARY_TEXT not in json.dumps(rows, default=repr, ensure_ascii=False)


@ON_SQLITE
async def test_it_is_said_in_english(team: Team) -> None:
    await team.coach.write("/language")
    await team.coach.choose("button-speak-english")
    await note(team.coach)

    assert said(team.coach) == f"It is kept, for you. About {CANARY_NAME}:\n\n“{CANARY_TEXT}”"
    await team.coach.choose("button-back")
    assert "Nobody else reads them in Relais." in said(team.coach)
