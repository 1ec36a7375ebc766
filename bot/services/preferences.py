"""What somebody sets about the bot itself: how it speaks, what a locked phone shows, their data."""

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person, Role
from bot.services import helping, menus
from bot.services.saying import show
from bot.services.scene import Scene

ROWS = (
    (Button(Phrase("button-language"), "language"),),
    (Button(Phrase("button-discreet"), "discreet"),),
    (Button(Phrase("button-privacy"), "privacy"),),
)
TO_HOURS = (Button(Phrase("button-my-hours"), "hours"),)


async def ask(scene: Scene, args: Plain) -> None:
    """Show what can be set; whoever is no part of this is told what it is."""
    del args
    if scene.person is None:
        await helping.stranger(scene)
        return
    await show(scene, Message(says=Phrase("settings-question"), rows=_rows(scene.person)))


def _rows(person: Person) -> tuple[tuple[Button, ...], ...]:
    hours = (TO_HOURS,) if person.roles & {Role.COACH, Role.FACILITATOR} else ()
    return (*ROWS, *hours, menus.TO_MENU)
