"""What a person answers on a working morning, and what it leads to."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, time

from bot.domain.delivery import Class, Occasion, Reason, State
from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanState
from bot.domain.schedule import moment, shown
from bot.domain.sharing import Audience, Stream, may_see
from bot.domain.wakeup import (
    NUDGING,
    SILENCED,
    SNOOZE_SLOTS,
    MorningState,
    Slot,
    WorkingMorning,
    answer,
    is_late,
    is_over,
    snooze,
    snoozed,
)
from bot.services import menus, nudging, plan_b, planning, questioning, supported, times, tying
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import correct
from bot.store import deliveries, mornings, occasions, plans, questions, sharing


async def up(scene: Scene, args: Plain) -> Phrase | None:
    """The person is up: no more nudges, and the first small step of the morning."""
    morning = await _answered(scene, args, MorningState.UP)
    if isinstance(morning, Phrase):
        return morning
    if is_late(morning, scene.now):
        await show(scene, Message(says=Phrase("up-late")))
    else:
        await show(scene, nudging.phase(morning))
    return None


async def off(scene: Scene, args: Plain) -> Phrase | None:
    """The person does not work today: silence for the day."""
    morning = await _answered(scene, args, MorningState.NOT_WORKING)
    if isinstance(morning, Phrase):
        return morning
    await show(scene, Message(says=Phrase("not-working")))
    return None


async def unwell(scene: Scene, args: Plain) -> Phrase | None:
    """The person is not well: who to tell, and where help is."""
    morning = await _answered(scene, args, MorningState.UNWELL)
    if isinstance(morning, Phrase):
        return morning
    employer = Button(Phrase("button-copy-employer"), copies=Phrase("unwell-employer"))
    coach = Button(Phrase("button-copy-coach"), copies=Phrase("unwell-coach"))
    texts = await supported.texts(scene, employer, coach=coach)
    key = await supported.said(scene, "unwell-tell", "unwell-tell-no-coach")
    lines = (Phrase(key), *await _what_the_coach_sees(scene))
    says = Phrase("unwell", {"lines": lines})
    await show(scene, Message(says=says, rows=(*texts, menus.TO_HELP)))
    return None


async def _what_the_coach_sees(scene: Scene) -> tuple[Phrase, ...]:
    """Return what a coach learns of it, where there is one and the person shows their mornings."""
    choices = await sharing.choices_of(scene.session, scene.member.id)
    is_shown = may_see(choices, Stream.WAKEUPS, Audience.COACH)
    return (Phrase("unwell-seen"),) if is_shown and await supported.has_coach(scene) else ()


async def put_off(scene: Scene, args: Plain) -> Phrase | None:
    """Eight more minutes, up to three times."""
    plan, morning = await _morning(scene, args)
    if is_late(morning, scene.now) or is_over(morning, scene.now, scene.zone):
        return Phrase("toast-over")
    waiting = await occasions.slots_planned(scene.session, plan.id, morning.day)
    if morning.is_answered or waiting & set(SNOOZE_SLOTS):
        return Phrase("toast-already")
    put_off = snooze(morning)
    if put_off is None:
        return Phrase("toast-no-more-snooze")
    await mornings.keep(scene.session, put_off)
    await _silence(scene, put_off, NUDGING)
    await _nudge_again(scene, plan, put_off)
    return None


async def next_phase(scene: Scene, args: Plain) -> Phrase | None:
    """One small step is done or skipped: the next one; who went out is not reminded to leave."""
    _, morning = await _morning(scene, args)
    if morning.phase != args["phase"] or morning.state is not MorningState.UP:
        return Phrase("toast-already")
    morning = replace(morning, phase=morning.phase + 1)
    await mornings.keep(scene.session, morning)
    if args.get(nudging.LEFT):
        await _silence(scene, morning, {Slot.LEAVING})
    await show(scene, nudging.phase(morning))
    return None


async def enough(scene: Scene, args: Plain) -> None:
    """The person goes on without the small steps."""
    await _morning(scene, args)
    await show(scene, Message(says=Phrase("morning-enough")))


async def ready(scene: Scene, args: Plain) -> Phrase | None:
    """All is ready the evening before."""
    plan, morning = await _morning(scene, args)
    if scene.now >= morning.due:
        return Phrase("toast-over")
    await show(scene, Message(says=Phrase("evening-ready", {"time": plan.wall_on(morning.day)})))
    return None


async def no_work(scene: Scene, args: Plain) -> Phrase | None:
    """No work tomorrow: no wake-up on that day."""
    morning = await _answered(scene, args, MorningState.NOT_WORKING)
    if isinstance(morning, Phrase):
        return morning
    undo = (Button(Phrase("button-work-after-all"), "evening.work", nudging.args(morning)),)
    says = Phrase("evening-no-work", {"day": morning.day})
    await show(scene, Message(says=says, rows=(undo, menus.TO_MENU)))
    return None


async def work_after_all(scene: Scene, args: Plain) -> Phrase | None:
    """There is work after all: what was silenced comes, as if nothing had been said."""
    plan, morning = await _morning(scene, args)
    if scene.now >= morning.due:
        return Phrase("toast-over")
    if morning.state is not MorningState.NOT_WORKING:
        return Phrase("toast-already")
    morning = replace(morning, state=MorningState.AWAITED, answered_at=None)
    await mornings.keep(scene.session, morning)
    await occasions.revive(scene.session, plan.id, morning.day, slots=list(Slot), now=scene.now)
    await tying.follow_morning(scene, morning)
    scene.bell.ring(scene.session, scene.chat.shard)
    await show(scene, Message(says=Phrase("evening-ready", {"time": plan.wall_on(morning.day)})))
    return None


async def evening(scene: Scene, args: Plain) -> Phrase | None:
    """Show the line of the evening before again."""
    plan, morning = await _morning(scene, args)
    if scene.now >= morning.due:
        return Phrase("toast-over")
    await questions.close(scene.session, scene.chat.id)
    await show(scene, nudging.message(plan, morning.day, Slot.EVENING))
    return None


async def ask_time(scene: Scene, args: Plain) -> Phrase | None:
    """Ask at what time instead, for that one day."""
    plan, morning = await _morning(scene, args)
    if scene.now >= morning.due:
        return Phrase("toast-over")
    says = Phrase("evening-which-time", {"day": morning.day})
    around = times.around(plan.wall_on(morning.day))
    offered = [one for one in around if moment(morning.day, one, scene.zone) > scene.now]
    back = ((Button(Phrase("button-back"), "evening", args),),)
    await times.ask(scene, says, "evening.at", offered=offered, about=args, more=back)
    return None


async def change_time(scene: Scene, args: Plain) -> Phrase | None:
    """Another time for that one day, as long as it is to come."""
    plan, morning = await _morning(scene, args)
    if scene.now >= morning.due:
        return Phrase("toast-over")
    wall = time.fromisoformat(args["time"])
    if scene.now >= moment(morning.day, wall, scene.zone):
        return Phrase("toast-over")
    rule = replace(plan.rule, exceptions={**plan.rule.exceptions, morning.day: wall})
    plan = replace(plan, rule=rule)
    await plans.keep(scene.session, plan)
    await questions.close(scene.session, scene.chat.id)
    await scene.planner.replan(scene.session, plan, scene.now)
    says = Phrase("evening-changed", {"day": morning.day, "time": wall})
    await show(scene, Message(says=says))
    return None


async def go(scene: Scene, args: Plain) -> None:
    """The person is on the way."""
    await _morning(scene, args)
    await show(scene, Message(says=Phrase("on-my-way")))


async def late(scene: Scene, args: Plain) -> None:
    """The person will be late: texts ready to copy, sent by nobody but them."""
    await _morning(scene, args)
    message = Message(says=Phrase("late"), rows=await plan_b.texts(scene))
    lines = await plan_b.lines_of(scene)
    if lines:
        message = questioning.after(Phrase("plan-b-late", {"lines": lines}), message)
    await show(scene, message)


async def _answered(scene: Scene, args: Plain, state: MorningState) -> WorkingMorning | Phrase:
    """Keep an answer; return why not when its day is over or it says nothing new."""
    plan, morning = await _morning(scene, args)
    if is_over(morning, scene.now, scene.zone):
        return Phrase("toast-over")
    if morning.state is state:
        return Phrase("toast-already")
    was_answered = morning.is_answered
    morning = answer(morning, state, scene.now)
    await mornings.keep(scene.session, morning)
    await _silence(scene, morning, SILENCED[state])
    await tying.follow_morning(scene, morning)
    if was_answered:
        await _say_again(scene, morning)
    await _correct_note(scene, plan, morning)
    return morning


async def _nudge_again(scene: Scene, plan: Plan, morning: WorkingMorning) -> None:
    coming_up = snoozed(morning, scene.now)
    for one in coming_up:
        nudge = nudging.message(plan, morning.day, Slot(one.slot))
        coming = planning.delivery(
            scene.chat.id, one, nudge, kind=Class.WAKEUP, about=(plan.id, morning.day)
        )
        await deliveries.add(scene.session, coming)
    when = shown(coming_up[0].due, scene.zone)
    rows = ((Button(Phrase("button-up"), "nudge.up", nudging.args(morning)),),)
    await show(scene, Message(says=Phrase("snoozed", {"time": when}), rows=rows))


async def _silence(scene: Scene, morning: WorkingMorning, slots: Collection[Slot]) -> None:
    await deliveries.withdraw(
        scene.session,
        plan_id=morning.plan_id,
        reason=Reason.ANSWERED,
        now=scene.now,
        day=morning.day,
        slots=slots,
    )


async def _say_again(scene: Scene, morning: WorkingMorning) -> None:
    """Write again what an earlier answer had silenced and this one does not, if it is to come."""
    wanted = set(Slot) - SILENCED[morning.state]
    if await occasions.revive(
        scene.session, morning.plan_id, morning.day, slots=wanted, now=scene.now
    ):
        scene.bell.ring(scene.session, scene.chat.shard)


async def _correct_note(scene: Scene, plan: Plan, morning: WorkingMorning) -> None:
    """Tell in place a coach who was told of no answer that there is one; not when, nor which."""
    about = Occasion(plan_id=plan.id, day=morning.day, slot=Slot.NOTE)
    note = await deliveries.of_occasion(scene.session, about)
    if note and note.state in {State.SENT, State.SENDING, State.UNCERTAIN}:
        says = Phrase("note-answered", {"name": scene.me.name})
        await correct(scene, note, Message(says=says))


async def _morning(scene: Scene, args: Plain) -> tuple[Plan, WorkingMorning]:
    """Return the plan and the morning a button is about; raise NotAllowed for another's.

    Nobody else changes them until all is done: the plan is taken first, as by whoever plans.
    """
    plan = await plans.take(scene.session, str(args["plan"]))
    if plan is None or plan.person_id != scene.member.id or plan.state is not PlanState.ACTIVE:
        raise NotAllowed("no plan of theirs")
    morning = await mornings.get(scene.session, plan.id, date.fromisoformat(args["day"]))
    if morning is None:
        raise NotAllowed("no such morning")
    return plan, morning
