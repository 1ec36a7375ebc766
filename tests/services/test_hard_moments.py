"""Somebody's own plan for hard moments: written once, shown whenever they ask, theirs alone."""

import json

import pytest

from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage

ANSWERS = ("je dors mal", "marcher", "le parc", CANARY_TEXT, "CMP", "m’appeler", "insister")


async def write_plan(phone: Phone) -> None:
    await phone.write("/plan")
    await phone.choose("button-myplan-begin")
    for answer in ANSWERS:
        await phone.write(answer)


async def test_it_says_what_it_is_before_anything_is_asked(team: Team) -> None:
    await team.participant.write("/plan")

    assert team.participant.shown == "myplan-empty"
    assert "avec votre coach ou une personne de confiance" in team.participant.screen
    assert team.participant.offers == ["button-myplan-begin", "button-menu", "button-help"]


async def test_what_was_written_is_shown_with_the_numbers_to_call(team: Team) -> None:
    await write_plan(team.participant)
    assert team.participant.shown == "hard-moments/closing"

    await team.participant.write("/plan")

    assert team.participant.shown == "myplan-whole"
    assert all(answer in team.participant.screen for answer in ANSWERS)
    assert "3114" in team.participant.screen


async def test_it_is_one_tap_from_the_help_card(team: Team) -> None:
    await team.participant.write("/aide")

    await team.participant.choose("button-my-plan")

    assert team.participant.shown == "myplan-empty"


async def test_what_is_skipped_has_no_place_in_it(team: Team) -> None:
    await team.participant.write("/plan")
    await team.participant.choose("button-myplan-begin", "button-skip")
    await team.participant.write("marcher")
    await team.participant.write("/plan")

    assert "Ce qui me calme\nmarcher" in team.participant.screen
    assert "Mes signes" not in team.participant.screen


async def test_a_change_begins_with_what_was_written(team: Team) -> None:
    await write_plan(team.participant)
    await team.participant.write("/plan")

    await team.participant.choose("button-myplan-change")
    assert "Votre réponse\xa0: je dors mal" in team.participant.screen
    await team.participant.write("je m’isole")
    await team.participant.write("/plan")

    assert "je m’isole" in team.participant.screen
    assert "je dors mal" not in team.participant.screen
    assert await held(team.stage, "run") == {"run": 1}


async def test_what_was_interrupted_goes_on(team: Team) -> None:
    await team.participant.write("/plan")
    await team.participant.choose("button-myplan-begin")
    await team.participant.write("je dors mal")
    await team.participant.write("/plan")

    await team.participant.choose("button-myplan-change")

    assert "question 2 sur 7" in team.participant.screen


async def test_it_can_be_kept_as_a_picture(team: Team) -> None:
    await write_plan(team.participant)
    await team.participant.write("/plan")

    await team.participant.choose("button-myplan-picture")

    shown = team.participant.latest[0].worded
    assert team.participant.shown == "myplan-picture"
    assert shown.picture is not None
    assert shown.picture.startswith(b"\x89PNG")


async def test_a_picture_of_nothing_is_not_made(team: Team) -> None:
    await write_plan(team.participant)
    await team.participant.write("/plan")
    old = team.participant.find("button-myplan-picture")
    await team.participant.choose("button-myplan-change", *["button-skip"] * 7)

    await team.participant.press(*old)

    assert team.participant.shown == "myplan-empty"


async def test_it_is_there_during_a_pause(team: Team) -> None:
    await write_plan(team.participant)
    await team.participant.write("/menu")
    await team.participant.choose("button-messages", "button-pause", "button-pause-7")

    await team.participant.write("/plan")

    assert team.participant.shown == "myplan-whole"


async def test_a_coach_sees_nothing_of_it(team: Team) -> None:
    await write_plan(team.participant)

    await team.participant.write("/menu")
    await team.coach.write("/menu")
    await team.coach.choose("button-my-people")

    assert CANARY_TEXT not in team.coach.everything
    assert "plan" not in team.coach.everything.casefold()


async def test_a_coach_gets_the_help_card(team: Team) -> None:
    await team.coach.write("/plan")

    assert (team.coach.shown, team.coach.offers) == ("help-card", ["button-menu"])


async def test_a_stranger_gets_the_help_card(stage: Stage) -> None:
    stranger = stage.phone("Passant")

    await stranger.write("/plan")

    assert stranger.shown == "help-card"


async def test_whom_one_wrote_down_stand_beside_the_card_when_it_is_needed(team: Team) -> None:
    await write_plan(team.participant)
    await team.participant.write("je veux mourir")

    await team.participant.choose("button-no")

    assert CANARY_TEXT in team.participant.screen
    assert "button-my-plan" in team.participant.offers


async def test_nothing_of_it_stands_readable_in_the_database(team: Team) -> None:
    await write_plan(team.participant)
    await team.participant.write("/plan")

    kept = [await rows_of(team.stage, name) for name in ("run", "question", "delivery")]
    assert CANARY_TEXT not in json.dumps(kept, default=repr)


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "text"),
    [
        ("button-french-tu", "C’est pour toi\xa0: personne d’autre ne le voit dans Relais."),
        ("button-english", "It is for you: nobody else sees it in Relais."),
    ],
)
async def test_it_speaks_in_every_voice(team: Team, voice: str, text: str) -> None:
    await team.participant.write("/langue")
    await team.participant.choose(voice)

    await team.participant.write("/plan")

    assert text in team.participant.screen


async def test_its_questions_wait_until_somebody_signed_them_off(team: Team) -> None:
    await write_plan(team.participant)
    team.stage.hold_back("exercises/hard-moments")

    await team.participant.write("/plan")
    assert team.participant.shown == "myplan-whole"
    await team.participant.choose("button-myplan-change")

    assert team.participant.shown == "not-approved"
