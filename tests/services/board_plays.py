"""A group with an exercise for tests, and how a facilitator gives it."""

from tests.services import group_plays
from tests.services.homework_plays import EVERY, SMALL, add_exercises, title
from tests.services.memories import Cast
from tests.services.stage import Phone, Stage

SUGGESTED = ("Attraper une pensée", "Fait ou pensée")


async def group_has_homework(stage: Stage) -> Cast:
    """Lina leads Sami and Noa, who were given the small exercise."""
    add_exercises(stage, *EVERY)
    cast = dict(await group_plays.group_meets(stage))
    noa = await group_plays.member_joins(cast["lina"], "Noa")
    await give_small(cast["lina"])
    return {**cast, "noa": noa}


async def give_small(lina: Phone) -> None:
    """Give the small exercise to the group, in the place of what is suggested."""
    await group_plays.open_group(lina)
    await lina.choose("button-give-exercises", "button-other-workshop")
    await lina.tap("Atelier 2")
    for label in chosen(lina):
        await lina.tap(label)
    await lina.tap(title(SMALL))
    await lina.choose("button-give")


async def open_board(lina: Phone) -> None:
    await group_plays.open_group(lina)
    await lina.choose("button-board")


async def open_person(lina: Phone, name: str) -> None:
    await open_board(lina)
    await lina.choose("button-one-by-one")
    await lina.tap(name)


def chosen(lina: Phone) -> list[str]:
    """Return the labels of what is in the set."""
    keys = lina.stage.library.keys_of
    return [label for label in lina.labels if keys(label)[-1] == "button-chosen"]
