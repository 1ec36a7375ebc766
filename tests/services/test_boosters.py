"""Workshops beyond the last one are proposed once it is over, and kept in a tap or two."""

import pytest

from tests.services import group_plays as plays
from tests.services.memories import Cast, Memories, held
from tests.services.plays import ON_SQLITE
from tests.services.stage import MONDAY, Phone, Stage

OVER = MONDAY.replace(month=12, day=22, hour=14, minute=30)
"""The fourth of the Tuesdays is over, at half past three in Paris."""


async def four_meet(stage: Stage) -> Cast:
    """Lina and Marc lead a group of one, that meets on four Tuesdays."""
    cast = dict(await plays.group_begins(stage, "towards-interview"))
    await plays.set_dates(cast["lina"])
    cast["sami"] = await plays.member_joins(cast["lina"], "Sami")
    return {**cast, "marc": await plays.second_lead(cast["lina"])}


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, four_meet)


@pytest.fixture
async def over(stage: Stage, cast: Cast) -> Cast:
    """The workshops are over."""
    await stage.go_to(OVER)
    return cast


def proposed(*phones: Phone) -> list[int]:
    return [one.keys.count("boosters-proposed") for one in phones]


async def test_they_are_proposed_once_to_both_who_lead_the_group(stage: Stage, cast: Cast) -> None:
    lina, marc = cast["lina"], cast["marc"]
    await stage.go_to(OVER.replace(minute=29))
    assert proposed(lina, marc) == [0, 0]

    await stage.go_to(OVER)
    await stage.pass_time(days=12)

    assert proposed(lina, marc) == [1, 1]
    assert "5. mardi 19 janvier, 14:00 : Un mois après" in lina.everything.replace("\xa0", " ")


async def test_one_tap_keeps_them_and_members_hear_of_them(over: Cast) -> None:
    lina, marc, sami = over["lina"], over["marc"], over["sami"]

    await lina.choose("button-that-is-it")

    assert await held(lina.stage, "group_session") == {"group_session": 5}
    assert sami.shown == "workshop-dates"
    assert "5. mardi 19 janvier" in sami.screen
    assert await marc.choose("button-that-is-it") == "C’est déjà noté."
    assert await held(lina.stage, "group_session") == {"group_session": 5}


@ON_SQLITE
async def test_a_booster_is_prepared_and_told_the_evening_before_as_any_other(
    stage: Stage, over: Cast
) -> None:
    lina, sami = over["lina"], over["sami"]
    await lina.choose("button-that-is-it")
    before = lina.keys.count("prepare")

    await stage.go_to(MONDAY.replace(year=2027, month=1, day=18, hour=17))

    assert lina.keys.count("prepare") == before + 1
    assert sami.screen.startswith("Atelier demain à 14:00.")


@ON_SQLITE
async def test_another_date_can_be_chosen_before_it_is_kept(over: Cast) -> None:
    lina = over["lina"]
    await lina.choose("button-other-dates")
    await lina.tap("5")
    await lina.write("26/01")
    assert "5. mardi 26 janvier" in lina.screen

    await lina.choose("button-that-is-it")

    assert "5. mardi 26 janvier" in over["sami"].screen


@ON_SQLITE
async def test_not_now_leaves_them_with_the_group(over: Cast) -> None:
    lina = over["lina"]
    await lina.choose("button-not-now")
    assert await held(lina.stage, "group_session") == {"group_session": 4}

    await lina.choose("button-boosters", "button-that-is-it")

    assert await held(lina.stage, "group_session") == {"group_session": 5}
    await plays.open_group(lina)
    assert "button-boosters" not in lina.offers


@ON_SQLITE
async def test_an_old_button_for_dates_says_that_they_are_kept(over: Cast) -> None:
    lina, marc = over["lina"], over["marc"]
    other = marc.find("button-other-dates")
    await lina.choose("button-that-is-it")

    assert await marc.press(*other) == "C’est déjà noté."


@ON_SQLITE
async def test_a_day_that_went_by_meanwhile_is_not_kept(stage: Stage, over: Cast) -> None:
    lina = over["lina"]
    keep = lina.find("button-that-is-it")
    await stage.go_to(MONDAY.replace(year=2027, month=2, day=1))

    await lina.press(*keep)

    assert "Ce moment est déjà passé." in lina.screen
    assert await held(stage, "group_session") == {"group_session": 4}


@ON_SQLITE
async def test_who_was_taken_out_can_keep_none(over: Cast) -> None:
    lina, marc = over["lina"], over["marc"]
    keep = marc.find("button-that-is-it")
    await plays.remove_lead(lina, "Marc")

    await marc.press(*keep)

    assert await held(lina.stage, "group_session") == {"group_session": 4}


@ON_SQLITE
async def test_the_exercises_of_a_booster_are_suggested_after_it(stage: Stage, over: Cast) -> None:
    lina = over["lina"]
    await lina.choose("button-that-is-it")
    await stage.go_to(MONDAY.replace(year=2027, month=1, day=19, hour=15))
    await plays.open_group(lina)
    await lina.choose("button-group-exercises")

    assert "Après l’entretien" in lina.screen


@ON_SQLITE
async def test_a_programme_that_is_gone_proposes_none(stage: Stage, cast: Cast) -> None:
    by_id = stage.library.content.programmes.by_id
    gone = by_id.pop("towards-interview")
    try:
        await stage.go_to(OVER)
    finally:
        by_id["towards-interview"] = gone

    assert proposed(cast["lina"]) == [0]
