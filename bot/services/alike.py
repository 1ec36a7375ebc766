"""Plans that are steered as one: each workshop of a group has a reminder of its own."""

from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.schedule import moment
from bot.services.scene import Scene
from bot.store import attendance, groups, plans


async def alike(scene: Scene, plan: Plan) -> list[Plan]:
    """Return the others to come to whoever acts, that are steered as this one is."""
    if plan.kind is not PlanKind.WORKSHOP:
        return []
    workshop = await groups.get_session(scene.session, str(plan.details["session"]))
    if workshop is None:
        return []
    known = await attendance.in_group(scene.session, workshop.group_id, scene.member.id)
    ids = sorted(one.plan_id for one in known.values() if one.plan_id)
    several = [await plans.take(scene.session, id_) for id_ in ids if id_ != plan.id]
    active = [one for one in several if one and one.state is PlanState.ACTIVE]
    return [one for one in active if not is_over(scene, one)]


def is_over(scene: Scene, plan: Plan) -> bool:
    """Whether a plan that comes once has come."""
    rule = plan.rule
    return rule.starts == rule.ends and moment(rule.starts, rule.wall, scene.zone) <= scene.now
