"""A group’s own Telegram chat: connected by who leads the group; what is answered in it."""

from datetime import timedelta

from bot.domain.delivery import Class, Reason
from bot.domain.group import Group
from bot.domain.group_chat import Refusal, why_not_connect
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.names import read_line
from bot.domain.people import Address, Person, Role, Standing, Voice
from bot.services import outings
from bot.services.groups import back, led
from bot.services.links import group_link, private_link
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell, write
from bot.store import chats, deliveries, group_chats, groups

SAID_AGAIN = timedelta(minutes=10)
"""After how long a command is answered again in a chat: otherwise anybody could fill it."""

HELLO_AFTER = timedelta(seconds=5)
"""Whoever opens the link connects the chat at once: then this need not be said any more."""

LONGEST_TITLE = 60


async def screen(scene: Scene, args: Plain) -> None:
    """Show whether a group has a chat; if not, the link that connects one."""
    group = await led(scene, args)
    chat = await group_chats.chat_of(scene.session, group.id)
    token = await group_chats.open_link(
        scene.session, group.id, by=scene.facilitator.id, now=scene.now
    )
    if chat is not None or token is None:
        key = "group-chat-on" if chat is None or chat.reachable else "group-chat-unreachable"
        about = {"group": group.id}
        detach = (Button(Phrase("button-disconnect"), "group.chat-end", about),)
        says = Phrase(key, {"group": group.name})
        await show(scene, Message(says=says, rows=(detach, back(group))))
        return
    username = scene.deployment.bot_username
    code = Phrase("group-chat-code", {"bot": username, "code": token})
    rows = (
        (Button(Phrase("button-choose-chat"), opens=group_link(username, token)),),
        (Button(Phrase("button-copy-code"), copies=code),),
        back(group),
    )
    await show(scene, Message(says=Phrase("group-chat-off", {"group": group.name}), rows=rows))


async def end(scene: Scene, args: Plain) -> Phrase | None:
    """Disconnect the chat of a group: nothing is said there any more."""
    group = await led(scene, args)
    chat = await group_chats.chat_of(scene.session, group.id)
    if chat is None:
        return Phrase("toast-already")
    await _disconnect(scene, group)
    if chat.reachable:
        bye = Message(says=Phrase("group-chat-bye"))
        await write(scene, chat, bye, due=scene.now, kind=Class.REPLY)
    says = Phrase("group-chat-ended", {"group": group.name})
    await show(scene, Message(says=says, rows=(back(group),)))
    return None


async def connect(scene: Scene, payload: str, title: str) -> bool:
    """Connect the chat with the group of a link; False where that is nobody’s, or not theirs.

    Who may not hears nothing of it, and whoever reads along neither.
    """
    link = await group_chats.find_link(scene.session, payload)
    group = await groups.get(scene.session, link.group_id) if link else None
    if link is None or group is None:
        return False
    who, there = scene.person, await group_chats.group_in(scene.session, scene.chat.id)
    why = why_not_connect(
        link,
        who.id if who else None,
        leads=who is not None and await _leads(scene, who, group),
        chat_has=there.id if there else None,
        now=scene.now,
    )
    if why is Refusal.CHAT_TAKEN:
        says = Phrase("group-chat-taken", {"group": group.name})
        await tell(scene, scene.me.id, Message(says=says, rows=(back(group),)))
    elif why is None and await group_chats.connect(scene.session, group.id, scene.chat.id):
        await _begin(scene, group, title)
    return why in {None, Refusal.CHAT_TAKEN}


async def arrived(scene: Scene) -> None:
    """Say in a chat to which the bot was added that it is here, and what it never does."""
    if await group_chats.group_in(scene.session, scene.chat.id) is None:
        due = scene.now + HELLO_AFTER
        hello = Message(says=Phrase("group-chat-hello"), rows=(_to_private(scene),))
        await write(scene, scene.chat, hello, due=due, kind=Class.REPLY)


async def taken_out(scene: Scene) -> None:
    """The bot was taken out of a chat: it is no group’s any more, and who leads that is told."""
    await chats.set_reachable(scene.session, scene.chat.id, reachable=False)
    await deliveries.withdraw_from(
        scene.session, scene.chat.id, reason=Reason.UNREACHABLE, now=scene.now
    )
    group = await group_chats.group_in(scene.session, scene.chat.id)
    if group is None:
        return
    await _disconnect(scene, group)
    says = Phrase("group-chat-gone", {"group": group.name})
    for lead in await groups.leads(scene.session, group.id):
        await tell(scene, lead.id, Message(says=says, rows=(back(group),)))


async def moved(scene: Scene) -> None:
    """The chat goes on under another id, where nothing can be changed: say anew what is open."""
    group = await group_chats.group_in(scene.session, scene.chat.id)
    if group is not None:
        await outings.post_anew(scene, group)


async def in_private(scene: Scene) -> None:
    """Say, once in a while, that the bot answers in private, and not what it was asked."""
    await _answer(scene, Message(says=Phrase("in-a-group"), rows=(_to_private(scene),)))


async def propose(scene: Scene) -> None:
    """Say where an outing is proposed, in the chat of a group; elsewhere nothing of the kind."""
    if await group_chats.group_in(scene.session, scene.chat.id) is None:
        await in_private(scene)
        return
    link = private_link(scene.deployment.bot_username, outings.PAYLOAD)
    rows = ((Button(Phrase("button-propose-outing"), opens=link),),)
    await _answer(scene, Message(says=Phrase("outing-in-private"), rows=rows))


async def _answer(scene: Scene, message: Message) -> None:
    since = scene.now - SAID_AGAIN
    key = message.says.key
    if not await deliveries.was_answered(scene.session, scene.chat.id, key, since=since):
        await say(scene, message)


async def _begin(scene: Scene, group: Group, title: str) -> None:
    """Say in the chat what comes here from now on, and in private which chat that is."""
    facilitator = await chats.of_person(scene.session, scene.member.id)
    language = (facilitator or scene.chat).voice.language
    voice = Voice(language=language, address=Address.VOUS)
    await chats.speak(scene.session, scene.chat.id, voice)
    await deliveries.withdraw_from(
        scene.session, scene.chat.id, reason=Reason.ANSWERED, now=scene.now
    )
    await say(scene, Message(says=Phrase("group-chat-begins"), rows=(_to_private(scene),)))
    values = {"group": group.name, "chat": read_line(title)[:LONGEST_TITLE]}
    message = Message(says=Phrase("group-chat-connected", values), rows=(back(group),))
    for lead in await groups.leads(scene.session, group.id):
        await tell(scene, lead.id, message)


async def _leads(scene: Scene, who: Person, group: Group) -> bool:
    """Whether somebody who acts in a chat leads a group: an active facilitator of it."""
    is_facilitator = who.standing is Standing.ACTIVE and Role.FACILITATOR in who.roles
    return is_facilitator and await groups.is_led_by(scene.session, group.id, who.id)


async def _disconnect(scene: Scene, group: Group) -> None:
    """Take back what was to be said in the chat of a group, and end what is proposed there."""
    chat = await group_chats.chat_of(scene.session, group.id)
    if chat is not None:
        await deliveries.withdraw_from(
            scene.session, chat.id, reason=Reason.WITHDRAWN, now=scene.now
        )
    await outings.end_all(scene, group)
    await group_chats.disconnect(scene.session, group.id)


def _to_private(scene: Scene) -> tuple[Button, ...]:
    link = private_link(scene.deployment.bot_username)
    return (Button(Phrase("button-write-private"), opens=link),)
