"""A coach or facilitator comes in: language, zone, contact hours, menu."""

from dataclasses import replace

from bot.domain.errors import NotAllowed
from bot.domain.hours import Hours
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Invitation, InvitationState, Language, Person, Role, Standing, Voice
from bot.services import contact_hours, joining, menus, speaking, zones
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import invitations, people, questions


async def begin(scene: Scene, invitation: Invitation) -> None:
    """Welcome somebody who opened an invitation for staff, for the first time or again."""
    await say(scene, _welcome(invitation.name))


async def speak(scene: Scene, args: Plain) -> None:
    """Keep the language and ask for the zone."""
    _coming_in(scene)
    voice = Voice(language=Language(args["language"]), address=scene.chat.voice.address)
    await ask_zone(await speaking.keep(scene, voice), args)


async def ask_zone(scene: Scene, args: Plain) -> None:
    """Ask where the hours of the day are counted."""
    del args
    _coming_in(scene)
    await zones.ask(scene, "welcome.zone", Phrase("button-language"), back="welcome.language")


async def language(scene: Scene, args: Plain) -> None:
    """Ask for the language again."""
    del args
    await show(scene, _welcome(_coming_in(scene).name))


async def zoned(scene: Scene, args: Plain) -> None:
    """Keep the zone and ask for the contact hours, unless nobody is to be in contact with them."""
    person = replace(_coming_in(scene), zone=str(args["zone"]))
    await people.keep(scene.session, person)
    if person.roles == {Role.SUPERVISOR}:
        await show(scene, Message(says=Phrase("supervisor-ready")))
        await _finish(scene, person)
        return
    says = Phrase("hours-question")
    await contact_hours.ask(scene, says, "welcome.hours", back="welcome.ask-zone")


async def timed(scene: Scene, args: Plain) -> None:
    """Keep the contact hours that were tapped or typed."""
    hours = Hours.from_values(args["hours"])
    person = replace(_coming_in(scene), hours=hours)
    kept = {"opens": hours.opens, "closes": hours.closes}
    await show(scene, Message(says=Phrase("hours-kept", kept), keyboard=not scene.tapped))
    await _finish(scene, person)


async def _finish(scene: Scene, coming: Person) -> None:
    person = replace(coming, standing=Standing.ACTIVE)
    await people.keep(scene.session, person)
    await questions.close(scene.session, scene.chat.id)
    invitation = await invitations.claimed_by(scene.session, scene.chat.id)
    if invitation:
        await invitations.settle(scene.session, invitation.id, InvitationState.USED)
    await say(scene, Message(says=Phrase(_first_word(person)), keyboard=True))
    await say(scene, menus.menu(person))
    if invitation:
        await joining.offer(replace(scene, person=person), invitation)


def _welcome(name: str) -> Message:
    rows = (
        (
            Button(Phrase("button-french"), "welcome.speak", {"language": Language.FRENCH}),
            Button(Phrase("button-english"), "welcome.speak", {"language": Language.ENGLISH}),
        ),
    )
    return Message(says=Phrase("staff-welcome", {"name": name}), rows=rows)


def _first_word(person: Person) -> str:
    return "coach-ready" if Role.COACH in person.roles else "facilitator-ready"


def _coming_in(scene: Scene) -> Person:
    if not scene.me.is_staff or scene.me.standing is not Standing.ENROLLING:
        raise NotAllowed("not coming in")
    return scene.me
