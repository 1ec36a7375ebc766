"""A facilitator gives a whole group the exercises of a workshop, and they follow its dates."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.assignment import Useful
from bot.domain.exercise import Exercise
from bot.domain.homework import Outcome
from bot.services import assigning, group_board
from bot.services.group_board import COLUMNS
from bot.store import assignments, groups
from tests.services import group_plays as plays
from tests.services.board_plays import group_has_homework, open_small, part_from_group
from tests.services.homework_plays import (
    DATED,
    SMALL,
    THRICE,
    USUAL,
    add_exercises,
    go_through,
    suggest,
    title,
    withdraw,
)
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage

OF_WORKSHOP_1 = tuple(
    replace(one, id=f"first-{one.id}", homework=replace(one.homework, workshop=1, again=None))
    for one in (THRICE, DATED)
    if one.homework
)
FIRST, OTHER = OF_WORKSHOP_1
SMALL_OF_2 = replace(SMALL, id="small-of-2")
SECOND_TUESDAY = date(2026, 12, 8)


@pytest.fixture
async def team(stage: Stage, memories: Memories) -> Cast:
    """Lina’s group met for the first time on Tuesday, the first of December; Sami is in it."""
    add_exercises(stage, *OF_WORKSHOP_1, SMALL_OF_2, THRICE)
    suggest(stage, *OF_WORKSHOP_1)
    cast = await memories.recall(stage, plays.group_meets)
    await stage.pass_time(days=8, hours=7)
    return cast


async def give(team: Cast) -> None:
    await plays.open_group(team["lina"])
    await team["lina"].choose("button-group-exercises", "button-assign-group")


async def given(stage: Stage) -> list[dict[str, Any]]:
    return await rows_of(stage, "assignment")


async def test_two_taps_give_the_group_its_exercises_in_one_message(
    stage: Stage, team: Cast
) -> None:
    lina, sami = team["lina"], team["sami"]
    await plays.open_group(lina)
    await lina.choose("button-group-exercises")
    assert title(FIRST) in lina.screen

    await lina.choose("button-assign-group")

    rows = await given(stage)
    assert {row["due"] for row in rows} == {SECOND_TUESDAY}
    assert len({row["group_id"] for row in rows}) == 1
    assert sami.keys.count("group-homework-given") == 1
    assert title(FIRST) in sami.screen
    await sami.choose("button-my-exercises")
    assert title(OTHER) in sami.screen


async def test_a_second_tap_gives_nothing_more(stage: Stage, team: Cast) -> None:
    lina = team["lina"]
    await plays.open_group(lina)
    await lina.choose("button-group-exercises")
    tap = lina.find("button-assign-group")
    await lina.press(*tap)
    before = len(await given(stage))

    assert await lina.press(*tap) == "C’est déjà noté."
    assert len(await given(stage)) == before
    assert team["sami"].keys.count("group-homework-given") == 1


async def test_when_the_date_moves_what_is_wanted_and_its_reminder_follow(
    stage: Stage, team: Cast
) -> None:
    lina, sami = team["lina"], team["sami"]
    await give(team)
    await sami.choose("button-my-exercises")
    await sami.tap(title(FIRST))
    await sami.choose("button-later", "button-tomorrow")
    await sami.write("9h")
    await sami.choose("button-habit-coffee", "button-skip")

    await plays.open_group(lina)
    await lina.choose("button-dates")
    await lina.tap("2")
    await lina.write("10/12")
    await lina.write("14h")

    assert {row["due"] for row in await given(stage)} == {date(2026, 12, 10)}
    await stage.pass_time(days=8)
    assert sami.keys.count("homework-reminder") == 1
    sent = [row for row in await rows_of(stage, "delivery") if row["slot"] == "exercise"]
    assert max(row["day"] for row in sent) == date(2026, 12, 9)


async def test_what_made_things_worse_is_not_given_again_by_the_group(
    stage: Stage, team: Cast
) -> None:
    await give(team)
    async with scene_of(team["sami"]) as scene:
        found = await assignments.ongoing(scene.session, scene.member.id)
        [worse] = [one for one in found if one.exercise == FIRST.id]
        ended = worse.ended(Outcome.TRIED, scene.now)
        await assignments.keep(scene.session, replace(ended, useful=Useful.WORSE))
    before = len(await given(stage))
    await stage.pass_time(days=1)

    await give(team)

    assert len(await given(stage)) == before
    assert title(FIRST) not in team["sami"].screen
    assert title(OTHER) in team["sami"].screen


async def choose_others(lina: Phone) -> None:
    await plays.open_group(lina)
    await lina.choose("button-group-exercises", "button-choose-others")


async def test_another_set_is_chosen_for_the_group(stage: Stage, team: Cast) -> None:
    lina, sami = team["lina"], team["sami"]
    suggest(stage, FIRST)
    await choose_others(lina)
    assert title(FIRST) in lina.screen
    await lina.tap("Atelier 1")
    await find(lina, OTHER)
    await lina.choose("button-done")
    assert title(OTHER) in lina.screen
    await lina.tap("Atelier 1")
    await find(lina, FIRST)
    await lina.choose("button-done", "button-assign-group")

    assert [row["exercise"] for row in await given(stage)] == [OTHER.id]
    assert sami.shown == "group-homework-given"
    assert title(FIRST) not in sami.screen


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "asks", "none"),
    [
        ("button-french-vous", "Touchez un exercice", "Touchez un atelier"),
        ("button-french-tu", "Touche un exercice", "Touche un atelier"),
        ("button-english", "Tap an exercise", "Tap a workshop"),
    ],
)
async def test_a_facilitator_chooses_in_their_own_voice(
    stage: Stage, team: Cast, voice: str, asks: str, none: str
) -> None:
    lina = team["lina"]
    suggest(stage, FIRST)
    await lina.write("/language")
    await lina.choose(voice)

    await choose_others(lina)
    await lina.choose("workshop")
    assert asks in lina.screen
    await find(lina, FIRST)
    await lina.choose("button-done")

    assert none in lina.screen


async def find(lina: Phone, exercise: Exercise) -> None:
    """Turn over whether an exercise is chosen, on whatever page of its workshop it is."""
    while not any(title(exercise) in label for label in lina.labels):
        await lina.choose("button-more")
    await lina.tap(title(exercise))


@ON_SQLITE
async def test_three_exercises_are_enough_at_a_time(stage: Stage, team: Cast) -> None:
    lina = team["lina"]
    suggest(stage, FIRST, OTHER, THRICE)
    await choose_others(lina)
    await lina.tap("Atelier 5")

    answer = await lina.choose("button-not-chosen")

    assert stage.library.keys_of(answer) == ["toast-enough-exercises"]
    await lina.choose("button-done", "button-assign-group")
    assert len(await given(stage)) == 3


@ON_SQLITE
async def test_none_chosen_is_nothing_to_give(stage: Stage, team: Cast) -> None:
    lina = team["lina"]
    suggest(stage, FIRST)
    await choose_others(lina)
    await lina.tap("Atelier 1")
    await find(lina, FIRST)
    await lina.choose("button-done")
    assert lina.shown == "group-choose-none"
    assert "button-assign-group" not in lina.offers

    await choose_others(lina)
    withdraw(stage, FIRST)
    answer = await lina.choose("button-assign-group")

    assert stage.library.keys_of(answer) == ["toast-gone"]
    assert await given(stage) == []


async def to_one(lina: Phone, name: str, exercise: Exercise) -> None:
    """Give one member an exercise, from all that can be given."""
    await plays.open_group(lina)
    await lina.choose("button-group-exercises", "button-to-one")
    await lina.tap(name)
    await lina.choose("button-assign-new")
    await lina.tap(str(exercise.homework.workshop if exercise.homework else 0))
    while not any(title(exercise) in label for label in lina.labels):
        await lina.choose("button-more")
    await lina.tap(title(exercise))
    await lina.choose("button-assign")


async def test_one_member_is_given_an_exercise_by_the_next_workshop(
    stage: Stage, team: Cast
) -> None:
    lina, sami = team["lina"], team["sami"]
    noa = await plays.member_joins(lina, "Noa")

    await to_one(lina, "Sami", SMALL_OF_2)

    [row] = await given(stage)
    assert (row["exercise"], row["due"]) == (SMALL_OF_2.id, SECOND_TUESDAY)
    assert sami.shown == "homework-given"
    assert sami.screen.startswith("Lina vous propose un exercice.")
    assert "homework-given" not in noa.keys
    await lina.choose("button-back")
    assert f"• {title(SMALL_OF_2)} : reçu" in lina.screen


@ON_SQLITE
async def test_one_member_is_given_it_once(stage: Stage, team: Cast) -> None:
    lina = team["lina"]
    await plays.open_group(lina)
    await lina.choose("button-group-exercises", "button-to-one")
    await lina.tap("Sami")
    await lina.choose("button-assign-new", "button-number", "button-exercise")
    tap = lina.find("button-assign")
    await lina.press(*tap)

    assert await lina.press(*tap) == "C’est déjà noté."
    assert len(await given(stage)) == 1


@ON_SQLITE
async def test_who_left_or_is_in_no_group_of_theirs_is_given_nothing(
    stage: Stage, team: Cast
) -> None:
    lina = team["lina"]
    other = await plays.facilitator_comes_in(stage, "Marc")
    await plays.open_group(lina)
    await lina.choose("button-group-exercises", "button-to-one")
    await lina.tap("Sami")
    await lina.choose("button-assign-new", "button-number", "button-exercise")
    tap = lina.find("button-assign")
    await part_from_group(lina, "Sami")

    await lina.press(*tap)
    await other.press(*tap)

    assert lina.shown == other.shown == "out-of-date"
    assert await given(stage) == []


async def test_what_made_things_worse_waits_untold_and_nobody_reads_of_it(
    stage: Stage, team: Cast
) -> None:
    lina, sami = team["lina"], team["sami"]
    await to_one(lina, "Sami", SMALL_OF_2)
    async with scene_of(sami) as scene:
        [worse] = await assignments.ongoing(scene.session, scene.member.id)
        ended = worse.ended(Outcome.TRIED, scene.now)
        await assignments.keep(scene.session, replace(ended, useful=Useful.WORSE))
    await stage.pass_time(days=1)

    await to_one(lina, "Sami", SMALL_OF_2)

    assert lina.shown == "assigned"
    assert sami.keys.count("homework-given") == 1
    await sami.choose("button-my-exercises")
    assert "jusqu’au" in sami.screen


@ON_SQLITE
async def test_what_one_was_given_gives_way_on_the_board_to_what_several_were(
    stage: Stage, team: Cast
) -> None:
    lina = team["lina"]
    await plays.member_joins(lina, "Noa")
    await give(team)
    others = [one for one in stage.library.homework() if one not in OF_WORKSHOP_1]
    async with scene_of(lina) as scene:
        [group] = await groups.groups_led_by(scene.session, scene.member.id)
        [_, sami] = await groups.members(scene.session, group.id)
        for number, one in enumerate(others[:COLUMNS], start=1):
            later = replace(scene, now=scene.now + timedelta(minutes=number))
            await assigning.keep_for(later, sami, one, due=scene.today, group_id=group.id)

        exercises, _ = await group_board.look(scene, group)

    assert len(exercises) == COLUMNS
    assert {one.id for one in OF_WORKSHOP_1} <= {one.id for one in exercises}


async def test_who_leads_another_group_gives_nothing(stage: Stage, team: Cast) -> None:
    other = await plays.facilitator_comes_in(stage, "Marc")
    await plays.open_group(team["lina"])
    await team["lina"].choose("button-group-exercises")

    await other.press(*team["lina"].find("button-assign-group"))

    assert await given(stage) == []


@ON_SQLITE
@pytest.mark.parametrize(
    ("themes", "asked"), [(("what",), "homework-shares-in-group"), ((), "homework-shares")]
)
async def test_what_the_group_may_be_told_is_said_where_something_is_counted(
    stage: Stage, memories: Memories, themes: tuple[str, ...], asked: str
) -> None:
    sami = (await memories.recall(stage, group_has_homework))["sami"]
    add_exercises(stage, replace(SMALL, homework=replace(USUAL, themes=themes)))
    await open_small(sami)
    await go_through(sami)

    await sami.choose("button-yes")

    assert sami.shown == asked


@ON_SQLITE
async def test_who_has_no_coach_is_sent_to_none_after_it_was_worse(
    stage: Stage, memories: Memories
) -> None:
    sami = (await memories.recall(stage, group_has_homework))["sami"]
    add_exercises(stage, SMALL)
    await open_small(sami)
    await go_through(sami)

    await sami.choose("button-useful-worse")

    assert sami.shown == "homework-worse-no-coach"
    assert "button-ask-contact" not in sami.offers
    await sami.choose("button-who-sees-it")
    assert "Que peut voir l’équipe de l’atelier, et plus tard un coach" in sami.screen
