"""A coach proposes a reminder to one person or to several; nothing begins before each says yes."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import proposal
from bot.domain import reminder as reminders
from bot.domain.delivery import Reason
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.proposal import INSTEAD, MOST_WAITING, Kind
from bot.domain.reminder import Reminder
from bot.domain.schedule import zone
from bot.services import menus, reminder_answers, times
from bot.services.reminder_people import named, whom
from bot.services.reminder_waiting import waiting_for
from bot.services.reminding import OFFERED
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import chats, deliveries, plans, questions
from bot.store.ids import new_id


async def send(scene: Scene, args: Plain) -> Phrase | None:
    """Propose it to each of them, once; to whom it could not be proposed is said."""
    some = await whom(scene, args)
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    refused = {one.id: why for one in some if (why := await _propose(scene, one, args))}
    if len(some) == 1 and refused:
        return await _say_why(scene, args, some[0], why=refused[some[0].id])
    await questions.close(scene.session, scene.chat.id)
    await show(scene, _sent(some, [one for one in some if one.id in refused]))
    return None


async def take_back(scene: Scene, plan: Plan) -> bool:
    """Take back a proposal; whoever was not told of it yet is not. Return whether it waited."""
    waited = await plans.change(
        scene.session, plan.id, was=PlanState.PROPOSED, becomes=PlanState.ENDED
    )
    chat = await chats.of_person(scene.session, plan.person_id)
    if waited and chat:
        await deliveries.withdraw_naming(
            scene.session, chat.id, plan.id, reason=Reason.WITHDRAWN, now=scene.now
        )
    return waited


async def _propose(scene: Scene, person: Person, args: Plain) -> str | None:
    """Keep a proposal and tell the person of it; return the key of why that cannot be."""
    plan = await _drafted(scene, person, args)
    waiting = await waiting_for(scene, person, by=scene.coach.id)
    replaced = [one for one in waiting if proposal.replaces(plan, one)]
    why = None
    if reminders.next_moment(plan.rule, zone(person.zone), scene.now) is None:
        why = "reminder-over"
    elif not await _is_to_change(scene, plan):
        why = "toast-gone"
    elif any(proposal.says_the_same(plan, one) for one in waiting):
        why = "toast-already"
    elif len(waiting) - len(replaced) >= MOST_WAITING:
        why = "remind-many"
    else:
        for one in replaced:
            await take_back(scene, one)
        await plans.add(scene.session, plan, scene.now)
        await tell(scene, person.id, await reminder_answers.question(scene, plan, scene.coach))
    return why


async def _drafted(scene: Scene, person: Person, args: Plain) -> Plan:
    """Return what is proposed to somebody, in their own days."""
    kind, one = Kind(args["kind"]), Reminder.from_plain(args)
    details: dict[str, object] = {}
    if kind is not Kind.CHECKIN:
        meets = scene.coach.id if kind is Kind.APPOINTMENT else None
        what = one.what or await _said_to(scene, person, Phrase("appointment"))
        details = reminders.details(replace(one, what=what, meets=meets))
        details |= {INSTEAD: str(args["plan"])} if "plan" in args else {}
    return Plan(
        id=new_id(),
        person_id=person.id,
        kind=PlanKind.CHECKIN if kind is Kind.CHECKIN else PlanKind.REMINDER,
        state=PlanState.PROPOSED,
        rule=reminders.rule_from_now(one, zone(person.zone), scene.now),
        details=details,
        proposed_by=scene.coach.id,
    )


async def _said_to(scene: Scene, person: Person, phrase: Phrase) -> str:
    """Return a phrase in the words of somebody else."""
    chat = await chats.of_person(scene.session, person.id)
    return scene.deployment.library.say(phrase, (chat or scene.chat).voice)


async def _is_to_change(scene: Scene, plan: Plan) -> bool:
    """Whether what a proposal would change goes on, if it changes anything."""
    if INSTEAD not in plan.details:
        return True
    before = await plans.get(scene.session, str(plan.details[INSTEAD]))
    return (
        before is not None
        and before.state is PlanState.ACTIVE
        and (before.person_id, before.proposed_by) == (plan.person_id, plan.proposed_by)
    )


async def _say_why(scene: Scene, args: Plain, person: Person, *, why: str) -> Phrase | None:
    if why == "reminder-over":
        rows = await times.listen_on_card(scene, "remind.card", args, offered=OFFERED)
        await say(scene, Message(says=Phrase(why), rows=rows))
        return None
    if why == "remind-many":
        theirs = (Button(Phrase("button-reminders-of"), "person.reminders", {"person": person.id}),)
        says = Phrase(why, {"name": person.name})
        await show(scene, Message(says=says, rows=(theirs, menus.TO_MENU)))
        return None
    return Phrase(why)


def _sent(some: Sequence[Person], refused: Sequence[Person]) -> Message:
    if len(some) == 1:
        back = Button(Phrase("button-back"), "person", {"person": some[0].id})
        says = Phrase("proposal-sent", {"name": some[0].name})
        return Message(says=says, rows=((back, *menus.TO_MENU),))
    told = [one for one in some if one not in refused]
    lines = [Phrase("line-sent-to", {"names": named(told)})] if told else []
    lines += [Phrase("line-not-sent-to", {"names": named(refused)})] if refused else []
    to_people = (Button(Phrase("button-my-people"), "people"),)
    says = Phrase("remind-sent", {"lines": tuple(lines)})
    return Message(says=says, rows=(to_people, menus.TO_MENU))
