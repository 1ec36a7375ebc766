"""What follows a check-in, in the same message: at most one question, and mostly none.

After the first one the questions are offered by themselves; once a month it is asked whether they
help; after several low days, if the person wanted it, what could help. Nobody else is told.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import checkin
from bot.domain.afterwork import AFTERWORK
from bot.domain.checkin import MOOD, Arrangement
from bot.domain.delivery import Reason
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.services import agreeing, menus, supported
from bot.services.questioning import Play, after
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import checkins, deliveries, plans
from bot.store.ids import new_id

LOOKED_AT = 30
PROPOSED_AT = checkin.OFFERED[-1]

INVITING = {MOOD: PlanKind.CHECKIN, AFTERWORK: PlanKind.AFTERWORK}
"""Which kind of plan invites to which questions."""

RHYTHMS = (
    Button(Phrase("button-every-week"), "recurring.time", {"every": checkin.WEEK}),
    Button(Phrase("button-every-day"), "recurring.time", {"every": checkin.DAY}),
)


async def current(scene: Scene) -> Plan | None:
    """Return the plan by which the questions come to whoever acts, if there is one."""
    active = await _active(scene, PlanKind.CHECKIN)
    return active[-1] if active else None


async def arrange(scene: Scene, plan: Plan, kept: Arrangement) -> Plan:
    """Keep something with the questions that come; return their plan."""
    details = {**plan.details, **kept.as_details()}
    return await agreeing.change(scene, plan.id, details=details)


async def begun(scene: Scene, play: Play) -> None:
    """Take back the invitation of a day whose questions are asked already; that answers it too."""
    kind = INVITING.get(play.exercise.id)
    for plan in await _active(scene, kind) if kind else ():
        await plans.answered(scene.session, [plan.id], scene.now)
        await deliveries.withdraw(
            scene.session,
            plan_id=plan.id,
            reason=Reason.ANSWERED,
            now=scene.now,
            day=play.kept.day,
        )


async def with_more(scene: Scene, play: Play, message: Message) -> Message:
    """Return what is said in the end of a check-in, with the question that follows, if any."""
    if play.exercise.id != MOOD or scene.worries:
        return message
    plan = await current(scene)
    more = await (_of_plan(scene, play, plan) if plan else _offer(scene))
    if more is None:
        return message
    # What could help after several low days is more than the same two buttons.
    instead = {"days", "contact", "stress"} if more.says == _LOW_DAYS.says else {"days"}
    rest = [row for row in message.rows if row[0].action not in instead]
    return replace(after(message.says, more), rows=(*more.rows, *rest))


async def decline(scene: Scene, args: Plain) -> None:
    """No questions by themselves: a complete answer, and they are not offered again."""
    del args
    await settle(scene, PlanState.DECLINED)
    await show(scene, Message(says=Phrase("checkin-no"), rows=menus.ANYWHERE))


async def settle(scene: Scene, becomes: PlanState) -> None:
    """Note how an offer was answered; what a coach proposed waits for an answer of its own."""
    for plan in await plans.of_person(
        scene.session, scene.member.id, PlanKind.CHECKIN, state=PlanState.PROPOSED
    ):
        if plan.proposed_by is None:
            await plans.change(scene.session, plan.id, was=PlanState.PROPOSED, becomes=becomes)


async def _active(scene: Scene, kind: PlanKind) -> Sequence[Plan]:
    return await plans.of_person(scene.session, scene.member.id, kind, state=PlanState.ACTIVE)


async def _of_plan(scene: Scene, play: Play, plan: Plan) -> Message | None:
    kept = Arrangement.from_details(plan.details)
    if kept.low_days and kept.told != scene.today and await _are_low(scene, play):
        await arrange(scene, plan, replace(kept, told=scene.today))
        return await _low_days(scene)
    if checkin.is_time_to_ask(kept, plan.rule.starts, scene.today):
        await arrange(scene, plan, replace(kept, asked=scene.today))
        return _helps(plan)
    return None


async def _low_days(scene: Scene) -> Message:
    """Return the question what could help; who has no coach is not sent to one."""
    is_alone = not await supported.has_coach(scene)
    return replace(_LOW_DAYS, rows=_LOW_DAYS.rows[1:]) if is_alone else _LOW_DAYS


async def _are_low(scene: Scene, play: Play) -> bool:
    latest = await checkins.latest(scene.session, scene.member.id, MOOD, limit=LOOKED_AT)
    [lowest, *_] = next(step.options for step in play.exercise.steps if step.id == MOOD)
    return checkin.are_low([one.values for one in latest], lowest)


async def _offer(scene: Scene) -> Message | None:
    """Offer the questions after the very first check-in, once."""
    person = scene.member
    latest = await checkins.latest(scene.session, person.id, MOOD, limit=2)
    if len(latest) != 1 or await plans.has_any(scene.session, person.id, PlanKind.CHECKIN):
        return None
    offered = Plan(
        id=new_id(),
        person_id=person.id,
        kind=PlanKind.CHECKIN,
        state=PlanState.PROPOSED,
        rule=checkin.weekly(scene.today, PROPOSED_AT),
        proposed_by=None,
    )
    await plans.add(scene.session, offered, scene.now)
    no = (Button(Phrase("button-no-thanks"), "recurring.no"),)
    return Message(says=Phrase("checkin-offer"), rows=(RHYTHMS, no))


def _helps(plan: Plan) -> Message:
    about = {"plan": plan.id}
    rows = (
        (
            Button(Phrase("button-yes"), "recurring.helps", about),
            Button(Phrase("button-no"), "recurring.helps-not", about),
        ),
        (Button(Phrase("button-they-bother"), "recurring.bothers", about),),
    )
    return Message(says=Phrase("checkin-helps"), rows=rows)


_LOW_DAYS = Message(
    says=Phrase("low-days"),
    rows=(
        (Button(Phrase("button-talk-to-coach"), "low.coach"),),
        (Button(Phrase("button-one-technique"), "stress"),),
        (Button(Phrase("button-help-numbers"), "help"),),
        (Button(Phrase("button-nothing-now"), "low.nothing"),),
    ),
)
