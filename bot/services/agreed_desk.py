"""A coach looks at what is agreed with somebody: what comes on which days, and when next.

Of a reminder its kind is told, never its words: the person may have changed them.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind, not_over
from bot.domain.schedule import local, shown, zone
from bot.domain.sharing import Audience, keeps_something
from bot.services import deskwork, menus, stopped
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import NAMES, when
from bot.store import chats, occasions, plans, sharing

ON_A_SCREEN = 6
COMING = 3
"""How many of the next messages are told."""


async def screen(scene: Scene, args: Plain) -> None:
    """Show what is agreed, a few at a time, what waits for an answer, and what comes next."""
    person = await deskwork.supported(scene, str(args["person"]))
    await deskwork.note_look(scene, person)
    several = await _agreed(scene, person)
    after = int(args.get("after", 0))
    lines = [_line(one) for one in several[after : after + ON_A_SCREEN]]
    if not after:
        lines += await deskwork.proposed(scene, person)
        lines += await _coming(scene, person, several)
    about = {"person": person.id}
    rows: Rows = ()
    if len(several) > after + ON_A_SCREEN:
        more = {**about, "after": after + ON_A_SCREEN}
        rows += ((Button(Phrase("button-more"), "person.agreed", more),),)
    rows += ((Button(Phrase("button-new-reminder"), "remind.person", about),),)
    back = (Button(Phrase("button-back"), "person", about), *menus.TO_MENU)
    told = tuple(lines) or (Phrase("line-agreed-none"),)
    says = Phrase("person-agreed", {"name": person.name, "lines": told})
    await show(scene, Message(says=says, rows=(*rows, back)))


async def _agreed(scene: Scene, person: Person) -> Sequence[Plan]:
    """Return the wake-ups that the coach may see, and what else they proposed, as it is now."""
    active = not_over(await plans.active_of(scene.session, person.id), scene.today)
    others = [
        plan
        for plan in active
        if plan.kind is not PlanKind.WAKEUP and plan.proposed_by == scene.coach.id
    ]
    return [*await deskwork.plans_to_see(scene, person), *others]


def _line(plan: Plan) -> Phrase:
    return Phrase("line-recurring", {"what": Phrase(NAMES[plan.kind]), "when": when(plan.rule)})


async def _coming(scene: Scene, person: Person, several: Sequence[Plan]) -> list[Phrase]:
    """Return when the next messages of these plans come; no answer that is kept changes them."""
    chat = await chats.of_person(scene.session, person.id)
    if chat is None or not chat.reachable or not await stopped.agrees(scene, person):
        return []
    choices = await sharing.choices_of(scene.session, person.id)
    kept = keeps_something(choices, Audience.COACH)
    ids = [plan.id for plan in several]
    days = await occasions.next_days(scene.session, ids, scene.now, though_answered=kept)
    coming = [due for due in days if not person.is_paused(due)][:COMING]
    lines = [_moment(due, person) for due in coming]
    return [Phrase("line-coming-messages"), *lines] if lines else []


def _moment(due: datetime, person: Person) -> Phrase:
    where = zone(person.zone)
    return Phrase("line-moment", {"day": local(due, where).date(), "time": shown(due, where)})
