"""A supervisor looks at the whole: numbers, and nobody in them."""

from bot.domain.message import Message, Phrase, Plain, Value
from bot.domain.overview import LATELY, Count
from bot.services import menus
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import overviews


async def overview(scene: Scene, args: Plain) -> None:
    """Show how many of what there is; each look is written down."""
    del args
    await overviews.look(scene.session, scene.supervisor.id, scene.now)
    seen = await overviews.count(scene.session, today=scene.today, since=scene.now - LATELY)
    says = Phrase(
        "overview",
        {
            "groups": seen.groups,
            "facilitators": seen.facilitators,
            "coaches": seen.coaches,
            "workshops": seen.workshops_held,
            "enrolled": _shown(seen.enrolled),
            "given": _shown(seen.given),
            "done": _shown(seen.done),
            "unreceived": _shown(seen.not_received),
            "days": LATELY.days,
        },
    )
    await show(scene, Message(says=says, rows=(menus.TO_MENU,)))


def _shown(count: Count) -> Value:
    return Phrase("overview-few") if count.shown is None else count.shown
