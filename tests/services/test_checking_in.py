"""The check-in on demand, as somebody goes through it."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.people import Role
from bot.store.checkins import Checkin, last_before
from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ENROLLED, ON_SQLITE, leave
from tests.services.stage import MONDAY, Phone, Stage

TAPS = ("good", "low", "very-calm", "very-good")
STEPS = ("mood", "energy", "calm", "sleep")
VALUES = dict(zip(STEPS, TAPS, strict=True))
TODAY = MONDAY.date()
ANYWHERE = ("button-menu", "button-help")
A_DAY = timedelta(days=1)


def option(step: str, name: str) -> str:
    return f"mood/steps/{step}/options/{name}"


async def tap_four(phone: Phone) -> None:
    for step, name in VALUES.items():
        await phone.choose(option(step, name))


async def check_in(phone: Phone) -> None:
    await phone.write("/moi")
    await tap_four(phone)
    await phone.choose("button-skip")


@pytest.mark.parametrize(("mood", "offers"), [("very-low", True), ("low", False)])
async def test_after_the_lowest_mood_there_is_a_way_to_somebody_and_to_what_calms(
    team: Team, mood: str, *, offers: bool
) -> None:
    phone = team.participant

    await phone.write("/moi")
    await phone.choose(option("mood", mood), *["button-skip"] * 4)

    assert ({"button-ask-contact", "button-stress"} <= set(phone.offers)) is offers


async def noted(phone: Phone, after: timedelta = A_DAY) -> Checkin | None:
    """Return the latest check-in that is kept."""
    async with phone.stage.database.look() as session:
        [person] = {row["person_id"] for row in await rows_of(phone.stage, "run")}
        day = phone.stage.clock.moment.date() + after
        return await last_before(session, person, "mood", day=day)


async def sentence(phone: Phone) -> str:
    """Return the private sentence that is kept."""
    [row] = await rows_of(phone.stage, "run")
    vault = phone.stage.database.vault
    return str(vault.open(row["sealed_run"], place=f"run.run:{row['id']}")["answers"]["note"])


async def test_a_check_in_is_four_taps_and_a_sentence_of_ones_own(team: Team) -> None:
    phone = team.participant

    await phone.write("/moi")
    await tap_four(phone)
    await phone.write(CANARY_TEXT)

    assert phone.screen.startswith("C’est noté. Merci.")
    assert await sentence(phone) == CANARY_TEXT
    found = await noted(phone)
    assert found is not None
    assert (found.day, found.answered_at, found.values) == (TODAY, MONDAY, VALUES)


async def test_the_menu_leads_to_it(team: Team) -> None:
    await team.participant.choose("button-checkin")

    assert team.participant.shown == "run-question"


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "first", "buttons", "closing"),
    [
        (
            "button-french-vous",
            "Petit point, question 1 sur 5\n\nComment est votre humeur maintenant\xa0?",
            ["très basse", "basse", "moyenne", "bonne", "très bonne", "Passer", "Arrêter ici"],
            "C’est noté. Merci.",
        ),
        (
            "button-french-tu",
            "Petit point, question 1 sur 5\n\nComment est ton humeur maintenant\xa0?",
            ["très basse", "basse", "moyenne", "bonne", "très bonne", "Passer", "Arrêter ici"],
            "C’est noté. Merci.",
        ),
        (
            "button-english",
            "Short check-in, question 1 of 5\n\nHow is your mood right now?",
            ["very low", "low", "in between", "good", "very good", "Skip", "Stop here"],
            "Noted. Thank you.",
        ),
    ],
)
async def test_it_is_asked_in_every_voice(
    team: Team, *, voice: str, first: str, buttons: list[str], closing: str
) -> None:
    phone = team.participant
    await phone.write("/langue")
    await phone.choose(voice)

    await phone.write("/checkin")

    assert (phone.screen, phone.labels) == (first, buttons)
    await tap_four(phone)
    await phone.choose("button-skip")
    assert phone.screen.startswith(closing)


async def test_one_message_carries_all_questions(team: Team) -> None:
    await team.participant.write("/moi")
    said = len(team.participant.bubbles)

    await tap_four(team.participant)
    await team.participant.choose("button-skip")

    assert len(team.participant.bubbles) == said


async def test_as_usual_is_one_tap(team: Team) -> None:
    phone = team.participant
    await check_in(phone)
    await phone.stage.pass_time(days=1)

    await phone.write("/moi")
    assert phone.offers[0] == "button-as-usual"
    await phone.choose("button-as-usual")

    assert phone.shown == "mood/closing"
    found = await noted(phone)
    assert found is not None
    assert (found.day, found.values) == (TODAY + A_DAY, VALUES)


async def test_as_usual_is_not_offered_the_first_time(team: Team) -> None:
    await team.participant.write("/moi")

    assert "button-as-usual" not in team.participant.offers


async def test_as_usual_is_offered_only_at_the_first_question(team: Team) -> None:
    phone = team.participant
    await check_in(phone)
    await phone.stage.pass_time(days=1)
    await phone.write("/moi")

    await phone.choose(option("mood", "low"))
    assert "button-as-usual" not in phone.offers
    await phone.choose("button-back")

    assert "button-as-usual" not in phone.offers


async def test_a_word_can_be_added_after_as_usual(team: Team) -> None:
    phone = team.participant
    await check_in(phone)
    await phone.stage.pass_time(days=1)
    await phone.write("/moi")
    await phone.choose("button-as-usual", "button-back")

    await phone.write("fatigue")

    assert phone.shown == "mood/closing"


async def test_it_is_answered_once_a_day_and_can_be_looked_at_again(team: Team) -> None:
    phone = team.participant
    await check_in(phone)

    await phone.write("/moi")
    assert phone.offers == ["button-again", "button-my-days", "button-my-checkins", *ANYWHERE]
    await phone.choose("button-again")
    assert "Votre réponse\xa0: bonne" in phone.screen
    await phone.choose("button-keep", option("energy", "high"))

    found = await noted(phone)
    assert found is not None
    assert found.values == {**VALUES, "energy": "high"}
    assert await held(phone.stage, "run", "checkin") == {"run": 1, "checkin": 1}


async def test_what_is_skipped_is_not_kept(team: Team) -> None:
    await team.participant.write("/moi")
    await team.participant.choose(*["button-skip"] * 5)

    assert team.participant.shown == "mood/closing"
    assert await held(team.stage, "checkin") == {"checkin": 0}


async def test_who_answers_half_and_says_nothing_more_has_it_noted(team: Team) -> None:
    await team.participant.write("/moi")
    await team.participant.choose(option("mood", "low"), option("energy", "high"))

    found = await noted(team.participant)

    assert found is not None
    assert found.values == {"mood": "low", "energy": "high"}


async def test_it_can_be_stopped_and_goes_on_later_that_day(team: Team) -> None:
    phone = team.participant
    await phone.write("/moi")
    await phone.choose(option("mood", "low"), "button-stop-here")
    assert (phone.shown, phone.offers[0]) == ("run-stopped-today", "button-go-on")
    await phone.stage.pass_time(hours=3)

    await phone.write("/menu")
    await phone.choose("button-go-on")

    assert "question 2 sur 5" in phone.screen
    await phone.choose(option("energy", "high"))
    found = await noted(phone)
    assert found is not None
    assert (found.day, found.values) == (TODAY, {"mood": "low", "energy": "high"})


async def test_what_was_begun_on_another_day_is_not_offered_any_more(team: Team) -> None:
    phone = team.participant
    await phone.write("/moi")
    await phone.choose(option("mood", "low"), "button-stop-here")
    old = phone.find("button-go-on")
    await phone.stage.pass_time(days=1)

    await phone.write("/menu")

    assert "button-go-on" not in phone.offers
    await phone.press(*old)
    assert "question 2 sur 5" in phone.screen


async def test_a_new_day_begins_anew_and_the_older_one_says_so(team: Team) -> None:
    phone = team.participant
    await phone.write("/moi")
    await phone.choose(option("mood", "low"))
    old = phone.find(option("energy", "high"))
    await phone.stage.pass_time(days=1)

    await phone.write("/moi")
    assert "question 1 sur 5" in phone.screen
    await phone.press(*old)

    assert "ont laissé la place" in phone.screen
    assert phone.offers[0] == "button-go-on"
    await phone.choose("button-go-on")
    assert "question 1 sur 5" in phone.screen


@pytest.mark.parametrize("typed", ["/menu", "/pause", "bonjour à tous"])
async def test_an_interruption_loses_nothing(team: Team, typed: str) -> None:
    phone = team.participant
    await phone.write("/moi")
    await phone.choose(option("mood", "low"))

    await phone.write(typed)
    await phone.write("/menu")
    await phone.choose("button-go-on")

    assert "question 2 sur 5" in phone.screen


async def test_during_a_pause_it_can_be_asked_for(team: Team) -> None:
    await team.participant.choose("button-messages", "button-pause", "button-pause-7")

    await team.participant.write("/moi")

    assert team.participant.shown == "run-question"


async def test_a_coach_is_told_whom_it_is_for(team: Team) -> None:
    await team.coach.write("/moi")

    assert (team.coach.shown, team.coach.offers) == ("checkin-staff", ["button-menu"])


async def test_a_stranger_is_told_what_this_is(stage: Stage) -> None:
    stranger = stage.phone("Passant")

    await stranger.write("/checkin")

    assert stranger.shown == "stranger"
    assert await held(stage, "run", "person") == {"run": 0, "person": 0}


async def test_who_has_not_come_in_is_offered_to_go_on_with_that(stage: Stage) -> None:
    phone = stage.phone("Ines")
    await phone.open(await stage.invite(Role.PARTICIPANT, "Ines"))
    await phone.choose(*ENROLLED[:1])

    await phone.write("/moi")

    assert (phone.shown, phone.offers) == ("stranger", ["button-continue", "button-help"])


async def test_who_leaves_leaves_no_answer(team: Team) -> None:
    await check_in(team.participant)
    back = team.participant.find("button-back")

    await leave(team.participant)
    await team.participant.press(*back)

    assert await held(team.stage, "run", "checkin") == {"run": 0, "checkin": 0}
    assert team.participant.shown == "out-of-date"


async def test_looking_at_it_again_the_next_day_begins_that_day(team: Team) -> None:
    await check_in(team.participant)
    await team.participant.write("/moi")
    await team.stage.pass_time(days=1)

    await team.participant.choose("button-again")

    assert "question 1 sur 5" in team.participant.screen
    assert "Votre réponse" not in team.participant.screen


async def test_no_answer_stands_readable_in_the_database(team: Team) -> None:
    await team.participant.write("/moi")
    await tap_four(team.participant)
    await team.participant.write(CANARY_TEXT)

    kept: list[Any] = [await rows_of(team.stage, name) for name in ("run", "checkin", "question")]

    text = json.dumps(kept, default=repr)
    assert CANARY_TEXT not in text
    assert "very-calm" not in text
