"""What was proposed is taken once, and by them alone, whatever happened meanwhile."""

from typing import Any

import pytest

from tests.services import group_plays
from tests.services.board_plays import (
    WEDNESDAY,
    finish,
    group_has_homework,
    open_exercise,
    part_from_group,
    propose_day,
    propose_easier,
    stop_leading,
)
from tests.services.homework_plays import (
    EVERY,
    SMALL,
    add_exercises,
    withdraw,
)
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Stage


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, group_has_homework)


@ON_SQLITE
@pytest.mark.parametrize("propose", [propose_easier, propose_day])
async def test_what_ended_meanwhile_stays_as_it_is(stage: Stage, cast: Cast, propose: Any) -> None:
    sami = cast["sami"]
    await propose(cast["lina"])
    take = sami.find("button-easier" if propose is propose_easier else "button-agree")
    await finish(sami)
    before = await rows_of(stage, "assignment")

    answer = await sami.press(*take)

    assert stage.library.keys_of(answer) == ["toast-exercise-over"]
    assert await rows_of(stage, "assignment") == before


@ON_SQLITE
async def test_what_is_shown_as_done_meanwhile_gets_no_proposal(cast: Cast) -> None:
    lina = cast["lina"]
    await open_exercise(lina, "Sami")
    day = lina.find("button-other-day")
    await finish(cast["sami"], "button-chosen")

    await lina.press(*day)
    assert lina.shown == "board-done"
    await open_exercise(lina, "Sami")

    assert {"button-other-day", "button-easier"} & {*lina.offers} == set()


@ON_SQLITE
async def test_a_day_gone_by_is_said_to_be(stage: Stage, cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await propose_day(lina)
    await open_exercise(lina, "Noa")
    await lina.choose("button-other-day")
    old = lina.token(WEDNESDAY)
    await stage.pass_time(days=3)

    await sami.choose("button-agree")
    said = await lina.press(*old)

    assert sami.shown == "homework-day-over"
    assert "button-choose-moment" in sami.offers
    assert stage.library.keys_of(said) == ["toast-over"]
    assert lina.shown == "board-day"


@ON_SQLITE
async def test_who_left_or_whose_facilitator_left_can_still_take_it(cast: Cast) -> None:
    lina, sami, noa = cast["lina"], cast["sami"], cast["noa"]
    marc = await group_plays.second_lead(lina)
    await propose_easier(marc)
    await propose_day(marc, "Noa")
    await stop_leading(lina, "Marc")
    await part_from_group(lina, "Sami")

    await noa.choose("button-agree")
    await sami.choose("button-easier")

    assert noa.shown == "homework-planned"
    assert sami.shown == "homework-card-easier"


@ON_SQLITE
async def test_who_left_or_was_removed_meanwhile_gets_and_proposes_nothing(cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    marc = await group_plays.second_lead(lina)
    for phone in (lina, marc):
        await open_exercise(phone, "Sami")
        await phone.choose("button-other-day")
    mine, his = lina.token(WEDNESDAY), marc.token(WEDNESDAY)
    await stop_leading(lina, "Marc")
    await part_from_group(lina, "Sami")

    await lina.press(*mine)
    await marc.press(*his)

    assert lina.shown == "board-not-member"
    assert marc.shown == "board-not-leading"
    assert "homework-day-proposal" not in sami.keys


@ON_SQLITE
async def test_what_was_withdrawn_cannot_be_taken(stage: Stage, cast: Cast) -> None:
    await propose_day(cast["lina"])
    withdraw(stage, SMALL)

    await cast["sami"].choose("button-agree")

    assert cast["sami"].shown == "homework-gone"


@ON_SQLITE
async def test_what_was_proposed_to_another_is_not_theirs_to_take(stage: Stage, cast: Cast) -> None:
    before = await rows_of(stage, "assignment")
    await propose_easier(cast["lina"])

    await cast["noa"].press(*cast["sami"].find("button-easier"))

    assert cast["noa"].shown == "out-of-date"
    assert await rows_of(stage, "assignment") == before
