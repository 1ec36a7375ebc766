"""The board shows how it stands as far as each person shows it; what is private reaches nobody."""

import pytest

from tests.canaries import CANARY_ANSWER, CANARY_TEXT
from tests.services import group_plays
from tests.services.board_plays import (
    group_has_homework,
    open_board,
    open_exercise,
    open_person,
    open_small,
    stop_leading,
)
from tests.services.homework_plays import EVERY, SMALL, add_exercises, go_through, title
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, group_has_homework)


def plain(phone: Phone) -> str:
    return phone.screen.replace("\N{NO-BREAK SPACE}", " ")


ALL, STATE, NOTHING = "Tout", "Seulement que c’est fait", "Garder pour moi"


async def do(phone: Phone, share: str) -> None:
    await open_small(phone)
    await go_through(phone)
    await phone.choose("button-yes")
    await phone.tap(share)


async def test_it_is_a_picture_and_the_same_in_words(cast: Cast) -> None:
    await do(cast["sami"], STATE)

    await open_board(cast["lina"])

    picture = cast["lina"].latest[0].worded.picture
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    assert f"• {title(SMALL)} :\nfait : 1\nreçu : 1" in plain(cast["lina"])


async def test_what_somebody_keeps_looks_as_if_it_went_on(cast: Cast) -> None:
    await do(cast["sami"], NOTHING)

    await open_person(cast["lina"], "Sami")

    assert plain(cast["lina"]).split("\n")[2] == f"• {title(SMALL)} : commencé"


async def test_answers_are_read_only_where_all_is_shown(cast: Cast) -> None:
    await do(cast["sami"], ALL)

    await open_exercise(cast["lina"], "Sami")
    await cast["lina"].choose("button-answers-of")

    assert CANARY_ANSWER in cast["lina"].screen
    assert CANARY_TEXT not in cast["lina"].everything


@ON_SQLITE
@pytest.mark.parametrize("share", [STATE, NOTHING])
async def test_private_words_reach_no_facilitator(cast: Cast, share: str) -> None:
    await do(cast["sami"], share)

    await open_board(cast["lina"])
    await cast["lina"].choose("button-prepare")
    await open_exercise(cast["lina"], "Sami")

    assert CANARY_ANSWER not in cast["lina"].everything
    assert CANARY_TEXT not in cast["lina"].everything
    assert "button-answers-of" not in cast["lina"].offers


@ON_SQLITE
async def test_what_was_shown_and_is_kept_now_cannot_be_read_by_an_old_button(cast: Cast) -> None:
    sami, lina = cast["sami"], cast["lina"]
    await do(sami, ALL)
    await open_exercise(lina, "Sami")
    button = lina.find("button-answers-of")
    await sami.choose("button-share-change")
    await sami.tap(NOTHING)

    await lina.press(*button)

    assert CANARY_ANSWER not in lina.everything


@ON_SQLITE
async def test_somebody_is_thanked_once(cast: Cast) -> None:
    await do(cast["sami"], STATE)
    await open_person(cast["lina"], "Sami")

    await cast["lina"].choose("button-thank")

    assert "homework-thanked" in cast["sami"].keys
    assert "button-thank" not in cast["lina"].offers


@ON_SQLITE
async def test_who_is_not_reached_has_not_received_it(cast: Cast) -> None:
    await cast["noa"].change_membership("kicked")

    await open_board(cast["lina"])

    assert "pas reçu : 1" in plain(cast["lina"])


@ON_SQLITE
async def test_each_look_is_written_down(cast: Cast) -> None:
    before = len(await rows_of(cast["lina"].stage, "look"))

    await cast["lina"].stage.pass_time(days=1)
    await open_board(cast["lina"])

    assert len(await rows_of(cast["lina"].stage, "look")) > before


@ON_SQLITE
async def test_a_facilitator_who_was_removed_sees_nothing(cast: Cast) -> None:
    lina = cast["lina"]
    marc = await group_plays.second_lead(lina)
    await open_board(marc)
    button = marc.find("button-one-by-one")
    await stop_leading(lina, "Marc")

    await marc.press(*button)

    assert "board-people" not in marc.keys
