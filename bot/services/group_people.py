"""Who is in a group: inviting members and the second facilitator, and taking somebody out."""

from bot.domain.delivery import Reason
from bot.domain.errors import NotAllowed
from bot.domain.group import MOST_LEADS, Group
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person, Role
from bot.services import menus, outings, workshops
from bot.services.groups import back, led, note_look
from bot.services.inviting import invitation_ready, name_of
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import chats, deliveries, group_invitations, groups, invitations, questions

TOPIC = "group-invite"


async def members(scene: Scene, args: Plain) -> None:
    """Show who is in a group, and who is invited."""
    group = await led(scene, args)
    await questions.close(scene.session, scene.chat.id)
    several = await groups.members(scene.session, group.id)
    lines = [await _line(scene, one) for one in several]
    waiting = await group_invitations.waiting(scene.session, group.id, scene.now)
    lines += [
        Phrase("line-invited", {"name": one.name})
        for one in waiting
        if one.role is Role.PARTICIPANT
    ]
    rows = tuple((_named(one, "group.member", group),) for one in several)
    invite = (Button(Phrase("button-invite-member"), "group.invite", _of(group)),)
    says = (
        Phrase("group-members", {"name": group.name, "lines": tuple(lines)})
        if lines
        else Phrase("group-members-none", {"name": group.name})
    )
    await show(scene, Message(says=says, rows=(*rows, invite, back(group), menus.TO_MENU)))


async def member(scene: Scene, args: Plain) -> None:
    """Ask whether somebody is to be taken out of a group."""
    group = await led(scene, args)
    person = await _member(scene, group, args)
    about = {**_of(group), "person": person.id}
    rows = (
        (Button(Phrase("button-take-out-of-group"), "group.remove", about),),
        (Button(Phrase("button-back"), "group.members", _of(group)),),
    )
    values = {"name": person.name, "group": group.name}
    await show(scene, Message(says=Phrase("group-remove-question", values), rows=rows))


async def remove(scene: Scene, args: Plain) -> Phrase | None:
    """Take somebody out of a group, and tell them once."""
    group = await led(scene, args)
    person = await _member(scene, group, args)
    await workshops.end(scene, group.id, person.id)
    await groups.part(scene.session, group.id, person.id)
    await outings.vanish(scene, person.id, group_id=group.id)
    says = Phrase("group-left-by-team", {"group": group.name})
    await tell(scene, person.id, Message(says=says, rows=menus.ANYWHERE))
    await members(scene, _of(group))
    return Phrase("toast-noted")


async def leads(scene: Scene, args: Plain) -> None:
    """Show who leads a group; a second facilitator can be invited, and one taken out."""
    group = await led(scene, args)
    await questions.close(scene.session, scene.chat.id)
    several = await groups.leads(scene.session, group.id)
    waiting = await group_invitations.waiting(scene.session, group.id, scene.now)
    lines = [Phrase("line-lead", {"name": one.name}) for one in several]
    lines += [
        Phrase("line-invited", {"name": one.name})
        for one in waiting
        if one.role is Role.FACILITATOR
    ]
    rows: tuple[tuple[Button, ...], ...] = ()
    if len(several) < MOST_LEADS:
        rows = ((Button(Phrase("button-invite-lead"), "group.invite-lead", _of(group)),),)
    else:
        rows = tuple((_named(one, "group.lead", group),) for one in several)
    says = Phrase("group-leads", {"name": group.name, "lines": tuple(lines)})
    await show(scene, Message(says=says, rows=(*rows, back(group), menus.TO_MENU)))


async def one_lead(scene: Scene, args: Plain) -> None:
    """Ask whether somebody is to lead a group no more."""
    group = await led(scene, args)
    person = await _lead(scene, group, args)
    about = {**_of(group), "person": person.id}
    rows = (
        (Button(Phrase("button-take-out-of-group"), "group.lead-remove", about),),
        (Button(Phrase("button-back"), "group.leads", _of(group)),),
    )
    values = {"name": person.name, "group": group.name}
    await show(scene, Message(says=Phrase("group-remove-lead-question", values), rows=rows))


async def remove_lead(scene: Scene, args: Plain) -> Phrase | None:
    """Let somebody lead a group no more, at once; the last one who does stays."""
    group = await led(scene, args)
    await groups.take(scene.session, group.id)
    person = await _lead(scene, group, args)
    if len(await groups.leads(scene.session, group.id)) < MOST_LEADS:
        await show(scene, Message(says=Phrase("group-last-lead"), rows=(back(group),)))
        return None
    await groups.lead_no_more(scene.session, group.id, person.id)
    await _take_back(scene, group, person)
    says = Phrase("group-lead-over", {"group": group.name})
    if person.id == scene.member.id:
        await show(scene, Message(says=says, rows=(menus.TO_MENU,)))
        return None
    await tell(scene, person.id, Message(says=says, rows=(menus.TO_MENU,)))
    await leads(scene, _of(group))
    return Phrase("toast-noted")


async def _take_back(scene: Scene, group: Group, lead: Person) -> None:
    """Take back what whoever led a group was still to be told of it, answers of members too."""
    chat = await chats.of_person(scene.session, lead.id)
    if chat:
        await deliveries.withdraw_naming(
            scene.session, chat.id, group.id, reason=Reason.WITHDRAWN, now=scene.now
        )


async def invite(scene: Scene, args: Plain) -> None:
    """Ask for the first name or nickname of a member to invite."""
    group = await led(scene, args)
    await _ask_name(scene, group, Role.PARTICIPANT, says=Phrase("invite-question"))


async def invite_lead(scene: Scene, args: Plain) -> None:
    """Ask for the first name of the second facilitator."""
    group = await led(scene, args)
    await _ask_name(scene, group, Role.FACILITATOR, says=Phrase("group-which-lead"))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Make an invitation into the group for the name that was typed."""
    group, name = await led(scene, details), name_of(text)
    if isinstance(name, Phrase):
        await say(scene, Message(says=name, rows=(back(group),)))
        return
    await questions.close(scene.session, scene.chat.id)
    invitation = await invitations.add(
        scene.session,
        role=Role(details["role"]),
        name=name,
        invited_by=scene.facilitator.id,
        now=scene.now,
    )
    await group_invitations.attach(scene.session, invitation.id, group.id)
    await say(scene, invitation_ready(invitation))
    again = _members_or_leads(invitation.role, group)
    says = Phrase("group-invite-next", {"group": group.name})
    await say(scene, Message(says=says, rows=(again, back(group))))


async def _ask_name(scene: Scene, group: Group, role: Role, *, says: Phrase) -> None:
    about = {**_of(group), "role": role}
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=about, now=scene.now)
    await show(scene, Message(says=says, rows=(back(group),)))


def _members_or_leads(role: Role, group: Group) -> tuple[Button, ...]:
    if role is Role.PARTICIPANT:
        return (Button(Phrase("button-invite-member"), "group.invite", _of(group)),)
    return (Button(Phrase("button-facilitators"), "group.leads", _of(group)),)


async def _line(scene: Scene, person: Person) -> Phrase:
    await note_look(scene, person)
    chat = await chats.of_person(scene.session, person.id)
    is_reached = chat is not None and chat.reachable
    key = "line-member" if is_reached else "line-member-unreachable"
    return Phrase(key, {"name": person.name})


async def _member(scene: Scene, group: Group, args: Plain) -> Person:
    """Return a member of a group; raise NotAllowed for anybody else."""
    for one in await groups.members(scene.session, group.id):
        if one.id == args["person"]:
            return one
    raise NotAllowed("not in the group")


async def _lead(scene: Scene, group: Group, args: Plain) -> Person:
    """Return somebody who leads a group; raise NotAllowed for anybody else."""
    for one in await groups.leads(scene.session, group.id):
        if one.id == args["person"]:
            return one
    raise NotAllowed("does not lead the group")


def _named(person: Person, action: str, group: Group) -> Button:
    about = {**_of(group), "person": person.id}
    return Button(Phrase("button-person", {"name": person.name}), action, about)


def _of(group: Group) -> dict[str, str]:
    return {"group": group.id}
