"""What a coach reads of exercises: what was decided to be shown, and not a word more."""

from dataclasses import replace

import pytest

from bot.domain.assignment import DECIDING
from bot.domain.errors import NotAllowed
from bot.domain.exercise import Exercise
from bot.domain.message import Phrase
from bot.domain.sharing import Share
from bot.services import deskwork, homework_desk
from bot.services.delivering import drain
from bot.store import assignments
from tests.canaries import CANARY_ANSWER, CANARY_TEXT
from tests.services.homework_plays import (
    EVERY,
    SECRET,
    SMALL,
    add_exercises,
    give,
    go_through,
    look_at,
    title,
)
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import team_forms
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage


@pytest.fixture
async def team(stage: Stage, memories: Memories) -> Cast:
    """Nadia and the participant; the content holds exercises for tests."""
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, team_forms)


async def read_by(coach: Phone) -> str:
    """Return all that a coach reads of the participant when they look now."""
    await look_at(coach)
    screen = coach.screen
    await coach.choose("button-back")
    return f"{screen}\n{coach.screen}"


@pytest.mark.parametrize("buttons", [["button-chosen"], ["button-share-everything"], []])
async def test_a_coach_reads_that_it_was_done(stage: Stage, team: Cast, buttons: list[str]) -> None:
    await give(team["coach"], SMALL)
    await go_through(team["participant"])
    await team["participant"].choose("button-yes", *buttons)
    await stage.pass_time(seconds=DECIDING.total_seconds())

    seen = await read_by(team["coach"])

    assert seen.count(f"{title(SMALL)}\N{NO-BREAK SPACE}: fait") == 2


async def test_of_one_that_is_kept_a_coach_reads_what_they_read_before(
    stage: Stage, team: Cast
) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SMALL)
    before = await read_by(coach)
    await go_through(person)
    meanwhile = await read_by(coach)
    await person.choose("button-yes", "button-share-nothing")
    await stage.pass_time(days=2)

    assert meanwhile == before
    assert await read_by(coach) == before
    await give(coach, SMALL)
    assert (await read_by(coach)).count(title(SMALL)) == 2


async def test_answers_are_read_only_where_all_is_shown_and_never_private_ones(
    stage: Stage, team: Cast
) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SMALL)
    await go_through(person)
    await person.choose("button-yes")
    await look_at(coach)
    assert "button-answers-of" not in coach.offers
    await person.choose("button-share-everything")
    await look_at(coach)
    looks = len(await rows_of(stage, "look"))

    await coach.choose("button-answers-of")

    assert CANARY_ANSWER in coach.screen
    assert "what rest" in coach.screen
    assert CANARY_TEXT not in coach.everything
    assert len(await rows_of(stage, "look")) == looks + 1


async def test_what_was_shown_can_be_kept_later(team: Cast) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SMALL)
    await go_through(person)
    await person.choose("button-yes", "button-share-everything")
    await look_at(coach)
    await person.write("/exercices")
    await person.tap(title(SMALL))
    await person.choose("button-who-sees-it", "button-share-state")

    answer = await coach.choose("button-answers-of")

    assert answer == "Ce n’est plus possible."
    assert CANARY_ANSWER not in coach.everything


async def test_answers_of_a_private_exercise_are_never_offered(team: Cast) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SECRET)
    await person.choose("button-start-now", "secret/steps/now/options/calm")
    await person.write(CANARY_ANSWER)
    await person.choose("button-skip", "button-done", "button-yes")
    assert "button-share-everything" not in person.offers
    assert "Vos réponses restent à vous" in person.screen
    async with scene_of(person) as scene:
        kept = await assignments.ongoing(scene.session, scene.member.id)
        assert kept == []
        found = (await assignments.of_exercise(scene.session, scene.member.id, SECRET.id))[0]
        forged = replace(found, shares=Share.EVERYTHING)
        await assignments.keep(scene.session, forged)

    await look_at(coach)

    assert "button-answers-of" not in coach.offers
    assert CANARY_ANSWER not in coach.everything


async def test_a_thank_you_comes_once(team: Cast) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SMALL)
    await go_through(person)
    await person.choose("button-yes", "button-chosen")
    await look_at(coach)
    thanks = coach.find("button-thank")

    await coach.press(*thanks)
    again = await coach.press(*thanks)

    assert again == "C’est déjà noté."
    assert "button-thank" not in coach.offers
    assert person.keys.count("homework-thanked") == 1
    assert person.screen.startswith("Nadia vous dit merci.")


async def test_a_reason_is_nobody_elses(stage: Stage, team: Cast) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SMALL)
    await person.choose("button-not-this-week", "button-reason-not-me", "button-let-go")
    await stage.pass_time(days=1)

    seen = await read_by(coach)

    assert "pas cette semaine" in seen
    assert "Pas pour moi" not in coach.everything
    await person.write("/exercices")
    await person.tap(title(SMALL))
    await person.choose("button-start-now")
    assert person.shown == "run-question"


async def test_who_shows_no_exercises_shows_a_coach_only_what_they_gave(team: Cast) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SMALL)
    await go_through(person)
    await person.choose("button-yes", "button-share-everything")
    await person.write("/privacy")
    await person.choose("button-switch-sharing", "button-exercises-shown")

    seen = await read_by(coach)

    assert "proposé" in seen
    assert "\N{NO-BREAK SPACE}: fait" not in seen
    assert "button-answers-of" not in coach.offers


@pytest.mark.parametrize("exercise", [SMALL, SECRET])
async def test_a_forged_look_at_what_is_kept_or_private_reads_nothing(
    stage: Stage, team: Cast, exercise: Exercise
) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, exercise)
    await person.choose("button-start-now", f"{exercise.id}/steps/now/options/calm")
    await person.write(CANARY_ANSWER)
    await person.choose("button-skip", "button-done", "button-yes", "button-share-nothing")
    [row] = await rows_of(stage, "assignment")
    about = {"person": row["person_id"], "assignment": row["id"]}

    async with scene_of(coach) as scene:
        for way in (homework_desk.answers, homework_desk.thank):
            assert await way(scene, about) == Phrase("toast-gone")
        await deskwork.person_card(scene, about)
        await homework_desk.screen(scene, about)
    await drain(stage.post)

    assert CANARY_ANSWER not in coach.everything
    assert "proposé" in coach.screen
    async with scene_of(person) as scene:
        with pytest.raises(NotAllowed):
            await homework_desk.answers(scene, about)
