"""Why something did not arrive: one sentence for each message of what the coach proposed."""

from bot.domain.arrival import LOOKED_BACK, MOST, Fate, stream_of, told
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanState
from bot.domain.schedule import local, shown, zone
from bot.domain.sharing import Audience, Choices, may_see
from bot.services import deskwork, menus
from bot.services.reminder_desk import KINDS
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import what
from bot.store import occasions, plans, sharing

STATES = (PlanState.ACTIVE, PlanState.ENDED)


async def screen(scene: Scene, args: Plain) -> None:
    """Show how the latest messages to somebody ended, of those the coach proposed."""
    person = await deskwork.supported(scene, str(args["person"]))
    await deskwork.note_look(scene, person)
    found = await plans.proposed_to(scene.session, person.id, scene.coach.id, states=STATES)
    known = {plan.id: plan for plan in found if plan.kind in KINDS}
    since = scene.now - LOOKED_BACK
    fates = await occasions.lately(
        scene.session, known.keys(), since=since, now=scene.now, limit=MOST
    )
    choices = await sharing.choices_of(scene.session, person.id)
    lines = tuple(_line(person, known[one.plan_id], one, choices=choices) for one in fates)
    says = Phrase("arrivals-none", {"name": person.name})
    if lines:
        says = Phrase("arrivals", {"name": person.name, "lines": lines})
    back = Button(Phrase("button-back"), "person", {"person": person.id})
    await show(scene, Message(says=says, rows=((back, *menus.TO_MENU),)))


def _line(person: Person, plan: Plan, fate: Fate, *, choices: Choices) -> Phrase:
    is_shown = may_see(choices, stream_of(plan), Audience.COACH)
    said = told(fate.state, fate.reason, is_shown=is_shown)
    where = zone(person.zone)
    return Phrase(
        "line-arrival",
        {
            "day": local(fate.due, where).date(),
            "time": shown(fate.due, where),
            "what": what(plan),
            "said": Phrase(f"arrival-{said}"),
        },
    )
