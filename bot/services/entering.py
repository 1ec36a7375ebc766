"""`/start`: an invitation that opens, one that does not, or none."""

from dataclasses import replace

from bot.domain import guessing
from bot.domain.message import Message, Phrase
from bot.domain.people import Invitation, InvitationState, Role, Standing
from bot.services import (
    enrolling,
    forgetting,
    helping,
    joining,
    menus,
    outing_drafts,
    outings,
    welcoming,
)
from bot.services.saying import say
from bot.services.scene import Scene
from bot.store import chats, invitations, people, wrong_codes

LONGEST = 64


async def start(scene: Scene, payload: str) -> None:
    """Let somebody in, or on, or say kindly that this does not open."""
    if scene.person and scene.person.standing is Standing.ACTIVE:
        await _already_in(scene, payload)
        return
    if scene.person and scene.person.standing is Standing.LEAVING:
        await say(scene, menus.leaving())
        return
    current = await invitations.claimed_by(scene.session, scene.chat.id)
    if current and current.opens_for(scene.chat.id, scene.now):
        await _begin(scene, current)
    elif invitation := await _taken(scene, payload):
        await _begin(await _without_the_past(scene, current), invitation)
    elif payload:
        await say(scene, Message(says=Phrase("invitation-closed"), rows=(menus.TO_HELP,)))
    else:
        await helping.stranger(scene)


async def _already_in(scene: Scene, payload: str) -> None:
    if payload == outings.PAYLOAD:
        await outing_drafts.new(scene, {})
        return
    found = await _found(scene, payload)
    if found and await joining.open_link(scene, found):
        return
    if payload:
        await say(scene, Message(says=Phrase("already-in")))
    await say(scene, await helping.whole_menu(scene, scene.me))


async def _taken(scene: Scene, payload: str) -> Invitation | None:
    """Return the invitation that somebody holds, taken for this chat alone."""
    found = await _found(scene, payload)
    if found is None or not found.opens_for(scene.chat.id, scene.now):
        return None
    taken = await invitations.claim(scene.session, found.id, chat_id=scene.chat.id, now=scene.now)
    return found if taken else None


async def _found(scene: Scene, payload: str) -> Invitation | None:
    """Return the invitation of a code; none to an account that tried many that do not exist.

    It is answered as a wrong code would be, and what it tries meanwhile is not counted.
    """
    if not payload:
        return None
    tries = await wrong_codes.latest(scene.session, scene.chat, limit=guessing.MOST)
    if guessing.is_shut(tries, scene.now):
        return None
    found = await invitations.find(scene.session, payload) if len(payload) <= LONGEST else None
    if found is None:
        await wrong_codes.note(scene.session, scene.chat, scene.now)
    return found


async def _without_the_past(scene: Scene, current: Invitation | None) -> Scene:
    """Forget what somebody began by an invitation that does not open any more."""
    if current:
        await invitations.settle(scene.session, current.id, InvitationState.REVOKED)
    if scene.person:
        await forgetting.forget(scene, scene.person, scene.chat)
    return replace(scene, person=None)


async def _begin(scene: Scene, invitation: Invitation) -> None:
    if scene.person is None:
        person = await people.add(
            scene.session,
            name=invitation.name,
            role=invitation.role,
            zone=scene.deployment.zone,
            now=scene.now,
        )
        await chats.belongs_to(scene.session, scene.chat.id, person.id)
    if invitation.role is Role.PARTICIPANT:
        await enrolling.begin(scene, invitation)
    else:
        await welcoming.begin(scene, invitation)
