"""What recurs is steered where it is read: fewer, another time, no more; each can be undone."""

from collections.abc import Sequence
from datetime import time, timedelta

from bot.domain.message import Button, Days, Message, Phrase, Plain, Value
from bot.domain.passing_on import shortened
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import words_of
from bot.domain.schedule import Rule
from bot.domain.steering import fewer as with_fewer
from bot.services import agreeing, menus, times
from bot.services.alike import alike, is_over
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import questions, wishes

NAMES = {
    PlanKind.WAKEUP: "plan-wakeup",
    PlanKind.CHECKIN: "plan-checkin",
    PlanKind.COPING: "plan-coping",
    PlanKind.AFTERWORK: "plan-afterwork",
    PlanKind.SENTENCE: "plan-sentence",
    PlanKind.REMINDER: "plan-reminder",
    PlanKind.WORKSHOP: "plan-workshop",
    PlanKind.EXERCISE: "plan-exercise",
}

SHORT = 40
"""How many signs of somebody's own words are enough to know them again."""

NAME = "name"
"""Where the details of a plan say what it is called; without it, it is called by its kind."""


def button(plan_id: str) -> Button:
    """Return the small button under whatever a plan brings."""
    return Button(Phrase("button-steer"), "steer", {"plan": plan_id})


def row(plan_id: str) -> tuple[Button, ...]:
    """Return the last row under whatever a plan brings unasked: a hard day, and steering it."""
    return (Button(Phrase("button-hard-day"), "hard-day"), button(plan_id))


def what(plan: Plan) -> Value:
    """Return what a plan is called: an own reminder by the person's words, which only they see."""
    words = words_of(plan)
    if words.strip():
        return shortened(words, SHORT)
    name = plan.details.get(NAME)
    return name if isinstance(name, str) and name else Phrase(NAMES[plan.kind])


def when(rule: Rule) -> Phrase:
    """Return when a plan comes, in a few words."""
    if rule.starts == rule.ends:
        return Phrase("when-once", {"day": rule.starts, "time": rule.wall})
    days = Days(numbers=rule.days)
    if _is_one_day_of_each_week(rule):
        return Phrase("when-weekly", {"days": days, "time": rule.wall})
    if rule.weeks == 1:
        return Phrase("when", {"days": days, "time": rule.wall})
    return Phrase("when-weeks", {"days": days, "time": rule.wall, "weeks": rule.weeks})


async def steer(scene: Scene, args: Plain) -> Phrase | None:
    """Ask what is to change; what was brought stays as it stands."""
    plan = await agreeing.own(scene, str(args["plan"]))
    if plan.state is not PlanState.ACTIVE:
        return Phrase("toast-gone")
    about = {"plan": plan.id}
    rows = (
        (Button(Phrase("button-fewer"), "steer.fewer", about),),
        (Button(Phrase("button-other-time"), "steer.time", about),),
        (Button(Phrase("button-stop-these"), "steer.stop", about),),
        (Button(Phrase("button-as-it-is"), "steer.leave", about),),
    )
    coming = _when(scene, plan, await alike(scene, plan))
    says = Phrase("steer", {"what": what(plan), "when": coming})
    answer = say if scene.tapped and scene.tapped.occasion else show
    await answer(scene, Message(says=says, rows=rows))
    return None


async def fewer(scene: Scene, args: Plain) -> Phrase | None:
    """Let it come on half of its days, or say that it is rare already."""
    plan = await _active(scene, args)
    if plan is None:
        return Phrase("toast-gone")
    rule = with_fewer(plan.rule)
    if rule is None:
        about = {"plan": plan.id}
        rows = (
            (Button(Phrase("button-stop-these"), "steer.stop", about),),
            (Button(Phrase("button-as-it-is"), "steer.leave", about),),
        )
        coming = _when(scene, plan, await alike(scene, plan))
        says = Phrase("steer-rare", {"what": what(plan), "when": coming})
        await show(scene, Message(says=says, rows=rows))
        return None
    await _change(scene, plan, rule)
    return None


async def ask_time(scene: Scene, args: Plain) -> Phrase | None:
    """Ask at what time instead."""
    plan = await _active(scene, args)
    if plan is None:
        return Phrase("toast-gone")
    await _ask_time(scene, plan, Phrase("steer-which-time"))
    return None


async def at(scene: Scene, args: Plain) -> Phrase | None:
    """Let it come at another time; one in the quiet hours is asked about again."""
    plan = await _active(scene, args)
    if plan is None:
        return Phrase("toast-gone")
    wall = time.fromisoformat(args["time"])
    quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
    if plan.kind is not PlanKind.REMINDER and quiet.holds(wall):
        says = Phrase("steer-quiet", {"begins": quiet.begins, "ends": quiet.ends})
        await _ask_time(scene, plan, says)
        return None
    await questions.close(scene.session, scene.chat.id)
    others = await alike(scene, plan)
    if is_over(scene, plan) and not others:
        return Phrase("toast-over")
    await _change(
        scene, plan, plan.at(wall).rule, others=[(one, one.at(wall).rule) for one in others]
    )
    return None


async def stop(scene: Scene, args: Plain) -> Phrase | None:
    """Let it come no more."""
    plan = await _active(scene, args)
    if plan is None:
        return Phrase("toast-gone")
    others = await alike(scene, plan)
    for one in (plan, *others):
        await agreeing.stop(scene, one.id)
    before = {"plan": plan.id, "others": {one.id: None for one in others}}
    undo = (Button(Phrase("button-undo"), "steer.undo", before),)
    says = Phrase("steer-stopped", {"what": what(plan)})
    await show(scene, Message(says=says, rows=(undo, menus.TO_MENU)))
    return None


async def undo(scene: Scene, args: Plain) -> None:
    """Let it be as it was before the change that this button is under."""
    plan = await _as_before(scene, str(args["plan"]), args.get("rule"))
    others = [await _as_before(scene, *one) for one in args.get("others", {}).items()]
    says = Phrase("steer-undone", {"what": what(plan), "when": _when(scene, plan, others)})
    await show(scene, Message(says=says, rows=(menus.TO_MENU,)))


async def leave(scene: Scene, args: Plain) -> None:
    """Let it be as it is."""
    plan = await agreeing.own(scene, str(args["plan"]))
    says = Phrase("steer-left", {"what": what(plan), "when": when(plan.rule)})
    await show(scene, Message(says=says, rows=(menus.TO_MENU,)))


def _is_one_day_of_each_week(rule: Rule) -> bool:
    """Whether the name of its day alone would read as if it came once."""
    comes_again = rule.ends is None or rule.ends - rule.first_day >= timedelta(weeks=1)
    return rule.weeks == 1 and len(rule.days) == 1 and comes_again


def _when(scene: Scene, plan: Plan, others: Sequence[Plan]) -> Phrase:
    """Return when the next one comes of a plan and those that go with it."""
    coming = [one.rule for one in (plan, *others) if not is_over(scene, one)]
    return when(min(coming, key=lambda rule: rule.starts, default=plan.rule))


async def _as_before(scene: Scene, plan_id: str, rule: Plain | None) -> Plan:
    """Let a plan go on, by the rule it had."""
    plan = await agreeing.resume(scene, plan_id)
    if rule is None or is_over(scene, plan):
        return plan
    return await agreeing.change(scene, plan_id, rule=Rule.from_values(rule))


async def _active(scene: Scene, args: Plain) -> Plan | None:
    plan = await agreeing.own(scene, str(args["plan"]))
    return plan if plan.state is PlanState.ACTIVE else None


async def _ask_time(scene: Scene, plan: Plan, says: Phrase) -> None:
    quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
    around = times.around(plan.rule.wall)
    offered = [wall for wall in around if plan.kind is PlanKind.REMINDER or not quiet.holds(wall)]
    about = {"plan": plan.id}
    back = ((Button(Phrase("button-back"), "steer", about),),)
    await times.ask(scene, says, "steer.at", offered=offered, about=about, more=back)


async def _change(
    scene: Scene, plan: Plan, rule: Rule, *, others: Sequence[tuple[Plan, Rule]] = ()
) -> None:
    """Let a plan come by another rule, and others with it: what is over stays as it was."""
    changed = plan if is_over(scene, plan) else await agreeing.change(scene, plan.id, rule=rule)
    also = [await agreeing.change(scene, one.id, rule=new) for one, new in others]
    before = {
        "plan": plan.id,
        "rule": plan.rule.as_values(),
        "others": {one.id: one.rule.as_values() for one, _ in others},
    }
    undo = (Button(Phrase("button-undo"), "steer.undo", before),)
    says = Phrase("steer-changed", {"what": what(plan), "when": _when(scene, changed, also)})
    await show(scene, Message(says=says, rows=(undo, menus.TO_MENU)))
