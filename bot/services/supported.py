"""Whether anybody supports whoever acts: without a coach, nobody gets a request for contact."""

from bot.domain.message import Message, Phrase
from bot.domain.people import Person, Standing
from bot.services import contact_steps, menus
from bot.services.questioning import Rows
from bot.services.scene import Scene


async def has_coach(scene: Scene) -> bool:
    """Whether a request for contact by whoever acts would come to anybody."""
    person = scene.person
    return person is not None and bool(await contact_steps.supporters(scene.session, person.id))


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
