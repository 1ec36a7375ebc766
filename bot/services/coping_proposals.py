"""A coach proposes a technique that asks for a yes; the person decides, and nobody is told."""

from bot.domain.exercise import Exercise
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.services import coping_cards, coping_offers, deskwork, menus
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import deliveries


async def which(scene: Scene, args: Plain) -> None:
    """Show the techniques that nobody is offered without a yes.

    Always all of them: the coach does not learn which the person has added.
    """
    person = await deskwork.supported(scene, str(args["person"]))
    techniques = [one for one in scene.deployment.library.techniques() if not one.at_first]
    some = coping_offers.page(techniques, args)
    rows: Rows = tuple(
        (coping_offers.button(one, "technique.about-to-propose", person=person.id),) for one in some
    )
    rows += coping_offers.others(techniques, args, "technique.to-propose")
    back = (Button(Phrase("button-back"), "person", {"person": person.id}),)
    says = Phrase("technique-propose-which", {"name": person.name})
    await show(scene, Message(says=says, rows=(*rows, back, menus.TO_MENU)))


async def ask(scene: Scene, args: Plain) -> None:
    """Show what a technique asks to mind, and what a proposal leads to."""
    person = await deskwork.supported(scene, str(args["person"]))
    technique = coping_offers.found(scene, args)
    rows = (
        (Button(Phrase("button-propose"), "technique.propose", dict(args)),),
        (Button(Phrase("button-back"), "technique.to-propose", {"person": person.id}),),
        menus.TO_MENU,
    )
    values: Values = {**_values(technique), "name": person.name}
    await show(scene, Message(says=Phrase("technique-propose", values), rows=rows))


async def propose(scene: Scene, args: Plain) -> Phrase | None:
    """Tell the person of the technique, once; nothing changes before they say yes."""
    person = await deskwork.supported(scene, str(args["person"]))
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    technique = coping_offers.found(scene, args)
    about = {"technique": technique.id}
    rows = (
        (Button(Phrase("button-agree"), "technique.add", about),),
        (Button(Phrase("button-no-thanks"), "technique.decline", about),),
    )
    values: Values = {**_values(technique), "coach": scene.coach.name}
    await tell(scene, person.id, Message(says=Phrase("technique-proposal", values), rows=rows))
    done = (
        (Button(Phrase("button-back"), "person", {"person": person.id}),),
        menus.TO_MENU,
    )
    says = Phrase("technique-proposed", {"name": person.name})
    await show(scene, Message(says=says, rows=done))
    return None


async def decline(scene: Scene, args: Plain) -> None:
    """Leave everything as it is; the coach is not told."""
    if not await coping_offers.may(scene):
        return
    technique = coping_offers.found(scene, args)
    says = Phrase("technique-declined", {"title": Phrase(technique.title)})
    await show(scene, Message(says=says, rows=menus.ANYWHERE))


def _values(technique: Exercise) -> Values:
    return {
        "title": Phrase(technique.title),
        "lasts": coping_cards.lasts(technique.lasts),
        "caution": Phrase(technique.caution),
    }
