"""A coach invites a participant: a name, a link with its QR picture, and the name confirmed."""

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.names import are_several, is_too_long, read_name
from bot.domain.people import Invitation, InvitationState, Person, Role, Support, SupportState
from bot.services import forgetting, menus
from bot.services.naming import TOO_LONG
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import chats, invitations, people, questions, supports

TOPIC = "invite"


async def ask(scene: Scene, args: Plain) -> None:
    """Ask for the first name or nickname of the person to invite."""
    del args
    coach = scene.coach
    await questions.ask(
        scene.session, scene.chat.id, TOPIC, details={"coach": coach.id}, now=scene.now
    )
    await show(scene, Message(says=Phrase("invite-question"), rows=(menus.TO_MENU,)))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Make the invitation for the name that was typed."""
    del details
    coach, name = scene.coach, name_of(text)
    if isinstance(name, Phrase):
        await say(scene, Message(says=name, rows=(menus.TO_MENU,)))
        return
    await questions.close(scene.session, scene.chat.id)
    invitation = await invitations.add(
        scene.session, role=Role.PARTICIPANT, name=name, invited_by=coach.id, now=scene.now
    )
    await say(scene, invitation_ready(invitation))
    await say(scene, menus.menu(coach))


def name_of(text: str) -> str | Phrase:
    """Return the name to invite somebody by, or what is said to a text that is none."""
    name = read_name(text)
    if name and are_several(text):
        return Phrase("invite-one-name")
    if name and is_too_long(text):
        return TOO_LONG
    return name or Phrase("invite-name-again")


def invitation_ready(invitation: Invitation) -> Message:
    """Return an invitation as it is handed on: its link, its picture, and taking it back."""
    rows = ((Button(Phrase("button-cancel-invitation"), "invite.cancel", _of(invitation)),),)
    says = Phrase("invite-ready", {"name": invitation.name})
    return Message(says=says, rows=rows, invitation=invitation.id)


async def cancel(scene: Scene, args: Plain) -> Phrase | None:
    """Take an invitation back, as long as nobody came in by it."""
    invitation = await invitations.get(scene.session, str(args["invitation"]))
    if invitation is None or invitation.invited_by != scene.staff.id:
        return Phrase("toast-gone")
    if not await invitations.take_back(scene.session, invitation.id):
        is_used = invitation.state is InvitationState.USED
        return Phrase("toast-used" if is_used else "toast-already")
    await _forget_whoever_is_coming_in(scene, invitation)
    await say(scene, Message(says=Phrase("invite-cancelled", {"name": invitation.name})))
    return None


async def announce(scene: Scene, invitation: Invitation, person: Person) -> None:
    """Tell the coach that somebody came in, under which Telegram name, to be confirmed.

    A facilitator who is no coach supports nobody: their invitation leads into a group.
    """
    coach_id = invitation.invited_by
    coach = await people.get(scene.session, coach_id) if coach_id else None
    if coach_id is None or coach is None or Role.COACH not in coach.roles:
        return
    support = await supports.add(
        scene.session, coach_id=coach_id, participant_id=person.id, now=scene.now
    )
    says = Phrase("invite-used", {"name": person.name, "account": _shown(scene.sender)})
    await tell(scene, coach_id, Message(says=says, rows=_answers(support)))


async def ask_again(scene: Scene, args: Plain) -> Phrase | None:
    """Ask the coach about somebody who came in: the first question may have been lost."""
    found = await _found(scene, args)
    if found is None:
        return Phrase("toast-gone")
    support, person = found
    if support.state is not SupportState.PENDING:
        return Phrase("toast-already")
    says = Phrase("invite-to-confirm", {"name": person.name})
    await show(scene, Message(says=says, rows=(*_answers(support), menus.TO_MENU)))
    return None


async def confirm(scene: Scene, args: Plain) -> Phrase | None:
    """The coach knows the person: from now on what is shared can be seen."""
    person = await _settle(scene, args, SupportState.ACTIVE)
    if isinstance(person, Phrase):
        return person
    remind = Button(Phrase("button-new-reminder"), "remind.person", {"person": person.id})
    rows = ((remind,), menus.TO_MENU)
    await show(scene, Message(says=Phrase("invite-confirmed", {"name": person.name}), rows=rows))
    return None


async def deny(scene: Scene, args: Plain) -> Phrase | None:
    """The coach does not know the person: nothing will ever be shown."""
    person = await _settle(scene, args, SupportState.ENDED)
    if isinstance(person, Phrase):
        return person
    await show(scene, Message(says=Phrase("invite-denied"), rows=(menus.TO_MENU,)))
    await tell(scene, person.id, Message(says=Phrase("invite-not-confirmed")))
    return None


async def _settle(scene: Scene, args: Plain, state: SupportState) -> Person | Phrase:
    """Return the person a support is about once it is settled, or why it cannot be."""
    found = await _found(scene, args)
    if found is None:
        return Phrase("toast-gone")
    support, person = found
    settled = await supports.change(
        scene.session, support.id, was=SupportState.PENDING, becomes=state
    )
    return person if settled else Phrase("toast-already")


async def _found(scene: Scene, args: Plain) -> tuple[Support, Person] | None:
    """Return a support of this coach and the person it is about."""
    coach = scene.coach
    support = await supports.get(scene.session, str(args["support"]))
    person = await people.get(scene.session, support.participant_id) if support else None
    if support is None or person is None or support.coach_id != coach.id:
        return None
    return support, person


async def _forget_whoever_is_coming_in(scene: Scene, invitation: Invitation) -> None:
    chat = await chats.get(scene.session, invitation.claimed_by) if invitation.claimed_by else None
    person = await people.get(scene.session, chat.person_id) if chat and chat.person_id else None
    if chat and person:
        await forgetting.forget(scene, person, chat)


def _answers(support: Support) -> tuple[tuple[Button, ...], ...]:
    args = {"support": support.id}
    return (
        (Button(Phrase("button-it-is-them"), "support.confirm", args),),
        (Button(Phrase("button-not-them"), "support.deny", args),),
    )


def _of(invitation: Invitation) -> dict[str, str]:
    return {"invitation": invitation.id}


def _shown(sender: str) -> str | Phrase:
    return read_name(sender) or Phrase("no-account-name")
