"""Discreet mode: what comes unasked is one neutral line, until somebody wants to see the rest."""

from bot.domain.delivery import Class
from bot.domain.message import Button, Message, Phrase, Plain
from bot.services import helping, menus, preparing_made
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import write
from bot.services.viewing import OnTheWay
from bot.store import chats


async def ask(scene: Scene, args: Plain) -> None:
    """Say what it is, and whether it is on; anybody who is in can turn it over."""
    del args
    if scene.person is None:
        await helping.stranger(scene)
        return
    is_on = scene.chat.is_discreet
    key = "discreet-on" if is_on else "discreet-off"
    label = Phrase("button-discreet-end") if is_on else Phrase("button-discreet-begin")
    turn = (Button(label, "discreet.turn", {"discreet": not is_on}),)
    await show(scene, Message(says=Phrase(key), rows=(turn, menus.ANYWHERE[0])))


async def turn(scene: Scene, args: Plain) -> None:
    """Keep what was chosen, and show it."""
    is_on = bool(args["discreet"])
    await chats.set_discreet(scene.session, scene.member.id, discreet=is_on)
    key = "discreet-begun" if is_on else "discreet-ended"
    await show(scene, Message(says=Phrase(key), rows=menus.ANYWHERE))


async def reveal(scene: Scene) -> Phrase | None:
    """Show what a neutral line stands for, in its place; what is not kept any more says so.

    So does what would be made now, and is nothing for whoever reads it any more.
    """
    hidden = scene.tapped
    if hidden is None or not hidden.message.says.key:
        await helping.out_of_date(scene)
        return None
    prepares = hidden.message.prepares
    if prepares and not await preparing_made.is_due(_way(scene), prepares):
        return Phrase("toast-gone")
    await write(
        scene,
        scene.chat,
        hidden.message,
        due=scene.now,
        kind=Class.REPLY,
        replaces=hidden.id,
    )
    return None


def _way(scene: Scene) -> OnTheWay:
    return OnTheWay(
        session=scene.session, now=scene.now, deployment=scene.deployment, chat=scene.chat
    )
