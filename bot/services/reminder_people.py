"""For whom a reminder is proposed: one of a coach's people, or several that they tick."""

from collections.abc import Sequence

from bot.domain.errors import NotAllowed
from bot.domain.message import Phrase, Plain, Value
from bot.domain.people import Person
from bot.domain.proposal import MOST_AT_ONCE
from bot.services import naming, ticking
from bot.services.scene import Scene
from bot.services.ticking import Ticks
from bot.store import people

TICKS = Ticks(
    says="remind-several", action="remind.several", onward="remind.person", most=MOST_AT_ONCE
)
NAMED = 4
"""How many names are read on a card; of more it is said how many."""


async def several(scene: Scene, args: Plain) -> Phrase | None:
    """Let a coach tick for whom it is."""
    return await ticking.ask(scene, args, TICKS)


async def whom(scene: Scene, args: Plain) -> Sequence[Person]:
    """Return for whom something is, by name; raise NotAllowed where none of them is theirs.

    Whoever is not supported any more is left out.
    """
    wanted = [args["person"]] if "person" in args else args["to"]
    mine = await people.seen_by(scene.session, scene.coach.id)
    found = [one for one in mine if one.id in wanted]
    if not found:
        raise NotAllowed("nobody of theirs")
    return found


def named(some: Sequence[Person]) -> Value:
    """Return the names of a few people, and how many more they are."""
    return naming.named([one.name for one in some], most=NAMED)
