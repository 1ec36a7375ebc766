"""Whether anybody supports whoever acts: without a coach, nobody gets a request for contact."""

from bot.domain.message import Button, Message, Phrase
from bot.domain.people import Person, Role, Standing
from bot.services import contact_steps, menus
from bot.services.questioning import Rows
from bot.services.scene import Scene
from bot.store import invitations, people


async def has_coach(scene: Scene) -> bool:
    """Whether a request for contact by whoever acts would come to anybody.

    On the way in: whether a coach invites them, who supports them once they confirm who came in.
    """
    person = scene.person
    if person is None:
        return False
    if person.standing is Standing.ENROLLING:
        return await _is_invited_by_coach(scene)
    return bool(await contact_steps.supporters(scene.session, person.id))


async def said(scene: Scene, with_coach: str, without: str) -> str:
    """Return the key of what is said to whoever acts, who has a coach or is without one."""
    return with_coach if await has_coach(scene) else without


async def texts(scene: Scene, *others: Button, coach: Button) -> Rows:
    """Return texts to copy, a row for each: the one for a coach only where there is one."""
    several = (*others, coach) if await has_coach(scene) else others
    return tuple((one,) for one in several)


async def to_contact(scene: Scene) -> Rows:
    """Return the row that asks for a contact, none where nobody would get it."""
    return (menus.TO_CONTACT,) if await has_coach(scene) else ()


def nobody() -> Message:
    """Return what is said to who asks for a contact and is supported by nobody."""
    return Message(says=Phrase("contact-nobody"), rows=(menus.TO_HELP, menus.TO_MENU))


async def menu_of(scene: Scene, person: Person) -> Message:
    """Return the menu of whoever acts, as they are now; the way on for who is not in."""
    if person.standing is not Standing.ACTIVE:
        return menus.going_on(person)
    return menus.menu(person, has_coach=await has_coach(scene))


async def help_text(scene: Scene) -> str:
    """Return the help card in words, with a coach only for whoever has one."""
    return scene.deployment.library.help_text(
        scene.deployment.country, scene.chat.voice, has_coach=await has_coach(scene)
    )


async def help_card(scene: Scene) -> Message:
    """Return the help card for whoever acts."""
    return menus.help_card(scene, has_coach=await has_coach(scene))


async def _is_invited_by_coach(scene: Scene) -> bool:
    invitation = await invitations.claimed_by(scene.session, scene.chat.id)
    if invitation is None or invitation.invited_by is None:
        return False
    found = await people.get(scene.session, invitation.invited_by)
    return found is not None and Role.COACH in found.roles
