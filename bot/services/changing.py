"""A holiday, a stay in hospital, a new job: two taps, and everything is planned anew."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind
from bot.domain.schedule import Rule
from bot.services import (
    agreeing,
    dates,
    drafting,
    menus,
    new_job,
    pausing,
    surrounding,
    tying,
)
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import plans, questions

TOPIC = "change"

CHANGES = {
    "holiday": ("button-change-holiday", timedelta(days=6)),
    "hospital": ("button-change-hospital", timedelta(days=13)),
}
"""What changes for a while: its button, and how long until another day is named."""

JOB = "job"


async def ask(scene: Scene, args: Plain) -> None:
    """Ask what changes."""
    del args
    await questions.close(scene.session, scene.chat.id)
    choices = tuple(
        (Button(Phrase(key), "change.what", {"what": what}),) for what, (key, _) in CHANGES.items()
    )
    job = (
        Button(Phrase("button-change-job"), "change.what", {"what": JOB}),
        Button(Phrase("button-my-job"), "job"),
    )
    back = (Button(Phrase("button-back"), "messages"),)
    await show(scene, Message(says=Phrase("change"), rows=(*choices, job, back)))


async def choose(scene: Scene, args: Plain) -> None:
    """Say what each choice would lead to, and until when, before anything is done."""
    await questions.close(scene.session, scene.chat.id)
    what = str(args["what"])
    if what == JOB:
        await new_job.ask(scene, args)
        return
    _, lasts = CHANGES[what]
    day = date.fromisoformat(args["day"]) if "day" in args else scene.today + lasts
    await _offer(scene, what, day)


async def pause(scene: Scene, args: Plain) -> Phrase | None:
    """Pause everything up to the day."""
    return await pausing.until(scene, args)


async def without_wakeups(scene: Scene, args: Plain) -> Phrase | None:
    """Let no wake-up come up to the day, nor what hangs on work; all else goes on."""
    day = date.fromisoformat(args["day"])
    if not await _wakeups(scene) or day < scene.today:
        return Phrase("toast-over")
    if scene.member.is_paused(scene.now):
        return Phrase("toast-gone")
    active = [plan for plan in await tying.to_work(scene) if plan.rule.ends is None]
    for plan in active:
        after = max(plan.rule.starts, day + timedelta(days=1))
        await _plan_anew(scene, plan, replace(plan.rule, starts=after))
    before = {"rules": {plan.id: plan.rule.as_values() for plan in active}}
    undo = (Button(Phrase("button-undo"), "change.undo", before),)
    says = Phrase("change-no-wakeups", {"day": day})
    await show(scene, Message(says=says, rows=(undo, menus.TO_MENU)))
    return None


async def undo(scene: Scene, args: Plain) -> None:
    """Let all of it come as it did before."""
    for plan_id, values in args["rules"].items():
        plan = await surrounding.own(scene, {"plan": plan_id})
        await _plan_anew(scene, plan, Rule.from_values(values))
    await show(scene, Message(says=Phrase("change-undone"), rows=(menus.TO_MENU,)))


async def ask_day(scene: Scene, args: Plain) -> None:
    """Ask until which day."""
    details = {"what": str(args["what"])}
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=details, now=scene.now)
    await show(scene, Message(says=Phrase("change-which-day"), rows=(_to_offer(details),)))


async def read_day(scene: Scene, details: Plain, text: str) -> None:
    """Take the day that was typed, or ask again with an example and the way back."""
    day = dates.to_come(scene, text)
    if day is None:
        await say(scene, Message(says=dates.again(scene, text), rows=(_to_offer(details),)))
        return
    await questions.close(scene.session, scene.chat.id)
    await _offer(scene, str(details["what"]), day)


def _to_offer(details: Plain) -> tuple[Button, ...]:
    return (Button(Phrase("button-back"), "change.what", details),)


async def _offer(scene: Scene, what: str, day: date) -> None:
    about = {"what": what, "day": day.isoformat()}
    rows: tuple[tuple[Button, ...], ...] = (
        (Button(Phrase("button-pause-all"), "change.pause", about),),
    )
    key = "change-offer"
    # In a pause nothing else would go on: only another day for all of it is offered.
    if await _wakeups(scene) and not scene.member.is_paused(scene.now):
        key = "change-offer-wakeups"
        rows += ((Button(Phrase("button-no-wakeups"), "change.wakeups", about),),)
    rows += (
        (Button(Phrase("button-other-day"), "change.day", about),),
        (Button(Phrase("button-back"), "change"),),
    )
    await show(scene, Message(says=Phrase(key, {"day": day}), rows=rows))


async def _wakeups(scene: Scene) -> list[Plan]:
    return [
        plan
        for plan in await drafting.agreed_with(scene, scene.member.id)
        if plan.rule.ends is None
    ]


async def _plan_anew(scene: Scene, plan: Plan, rule: Rule) -> None:
    if plan.kind is not PlanKind.WAKEUP:
        await agreeing.change(scene, plan.id, rule=rule)
        return
    changed = replace(plan, rule=rule)
    await plans.keep(scene.session, changed)
    await scene.planner.replan(scene.session, changed, scene.now)
