"""The preparation comes by itself: to both who lead the group, once, and only as it is then."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlmodel import col, update

from bot.store import groups, people
from bot.store.tables import PersonRow
from tests.services import group_plays
from tests.services.homework_plays import EVERY, add_exercises
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.preparing_plays import (
    EVE,
    FIRST,
    MEMBERS,
    bring,
    five_have_homework,
    keep_all,
    plain,
)
from tests.services.scenes import scene_of
from tests.services.stage import MONDAY, Phone, Stage

SECOND_EVE = MONDAY.replace(month=12, day=7, hour=8)


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, five_have_homework)


@pytest.fixture
def lina(cast: Cast) -> Phone:
    return cast["lina"]


def prepared(*phones: Phone) -> list[int]:
    """Return how often it came to each."""
    return [one.keys.count("prepare") for one in phones]


async def test_it_comes_to_both_who_lead_the_group_once(stage: Stage, lina: Phone) -> None:
    marc = await group_plays.second_lead(lina)
    await stage.go_to(EVE.replace(hour=7, minute=59))
    assert prepared(lina, marc) == [0, 0]
    await stage.go_to(EVE)
    assert (lina.shown, marc.shown) == ("prepare", "prepare")

    await stage.go_to(FIRST)

    assert prepared(lina, marc) == [1, 1]


async def test_each_look_is_noted_once(stage: Stage, lina: Phone) -> None:
    before = len(await rows_of(lina.stage, "look"))

    await stage.go_to(EVE)
    await stage.pass_time(hours=2)

    assert len(await rows_of(stage, "look")) == before + len(MEMBERS)


@ON_SQLITE
async def test_before_each_workshop_it_comes_again(stage: Stage, lina: Phone) -> None:
    await stage.go_to(SECOND_EVE)

    assert prepared(lina) == [2]
    assert "2. mardi 8 décembre" in plain(lina)


@ON_SQLITE
async def test_it_follows_a_date_that_moves(stage: Stage, lina: Phone) -> None:
    await group_plays.move_first(lina, "04/12")

    await stage.go_to(EVE)
    assert prepared(lina) == [0]
    await stage.go_to(MONDAY.replace(month=12, day=3, hour=8))

    assert prepared(lina) == [1]
    assert "1. vendredi 4 décembre, 10:00" in plain(lina)


@ON_SQLITE
async def test_moved_once_it_came_it_comes_again_for_the_new_day_alone(
    stage: Stage, lina: Phone
) -> None:
    await stage.go_to(EVE)
    await group_plays.move_first(lina, "01/12", "16h")
    await stage.pass_time(hours=1)
    assert prepared(lina) == [1]

    await group_plays.move_first(lina, "04/12")
    await stage.go_to(MONDAY.replace(month=12, day=3, hour=8))

    assert prepared(lina) == [2]


@ON_SQLITE
async def test_what_waits_to_go_out_is_withdrawn_once_the_date_moves(
    stage: Stage, lina: Phone
) -> None:
    await hold_up(stage, EVE)
    async with scene_of(lina) as scene:
        [group] = await groups.groups_led_by(scene.session, scene.member.id)
        first, *_ = await groups.sessions_of(scene.session, group.id)
        await groups.move(scene.session, first.moved(date(2026, 12, 4), first.wall))
    await stage.be_away_until(EVE.replace(hour=9))

    assert prepared(lina) == [0]
    assert "withdrawn" in {row["reason"] for row in await rows_of(stage, "delivery")}


async def test_it_tells_what_is_shown_as_it_goes_out(stage: Stage, cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await bring(sami)
    await hold_up(stage, EVE)
    await keep_all(sami)

    await stage.be_away_until(EVE.replace(hour=9))

    assert "reçu : 5" in plain(lina)
    assert "Sami" not in plain(lina)


async def test_whoever_leads_the_group_no_more_gets_none_even_if_it_was_written(
    stage: Stage, lina: Phone
) -> None:
    marc = await group_plays.second_lead(lina)
    await hold_up(stage, EVE)
    async with scene_of(marc) as scene:
        [group] = await groups.groups_led_by(scene.session, scene.member.id)
        await groups.lead_no_more(scene.session, group.id, scene.member.id)

    await stage.be_away_until(EVE.replace(hour=9))

    assert prepared(lina, marc) == [1, 0]


@ON_SQLITE
async def test_once_the_workshop_has_begun_it_is_too_late(stage: Stage, lina: Phone) -> None:
    await hold_up(stage, EVE)

    await stage.be_away_until(FIRST)
    await stage.pass_time(minutes=10)

    assert prepared(lina) == [0]


@ON_SQLITE
async def test_after_days_without_the_engine_it_comes_as_long_as_it_is_of_use(
    stage: Stage, lina: Phone
) -> None:
    await stage.go_to(MONDAY.replace(day=25))
    stage.clock.moment = FIRST.replace(hour=9)

    await stage.pass_time(minutes=1)

    assert prepared(lina) == [1]


@ON_SQLITE
async def test_a_weekend_and_a_holiday_are_not_the_working_day_before(
    stage: Stage, lina: Phone
) -> None:
    stage.keep_holidays([date(2026, 11, 30)])

    await stage.go_to(MONDAY.replace(day=27, hour=8))

    assert prepared(lina) == [1]


@ON_SQLITE
async def test_a_group_of_nobody_is_not_prepared(stage: Stage) -> None:
    lina = (await group_plays.group_begins(stage))["lina"]
    await group_plays.set_dates(lina)

    await stage.go_to(FIRST)

    assert prepared(lina) == [0]


@ON_SQLITE
async def test_who_pauses_gets_it_afterwards(stage: Stage, lina: Phone) -> None:
    await pause(lina, EVE.replace(hour=14))
    await stage.go_to(EVE.replace(hour=13))
    assert prepared(lina) == [0]

    await stage.go_to(EVE.replace(hour=14, minute=1))

    assert prepared(lina) == [1]


@ON_SQLITE
async def test_a_discreet_chat_shows_it_once_it_is_revealed(stage: Stage, lina: Phone) -> None:
    await lina.write("/discret")
    await lina.choose("button-discreet-begin")
    await stage.go_to(EVE)
    assert lina.screen == "Un message vous attend."

    await lina.choose("button-reveal")

    assert lina.shown == "prepare"


@ON_SQLITE
async def test_a_discreet_chat_is_told_when_it_is_too_late_to_reveal_it(
    stage: Stage, lina: Phone
) -> None:
    await lina.write("/discret")
    await lina.choose("button-discreet-begin")
    await stage.go_to(FIRST)

    assert await lina.choose("button-reveal") == "Ce n’est plus possible."


@ON_SQLITE
async def test_hours_that_cannot_be_read_stop_no_other(stage: Stage, lina: Phone) -> None:
    marc = await group_plays.second_lead(lina)
    await break_hours(lina)

    await stage.go_to(EVE)

    assert prepared(lina, marc) == [0, 1]


async def hold_up(stage: Stage, moment: datetime) -> None:
    """Let everything that is written at a moment wait to go out."""
    await stage.go_to(moment.replace(hour=moment.hour - 1, minute=59))
    stage.shelf.is_away = True
    await stage.go_to(moment)


async def pause(phone: Phone, until: datetime) -> None:
    async with scene_of(phone) as scene:
        await people.keep(scene.session, replace(scene.member, paused_until=until))


async def break_hours(phone: Phone) -> None:
    async with scene_of(phone) as scene:
        of_person = update(PersonRow).where(col(PersonRow.id) == scene.member.id)
        await scene.session.exec(of_person.values(hours={"days": "none"}))
