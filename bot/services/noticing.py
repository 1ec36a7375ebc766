"""What becomes known about a chat: blocked, reachable again; and the coach's notes."""

from bot.domain.errors import NotAllowed
from bot.domain.message import Message, Phrase, Plain
from bot.services import deskwork, menus
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import chats, plans


async def blocked(scene: Scene) -> None:
    """The bot was blocked or the chat deleted: the coach reads it in the morning, and not why."""
    await chats.set_reachable(scene.session, scene.chat.id, reachable=False)


async def heard(scene: Scene) -> None:
    """Somebody wrote, tapped or unblocked the bot: what is agreed goes on."""
    if not scene.chat.reachable:
        await chats.set_reachable(scene.session, scene.chat.id, reachable=True)


async def call(scene: Scene, args: Plain) -> None:
    """The coach will call."""
    await show(scene, await _settled(scene, args, "note-will-call"))


async def noted(scene: Scene, args: Plain) -> None:
    """The coach has read the note."""
    await show(scene, await _settled(scene, args, "note-noted"))


async def _settled(scene: Scene, args: Plain, key: str) -> Message:
    plan = await plans.get(scene.session, str(args["plan"]))
    if plan is None:
        raise NotAllowed("no plan")
    person = await deskwork.supported(scene, plan.person_id)
    return Message(says=Phrase(key, {"name": person.name}), rows=(menus.TO_MENU,))
