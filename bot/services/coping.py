"""A hard moment: choose a technique, go through it on one card, say whether it helped.

Works during a pause: who asks is not disturbed. Who has not come in gets the help card.
"""

from bot.domain import dialogue
from bot.domain.coping import times_helped
from bot.domain.errors import NotApproved
from bot.domain.message import Button, Message, Phrase, Plain
from bot.services import (
    coping_offers,
    coping_reminders,
    coping_timed,
    coping_toolbox,
    menus,
    playing,
    sentences,
)
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import runs


async def stress(scene: Scene, args: Plain) -> None:
    """Offer the techniques of whoever acts, those that helped oftenest first.

    Raises NotApproved where nobody signed off any.
    """
    if not await coping_offers.may(scene):
        return
    if not scene.deployment.library.techniques():
        raise NotApproved("the techniques")
    mine = await coping_offers.mine(scene, await coping_offers.tried(scene))
    rows = coping_offers.buttons(coping_offers.page(mine, args), "technique.start")
    besides = (
        Button(Phrase("button-strategies"), "strategies"),
        Button(Phrase("button-hard-day"), "hard-day"),
    )
    rows += (*coping_offers.others(mine, args, "stress"), besides)
    says = Phrase("stress") if mine else Phrase("stress-none")
    await show(scene, Message(says=says, rows=(*rows, *menus.ANYWHERE)))


async def start(scene: Scene, args: Plain) -> None:
    """Show the card of a technique, in the place of any other one under way."""
    if not await coping_offers.may(scene):
        return
    technique = coping_offers.found(scene, args)
    if not (await coping_offers.toolbox(scene)).allows(technique):
        await coping_toolbox.about(scene, args)
        return
    await coping_timed.drop(scene)
    techniques = [one.id for one in scene.deployment.library.techniques()]
    await runs.leave(scene.session, scene.member.id, *techniques)
    run = dialogue.skip(technique, dialogue.begin(technique))
    await playing.begin(scene, technique, run)


async def timed(scene: Scene, args: Plain) -> Phrase | None:
    """Bring the steps of the card one after the other."""
    play = await playing.found(scene, str(args["run"]))
    if play is None or int(args["turn"]) != play.run.turn:
        return Phrase("toast-gone")
    return await coping_timed.begin(scene, play)


async def strategies(scene: Scene, args: Plain) -> None:
    """Show what there is for hard moments besides."""
    del args
    if not await coping_offers.may(scene):
        return
    rows = (
        (Button(Phrase("button-what-helps"), "helps"),),
        (coping_reminders.TO_REMINDERS,),
        (sentences.TO_SENTENCES,),
        (Button(Phrase("button-choose-techniques"), "toolbox"),),
        *menus.ANYWHERE,
    )
    await show(scene, Message(says=Phrase("strategies"), rows=rows))


async def helps(scene: Scene, args: Plain) -> None:
    """Show what helped whoever acts, oftenest first; a tap begins it again."""
    if not await coping_offers.may(scene):
        return
    tried = await coping_offers.tried(scene)
    times = times_helped(tried)
    helpful = [one for one in await coping_offers.mine(scene, tried) if times[one.id]]
    some = coping_offers.page(helpful, args)
    lines = tuple(
        Phrase("line-helped", {"title": Phrase(one.title), "count": times[one.id]}) for one in some
    )
    says = Phrase("helps", {"lines": lines}) if lines else Phrase("helps-none")
    rows = coping_offers.buttons(some, "technique.start")
    rows += coping_offers.others(helpful, args, "helps")
    rows += ((Button(Phrase("button-stress"), "stress"),),)
    await show(scene, Message(says=says, rows=(*rows, *menus.ANYWHERE)))
