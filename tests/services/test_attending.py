"""Who comes, and who was there: three taps after a workshop."""

import pytest

from tests.services import group_plays as plays
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import MONDAY, Stage

OVER = MONDAY.replace(month=12, day=1, hour=16)


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    """Lina's group meets on eight Tuesdays at two; Sami and Noa are in it."""
    return await memories.recall(stage, two_are_in)


async def two_are_in(stage: Stage) -> Cast:
    cast = dict(await plays.group_meets(stage))
    return {**cast, "noa": await plays.member_joins(cast["lina"], "Noa")}


async def came(stage: Stage) -> list[bool]:
    known = [row["came"] for row in await rows_of(stage, "attendance")]
    return sorted(one for one in known if one is not None)


async def test_attendance_takes_three_taps(stage: Stage, cast: Cast) -> None:
    lina = cast["lina"]
    await stage.go_to(OVER)
    await plays.open_group(lina)
    await lina.choose("button-attendance")
    await lina.tap("Noa")
    assert "– Noa" in lina.labels
    assert "✓ Sami" in lina.labels
    await lina.choose("button-done")

    assert lina.screen == "C’est noté pour l’atelier 1\u00a0: 1 sur 2."
    assert await came(stage) == [False, True]


@ON_SQLITE
async def test_nothing_is_kept_before_the_last_tap(stage: Stage, cast: Cast) -> None:
    await stage.go_to(OVER)
    await plays.open_group(cast["lina"])
    await cast["lina"].choose("button-attendance")
    await cast["lina"].tap("Noa")
    await cast["lina"].tap("Noa")

    assert "✓ Noa" in cast["lina"].labels
    assert await came(stage) == []


@ON_SQLITE
async def test_who_said_they_cannot_come_is_taken_to_be_away(stage: Stage, cast: Cast) -> None:
    await cast["noa"].write("/ateliers")
    await cast["noa"].choose("button-cannot-come")
    await stage.go_to(OVER)
    await plays.open_group(cast["lina"])
    await cast["lina"].choose("button-attendance")

    assert "– Noa" in cast["lina"].labels
    await cast["lina"].tap("Noa")
    await cast["lina"].choose("button-done", "button-back", "button-attendance")
    assert "✓ Noa" in cast["lina"].labels


@ON_SQLITE
async def test_attendance_is_asked_once_a_workshop_has_begun(cast: Cast) -> None:
    await plays.open_group(cast["lina"])

    assert "button-attendance" not in cast["lina"].offers


@ON_SQLITE
async def test_an_answer_after_the_workshop_comes_too_late(stage: Stage, cast: Cast) -> None:
    await cast["sami"].write("/ateliers")
    yes = cast["sami"].find("button-coming")
    await stage.go_to(OVER)

    assert await cast["sami"].press(*yes) == "C’est passé pour ce jour-là."


@ON_SQLITE
async def test_whoever_left_the_group_answers_for_it_no_more(cast: Cast) -> None:
    sami = cast["sami"]
    await sami.write("/ateliers")
    yes = sami.find("button-coming")
    await sami.choose("button-leave-group", "button-leave-it")
    await sami.press(*yes)

    assert sami.shown == "out-of-date"


@ON_SQLITE
async def test_a_group_whose_members_left_has_nobody_to_note(stage: Stage, cast: Cast) -> None:
    for name in ("sami", "noa"):
        await cast[name].write("/ateliers")
        await cast[name].choose("button-leave-group", "button-leave-it")
    await stage.go_to(OVER)
    await plays.open_group(cast["lina"])
    await cast["lina"].choose("button-attendance")

    assert cast["lina"].shown == "attendance-nobody"


@ON_SQLITE
async def test_a_member_who_cannot_be_reached_is_not_taken_to_be_silent(cast: Cast) -> None:
    await cast["noa"].change_membership("kicked")
    await plays.open_group(cast["lina"])
    assert "Noa\u00a0: mes messages n’arrivent pas" in cast["lina"].screen
    await cast["lina"].choose("button-members")

    assert "Noa\u00a0: mes messages n’arrivent pas" in cast["lina"].screen


@ON_SQLITE
async def test_after_the_last_workshop_there_is_nothing_to_come(stage: Stage, cast: Cast) -> None:
    await stage.go_to(MONDAY.replace(year=2027, month=1, day=20))
    await plays.open_group(cast["lina"])
    assert "Tous les ateliers ont eu lieu." in cast["lina"].screen
    await cast["lina"].choose("button-dates")

    assert cast["lina"].shown == "group-dates-over"
