"""For whom a reminder is proposed: one of a coach's people, or several that they tick."""

from collections.abc import Sequence

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person
from bot.domain.proposal import MOST_AT_ONCE
from bot.services import menus
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import people

ON_A_SCREEN = 8
NAMED = 4
"""How many names are read on a card; of more it is said how many."""


async def several(scene: Scene, args: Plain) -> Phrase | None:
    """Show the people of a coach to tick, a few at a time; a tap takes one in or out."""
    mine = await people.seen_by(scene.session, scene.coach.id)
    before = frozenset(args.get("to", ()))
    chosen = before ^ {str(args["turn"])} if "turn" in args else before
    if len(chosen) > MOST_AT_ONCE:
        return Phrase("toast-enough-people")
    here = [one.id for one in mine if one.id in chosen]
    after = int(args.get("after", 0))
    about = {"to": here, "after": after}
    rows: Rows = tuple(
        (_tick(one, about, is_in=one.id in chosen),) for one in mine[after : after + ON_A_SCREEN]
    )
    if len(mine) > ON_A_SCREEN:
        ahead = after + ON_A_SCREEN if after + ON_A_SCREEN < len(mine) else 0
        rows += ((Button(Phrase("button-more"), "remind.several", {**about, "after": ahead}),),)
    if here:
        rows += ((Button(Phrase("button-continue"), "remind.person", {"to": here}),),)
    says = Phrase("remind-several", {"count": len(here)})
    await show(scene, Message(says=says, rows=(*rows, menus.TO_MENU)))
    return None


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


def named(some: Sequence[Person]) -> str:
    """Return the names of a few people, and how many more they are."""
    names = ", ".join(one.name for one in some[:NAMED])
    return f"{names} + {len(some) - NAMED}" if len(some) > NAMED else names


def _tick(one: Person, about: Plain, *, is_in: bool) -> Button:
    key = "button-chosen" if is_in else "button-not-chosen"
    return Button(Phrase(key, {"what": one.name}), "remind.several", {**about, "turn": one.id})
