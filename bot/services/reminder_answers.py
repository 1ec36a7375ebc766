"""What somebody answers to a reminder that a coach proposes: yes, another time, or no."""

from dataclasses import replace
from datetime import time

from bot.domain import reminder as reminders
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.proposal import INSTEAD, draft_of, kind_of, rule_of
from bot.domain.reminder import MOST, of_plan
from bot.services import (
    agreeing,
    following_up,
    menus,
    on_my_way,
    reminder_cards,
    reminder_kinds,
    times,
)
from bot.services.reminder_waiting import if_waiting, waiting_for
from bot.services.reminding import TO_REMINDERS
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import what, when
from bot.services.telling import tell
from bot.store import people, plans, questions, supports, wishes


async def question(scene: Scene, plan: Plan, coach: Person) -> Message:
    """Return what somebody reads to whom a reminder is proposed."""
    kind, one = kind_of(plan), draft_of(plan)
    lines = reminder_kinds.lines_of(one, of_coach=False)
    quiet = (await wishes.of_person(scene.session, plan.person_id)).quiet
    if plan.kind is PlanKind.REMINDER and quiet.holds(plan.rule.wall):
        lines += (Phrase("line-in-quiet"),)
    if await on_my_way.told_to(scene, plan.person_id, one.meets):
        lines += (Phrase("line-going", {"coach": coach.name}),)
    key = "offered-change" if INSTEAD in plan.details else f"offered-{kind}"
    about = {"plan": plan.id}
    rows = (
        (Button(Phrase("button-agree"), "offered.agree", about),),
        (Button(Phrase("button-other-time"), "offered.time", about),),
        (Button(Phrase("button-no-thanks"), "offered.decline", about),),
    )
    named = reminder_kinds.what(one, kind)
    return Message(
        says=Phrase(key, {"coach": coach.name, "what": named, "lines": lines}), rows=rows
    )


async def again(scene: Scene, args: Plain) -> Phrase | None:
    """Show what waits for an answer, one after the other."""
    del args
    await questions.close(scene.session, scene.chat.id)
    for plan in await waiting_for(scene, scene.member):
        coach = await people.get(scene.session, str(plan.proposed_by))
        if coach:
            await show(scene, await question(scene, plan, coach))
            return None
    return Phrase("toast-gone")


async def agree(scene: Scene, args: Plain) -> Phrase | None:
    """The person says yes: it begins."""
    plan = await _to_answer(scene, args)
    return plan if isinstance(plan, Phrase) else await _begin(scene, plan, key="offered-accepted")


async def ask_time(scene: Scene, args: Plain) -> Phrase | None:
    """The person wants another time."""
    plan = await _to_answer(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await _ask_time(scene, plan, Phrase("proposal-which-time"))
    return None


async def agree_at(scene: Scene, args: Plain) -> Phrase | None:
    """The person says yes to another time."""
    plan = await _to_answer(scene, args)
    if isinstance(plan, Phrase):
        return plan
    plan = _at(plan, time.fromisoformat(args["time"]))
    return await _begin(scene, plan, key="offered-other-time")


async def decline(scene: Scene, args: Plain) -> Phrase | None:
    """The person says no; that is a complete answer."""
    plan = await _to_answer(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await plans.change(scene.session, plan.id, was=PlanState.PROPOSED, becomes=PlanState.DECLINED)
    await questions.close(scene.session, scene.chat.id)
    is_told = await _tell_coach(scene, plan, "offered-declined")
    says = Phrase("offered-no-told" if is_told else "offered-no")
    await show(scene, Message(says=says, rows=menus.ANYWHERE))
    return None


async def _begin(scene: Scene, plan: Plan, *, key: str) -> Phrase | None:
    """Let it begin, in the place of what it changes; or ask about what stands in the way."""
    in_the_way = await _in_the_way(scene, plan)
    if in_the_way == "steer-quiet":
        quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
        says = Phrase(in_the_way, {"begins": quiet.begins, "ends": quiet.ends})
        await _ask_time(scene, plan, says)
        return None
    await questions.close(scene.session, scene.chat.id)
    if in_the_way:
        await show(scene, Message(says=Phrase(in_the_way), rows=(TO_REMINDERS,)))
        return None
    said = await _make_room(scene, plan)
    rule = reminders.rule_from_now(draft_of(plan), scene.zone, scene.now)
    details = {name: one for name, one in plan.details.items() if name != INSTEAD}
    await agreeing.change(scene, plan.id, rule=rule, details={**details, **said})
    plan = await agreeing.begin(scene, plan.id)
    await _tell_coach(scene, plan, key)
    says = Phrase("offered-yes", {"what": what(plan), "when": when(rule_of(plan))})
    await show(scene, Message(says=says, rows=(TO_REMINDERS,)))
    return None


async def _in_the_way(scene: Scene, plan: Plan) -> str | None:
    """Return the key of why it cannot begin: it is over, in quiet hours, one too many."""
    if reminders.next_moment(plan.rule, scene.zone, scene.now) is None:
        return "offered-over"
    if plan.kind is PlanKind.CHECKIN:
        quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
        return "steer-quiet" if quiet.holds(plan.rule.wall) else None
    is_more = INSTEAD not in plan.details
    is_full = is_more and len(await reminder_cards.to_come(scene)) >= MOST
    return "reminder-many" if is_full else None


async def _make_room(scene: Scene, plan: Plan) -> dict[str, object]:
    """End what goes on and is replaced; return what was answered to it, to be kept."""
    instead = plan.details.get(INSTEAD)
    if plan.kind is PlanKind.CHECKIN:
        current = await following_up.current(scene)
        if current:
            await agreeing.stop(scene, current.id)
            return dict(current.details)
    elif instead:
        before = await plans.take(scene.session, str(instead))
        if before and before.state is PlanState.ACTIVE:
            await agreeing.stop(scene, before.id)
            return {"said": dict(reminders.said_of(before))}
    return {}


async def _ask_time(scene: Scene, plan: Plan, says: Phrase) -> None:
    back = ((Button(Phrase("button-back"), "offered"),),)
    await times.ask(
        scene,
        says,
        "offered.at",
        offered=times.around(draft_of(plan).wall),
        about={"plan": plan.id},
        more=back,
    )


def _at(plan: Plan, wall: time) -> Plan:
    """Return a proposal at another time of day; what comes before it moves along."""
    if plan.kind is PlanKind.CHECKIN:
        return plan.at(wall)
    one = replace(of_plan(plan), wall=wall)
    return replace(plan, rule=one.rule, details={**plan.details, "reminder": one.as_plain()})


async def _tell_coach(scene: Scene, plan: Plan, key: str) -> bool:
    """Tell the answer to who proposed it, if they support the person still."""
    coach_id = plan.proposed_by
    if not coach_id or not await supports.between(scene.session, coach_id, plan.person_id):
        return False
    values: Values = {
        "name": scene.member.name,
        "what": what(plan),
        "when": when(rule_of(plan)),
    }
    await tell(scene, coach_id, Message(says=Phrase(key, values)))
    return True


async def _to_answer(scene: Scene, args: Plain) -> Plan | Phrase:
    """Return the proposal a button is about, or what to say where it does not wait any more."""
    return if_waiting(await agreeing.own(scene, str(args["plan"])))
