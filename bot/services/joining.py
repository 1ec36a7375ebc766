"""An invitation leads into a group: whoever opened it says yes with a tap of their own, or not."""

from bot.domain.errors import NotAllowed
from bot.domain.group import MOST_LEADS, Group
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.names import read_name
from bot.domain.people import Invitation, InvitationState, Role
from bot.services import menus, workshops
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import group_invitations, groups, invitations, people


async def open_link(scene: Scene, invitation: Invitation) -> bool:
    """Offer the group to somebody who is in already; False where the link is not for them."""
    group = await group_invitations.group_of(scene.session, invitation.id)
    if group is None or not _fits(scene, invitation):
        return False
    if not invitation.opens_for(scene.chat.id, scene.now):
        return False
    if invitation.state is InvitationState.OPEN:
        await invitations.claim(scene.session, invitation.id, chat_id=scene.chat.id, now=scene.now)
    await offer(scene, invitation)
    return True


async def offer(scene: Scene, invitation: Invitation) -> None:
    """Ask whoever opened an invitation whether they join the group it leads into, if any."""
    group = await group_invitations.group_of(scene.session, invitation.id)
    if group is None:
        return
    await group_invitations.open_to(scene.session, invitation.id, scene.me.id)
    leads = await groups.leads(scene.session, group.id)
    values: Values = {
        "group": group.name,
        "leads": tuple(Phrase("line-lead", {"name": one.name}) for one in leads),
    }
    about = {"invitation": invitation.id}
    rows = (
        (Button(Phrase("button-join"), "join", about),),
        (Button(Phrase("button-not-now"), "join.decline", about),),
    )
    key = "join-offer" if invitation.role is Role.PARTICIPANT else "join-offer-lead"
    await say(scene, Message(says=Phrase(key, values), rows=rows))


async def join(scene: Scene, args: Plain) -> Phrase | None:
    """Let whoever acts into the group, as what they were invited for."""
    invitation, group = await _opened(scene, args)
    if invitation.role is Role.PARTICIPANT:
        return await _take_part(scene, invitation, group)
    return await _lead(scene, invitation, group)


async def decline(scene: Scene, args: Plain) -> None:
    """Stay out of the group; the link opens again as long as it lives."""
    invitation, group = await _opened(scene, args)
    if invitation.state is InvitationState.CLAIMED:
        await invitations.settle(scene.session, invitation.id, InvitationState.OPEN)
    await group_invitations.open_to(scene.session, invitation.id, None)
    says = Phrase("join-declined", {"group": group.name})
    await show(scene, Message(says=says, rows=menus.ANYWHERE))


async def _take_part(scene: Scene, invitation: Invitation, group: Group) -> Phrase | None:
    person = scene.member
    if await groups.is_in(scene.session, group.id, person.id):
        return Phrase("toast-already")
    others = await groups.groups_of(scene.session, person.id)
    await groups.join(scene.session, group.id, person.id, now=scene.now)
    await _settle(scene, invitation)
    sessions = await groups.sessions_of(scene.session, group.id)
    await workshops.plan_ahead(scene, group, person, sessions=sessions)
    joined = Phrase("joined", {"group": group.name})
    if others:
        names = tuple(Phrase("line-group", {"name": one.name}) for one in others)
        joined = Phrase("joined-another", {"group": group.name, "others": names})
    await show(scene, Message(says=joined))
    await say(scene, workshops.dates(scene, group, sessions))
    account = read_name(scene.sender) or Phrase("no-account-name")
    values: Values = {"name": person.name, "group": group.name, "account": account}
    rows = ((Button(Phrase("button-members"), "group.members", {"group": group.id}),),)
    for lead in await groups.leads(scene.session, group.id):
        await tell(scene, lead.id, Message(says=Phrase("group-joined", values), rows=rows))
    return None


async def _lead(scene: Scene, invitation: Invitation, group: Group) -> Phrase | None:
    person = scene.staff
    await groups.take(scene.session, group.id)
    if await groups.is_led_by(scene.session, group.id, person.id):
        return Phrase("toast-already")
    leads = await groups.leads(scene.session, group.id)
    if len(leads) >= MOST_LEADS:
        says = Phrase("group-two-leads", {"group": group.name})
        await show(scene, Message(says=says, rows=(menus.TO_MENU,)))
        return None
    await people.give_role(scene.session, person.id, Role.FACILITATOR)
    await groups.lead(scene.session, group.id, person.id, now=scene.now)
    await _settle(scene, invitation)
    to_group = (Button(Phrase("button-group", {"name": group.name}), "group", _of(group)),)
    says = Phrase("joined-lead", {"group": group.name})
    await show(scene, Message(says=says, rows=(to_group, menus.TO_MENU)))
    values = {"name": person.name, "group": group.name}
    for lead in leads:
        says = Phrase("group-lead-joined", values)
        await tell(scene, lead.id, Message(says=says, rows=(to_group,)))
    return None


async def _opened(scene: Scene, args: Plain) -> tuple[Invitation, Group]:
    """Return an invitation that whoever acts opened, and its group; raise NotAllowed otherwise."""
    invitation = await invitations.get(scene.session, str(args["invitation"]))
    if invitation is None or invitation.state is InvitationState.REVOKED:
        raise NotAllowed("no such invitation")
    group = await group_invitations.group_of(scene.session, invitation.id)
    is_theirs = await group_invitations.is_open_to(scene.session, invitation.id, scene.member.id)
    if group is None or not is_theirs or not _fits(scene, invitation):
        raise NotAllowed("not their invitation")
    return invitation, group


def _fits(scene: Scene, invitation: Invitation) -> bool:
    """Whether an invitation is for somebody like whoever acts: a participant, or staff."""
    return (invitation.role is Role.PARTICIPANT) is not scene.member.is_staff


async def _settle(scene: Scene, invitation: Invitation) -> None:
    if invitation.state is InvitationState.CLAIMED:
        await invitations.settle(scene.session, invitation.id, InvitationState.USED)


def _of(group: Group) -> dict[str, str]:
    return {"group": group.id}
