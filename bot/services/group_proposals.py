"""A facilitator proposes another way to do an exercise: its easier version, or another day.

The person takes it with a tap or leaves it, and nobody is told. A proposal that would be of no use,
as what is kept says, does not go out; whoever proposes reads the same.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.schedule import local, zone
from bot.services import group_person, homework_given, homework_not_now, homework_proposed
from bot.services.group_person import Found
from bot.services.homework_given import Given
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import assignments, deliveries

DAYS = range(1, 7)
"""How many days ahead of today those are that can be proposed."""

ACROSS = 2


async def ask_easier(scene: Scene, args: Plain) -> Phrase | None:
    """Say what the easier version is, before it is proposed."""
    found = await _open(scene, args)
    if found is None:
        return None
    if found.place.exercise.easier() is None:
        return Phrase("toast-gone")
    rows = ((Button(Phrase("button-propose"), "group.easier-send", found.about),), found.back)
    await show(scene, Message(says=Phrase("board-easier", found.values), rows=rows))
    return None


async def easier(scene: Scene, args: Plain) -> Phrase | None:
    """Propose the easier version, once."""
    found = await _open(scene, args)
    if found is None:
        return None
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    given = await homework_given.opened(scene, found.given)
    if await _is_of_use(scene, given) and homework_not_now.has_easier(given):
        await tell(scene, found.person.id, homework_proposed.easier(given, **_from(scene, found)))
    await _proposed(scene, found)
    return None


async def ask_day(scene: Scene, args: Plain) -> None:
    """Ask for one of the next days, where the person lives."""
    found = await _open(scene, args)
    if found is None:
        return
    today = local(scene.now, zone(found.person.zone)).date()
    buttons = [
        Button(
            Phrase("button-date", {"day": day}),
            "group.day-send",
            {**found.about, "day": day.isoformat()},
        )
        for day in (today + timedelta(days=ahead) for ahead in DAYS)
    ]
    rows = (tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS))
    says = Phrase("board-day", found.values)
    await show(scene, Message(says=says, rows=(*rows, found.back)))


async def another_day(scene: Scene, args: Plain) -> Phrase | None:
    """Propose a day, once, as long as it is to come."""
    found = await _open(scene, args)
    if found is None:
        return None
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    day = date.fromisoformat(args["day"])
    if day <= local(scene.now, zone(found.person.zone)).date():
        await ask_day(scene, args)
        return Phrase("toast-over")
    given = await homework_given.opened(scene, found.given)
    if await _is_of_use(scene, given):
        message = homework_proposed.another_day(given, day, **_from(scene, found))
        await tell(scene, found.person.id, message)
    await _proposed(scene, found)
    return None


async def _open(scene: Scene, args: Plain) -> Found | None:
    """Return an exercise to which another way can be proposed; else say why not."""
    found = await group_person.to_be_told(scene, args)
    if isinstance(found, Phrase):
        await group_person.show_why(scene, found)
        return None
    if not found.may_be_offered:
        await show(scene, Message(says=Phrase("board-done", found.values), rows=(found.back,)))
        return None
    return found


async def _is_of_use(scene: Scene, given: Given) -> bool:
    """Whether it can still be done, and made nothing worse."""
    one = given.assignment
    if not one.may_begin or given.exercise is None:
        return False
    return not await assignments.made_worse(scene.session, one.person_id, one.exercise)


def _from(scene: Scene, found: Found) -> Mapping[str, str]:
    return {"staff": scene.member.name, "group_id": found.group.id}


async def _proposed(scene: Scene, found: Found) -> None:
    values: Values = found.values
    await show(scene, Message(says=Phrase("board-proposed", values), rows=(found.back,)))
