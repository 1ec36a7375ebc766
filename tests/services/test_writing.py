"""A coach writes to people they support: read again first, then at once, or as it suits them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.people import Role, Standing, SupportState
from bot.services import ticking
from bot.store import people, supports
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, another_coach
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.test_contacting import go_to, paris
from tests.services.word_plays import (
    ANSWER,
    WORD,
    answer_word,
    end_support,
    open_person,
    send_word,
    type_word,
)

VOICES = [
    pytest.param("button-french-vous", "Nadia vous écrit.", "reçoit votre réponse", id="vous"),
    pytest.param("button-french-tu", "Nadia t’écrit.", "reçoit ta réponse", id="tu"),
    pytest.param("button-english", "Nadia writes to you.", "gets your answer", id="english"),
]


@pytest.mark.parametrize(("voice", "first", "receipt"), VOICES)
async def test_a_word_goes_as_it_was_read_and_its_answer_comes_back(
    team: Team, voice: str, first: str, receipt: str
) -> None:
    await team.participant.write("/langue")
    await team.participant.choose(voice)

    await type_word(team.coach)
    assert f"{first}\n\n{WORD}" in team.coach.screen
    assert WORD not in team.participant.everything
    await team.coach.choose("button-send-word")

    assert "C’est envoyé" in team.coach.screen
    assert team.participant.screen.startswith(f"{first}\n\n{WORD}")
    await answer_word(team.participant)
    assert receipt in team.participant.screen
    assert team.coach.screen.startswith(f"{CANARY_NAME} vous répond.")
    assert ANSWER in team.coach.screen
    assert team.coach.offers == ["button-answer-word", "button-menu"]


@ON_SQLITE
@pytest.mark.parametrize("text", ["\u200b", " \n ", "a" * 501, "a" * 5_000])
async def test_what_cannot_be_passed_on_is_asked_for_again(team: Team, text: str) -> None:
    await type_word(team.coach, text)
    assert team.coach.shown == ("word-long" if text.startswith("a") else "word-again")
    await team.coach.write("Autre mot")
    await team.coach.choose("button-rewrite")
    await team.coach.write(WORD)
    await team.coach.choose("button-send-word")

    await answer_word(team.participant, text)
    assert team.participant.shown in {"word-long", "word-again"}
    await team.participant.choose("button-back")

    assert team.participant.shown == "staff-word"
    assert "Autre mot" not in team.participant.everything
    assert "word-answered" not in team.coach.keys


@ON_SQLITE
async def test_it_goes_once_and_thanks_too(team: Team) -> None:
    keys_of = team.stage.library.keys_of
    await type_word(team.coach)
    send = team.coach.find("button-send-word")
    await team.coach.press(*send)
    assert keys_of(await team.coach.press(*send)) == ["toast-already"]
    assert team.participant.keys.count("staff-word") == 1

    thanks = team.participant.find("button-say-thanks")
    await team.participant.press(*thanks)
    assert keys_of(await team.participant.press(*thanks)) == ["toast-already"]

    assert team.coach.keys.count("word-thanked") == 1
    assert team.participant.shown == "staff-word-thanked"
    assert team.participant.offers == ["button-answer-word", "button-help"]


@ON_SQLITE
@pytest.mark.parametrize(
    ("written", "due"),
    [
        (paris(23, 18), None),
        (paris(23, 21), "mardi 24 novembre à 07:00, pas avant"),
    ],
)
async def test_in_quiet_hours_it_waits_and_the_coach_is_told(
    team: Team, written: datetime, due: str | None
) -> None:
    await go_to(team.stage, written)
    await send_word(team.coach)
    assert (WORD in team.participant.everything) is (due is None)
    assert (due or "C’est envoyé") in team.coach.screen

    await go_to(team.stage, paris(24, 7))

    assert WORD in team.participant.everything


@ON_SQLITE
async def test_during_a_pause_it_waits_for_its_end(team: Team) -> None:
    await team.participant.write("/pause")
    await team.participant.choose("button-pause-3")

    await send_word(team.coach)

    assert "jeudi 26 novembre à 07:00" in team.coach.screen
    await go_to(team.stage, paris(26, 6, 59))
    assert WORD not in team.participant.everything
    await go_to(team.stage, paris(26, 7))
    assert WORD in team.participant.screen


@ON_SQLITE
async def test_a_pause_that_begins_while_it_waits_is_waited_for_too(team: Team) -> None:
    await go_to(team.stage, paris(23, 21))
    await send_word(team.coach)
    await go_to(team.stage, paris(24, 6, 50))
    await team.participant.write("/pause")
    await team.participant.choose("button-pause-3")

    await go_to(team.stage, paris(27, 6, 59))
    assert WORD not in team.participant.everything
    await go_to(team.stage, paris(27, 7))

    assert WORD in team.participant.everything


@ON_SQLITE
async def test_a_discreet_chat_shows_it_on_a_tap_alone(team: Team) -> None:
    await team.participant.write("/discret")
    await team.participant.choose("button-discreet-begin")

    await send_word(team.coach)

    assert WORD not in team.participant.everything
    await team.participant.choose("button-reveal")
    assert WORD in team.participant.screen
    await answer_word(team.participant)
    assert ANSWER in team.coach.screen


@ON_SQLITE
async def test_to_who_is_not_reached_nothing_is_typed(team: Team) -> None:
    await type_word(team.coach)
    await team.participant.change_membership("kicked")

    await team.coach.choose("button-send-word")
    assert "n’arrivent pas en ce moment" in team.coach.screen
    await open_person(team.coach)
    await team.coach.choose("button-write-word")

    assert team.coach.shown == "write-nobody-reached"
    await team.coach.write(WORD)
    assert team.coach.shown == "typed-elsewhere-staff"


@ON_SQLITE
async def test_without_agreement_it_does_not_go(team: Team) -> None:
    await type_word(team.coach)
    await team.participant.write("/privacy")
    await team.participant.choose("button-my-consents", "button-end-channel")

    await team.coach.choose("button-send-word")

    assert "n’arrivent pas en ce moment" in team.coach.screen
    assert WORD not in team.participant.everything


@ON_SQLITE
async def test_after_the_end_of_the_support_nothing_goes(team: Team) -> None:
    await type_word(team.coach)
    send = team.coach.find("button-send-word")
    await end_support(team.coach)

    await team.coach.press(*send)

    assert team.coach.shown == "write-nobody"
    assert WORD not in team.participant.everything


@ON_SQLITE
async def test_several_are_chosen_by_ticks(team: Team) -> None:
    names = [f"Personne {number}" for number in range(ticking.ON_A_SCREEN)]
    await add_people(team.coach, names)
    await team.coach.write("/menu")
    await team.coach.choose("button-my-people", "button-write-several")
    for name in (names[0], names[2], names[2]):
        await team.coach.tap(name)
    await team.coach.choose("button-more")
    await team.coach.tap(CANARY_NAME)
    assert "Personnes choisies\xa0: 2" in team.coach.screen
    await team.coach.choose("button-continue")
    await team.coach.write(WORD)
    assert "Pour 2 personnes" in team.coach.screen

    await team.coach.choose("button-send-word")

    assert f"C’est envoyé\xa0: {CANARY_NAME}." in team.coach.screen
    assert f"n’arrivent pas en ce moment\xa0: {names[0]}." in team.coach.screen
    assert WORD in team.participant.screen
    assert names[0] not in team.participant.everything


@ON_SQLITE
async def test_another_coach_writes_to_nobody_by_these_buttons(team: Team) -> None:
    await type_word(team.coach)
    karim = await another_coach(team.stage)

    await karim.press(*team.coach.find("button-send-word"))
    assert karim.shown == "out-of-date"
    await karim.write("/menu")
    await karim.choose("button-my-people")

    assert "button-write-several" not in karim.offers
    assert WORD not in team.participant.everything


@ON_SQLITE
async def test_a_message_that_was_changed_changes_nothing(team: Team) -> None:
    await type_word(team.coach)
    await team.coach.edit("Tout autre chose")
    await team.coach.choose("button-send-word")
    await answer_word(team.participant)

    await team.participant.edit("Je retire tout")

    assert team.participant.shown == "edited-message"
    assert "Tout autre chose" not in team.participant.everything
    assert "Je retire tout" not in team.coach.everything


async def test_nothing_of_it_is_kept_but_the_messages(team: Team) -> None:
    await send_word(team.coach)
    await answer_word(team.participant)

    assert await rows_of(team.stage, "question") == []
    assert await rows_of(team.stage, "contact_request") == []


async def add_people(coach: Phone, names: Sequence[str]) -> None:
    """Let a coach support people who have no phone."""
    async with scene_of(coach) as scene:
        for name in names:
            person = await people.add(
                scene.session, name=name, role=Role.PARTICIPANT, zone="Europe/Paris", now=scene.now
            )
            await people.keep(scene.session, replace(person, standing=Standing.ACTIVE))
            support = await supports.add(
                scene.session, coach_id=scene.coach.id, participant_id=person.id, now=scene.now
            )
            was, becomes = SupportState.PENDING, SupportState.ACTIVE
            await supports.change(scene.session, support.id, was=was, becomes=becomes)
