"""Work that begins or ends: what followed the old job rests; a new wake-up is a tap away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.draft import Draft, of_plan, usual
from bot.domain.job_phase import JobPhase, PhaseSet
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.schedule import Rule
from bot.services import agreeing, dates, job_reminders, menus, steering, surrounding, tying
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import deliveries, job_phases, plans, questions

DAY = timedelta(days=1)
A_WEEK = 7


async def ask(scene: Scene, args: Plain) -> None:
    """Ask from which day on; most begin on a Monday."""
    del args
    monday = scene.today + (A_WEEK - scene.today.weekday()) * DAY
    rows: tuple[tuple[Button, ...], ...] = ((Button(Phrase("button-back"), "change"),),)
    if monday >= scene.today + dates.MORE_OFFERED * DAY:
        label = Phrase("button-date", {"day": monday})
        rows = ((Button(label, "job.from", {"date": monday.isoformat()}),), *rows)
    await dates.ask(scene, Phrase("job-which-day"), "job.from", about={}, more=rows)


async def begin(scene: Scene, args: Plain) -> Phrase | None:
    """Let what follows the old job rest from a day on, and lead to what the new one needs."""
    day = date.fromisoformat(args["date"])
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    if day < scene.today:
        return Phrase("toast-over")
    await questions.close(scene.session, scene.chat.id)
    phase = await job_phases.of_person(scene.session, scene.member.id)
    if phase is None or not phase.says_the_same(JobPhase.STARTING, day):
        phase = await job_reminders.note(scene, scene.member, JobPhase.STARTING, day=day)
    resting = await _let_rest(scene, day)
    await show(scene, _begun(resting, phase, _draft(scene, resting, day)))
    return None


async def rest(scene: Scene, args: Plain) -> Phrase | None:
    """Let what follows work rest from tomorrow on: a job ended."""
    del args
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    await questions.close(scene.session, scene.chat.id)
    day = scene.today + DAY
    resting = await _let_rest(scene, day)
    says = _rests(resting, day, none="job-over-nothing-rests", some="job-over-rests")
    undo_it = (_undo(resting, {}),) if resting else ()
    await show(scene, Message(says=says, rows=(*undo_it, menus.TO_MENU)))
    return None


async def undo(scene: Scene, args: Plain) -> Phrase | None:
    """Let the old job go on as it was set, unless something was set for the new one by now."""
    before = args["rules"]
    if any(one.id not in before for one in await tying.to_work(scene) if one.rule.ends is None):
        return Phrase("toast-gone")
    for plan_id, values in before.items():
        plan = await surrounding.own(scene, {"plan": plan_id})
        await _go_on(scene, plan, Rule.from_values(values))
    if "set" in args:
        await job_phases.forget(scene.session, scene.member.id, mark=str(args["set"]))
    await show(scene, Message(says=Phrase("job-undone"), rows=(menus.TO_MENU,)))
    return None


async def _let_rest(scene: Scene, day: date) -> Sequence[Plan]:
    """Let what follows work come up to a day; return what it is."""
    resting = [one for one in await tying.to_work(scene) if not one.rule.is_over(day)]
    for plan in resting:
        await _rest(scene, plan, day - DAY)
    return resting


async def _rest(scene: Scene, plan: Plan, last: date) -> None:
    """Let a plan come up to a last day; one that did not begin by then does not come at all."""
    comes = plan.rule.starts <= last
    rule = replace(plan.rule, ends=last) if comes else plan.rule
    if plan.kind is PlanKind.WAKEUP:
        state = PlanState.ACTIVE if comes else PlanState.ENDED
        await _plan_anew(scene, plan, replace(plan, rule=rule, state=state))
    elif comes:
        await agreeing.change(scene, plan.id, rule=rule)
    else:
        await agreeing.stop(scene, plan.id)


async def _go_on(scene: Scene, plan: Plan, rule: Rule) -> None:
    if plan.kind is PlanKind.WAKEUP:
        await _plan_anew(scene, plan, replace(plan, rule=rule, state=PlanState.ACTIVE))
    else:
        await agreeing.resume(scene, plan.id)
        await agreeing.change(scene, plan.id, rule=rule)


async def _plan_anew(scene: Scene, before: Plan, plan: Plan) -> None:
    """Keep a wake-up as it is now; what is written of it can be written again."""
    await plans.change(scene.session, plan.id, was=before.state, becomes=plan.state)
    await plans.keep(scene.session, plan)
    await scene.planner.replan(scene.session, plan, scene.now)


def _draft(scene: Scene, resting: Sequence[Plan], day: date) -> Draft:
    """Return the new wake-up as it is offered: like the old one, from the first day on."""
    wakeups = [plan for plan in resting if plan.kind is PlanKind.WAKEUP]
    known = of_plan(wakeups[-1], day) if wakeups else usual(scene.member.id, day)
    return replace(known, starts=day)


def _begun(resting: Sequence[Plan], phase: PhaseSet, draft: Draft) -> Message:
    rows: Rows = (
        (Button(Phrase("button-new-wakeup"), "draft.card", draft.as_plain()),),
        (Button(Phrase("button-afterwork"), "afterwork.ends"),),
    )
    if not phase.is_answered:
        rows += ((Button(Phrase("button-job-reminders"), "job.offer", {"set": phase.id}),),)
    says = _rests(resting, phase.day, none="job-nothing-rests", some="job-rests")
    # What their coach noted stays noted: only what they said themselves is taken back.
    about = {"set": phase.id} if phase.set_by == phase.person_id else {}
    undo_it = (_undo(resting, about),) if resting else ()
    return Message(says=says, rows=(*rows, *undo_it, menus.TO_MENU))


def _rests(resting: Sequence[Plan], day: date, *, none: str, some: str) -> Phrase:
    """Return in words what rests from a day on."""
    if not resting:
        return Phrase(none, {"day": day})
    kinds = dict.fromkeys(plan.kind for plan in resting)
    lines = tuple(Phrase("line-rests", {"what": Phrase(steering.NAMES[kind])}) for kind in kinds)
    return Phrase(some, {"day": day, "lines": lines})


def _undo(resting: Sequence[Plan], about: Plain) -> tuple[Button, ...]:
    before = {"rules": {plan.id: plan.rule.as_values() for plan in resting}, **about}
    return (Button(Phrase("button-undo"), "job.undo", before),)
