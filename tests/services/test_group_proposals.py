"""The easier version or another day is proposed: the person takes it with a tap, or leaves it."""

from typing import Any

import pytest

from bot.domain.assignment import AssignmentState
from bot.domain.plan import PlanState
from tests.canaries import CANARY_ANSWER
from tests.services import group_plays
from tests.services.board_plays import (
    WEDNESDAY,
    choose_moment,
    finish,
    group_has_homework,
    newcomer,
    open_exercise,
    open_small,
    propose_day,
    propose_easier,
)
from tests.services.homework_plays import (
    EVERY,
    SECRET,
    add_exercises,
    go_through,
    suggest,
)
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Stage


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, group_has_homework)


async def changed(stage: Stage) -> dict[str, Any]:
    """Return the one assignment that is not any more as it was given."""
    rows = await rows_of(stage, "assignment")
    return next(row for row in rows if row["easier"] or row["plan_id"] or row["outcome"])


VOICES = [
    pytest.param("fr", ("button-vous",), "vous propose", "Vous pouvez", id="vous"),
    pytest.param("fr", ("button-tu",), "te propose", "Tu peux", id="tu"),
    pytest.param("en", (), "suggests", "You can", id="english"),
]


@pytest.mark.parametrize(("language", "address", "first", "may"), VOICES)
async def test_the_easier_version_is_taken_with_a_tap(
    stage: Stage, cast: Cast, language: str, address: tuple[str, ...], first: str, may: str
) -> None:
    lina = cast["lina"]
    alex = await newcomer(lina, "Alex", language, *address)

    await propose_easier(lina, "Alex")
    assert first in alex.screen.split("\n")[0]
    assert may in alex.screen
    before = len(lina.bubbles)
    await alex.choose("button-easier")

    assert alex.shown == "homework-card-easier"
    [row] = [row for row in await rows_of(stage, "assignment") if row["easier"]]
    assert row["state"] is AssignmentState.OPEN
    assert len(lina.bubbles) == before


@pytest.mark.parametrize(("language", "address", "first", "may"), VOICES)
async def test_another_day_is_taken_with_a_tap(
    stage: Stage, cast: Cast, language: str, address: tuple[str, ...], first: str, may: str
) -> None:
    lina = cast["lina"]
    alex = await newcomer(lina, "Alex", language, *address)

    await propose_day(lina, "Alex")
    assert first in alex.screen.split("\n")[0]
    assert may in alex.screen
    await alex.choose("button-agree")

    assert alex.shown == "homework-planned"
    assert "18:00" in alex.screen
    await stage.pass_time(days=2, hours=9)
    assert "homework-moment" in alex.keys


async def test_another_day_moves_the_plan_and_keeps_its_time_and_habit(
    stage: Stage, cast: Cast
) -> None:
    sami = cast["sami"]
    await choose_moment(sami)

    await propose_day(cast["lina"])
    await sami.choose("button-agree")

    assert f"{WEDNESDAY} à 09:00" in sami.screen
    assert "Après le café" in sami.screen
    plans = [row for row in await rows_of(stage, "plan") if row["kind"] == "exercise"]
    assert sorted(row["state"] for row in plans) == [PlanState.ACTIVE, PlanState.ENDED]
    await stage.pass_time(hours=25)
    assert "homework-moment" not in sami.keys


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "easier", "day", "noted"),
    [
        ("button-french-vous", "Proposer à Sami", "Quel jour proposer", "C’est noté pour Sami"),
        ("button-french-tu", "Proposer à Sami", "Quel jour proposer", "C’est noté pour Sami"),
        ("button-english", "Suggest the simple version", "Which day would", "It is noted for Sami"),
    ],
)
async def test_a_facilitator_reads_what_is_proposed_in_their_own_voice(
    cast: Cast, voice: str, easier: str, day: str, noted: str
) -> None:
    lina = cast["lina"]
    await lina.write("/language")
    await lina.choose(voice)

    await open_exercise(lina, "Sami")
    await lina.choose("button-easier")
    assert easier in lina.screen
    await lina.choose("button-propose")
    assert noted in lina.screen
    await open_exercise(lina, "Sami")
    await lina.choose("button-other-day")

    assert day in lina.screen
    await lina.choose("button-date")
    assert noted in lina.screen


@ON_SQLITE
async def test_it_can_be_left_as_it_is(stage: Stage, cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    before = await rows_of(stage, "assignment")
    await propose_easier(lina)
    await sami.choose("button-no-thanks")
    await propose_day(lina)
    await sami.choose("button-no-thanks")

    assert sami.shown == "homework-as-it-is"
    assert await rows_of(stage, "assignment") == before
    assert lina.shown == "board-proposed"


@ON_SQLITE
@pytest.mark.parametrize("last", ["button-propose", WEDNESDAY])
async def test_it_is_proposed_once(stage: Stage, cast: Cast, last: str) -> None:
    lina = cast["lina"]
    await open_exercise(lina, "Sami")
    if last == WEDNESDAY:
        await lina.choose("button-other-day")
        send = lina.token(last)
    else:
        await lina.choose("button-easier")
        send = lina.find(last)
    await lina.press(*send)
    before = len(cast["sami"].bubbles)

    assert stage.library.keys_of(await lina.press(*send)) == ["toast-already"]
    assert len(cast["sami"].bubbles) == before


async def test_what_was_begun_goes_on_in_the_easier_version(cast: Cast) -> None:
    sami = cast["sami"]
    await open_small(sami)
    await sami.choose("button-start-now", "small/steps/now/options/calm")
    assert "words ?" in sami.screen

    await propose_easier(cast["lina"])
    await sami.choose("button-easier", "button-continue")

    assert "now ?" in sami.screen
    await sami.choose("small/steps/now/options/tense")
    assert "Était-ce utile" in sami.screen


async def test_after_not_this_week_the_easier_version_is_open_again(
    stage: Stage, cast: Cast
) -> None:
    sami = cast["sami"]
    await open_small(sami)
    await sami.choose("button-not-this-week", "button-reason-hard", "button-let-go")
    await stage.pass_time(hours=2)

    await propose_easier(cast["lina"])
    await sami.choose("button-easier")

    row = await changed(stage)
    assert (row["state"], row["outcome"]) == (AssignmentState.OPEN, None)


@ON_SQLITE
@pytest.mark.parametrize("propose", [propose_easier, propose_day])
async def test_of_what_is_kept_a_facilitator_learns_nothing_by_proposing(
    cast: Cast, propose: Any
) -> None:
    lina, sami, noa = cast["lina"], cast["sami"], cast["noa"]
    await finish(sami)
    await open_small(noa)
    await noa.choose("button-start-now")
    heard = len(sami.bubbles)

    screens = []
    for name in ("Sami", "Noa"):
        await open_exercise(lina, name)
        seen = (lina.screen, lina.labels)
        await propose(lina, name)
        screens.append((*seen, lina.screen, lina.labels))

    first, second = (
        str(one).replace(name, "…") for one, name in zip(screens, ("Sami", "Noa"), strict=True)
    )
    assert first == second
    assert len(sami.bubbles) == heard
    assert CANARY_ANSWER not in lina.everything


@ON_SQLITE
async def test_who_has_the_easier_version_is_not_offered_it_again(cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await propose_easier(lina)
    await sami.choose("button-easier")
    heard = len(sami.bubbles)

    await propose_easier(lina)

    assert lina.shown == "board-proposed"
    assert len(sami.bubbles) == heard


@ON_SQLITE
async def test_what_made_things_worse_is_not_proposed_again(cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await open_small(sami)
    await go_through(sami)
    await sami.choose("button-useful-worse", "button-who-sees-it", "button-share-nothing")
    heard = len(sami.bubbles)

    await propose_day(lina)

    assert lina.shown == "board-proposed"
    assert len(sami.bubbles) == heard


@ON_SQLITE
async def test_an_exercise_without_easier_version_offers_none(cast: Cast) -> None:
    lina = cast["lina"]
    suggest(lina.stage, SECRET)
    await group_plays.open_group(lina)
    await lina.choose("button-group-exercises", "button-assign-group")

    await open_exercise(lina, "Sami", SECRET)

    assert "button-easier" not in lina.offers
    assert "button-other-day" in lina.offers


@ON_SQLITE
async def test_the_usual_time_gives_way_to_quiet_hours(stage: Stage, cast: Cast) -> None:
    sami = cast["sami"]
    await sami.choose("button-menu", "button-messages", "button-quiet")
    await sami.write("17h")
    await sami.write("9h30")
    await propose_day(cast["lina"])
    await sami.choose("button-agree")

    assert f"{WEDNESDAY} à 09:30" in sami.screen
    [plan] = [row for row in await rows_of(stage, "plan") if row["kind"] == "exercise"]
    assert plan["state"] is PlanState.ACTIVE


@ON_SQLITE
@pytest.mark.parametrize("propose", [propose_easier, propose_day])
async def test_what_was_taken_is_taken_once(stage: Stage, cast: Cast, propose: Any) -> None:
    sami = cast["sami"]
    await propose(cast["lina"])
    take = sami.find("button-easier" if propose is propose_easier else "button-agree")
    leave = sami.find("button-no-thanks")

    await sami.press(*take)
    again = await sami.press(*take)
    await sami.press(*leave)

    assert stage.library.keys_of(again) == ["toast-already"]
    assert (await changed(stage))["state"] in {AssignmentState.OPEN, AssignmentState.PLANNED}
