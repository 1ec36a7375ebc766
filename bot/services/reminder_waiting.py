"""What was proposed to somebody and waits for their answer; a wake-up has its own."""

from collections.abc import Sequence

from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import next_moment
from bot.domain.schedule import zone
from bot.services.scene import Scene
from bot.store import plans

KINDS = (PlanKind.REMINDER, PlanKind.CHECKIN)


async def waiting_for(scene: Scene, person: Person, *, by: str | None = None) -> Sequence[Plan]:
    """Return what waits and is not over, by one coach or by all of them."""
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
