"""What somebody wants to be brought: by their own word it begins, changes and ends at once.

A wake-up is agreed upon in `proposing`; this is for every other kind of plan.
"""

from dataclasses import replace

from bot.domain.delivery import Reason
from bot.domain.errors import NotAllowed
from bot.domain.message import Plain
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.schedule import Rule
from bot.services import taking_turns
from bot.services.scene import Scene
from bot.store import deliveries, plans
from bot.store.ids import new_id


async def agree(
    scene: Scene,
    kind: PlanKind,
    rule: Rule,
    *,
    details: Plain | None = None,
    proposed_by: str | None = None,
) -> Plan:
    """Let something recur for whoever acts, from now on; return the plan."""
    plan = Plan(
        id=new_id(),
        person_id=scene.member.id,
        kind=kind,
        state=PlanState.ACTIVE,
        rule=rule,
        details=details or {},
        proposed_by=proposed_by or scene.member.id,
    )
    await plans.add(scene.session, plan, scene.now)
    await _settle(scene, plan)
    return plan


async def change(
    scene: Scene, plan_id: str, *, rule: Rule | None = None, details: Plain | None = None
) -> Plan:
    """Change when a plan of whoever acts comes, or what it brings; return it as it is now."""
    before = await own(scene, plan_id)
    kept = before.details if details is None else details
    plan = replace(before, rule=rule or before.rule, details=kept)
    await plans.keep(scene.session, plan)
    await _settle(scene, plan, before=before)
    return plan


async def begin(scene: Scene, plan_id: str) -> Plan:
    """Let a plan begin that somebody else proposed to whoever acts."""
    return await _become(scene, plan_id, was=PlanState.PROPOSED, becomes=PlanState.ACTIVE)


async def stop(scene: Scene, plan_id: str) -> Plan:
    """End a plan of whoever acts; nothing of it goes out any more."""
    return await _become(scene, plan_id, was=PlanState.ACTIVE, becomes=PlanState.ENDED)


async def resume(scene: Scene, plan_id: str) -> Plan:
    """Let a plan that was stopped go on as it was."""
    return await _become(scene, plan_id, was=PlanState.ENDED, becomes=PlanState.ACTIVE)


async def own(scene: Scene, plan_id: str) -> Plan:
    """Return a plan of whoever acts, to be changed; raise NotAllowed for another's or a wake-up."""
    plan = await plans.take(scene.session, plan_id)
    if plan is None or plan.person_id != scene.member.id or plan.kind is PlanKind.WAKEUP:
        raise NotAllowed("not their plan")
    return plan


async def _settle(scene: Scene, plan: Plan, *, before: Plan | None = None) -> None:
    """Write the days to come of a plan anew, and of those that take turns with it."""
    await scene.planner.replan(scene.session, plan, scene.now)
    if plan.kind is PlanKind.COPING:
        await taking_turns.settle(scene, before)


async def _become(scene: Scene, plan_id: str, *, was: PlanState, becomes: PlanState) -> Plan:
    before = await own(scene, plan_id)
    plan = replace(before, state=becomes)
    if await plans.change(scene.session, plan.id, was=was, becomes=becomes):
        await _settle(scene, plan, before=before)
    if becomes is PlanState.ENDED:
        await deliveries.withdraw(
            scene.session, plan_id=plan.id, reason=Reason.WITHDRAWN, now=scene.now
        )
    return plan
