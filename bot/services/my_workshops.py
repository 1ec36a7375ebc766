"""A member's own groups: the dates to come, whether they come next time, and leaving one."""

from datetime import date

from bot.domain.errors import NotAllowed
from bot.domain.group import Group, GroupSession, next_of
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person, Role
from bot.services import menus, outings, workshop_words, workshops
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import group_chats, groups

BACK = (Button(Phrase("button-back"), "workshops"),)


async def mine(scene: Scene, args: Plain) -> None:
    """Show the workshops to come of each group of whoever acts, a message for each group."""
    del args
    several = await _mine(scene)
    if not several:
        await show(scene, Message(says=Phrase("workshops-none"), rows=(menus.TO_MENU,)))
        return
    first, *others = [await _dates(scene, group) for group in several]
    await show(scene, first)
    for message in others:
        await say(scene, message)


async def ask_leave(scene: Scene, args: Plain) -> None:
    """Ask whether whoever acts wants to leave a group."""
    group = await _own(scene, args)
    leave = (Button(Phrase("button-leave-it"), "workshops.left", {"group": group.id}),)
    says = Phrase("workshops-leave", {"group": group.name})
    await show(scene, Message(says=says, rows=(leave, BACK)))


async def leave(scene: Scene, args: Plain) -> None:
    """Leave a group: nothing more of it comes, and who leads it is told."""
    group, me = await _own(scene, args), scene.member
    await workshops.end(scene, group.id, me.id)
    await groups.part(scene.session, group.id, me.id)
    await outings.vanish(scene, me.id, group_id=group.id)
    says = Phrase("group-member-left", {"name": me.name, "group": group.name})
    for lead in await groups.leads(scene.session, group.id):
        await tell(scene, lead.id, Message(says=says, rows=(menus.TO_MENU,)))
    says = Phrase("workshops-left", {"group": group.name})
    await show(scene, Message(says=says, rows=menus.ANYWHERE))


async def on_day(scene: Scene, person: Person, day: date) -> list[tuple[Group, GroupSession]]:
    """Return the workshops of somebody on a day."""
    found: list[tuple[Group, GroupSession]] = []
    for group in await groups.groups_of(scene.session, person.id):
        sessions = await groups.sessions_of(scene.session, group.id)
        found += [(group, one) for one in sessions if one.day == day]
    return found


async def _dates(scene: Scene, group: Group) -> Message:
    """Return when a group meets, with what its member can do about it."""
    sessions = await groups.sessions_of(scene.session, group.id)
    says = Phrase("workshops", {"lines": (workshops.dates(scene, group, sessions).says,)})
    following = next_of(sessions, group.where, scene.now)
    answers = (workshop_words.answers(following.id),) if following else ()
    leave = Button(
        Phrase("button-leave-group", {"name": group.name}), "workshops.leave", {"group": group.id}
    )
    has_chat = await group_chats.chat_of(scene.session, group.id) is not None
    together = ((Button(Phrase("button-outings"), "outings"),),) if has_chat else ()
    return Message(says=says, rows=(*answers, (leave,), *together, menus.TO_MENU))


async def _mine(scene: Scene) -> list[Group]:
    if Role.PARTICIPANT not in scene.member.roles:
        return []
    return [*await groups.groups_of(scene.session, scene.member.id)]


async def _own(scene: Scene, args: Plain) -> Group:
    """Return a group of whoever acts; raise NotAllowed for any other."""
    for group in await groups.groups_of(scene.session, scene.member.id):
        if group.id == args["group"]:
            return group
    raise NotAllowed("not in the group")
