"""An exercise between two workshops: given, begun, interrupted, ended, shown or kept."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.assignment import AssignmentState, NotNow, Useful
from bot.domain.homework import Outcome
from bot.domain.sharing import Share
from bot.store import assignments
from tests.canaries import CANARY_ANSWER
from tests.services.homework_plays import (
    DATED,
    EVERY,
    SECRET,
    SMALL,
    THRICE,
    WORDS_STEP,
    add_exercises,
    give,
    go_through,
    look_at,
    title,
    withdraw,
)
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import team_forms
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage

CALM, VERY = "small/steps/now/options/calm", "small/steps/now/options/very"


@pytest.fixture
async def team(stage: Stage, memories: Memories) -> Cast:
    """Nadia and the participant; the content holds exercises for tests."""
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, team_forms)


async def assignment_of(phone: Phone) -> Any:
    """Return the latest exercise that somebody was given."""
    async with scene_of(phone) as scene:
        found = await assignments.given_since(
            scene.session, scene.member.id, scene.now - timedelta(days=200)
        )
        return found[0]


async def test_the_card_says_what_why_how_long_and_by_when(team: Cast) -> None:
    await give(team["coach"], SMALL)

    screen = team["participant"].screen
    assert screen.startswith("Nadia vous propose un exercice.")
    assert title(SMALL) in screen
    for words in ("why de small", "caution de small", "3 min", "Questions : 4", "lundi 30"):
        assert words in screen.replace("\N{NO-BREAK SPACE}", " ")
    assert team["participant"].offers == [
        "button-start-now",
        "button-later",
        "button-not-this-week",
    ]
    assert "Rien ne commence sans son accord" in team["coach"].screen
    assert (await assignment_of(team["participant"])).state is AssignmentState.OPEN


async def test_it_goes_on_weeks_later_where_it_was_interrupted(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], SMALL)
    await person.choose("button-start-now", CALM, "button-stop-here")
    await stage.pass_time(days=30)

    await person.write("/exercices")
    assert "commencé, à reprendre" in person.screen
    await person.tap(title(SMALL))
    await person.choose("button-continue")
    await person.write(CANARY_ANSWER)
    await person.choose("button-skip", "button-skip")

    assert person.shown == "run-first"
    assert (await assignment_of(person)).outcome is Outcome.DONE


async def test_the_end_asks_whether_it_was_useful_and_who_sees_it(team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], SMALL)
    await go_through(person)
    assert "closing de small" in person.screen
    assert "Était-ce utile" in person.screen

    await person.choose("button-useful-bit")
    assert "seen de small" in person.screen
    assert "✓ Seulement que c’est fait" in person.labels
    await person.choose("button-share-nothing")

    kept = await assignment_of(person)
    assert (kept.outcome, kept.useful, kept.shares) == (Outcome.DONE, Useful.BIT, Share.NOTHING)
    assert "cela reste à vous" in person.screen


async def test_not_this_week_asks_why_and_offers_what_is_easier(team: Cast) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SMALL)
    await person.choose("button-not-this-week", "button-reason-hard")
    assert (await assignment_of(person)).reason is NotNow.HARD

    await person.choose("button-easier")
    assert "Questions\N{NO-BREAK SPACE}: 1." in person.screen
    await person.choose("button-start-now", CALM, "button-yes", "button-chosen")

    kept = await assignment_of(person)
    assert (kept.outcome, kept.easier, kept.reason) == (Outcome.DONE, True, None)


async def test_without_an_easier_version_it_is_let_go(team: Cast) -> None:
    await give(team["coach"], SECRET)

    await team["participant"].choose("button-not-this-week", "button-rather-not-say")

    assert team["participant"].shown == "homework-let-go"


async def test_one_that_made_things_worse_calms_and_is_remembered(team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], SMALL)
    await go_through(person)

    await person.choose("button-useful-worse")

    assert person.shown == "homework-worse"
    assert {"button-technique", "button-ask-contact", "button-help"} <= {*person.offers}
    async with scene_of(person) as scene:
        assert await assignments.made_worse(scene.session, scene.member.id, SMALL.id)


async def test_a_very_tense_answer_brings_something_calming_first(team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], SMALL)

    await person.choose("button-start-now", VERY)
    assert person.shown == "homework-calm-first"
    assert person.offers[0] == "button-technique"
    await person.choose("button-go-on-now")

    assert "words ?" in person.screen


async def test_after_something_calming_it_can_wait(team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], SMALL)
    await person.choose("button-start-now", VERY, "button-later")
    assert person.shown == "run-stopped"

    await person.write("/exercices")
    await person.tap(title(SMALL))
    await person.choose("button-continue")

    assert "words ?" in person.screen


async def test_three_times_is_wished_for_and_once_counts(team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], THRICE)
    await person.choose("button-start-now", "thrice/steps/now/options/calm", "button-skip")
    assert "1 sur 3" in person.screen

    await person.choose("button-that-is-enough", "button-yes", "button-chosen")

    kept = await assignment_of(person)
    assert (kept.outcome, kept.rounds) == (Outcome.TRIED, 1)


async def test_the_third_time_ends_it(team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], THRICE)
    for number in range(3):
        if number:
            await person.write("/exercices")
            await person.tap(title(THRICE))
        await person.choose("button-start-now", "thrice/steps/now/options/calm")
        await person.write(CANARY_ANSWER)

    assert "Était-ce utile" in person.screen
    assert (await assignment_of(person)).outcome is Outcome.DONE


async def test_what_is_half_done_can_be_left_at_that(team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], SMALL)
    await person.choose("button-start-now", CALM, "button-stop-here")
    await person.write("/exercices")
    await person.tap(title(SMALL))

    await person.choose("button-that-is-enough")

    assert (await assignment_of(person)).outcome is Outcome.TRIED
    assert "Ce que vous avez fait compte" in person.screen


async def test_one_that_changed_meanwhile_is_ended_as_it_was_begun(
    stage: Stage, team: Cast
) -> None:
    person = team["participant"]
    await give(team["coach"], SMALL)
    await person.choose("button-start-now", CALM, "button-stop-here")
    kept = tuple(step for step in SMALL.steps if step is not WORDS_STEP)
    add_exercises(stage, replace(SMALL, version=2, steps=kept))

    await person.write("/exercices")
    await person.tap(title(SMALL))
    await person.choose("button-continue")
    assert "hidden ?" in person.screen
    await person.choose("button-skip", "button-done")

    assert (await assignment_of(person)).outcome is Outcome.DONE


async def test_of_one_that_was_withdrawn_a_kind_sentence_is_said(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], SMALL)
    start = person.find("button-start-now")
    later = person.find("button-later")
    withdraw(stage, SMALL)

    for button in (start, later):
        await person.press(*button)
        assert person.shown == "homework-gone"
    await person.write("/exercices")

    assert "n’est plus proposé" in person.screen
    await look_at(team["coach"])
    assert title(SMALL) not in team["coach"].screen


async def test_nothing_answered_leaves_it_open(team: Cast) -> None:
    person = team["participant"]
    await give(team["coach"], DATED)
    await person.choose("button-start-now", "button-skip", "button-skip", "button-skip")

    assert (await assignment_of(person)).is_ongoing
    await person.write("/exercices")
    await person.tap(title(DATED))
    assert "button-start-now" in person.offers


async def test_given_twice_it_is_one_and_the_coach_reads_the_same(stage: Stage, team: Cast) -> None:
    coach, person = team["coach"], team["participant"]
    await give(coach, SMALL)
    first = coach.screen
    await stage.pass_time(days=1)

    await give(coach, SMALL)

    assert coach.screen == first
    assert len(await rows_of(stage, "assignment")) == 1
    assert person.keys.count("homework-given") == 2


async def test_staff_have_no_exercises(team: Cast) -> None:
    await team["coach"].write("/exercises")

    assert team["coach"].shown == "homework-staff"
