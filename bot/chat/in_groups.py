"""What happens in the chat of a group: a command, a tap, the bot comes and goes; no more is heard.

Who acts is known there by their private chat. What they did is answered to them alone, or in words
that say nothing of anybody.
"""

from dataclasses import replace

from telegram import CallbackQuery, ChatMemberUpdated, Message, User

from bot.chat.tables import TAPS
from bot.chat.tables_of_groups import IN_GROUPS, PROPOSING
from bot.chat.tapping import tapped_in
from bot.domain import rights
from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Phrase
from bot.services import group_chat, noticing, outings
from bot.services.scene import Scene
from bot.store import chats, group_chats

OUT = frozenset({"kicked", "left"})
GONE = Phrase("toast-gone")
FOR_MEMBERS = Phrase("toast-members-only")


async def written(scene: Scene, message: Message) -> None:
    """Connect the chat, or answer a command in private; anything else is left alone."""
    if message.left_chat_member:
        await _left(scene, message.left_chat_member)
        return
    name, payload = _command(message.text or "", scene.deployment.bot_username)
    if name == "start" and payload:
        if not await group_chat.connect(scene, payload, message.chat.title or ""):
            await group_chat.in_private(scene)
    elif name in PROPOSING:
        await group_chat.propose(scene)
    elif name:
        await group_chat.in_private(scene)


async def tapped(scene: Scene, query: CallbackQuery) -> Phrase:
    """Do what a button does, if it may stand in a group; say to whoever tapped what came of it."""
    found = await tapped_in(scene, query)
    if found is None or found[1] >= len(found[0].message.buttons):
        return GONE
    delivery, number = found
    button = delivery.message.buttons[number]
    if button.action not in IN_GROUPS:
        return GONE
    try:
        return await _act(replace(scene, tapped=delivery), button) or GONE
    except NotAllowed:
        return FOR_MEMBERS


async def _act(scene: Scene, button: Button) -> Phrase | None:
    if not rights.may_tap(button.action, scene.person):
        raise NotAllowed("not a member")
    return await TAPS[button.action](scene, button.args)


async def membership(scene: Scene, changed: ChatMemberUpdated) -> None:
    """The bot was let into the chat, or taken out of it."""
    if changed.new_chat_member.status in OUT:
        await group_chat.taken_out(scene)
        return
    await noticing.heard(scene)
    if changed.old_chat_member.status in OUT:
        await group_chat.arrived(scene)


async def _left(scene: Scene, user: User) -> None:
    """Somebody left the chat: they are in no outing of the group any more."""
    group = await group_chats.group_in(scene.session, scene.chat.id)
    theirs = await chats.find(scene.session, user.id)
    if group is not None and theirs is not None and theirs.person_id:
        await outings.vanish(scene, theirs.person_id, group_id=group.id)


def _command(text: str, username: str) -> tuple[str, str]:
    """Return a command to this bot, without its sign, and what follows; empty for anything else."""
    if not text.startswith("/"):
        return "", ""
    word, _, payload = text[1:].partition(" ")
    name, _, bot = word.partition("@")
    is_ours = not bot or bot.casefold() == username.casefold()
    return (name.casefold(), payload.strip()) if is_ours else ("", "")
