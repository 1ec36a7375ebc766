"""Leaving: asked once, silent at once; a day later what was kept about the person goes."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import InvitationState, Person, Standing
from bot.domain.schedule import local, shown
from bot.services import forgetting, menus, outings, supported
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import erasing, groups, invitations, people, questions, supports

TO_THINK = timedelta(hours=24)
"""How long somebody can change their mind."""


async def ask(scene: Scene, args: Plain) -> None:
    """Ask for one confirmation, and say what goes and what does not."""
    del args
    if scene.person is None:
        await show(scene, Message(says=Phrase("leave-stranger")))
    elif scene.person.standing is Standing.LEAVING:
        await waiting(scene)
    else:
        rows = ((Button(Phrase("button-leave-now"), "leave.now"),), menus.TO_MENU)
        await show(scene, Message(says=await _what_follows(scene, scene.person), rows=rows))


async def now(scene: Scene, args: Plain) -> None:
    """Be silent from now on, and erase everything in a day; at once who has not come in yet."""
    del args
    match scene.me.standing:
        case Standing.ENROLLING:
            await _refuse(scene)
        case Standing.ACTIVE:
            await _begin(scene)
        case Standing.LEAVING:
            await waiting(scene)


async def undo(scene: Scene, args: Plain) -> Phrase | None:
    """Stay after all: everything is as it was."""
    del args
    if scene.me.standing is Standing.ENROLLING:
        raise NotAllowed("not leaving")
    if not await erasing.take_back(scene.session, scene.me.id):
        return Phrase("toast-already")
    person = replace(scene.me, standing=Standing.ACTIVE)
    await people.keep(scene.session, person)
    await show(scene, Message(says=Phrase("leave-undone")))
    await say(scene, await supported.menu_of(scene, person))
    return None


async def waiting(scene: Scene) -> None:
    """Say until when somebody can change their mind."""
    due = await erasing.due_at(scene.session, scene.me.id)
    await show(scene, _soon(scene, due or scene.now))


async def _what_follows(scene: Scene, person: Person) -> Phrase:
    """Return the question, with what becomes of those whom somebody supports or leads."""
    if not person.is_staff:
        return Phrase("leave-question", {"told": await _told(scene, person)})
    lines: tuple[Phrase, ...] = ()
    if await supports.of_coach(scene.session, person.id):
        lines += (Phrase("line-leave-people"),)
    if await groups.groups_led_by(scene.session, person.id):
        lines += (Phrase("line-leave-groups"),)
    return Phrase("leave-question-staff", {"lines": lines})


async def _told(scene: Scene, person: Person) -> Phrase:
    """Return who will know that somebody left."""
    if await supported.has_coach(scene):
        return Phrase("leave-told-coach")
    is_in_group = await groups.groups_of(scene.session, person.id)
    return Phrase("leave-told-team" if is_in_group else "leave-told-nobody")


async def _refuse(scene: Scene) -> None:
    invitation = await invitations.claimed_by(scene.session, scene.chat.id)
    if invitation:
        await invitations.settle(scene.session, invitation.id, InvitationState.OPEN)
    await forgetting.forget(scene, scene.me, scene.chat)
    await show(scene, Message(says=Phrase("left")))


async def _begin(scene: Scene) -> None:
    due = scene.now + TO_THINK
    await erasing.ask(scene.session, scene.me.id, due=due)
    await people.keep(scene.session, replace(scene.me, standing=Standing.LEAVING))
    await questions.close(scene.session, scene.chat.id)
    await outings.vanish(scene, scene.me.id)
    await show(scene, _soon(scene, due))


def _soon(scene: Scene, due: datetime) -> Message:
    values: Values = {"day": local(due, scene.zone).date(), "time": shown(due, scene.zone)}
    return Message(says=Phrase("leave-waiting", values), rows=menus.leaving().rows)
