"""A group with an exercise for tests, and how a facilitator gives it."""

from bot.domain.exercise import Exercise
from tests.services import group_plays
from tests.services.homework_plays import (
    EVERY,
    SMALL,
    add_exercises,
    go_through,
    suggest,
    title,
)
from tests.services.memories import Cast
from tests.services.plays import ENROLLED
from tests.services.stage import Phone, Stage

WEDNESDAY = "mercredi 25 novembre"
"""A day that can be proposed while it is the Monday before."""


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


async def open_exercise(lina: Phone, name: str, exercise: Exercise = SMALL) -> None:
    """Open one exercise of somebody from the board."""
    await open_person(lina, name)
    await lina.tap(title(exercise))


async def newcomer(lina: Phone, name: str, language: str, *address: str) -> Phone:
    """Let somebody into the group who is spoken to in another way, and has the small exercise."""
    phone = lina.stage.phone(name, language)
    await phone.open(await group_plays.invite_member(lina, name))
    await phone.choose(*ENROLLED[:4], *address, "button-zone-usual", "button-join")
    await give_small(lina)
    return phone


async def part_from_group(lina: Phone, name: str) -> None:
    """Take somebody out of the group."""
    await group_plays.open_group(lina)
    await lina.choose("button-members")
    await lina.tap(name)
    await lina.choose("button-take-out-of-group")


async def stop_leading(lina: Phone, name: str) -> None:
    """Let somebody lead the group no more."""
    await group_plays.open_group(lina)
    await lina.choose("button-facilitators")
    await lina.tap(name)
    await lina.choose("button-take-out-of-group")


async def propose_easier(lina: Phone, name: str = "Sami") -> None:
    await open_exercise(lina, name)
    await lina.choose("button-easier", "button-propose")


async def propose_day(lina: Phone, name: str = "Sami", day: str = WEDNESDAY) -> None:
    await open_exercise(lina, name)
    await lina.choose("button-other-day")
    await lina.tap(day)


async def choose_moment(sami: Phone) -> None:
    """Let somebody plan it for tomorrow at nine, after coffee."""
    await open_small(sami)
    await sami.choose("button-later", "button-tomorrow")
    await sami.write("9h")
    await sami.choose("button-habit-coffee", "button-skip")


async def finish(sami: Phone, share: str = "button-share-nothing") -> None:
    await open_small(sami)
    await go_through(sami)
    await sami.choose("button-yes", share)
