"""What comes before work follows the wake-up: its days, and the time to leave home."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.afterwork import AFTERWORK
from bot.domain.delivery import Reason
from bot.domain.message import Phrase
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.wakeup import MorningState, WorkingMorning
from bot.services import agreeing, steering, times
from bot.services.scene import Scene
from bot.store import deliveries, occasions, plans, runs, wishes

LEAD = "lead"
"""Where the details of a plan say how many minutes before leaving it comes; others are not tied."""

RESTS = frozenset({MorningState.NOT_WORKING, MorningState.UNWELL})
"""After which answers of a morning there is no work on its day."""

TIED = (PlanKind.COPING, PlanKind.SENTENCE)


async def follow(scene: Scene, wakeup: Plan) -> None:
    """Let what is tied to leaving for work come as the wake-up is now.

    It stays as it is where nobody says when they leave, or where it would come in the quiet hours;
    also where either has a last day, as it belongs to a job that ends.
    """
    leaves = wakeup.around.leaves
    if leaves is None or wakeup.rule.ends:
        return
    quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
    for plan in await _tied(scene):
        [wall] = times.shifted(leaves, [-int(plan.details[LEAD])]) or [plan.rule.wall]
        rule = replace(plan.rule, days=wakeup.rule.days, wall=wall)
        if rule != plan.rule and not rule.ends and not quiet.holds(wall):
            await agreeing.change(scene, plan.id, rule=rule)


async def follow_morning(scene: Scene, morning: WorkingMorning) -> None:
    """Bring nothing that hangs on work on a day without it; bring it after all once there is."""
    for plan in await _active(scene, PlanKind.AFTERWORK, *TIED):
        if _hangs(plan):
            await _heed(scene, plan, morning)


def rests(plan: Plan, several: Sequence[WorkingMorning]) -> bool:
    """Whether a plan that hangs on a day of work brings nothing after these answers."""
    return _hangs(plan) and any(one.state in RESTS for one in several)


def is_taken_off(plan: Plan, several: Sequence[WorkingMorning]) -> bool:
    """Whether answers of a day take off it what a plan brings, a wake-up or what hangs on work."""
    of_it = any(one.plan_id == plan.id and one.state in RESTS for one in several)
    return of_it or rests(plan, several)


async def to_work(scene: Scene) -> Sequence[Plan]:
    """Return what follows somebody's work: the wake-up, the question after it, what is tied."""
    wakeups = await _active(scene, PlanKind.WAKEUP)
    return [*wakeups, *await _active(scene, PlanKind.AFTERWORK), *await _tied(scene)]


def when(plan: Plan) -> Phrase:
    """Return when something comes, and whether it follows the wake-up."""
    key = "moment-tied" if LEAD in plan.details else "moment-untied"
    return Phrase(key, {"when": steering.when(plan.rule)})


async def _heed(scene: Scene, plan: Plan, morning: WorkingMorning) -> None:
    if morning.state in RESTS:
        await deliveries.withdraw(
            scene.session, plan_id=plan.id, reason=Reason.ANSWERED, now=scene.now, day=morning.day
        )
        return
    if not await _was_answered_early(scene, plan, morning.day):
        slots = [plan.kind]
        await occasions.revive(scene.session, plan.id, morning.day, slots=slots, now=scene.now)


async def _was_answered_early(scene: Scene, plan: Plan, day: date) -> bool:
    """Whether it is silent because its question was answered before it came."""
    if plan.kind is not PlanKind.AFTERWORK:
        return False
    return await runs.of_day(scene.session, plan.person_id, AFTERWORK, day=day) is not None


def _hangs(plan: Plan) -> bool:
    return plan.kind is PlanKind.AFTERWORK or LEAD in plan.details


async def _tied(scene: Scene) -> Sequence[Plan]:
    return [plan for plan in await _active(scene, *TIED) if LEAD in plan.details]


async def _active(scene: Scene, *kinds: PlanKind) -> Sequence[Plan]:
    return await plans.of_person(scene.session, scene.member.id, *kinds, state=PlanState.ACTIVE)
