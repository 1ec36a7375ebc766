"""A group with an exercise for tests, and how a facilitator gives it."""

from tests.services import group_plays
from tests.services.homework_plays import EVERY, SMALL, add_exercises, suggest, title
from tests.services.memories import Cast
from tests.services.stage import Phone, Stage


async def group_has_homework(stage: Stage) -> Cast:
    """Lina leads Sami and Noa, who were given the small exercise."""
    add_exercises(stage, *EVERY)
    cast = dict(await group_plays.group_meets(stage))
    noa = await group_plays.member_joins(cast["lina"], "Noa")
    await give_small(cast["lina"])
    return {**cast, "noa": noa}


async def give_small(lina: Phone) -> None:
    """Give the group what its programme suggests: here the small exercise alone."""
    suggest(lina.stage, SMALL)
    await group_plays.open_group(lina)
    await lina.choose("button-group-exercises", "button-assign-group")


async def open_small(phone: Phone) -> None:
    """Open the card of the small exercise from the list of one's own."""
    await phone.choose("button-my-exercises")
    await phone.tap(title(SMALL))


async def open_board(lina: Phone) -> None:
    await group_plays.open_group(lina)
    await lina.choose("button-board")


async def open_person(lina: Phone, name: str) -> None:
    await open_board(lina)
    await lina.choose("button-one-by-one")
    await lina.tap(name)
