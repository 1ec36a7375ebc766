"""Words that may mean that somebody needs help now: what is shown, what is asked, what is not."""

import json
from typing import Any

import pytest

from bot.domain.people import Role
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ENROLLED, ON_SQLITE
from tests.services.stage import Stage

DIRECT = "je veux mourir"
POSSIBLE = "j’en peux plus"
PHOTO = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}


async def test_plain_words_bring_the_card_and_one_question(team: Team) -> None:
    await team.participant.write(DIRECT)

    assert team.participant.shown == "care-direct"
    assert "3114" in team.participant.screen
    assert "Je ne préviens personne." in team.participant.screen
    assert team.participant.offers == ["button-in-danger", "button-no", "button-rather-not-say"]


async def test_what_follows_a_command_is_read_too(team: Team) -> None:
    await team.participant.write(f"/menu {DIRECT}")

    assert team.participant.shown == "care-direct"


async def test_words_that_may_mean_something_bring_the_card_and_no_question(team: Team) -> None:
    await team.participant.write(POSSIBLE)

    assert team.participant.shown == "care-possible"
    assert "3114" in team.participant.screen
    assert team.participant.offers == ["button-my-plan", "button-ask-contact", "button-menu"]


@ON_SQLITE
@pytest.mark.parametrize("typed", ["mort de rire", "la deadline", "je ne veux pas mourir"])
async def test_what_is_only_said_brings_nothing(team: Team, typed: str) -> None:
    await team.participant.write(typed)

    assert team.participant.shown == "typed-elsewhere"


async def test_whoever_is_in_danger_is_told_whom_to_call_first(team: Team) -> None:
    await team.participant.write(DIRECT)
    said = len(team.participant.bubbles)

    await team.participant.choose("button-in-danger")

    assert team.participant.screen.startswith("Appelez maintenant le 15 ou le 112.")
    assert "près de quelqu’un" in team.participant.screen
    assert len(team.participant.bubbles) == said


@ON_SQLITE
@pytest.mark.parametrize("button", ["button-no", "button-rather-not-say"])
async def test_for_others_the_card_stays_with_when_the_coach_can_be_reached(
    team: Team, button: str
) -> None:
    await team.participant.write(DIRECT)

    await team.participant.choose(button)

    assert team.participant.shown == "care-stays"
    assert "3114" in team.participant.screen
    assert "Nadia est joignable du lundi au vendredi, de 09:00 à 17:00" in team.participant.screen


@ON_SQLITE
@pytest.mark.parametrize("typed", [DIRECT, POSSIBLE])
@pytest.mark.parametrize("button", ["button-in-danger", "button-no", None])
async def test_nobody_else_is_told(team: Team, typed: str, button: str | None) -> None:
    told = len(team.coach.bubbles)

    await team.participant.write(typed)
    if button and typed == DIRECT:
        await team.participant.choose(button)
    await team.stage.pass_time(days=3)

    assert len(team.coach.bubbles) == told


async def test_an_answer_is_kept_as_it_was_and_the_questions_go_on(team: Team) -> None:
    await team.participant.write("/moi")
    await team.participant.choose(*["button-skip"] * 4)

    await team.participant.write(DIRECT)

    assert team.participant.shown == "care-direct"
    assert team.participant.keys[-2:] == ["mood/closing", "care-direct"]
    labels = {one.label for bubble in team.participant.bubbles for one in bubble.choices}
    assert not labels & {"Chaque semaine", "Chaque jour"}
    [run] = await rows_of(team.stage, "run")
    vault = team.stage.database.vault
    assert vault.open(run["sealed_run"], place=f"run.run:{run['id']}")["answers"]["note"] == DIRECT


async def test_an_answer_that_opens_the_next_question_leaves_a_way_on(team: Team) -> None:
    await team.participant.write("/moi")

    await team.participant.write(DIRECT)
    await team.participant.choose("button-no", "button-go-on")

    assert team.participant.shown == "run-question"


async def test_nothing_is_kept_of_it(team: Team) -> None:
    before = await everything_about(team.stage)

    await team.participant.write(DIRECT)
    await team.participant.choose("button-no")

    assert await everything_about(team.stage) == before


async def everything_about(stage: Stage) -> str:
    """Return what is kept about people, messages and the moment somebody was heard apart."""
    names = ("person", "run", "checkin", "question", "support", "sharing", "consent", "plan")
    return json.dumps([await rows_of(stage, name) for name in names], default=repr)


async def test_the_log_says_that_a_card_was_shown_and_nothing_else(
    team: Team, caplog: pytest.LogCaptureFixture
) -> None:
    await team.participant.write(DIRECT)

    [line] = [one for one in caplog.records if "help_card_shown" in one.getMessage()]
    assert "direct" not in line.getMessage()
    assert "chat" not in line.getMessage()


async def test_it_is_shown_during_a_pause(team: Team) -> None:
    await team.participant.choose("button-messages", "button-pause", "button-pause-7")

    await team.participant.write(DIRECT)

    assert team.participant.shown == "care-direct"


async def test_somebody_unknown_is_answered_too(stage: Stage) -> None:
    stranger = stage.phone("Passant", language="en")

    await stranger.write("I want to die")
    assert stranger.shown == "care-direct"
    await stranger.choose("button-no")

    assert stranger.shown == "care-stays"
    assert await held(stage, "person", "question") == {"person": 0, "question": 0}


async def test_somebody_who_is_coming_in_is_answered_too(stage: Stage) -> None:
    phone = stage.phone("Ines")
    await phone.open(await stage.invite(Role.PARTICIPANT, CANARY_NAME))
    await phone.choose(*ENROLLED[:2])

    await phone.write(POSSIBLE)

    assert phone.shown == "care-possible"


@ON_SQLITE
@pytest.mark.parametrize("content", [{"text": f"/x {DIRECT}"}, {**PHOTO, "caption": DIRECT}])
async def test_words_are_read_wherever_they_stand(team: Team, content: dict[str, Any]) -> None:
    await team.participant.send(**content)

    assert team.participant.keys[-1] == "care-direct"


async def test_words_that_were_changed_are_read_again(team: Team) -> None:
    await team.participant.edit(DIRECT)

    assert team.participant.keys[-1] == "care-direct"


async def test_another_language_is_understood_as_well(team: Team) -> None:
    await team.participant.write("I want to die")

    assert team.participant.shown == "care-direct"
    assert "En danger" in team.participant.screen


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "first", "asked"),
    [
        ("button-french-tu", "Je suis un programme", "Es-tu en danger maintenant\xa0?"),
        ("button-english", "I am a program", "Are you in danger now?"),
    ],
)
async def test_it_is_said_in_every_voice(team: Team, voice: str, first: str, asked: str) -> None:
    await team.participant.write("/langue")
    await team.participant.choose(voice)

    await team.participant.write(DIRECT)

    assert team.participant.screen.startswith(first)
    assert team.participant.screen.endswith(asked)


async def test_people_are_told_that_some_words_bring_the_card(team: Team) -> None:
    await team.participant.write("/privacy")
    await team.coach.write("/privacy")

    assert "font venir la carte d’aide" in team.participant.screen
    assert "carte d’aide" not in team.coach.screen


async def test_nobody_is_told_so_where_no_list_is_in_use(team: Team) -> None:
    team.stage.hold_back("safety/fr", "safety/en")

    await team.participant.write("/privacy")

    assert "carte d’aide" not in team.participant.screen
    assert team.participant.shown == "privacy"


async def test_the_menu_says_that_nobody_reads_here(team: Team) -> None:
    await team.participant.write("/menu")

    assert "Je suis un programme. Personne ne lit ici en direct." in team.participant.screen
