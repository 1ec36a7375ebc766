"""What was proposed to somebody: it waits for their answer, or does not any more."""

from collections.abc import Sequence

from bot.domain.message import Phrase
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import next_moment
from bot.domain.schedule import zone
from bot.services.scene import Scene
from bot.store import plans

KINDS = (PlanKind.REMINDER, PlanKind.CHECKIN)


async def waiting_for(scene: Scene, person: Person, *, by: str | None = None) -> Sequence[Plan]:
    """Return what waits and is not over, by one coach or by all of them; a wake-up has its own."""
    waiting = [
        plan
        for kind in KINDS
        for plan in await plans.of_person(scene.session, person.id, kind, state=PlanState.PROPOSED)
    ]
    return [
        plan
        for plan in waiting
        if plan.proposed_by and plan.proposed_by == (by or plan.proposed_by)
        if next_moment(plan.rule, zone(person.zone), scene.now)
    ]


def if_waiting(plan: Plan) -> Plan | Phrase:
    """Return a proposal that is to be answered, or what to say where it does not wait any more."""
    match plan.state:
        case PlanState.PROPOSED:
            return plan
        case PlanState.ENDED:
            return Phrase("toast-gone")
        case PlanState.ACTIVE | PlanState.DECLINED:
            return Phrase("toast-already")
