"""A wake-up is proposed, accepted, changed or declined; or set alone. Nothing starts unasked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from bot.domain.delivery import Reason
from bot.domain.draft import Draft, of_plan
from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person
from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import local, zone
from bot.services import drafting, menus, stopped, surrounding, times
from bot.services.reminder_waiting import if_waiting
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import deliveries, mornings, people, plans, questions, supports
from bot.store.ids import new_id


async def propose(scene: Scene, args: Plain) -> Phrase | None:
    """A coach proposes a wake-up to somebody they support."""
    draft = Draft.from_plain(args)
    person = await drafting.whose(scene, draft.person_id)
    plan = await _write(scene, draft, person)
    if plan is None:
        return Phrase("toast-already")
    await tell(scene, person.id, _proposal(plan, scene.coach))
    says = Phrase("proposal-sent", {"name": person.name, **drafting.summary(draft)})
    await show(scene, Message(says=says, rows=(menus.TO_MENU,)))
    return None


async def accept(scene: Scene, args: Plain) -> Phrase | None:
    """The person agrees: the wake-up starts, and what surrounds it is asked."""
    plan = await _to_answer(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await _start(scene, plan)
    await _answer_coach(scene, plan, "proposal-accepted")
    await surrounding.ask_evening(scene, plan)
    return None


async def ask_time(scene: Scene, args: Plain) -> Phrase | None:
    """The person wants another time."""
    plan = await _to_answer(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await times.ask(
        scene,
        Phrase("proposal-which-time"),
        "proposal.at",
        offered=times.around(plan.rule.wall),
        about={"plan": plan.id},
        more=((Button(Phrase("button-back"), "wakeup"),),),
    )
    return None


async def accept_at(scene: Scene, args: Plain) -> Phrase | None:
    """The person agrees to another time."""
    plan = await _to_answer(scene, args)
    if isinstance(plan, Phrase):
        return plan
    plan = plan.at(time.fromisoformat(args["time"]))
    await plans.keep(scene.session, plan)
    await _start(scene, plan)
    await _answer_coach(scene, plan, "proposal-other-time")
    await surrounding.ask_evening(scene, plan)
    return None


async def decline(scene: Scene, args: Plain) -> Phrase | None:
    """The person says no; that is a complete answer."""
    plan = await _to_answer(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await plans.change(scene.session, plan.id, was=PlanState.PROPOSED, becomes=PlanState.DECLINED)
    await questions.close(scene.session, scene.chat.id)
    await _answer_coach(scene, plan, "proposal-declined")
    await show(scene, Message(says=Phrase("proposal-no"), rows=(menus.TO_MENU,)))
    return None


async def keep(scene: Scene, args: Plain) -> Phrase | None:
    """A person sets or changes a wake-up alone; what surrounded an earlier one stays."""
    draft = Draft.from_plain(args)
    if draft.person_id != scene.member.id:
        raise NotAllowed("not their own")
    rule = draft.rule(local(scene.now, scene.zone).date())
    plan = None
    if all(plan.rule != rule for plan in await drafting.agreed_with(scene, scene.member.id)):
        plan = await _write(scene, draft, scene.member)
    if plan is None:
        return Phrase("toast-already")
    await _start(scene, plan)
    await surrounding.ask_evening(scene, plan)
    return None


async def end(scene: Scene, args: Plain) -> Phrase | None:
    """The person wants no wake-up any more."""
    plan = await surrounding.own(scene, args)
    if not await stop(scene, plan):
        return Phrase("toast-already")
    await show(scene, Message(says=Phrase("wakeup-ended"), rows=(menus.TO_MENU,)))
    return None


async def own(scene: Scene, args: Plain) -> None:
    """Show what waits for an answer, or the person's own wake-up, or the card to set one."""
    await questions.close(scene.session, scene.chat.id)
    for plan in await _waiting(scene, scene.member.id):
        coach = await people.get(scene.session, plan.proposed_by) if plan.proposed_by else None
        if coach:
            await show(scene, _proposal(plan, coach))
            return
    active = await drafting.agreed_with(scene, scene.member.id)
    if not active:
        await drafting.start(scene, args)
        return
    plan = active[-1]
    about = {"plan": plan.id}
    rows = (
        (Button(Phrase("button-change-wakeup"), "wakeup.draft"),),
        (Button(Phrase("button-change-around"), "around.evening", about),),
        (Button(Phrase("button-stop-wakeup"), "wakeup.end", about),),
        menus.TO_MENU,
    )
    says = surrounding.whole(plan, scene.today, above=await stopped.told(scene))
    await show(scene, Message(says=says, rows=rows))


async def stop(scene: Scene, plan: Plan) -> bool:
    """End what is agreed: nothing of it goes out any more; return whether it went on until now."""
    ended = await plans.change(
        scene.session, plan.id, was=PlanState.ACTIVE, becomes=PlanState.ENDED
    )
    await deliveries.withdraw(
        scene.session, plan_id=plan.id, reason=Reason.WITHDRAWN, now=scene.now
    )
    await mornings.unexpect(scene.session, plan.id, scene.now)
    return ended


async def _write(scene: Scene, draft: Draft, person: Person) -> Plan | None:
    """Keep a draft as a proposal; None when the same one waits for an answer already.

    It takes the place of an earlier one by the same hand that waits.
    """
    rule = draft.rule(local(scene.now, zone(person.zone)).date())
    for earlier in await _waiting(scene, person.id):
        if earlier.proposed_by == scene.member.id:
            if earlier.rule == rule:
                return None
            await plans.change(
                scene.session, earlier.id, was=PlanState.PROPOSED, becomes=PlanState.ENDED
            )
    going_on = [one for one in await drafting.agreed_with(scene, person.id) if not one.rule.ends]
    plan = Plan(
        id=new_id(),
        person_id=person.id,
        kind=PlanKind.WAKEUP,
        state=PlanState.PROPOSED,
        rule=rule,
        around=going_on[-1].around if going_on else Around(),
        proposed_by=scene.member.id,
    )
    await plans.add(scene.session, plan, scene.now)
    await questions.close(scene.session, scene.chat.id)
    return plan


async def _start(scene: Scene, plan: Plan) -> None:
    """Let a proposal begin; it takes the place of what is agreed and not over by then."""
    for earlier in await drafting.agreed_with(scene, plan.person_id):
        if not earlier.rule.is_over(plan.rule.starts):
            await stop(scene, earlier)
    await plans.change(scene.session, plan.id, was=PlanState.PROPOSED, becomes=PlanState.ACTIVE)
    await scene.planner.replan(scene.session, replace(plan, state=PlanState.ACTIVE), scene.now)


async def _answer_coach(scene: Scene, plan: Plan, key: str) -> None:
    coach_id = plan.proposed_by
    if coach_id and await supports.between(scene.session, coach_id, plan.person_id):
        says = Phrase(key, {"name": scene.member.name, "time": plan.rule.wall})
        await tell(scene, coach_id, Message(says=says))


def _proposal(plan: Plan, coach: Person) -> Message:
    about = {"plan": plan.id}
    rows = (
        (Button(Phrase("button-agree"), "proposal.accept", about),),
        (Button(Phrase("button-other-time"), "proposal.time", about),),
        (Button(Phrase("button-no-thanks"), "proposal.decline", about),),
    )
    told = drafting.summary(of_plan(plan, plan.rule.starts))
    return Message(says=Phrase("proposal", {"coach": coach.name, **told}), rows=rows)


async def _waiting(scene: Scene, person_id: str) -> Sequence[Plan]:
    return await plans.of_person(
        scene.session, person_id, PlanKind.WAKEUP, state=PlanState.PROPOSED
    )


async def _to_answer(scene: Scene, args: Plain) -> Plan | Phrase:
    """Return the proposal a button is about, or what to say where it does not wait any more."""
    return if_waiting(await surrounding.own(scene, args))
