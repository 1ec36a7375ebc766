"""Before a workshop: what a facilitator reads, the picture to show the group, the page to print.

All of it is made as it goes out, from what is kept then: see `preparing_made`.
"""

from bot.domain.group import Group
from bot.domain.message import Button, Form, Message, Phrase, Plain, Prepares
from bot.services import groups, menus
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import groups as groups_kept


async def prepare(scene: Scene, args: Plain) -> None:
    """Show what there is to know before the next workshop; each look is noted."""
    group = await groups.led(scene, args)
    for person in await groups_kept.members(scene.session, group.id):
        await groups.note_look(scene, person)
    await show(scene, message(group, Prepares(group=group.id)))


async def picture(scene: Scene, args: Plain) -> None:
    """Send the picture that can be shown to everybody: there is no name in it."""
    await _send(scene, args, Form.PICTURE, says=Phrase("prepare-picture"))


async def page(scene: Scene, args: Plain) -> None:
    """Send the page to print: there is no name on it."""
    await _send(scene, args, Form.PAGE, says=Phrase("prepare-page"))


def message(group: Group, prepares: Prepares, *, stays: bool = False) -> Message:
    """Return the message whose words are made on the way."""
    about = {"group": group.id}
    rows: Rows = (
        (
            Button(Phrase("button-prepare-picture"), "group.prepare-picture", about),
            Button(Phrase("button-prepare-page"), "group.prepare-page", about),
        ),
        (Button(Phrase("button-board"), "group.board", about), *menus.TO_MENU),
    )
    says = Phrase("prepare", {"group": group.name, "lines": (), "names": ()})
    return Message(says=says, rows=rows, prepares=prepares, stays=stays)


async def _send(scene: Scene, args: Plain, form: Form, *, says: Phrase) -> None:
    group = await groups.led(scene, args)
    prepares = Prepares(group=group.id, form=form)
    await say(scene, Message(says=says, rows=(menus.TO_MENU,), prepares=prepares))
