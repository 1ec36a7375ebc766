"""A coach stops supporting somebody, who then goes on with Relais alone, or leaves: they choose."""

from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.services import contact_steps, deskwork, menus, parting
from bot.services.parting import Parted
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import supports


async def options(scene: Scene, args: Plain) -> None:
    """Show in which ways a support can go on without whoever acts."""
    person = await deskwork.supported(scene, str(args["person"]))
    about = {"person": person.id}
    rows = (
        (Button(Phrase("button-hand-over"), "handover", about),),
        (Button(Phrase("button-end-support"), "support.end", about),),
        (Button(Phrase("button-back"), "person", about), *menus.TO_MENU),
    )
    says = Phrase("support-options", {"name": person.name})
    await show(scene, Message(says=says, rows=rows))


async def ask(scene: Scene, args: Plain) -> None:
    """Say what follows for both, before it is so."""
    person = await deskwork.supported(scene, str(args["person"]))
    about = {"person": person.id}
    rows = (
        (Button(Phrase("button-end-support-now"), "support.end-now", about),),
        (Button(Phrase("button-back"), "support.options", about), *menus.TO_MENU),
    )
    await show(scene, Message(says=Phrase("support-end", {"name": person.name}), rows=rows))


async def end(scene: Scene, args: Plain) -> Phrase | None:
    """End the support; the person is told, and asked whether they stay: nobody decides it for them.

    What they answered stays theirs.
    """
    person = await deskwork.supported(scene, str(args["person"]))
    parted = await parting.part(scene, scene.coach, person, is_followed=False)
    if parted is None:
        return Phrase("toast-already")
    await supports.end_asked(scene.session, person.id)
    await tell(scene, person.id, told(scene.coach, parted))
    back = (Button(Phrase("button-my-people"), "people"), *menus.TO_MENU)
    ended = Phrase("support-ended", {"name": person.name})
    await show(scene, Message(says=ended, rows=(back,)))
    return None


def told(coach: Person, parted: Parted) -> Message:
    """Return what the person is told: who sees them no more, what stays, and what they can do."""
    rows = (
        (Button(Phrase("button-keep-relais"), "support.keep"),),
        (Button(Phrase("button-leave"), "leave"),),
        menus.TO_HELP,
    )
    values: Values = {"coach": coach.name, "lines": parted.lines}
    return Message(says=Phrase("support-over", values), rows=rows)


async def keep(scene: Scene, args: Plain) -> None:
    """Go on alone: say truly who is still there, and what stays."""
    del args
    others = await contact_steps.supporters(scene.session, scene.member.id)
    lines = tuple(Phrase("line-still-supports", {"coach": one.name}) for one in others)
    values: Values = {"lines": lines or (Phrase("line-nobody-supports"),)}
    choose = (Button(Phrase("button-switch-sharing"), "privacy.switch"),)
    says = Phrase("support-kept", values)
    await show(scene, Message(says=says, rows=(choose, *menus.ANYWHERE)))
