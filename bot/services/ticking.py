"""A coach ticks several of their people, a few at a time, for something that goes to each apart."""

from dataclasses import dataclass

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person
from bot.services import menus
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import people

ON_A_SCREEN = 8


@dataclass(frozen=True, kw_only=True)
class Ticks:
    """What people are ticked for: the words, what a tick does, what follows, and for how many."""

    says: str
    action: str
    onward: str
    most: int | None = None


async def ask(scene: Scene, args: Plain, ticks: Ticks) -> Phrase | None:
    """Show the people of whoever acts to tick; a tap takes one in or out, and `to` names those in.

    Others than one's own are never among them.
    """
    mine = await people.seen_by(scene.session, scene.coach.id)
    before = frozenset(args.get("to", ()))
    chosen = before ^ {str(args["turn"])} if "turn" in args else before
    if ticks.most and len(chosen) > ticks.most:
        return Phrase("toast-enough-people")
    here = [one.id for one in mine if one.id in chosen]
    after = int(args.get("after", 0))
    about = {"to": here, "after": after}
    rows: Rows = tuple(
        (_tick(one, about, ticks, is_in=one.id in chosen),)
        for one in mine[after : after + ON_A_SCREEN]
    )
    if len(mine) > ON_A_SCREEN:
        ahead = after + ON_A_SCREEN if after + ON_A_SCREEN < len(mine) else 0
        rows += ((Button(Phrase("button-more"), ticks.action, {**about, "after": ahead}),),)
    if here:
        rows += ((Button(Phrase("button-continue"), ticks.onward, {"to": here}),),)
    says = Phrase(ticks.says, {"count": len(here)}) if mine else Phrase("people-none")
    await show(scene, Message(says=says, rows=(*rows, menus.TO_MENU)))
    return None


def _tick(one: Person, about: Plain, ticks: Ticks, *, is_in: bool) -> Button:
    key = "button-chosen" if is_in else "button-not-chosen"
    return Button(Phrase(key, {"what": one.name}), ticks.action, {**about, "turn": one.id})
