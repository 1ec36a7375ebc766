"""A programme is content: whatever the number of its workshops, a group goes through it."""

import pytest

from tests.services import group_plays as plays
from tests.services.homework_plays import SMALL, add_exercises, title
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.programme_plays import use_programme
from tests.services.stage import Phone, Stage


async def begins(stage: Stage) -> Phone:
    """Let Lina make a group; one programme alone is not asked about."""
    lina = await plays.facilitator_comes_in(stage)
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write(plays.GROUP)
    await lina.write(plays.PLACE)
    return lina


@ON_SQLITE
@pytest.mark.parametrize(("count", "boosters"), [(1, 0), (3, 1), (12, 2), (20, 0)])
async def test_a_programme_of_any_number_of_workshops_plays(
    stage: Stage, count: int, boosters: int
) -> None:
    add_exercises(stage, SMALL)
    use_programme(stage, count, boosters=boosters)
    lina = await begins(stage)
    await lina.choose("button-set-dates")
    await lina.write(plays.FIRST)
    await lina.write("14h")
    await lina.choose("button-twice-a-week", "button-that-is-it")
    sami = await plays.member_joins(lina, "Sami")
    await plays.open_group(lina)
    await lina.choose("button-group-exercises", "button-assign-group")
    last = max(row["day"] for row in await rows_of(stage, "group_session"))
    over = stage.clock.moment.replace(year=last.year, month=last.month, day=last.day, hour=15)
    await stage.go_to(over)

    assert sami.keys.count("workshop-tomorrow") == count
    assert lina.keys.count("prepare") == count
    assert any(title(SMALL) in text for text in lina.texts)
    assert lina.keys.count("boosters-proposed") == (1 if boosters else 0)
    if boosters:
        await lina.choose("button-that-is-it")
    assert len(await rows_of(stage, "group_session")) == count + boosters
    await plays.open_group(lina)
    assert ("Tous les ateliers ont eu lieu." in lina.screen) is not boosters
