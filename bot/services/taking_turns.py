"""Lets techniques take turns anew whenever reminders, or the techniques allowed, have changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.plan import Plan, PlanKind
from bot.domain.rotation import Rotation, brought, in_turn
from bot.domain.schedule import local, zone
from bot.services import coping_offers
from bot.services.planning import Planner
from bot.services.scene import Scene
from bot.store import people, plans
from bot.store.db import Session


@dataclass(frozen=True, kw_only=True)
class Table:
    """Whose reminders are written anew, and at which moment of their day."""

    session: Session
    planner: Planner
    person_id: str
    now: datetime
    here: datetime


async def settle(scene: Scene, before: Plan | None = None) -> None:
    """Write anew what each reminder of whoever acts brings; what came last comes last.

    `before` is a reminder as it was before it changed.
    """
    table = Table(
        session=scene.session,
        planner=scene.planner,
        person_id=scene.member.id,
        now=scene.now,
        here=local(scene.now, scene.zone).replace(tzinfo=None),
    )
    toolbox = await coping_offers.toolbox(scene)
    allowed = toolbox.allowed(scene.deployment.library.techniques())
    await _deal(table, [one.id for one in allowed], before)


async def go_on(session: Session, planner: Planner, before: Plan, *, now: datetime) -> None:
    """Write it anew where nobody acts, once a plan has changed, with the techniques it had."""
    person = await people.get(session, before.person_id)
    if person is None or before.kind is not PlanKind.COPING:
        return
    here = local(now, zone(person.zone)).replace(tzinfo=None)
    table = Table(session=session, planner=planner, person_id=person.id, now=now, here=here)
    await _deal(table, Rotation.from_plain(before.details).techniques, before)


async def _deal(table: Table, allowed: Sequence[str], before: Plan | None) -> None:
    active = await plans.take_active(table.session, table.person_id, PlanKind.COPING)
    known = {plan.id: plan for plan in active} | ({before.id: before} if before else {})
    came = brought(
        [(plan.rule, Rotation.from_plain(plan.details)) for plan in known.values()], table.here
    )
    order = in_turn(allowed, came)
    for plan in active:
        others = [one.rule for one in active if one.id != plan.id]
        rotation = Rotation(techniques=order, since=table.here, others=others)
        changed = replace(plan, details={**plan.details, **rotation.as_plain()})
        await plans.keep(table.session, changed)
        await table.planner.replan(table.session, changed, table.now)
