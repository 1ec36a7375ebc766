"""A facilitator gives a whole group its exercises in two taps; each person hears of it once."""

import pytest

from tests.services import group_plays
from tests.services.board_plays import chosen, give_small, group_has_homework
from tests.services.homework_plays import EVERY, SMALL, add_exercises, title
from tests.services.memories import Cast, Memories, held, rows_of
from tests.services.plays import ON_SQLITE, another_coach, leave
from tests.services.stage import Stage


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, group_plays.group_meets)


@pytest.fixture
async def given(stage: Stage, memories: Memories) -> Cast:
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, group_has_homework)


async def test_the_set_of_the_workshop_is_given_in_two_taps(cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await group_plays.open_group(lina)

    await lina.choose("button-give-exercises", "button-give")

    assert lina.shown == "group-given"
    assert sami.shown == "homework-given-set"
    assert sami.screen.startswith("Lina vous propose quelque chose.")
    assert "mardi 1er décembre" in sami.screen
    assert await held(lina.stage, "assignment") == {"assignment": 2}


async def test_one_alone_comes_as_its_card(given: Cast) -> None:
    for name in ("sami", "noa"):
        assert given[name].shown == "homework-given"
        assert title(SMALL) in given[name].screen


@ON_SQLITE
async def test_a_tap_takes_an_exercise_in_or_out(cast: Cast) -> None:
    lina = cast["lina"]
    await group_plays.open_group(lina)
    await lina.choose("button-give-exercises")
    first, second = chosen(lina)

    await lina.tap(first)
    assert chosen(lina) == [second]
    await lina.tap(second)

    assert "button-give" not in lina.offers


@ON_SQLITE
async def test_given_twice_it_is_there_once(given: Cast) -> None:
    lina, sami = given["lina"], given["sami"]
    told = len(sami.bubbles)

    await give_small(lina)

    assert len(sami.bubbles) == told
    assert await held(lina.stage, "assignment") == {"assignment": 2}


@ON_SQLITE
async def test_the_same_tap_twice_gives_once(cast: Cast) -> None:
    lina = cast["lina"]
    await group_plays.open_group(lina)
    await lina.choose("button-give-exercises")
    button = lina.find("button-give")

    await lina.press(*button)
    answer = await lina.press(*button)

    assert answer
    assert await held(lina.stage, "assignment") == {"assignment": 2}


@ON_SQLITE
async def test_an_empty_group_gets_nothing_and_it_is_said(stage: Stage) -> None:
    lina = (await group_plays.group_begins(stage))["lina"]
    await group_plays.open_group(lina)

    await lina.choose("button-give-exercises", "button-give")

    assert lina.shown == "group-given-nobody"


@ON_SQLITE
async def test_who_left_is_given_nothing(cast: Cast) -> None:
    await leave(cast["sami"])
    await group_plays.open_group(cast["lina"])

    await cast["lina"].choose("button-give-exercises", "button-give")

    assert cast["lina"].shown == "group-given-nobody"


@ON_SQLITE
async def test_the_buttons_of_another_group_do_nothing(given: Cast) -> None:
    lina = given["lina"]
    await group_plays.open_group(lina)
    await lina.choose("button-give-exercises")
    karim = await another_coach(lina.stage)
    before = await rows_of(lina.stage, "assignment")

    await karim.press(*lina.find("button-give"))

    assert await rows_of(lina.stage, "assignment") == before
