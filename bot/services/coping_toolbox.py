"""Which techniques somebody is offered: they read the caution of each, and decide."""

from bot.domain.coping import Toolbox
from bot.domain.exercise import Exercise
from bot.domain.message import Button, Message, Phrase, Plain
from bot.services import coping_cards, coping_offers, menus, taking_turns
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import toolboxes


async def every(scene: Scene, args: Plain) -> None:
    """Show every technique, and which of them are offered."""
    if not await coping_offers.may(scene):
        return
    toolbox = await coping_offers.toolbox(scene)
    techniques = scene.deployment.library.techniques()
    some = coping_offers.page(techniques, args)
    rows: Rows = tuple((_button(toolbox, one),) for one in some)
    rows += coping_offers.others(techniques, args, "toolbox")
    rows += ((Button(Phrase("button-strategies"), "strategies"),),)
    await show(scene, Message(says=Phrase("toolbox"), rows=(*rows, *menus.ANYWHERE)))


async def about(scene: Scene, args: Plain) -> None:
    """Show what a technique asks to mind, and how to add it or take it out."""
    if not await coping_offers.may(scene):
        return
    technique = coping_offers.found(scene, args)
    toolbox = await coping_offers.toolbox(scene)
    says = Phrase(
        "technique-about", {**_values(technique), "question": _question(toolbox, technique)}
    )
    back = Button(Phrase("button-choose-techniques"), "toolbox")
    rows = (*_choices(toolbox, technique), (back,), *menus.ANYWHERE)
    await show(scene, Message(says=says, rows=rows))


async def add(scene: Scene, args: Plain) -> None:
    """Offer a technique from now on, also one that was put aside."""
    await _decide(scene, args, wanted=True)


async def remove(scene: Scene, args: Plain) -> None:
    """Offer a technique no more."""
    await _decide(scene, args, wanted=False)


async def _decide(scene: Scene, args: Plain, *, wanted: bool) -> None:
    if not await coping_offers.may(scene):
        return
    technique = coping_offers.found(scene, args)
    toolbox = (await coping_offers.toolbox(scene)).choose(technique.id, wanted=wanted)
    await toolboxes.keep(scene.session, scene.member.id, toolbox, now=scene.now)
    await taking_turns.settle(scene)
    begin: Rows = ((Button(Phrase("button-start"), "technique.start", dict(args)),),)
    rows = (
        *(begin if wanted else ()),
        (Button(Phrase("button-choose-techniques"), "toolbox"),),
        *menus.ANYWHERE,
    )
    key = "technique-added" if wanted else "technique-removed"
    await show(scene, Message(says=Phrase(key, {"title": Phrase(technique.title)}), rows=rows))


def _values(technique: Exercise) -> dict[str, Phrase]:
    return {
        "title": Phrase(technique.title),
        "lasts": coping_cards.lasts(technique.lasts),
        "caution": Phrase(technique.caution),
    }


def _question(toolbox: Toolbox, technique: Exercise) -> Phrase:
    if toolbox.allows(technique):
        return Phrase("technique-is-in")
    if technique.id in toolbox.aside:
        return Phrase("technique-is-aside")
    return Phrase("technique-is-out")


def _choices(toolbox: Toolbox, technique: Exercise) -> Rows:
    about = {"technique": technique.id}
    if toolbox.allows(technique):
        return (
            (Button(Phrase("button-start"), "technique.start", about),),
            (Button(Phrase("button-take-out"), "technique.remove", about),),
        )
    return ((Button(Phrase("button-add"), "technique.add", about),),)


def _button(toolbox: Toolbox, technique: Exercise) -> Button:
    key = "button-chosen" if toolbox.allows(technique) else "button-not-chosen"
    label = Phrase(key, {"what": Phrase(technique.title)})
    return Button(label, "technique.about", {"technique": technique.id})
