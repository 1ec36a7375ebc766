"""What a coach proposed to somebody: it waits or is agreed; taken back, changed, rested, ended."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.domain import reminder as reminders
from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.proposal import draft_of, kind_of, rule_of
from bot.domain.reminder import ONCE
from bot.domain.schedule import local, zone
from bot.domain.sharing import Audience, Stream, may_see
from bot.services import deskwork, menus, proposing, reminder_proposals
from bot.services.numbering import numbered
from bot.services.questioning import Rows
from bot.services.reminder_cards import carried
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import what, when
from bot.services.telling import tell
from bot.store import plans, questions, sharing

ON_A_SCREEN = 4
LAST = datetime.max.replace(tzinfo=UTC)
KINDS = frozenset({PlanKind.WAKEUP, PlanKind.CHECKIN, PlanKind.REMINDER})
LINES = {
    PlanState.PROPOSED: "line-reminder-waiting",
    PlanState.ACTIVE: "line-reminder-agreed",
}
PAUSES = {
    timedelta(weeks=1): Phrase("button-one-week"),
    timedelta(weeks=2): Phrase("button-two-weeks"),
    timedelta(weeks=4): Phrase("button-four-weeks"),
}


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """What a coach proposed to somebody, and whether they may read when it comes by now.

    How often questions come follows from the answers: of these it is for who sees them.
    """

    person: Person
    plan: Plan
    is_open: bool

    @property
    def about(self) -> Plain:
        """What the buttons carry by which it is proposed otherwise."""
        return {"to": [self.person.id], "kind": kind_of(self.plan).value}

    @property
    def values(self) -> Values:
        """What it is and when, as it is told."""
        comes = when(rule_of(self.plan)) if self.is_open else Phrase("when-they-wish")
        return {"what": what(self.plan), "when": comes}


async def screen(scene: Scene, args: Plain) -> None:
    """Show what the coach proposed to somebody, a few at a time; what waits comes first."""
    person = await deskwork.supported(scene, str(args["person"]))
    await deskwork.note_look(scene, person)
    await questions.close(scene.session, scene.chat.id)
    several = await _coming(scene, person)
    after = int(args.get("after", 0))
    here = several[after : after + ON_A_SCREEN]
    numbers = dict(enumerate(here, start=after + 1))
    about = {"person": person.id}
    ways: tuple[Button, ...] = (Button(Phrase("button-new-reminder"), "remind.person", about),)
    if len(several) > after + ON_A_SCREEN:
        more = {**about, "after": after + ON_A_SCREEN}
        ways = (Button(Phrase("button-more"), "person.reminders", more), *ways)
    rows = (
        *numbered({at: ("person.reminder", {"plan": one.plan.id}) for at, one in numbers.items()}),
        ways,
        (Button(Phrase("button-back"), "person", about), *menus.TO_MENU),
    )
    lines = tuple(
        Phrase(LINES[one.plan.state], {"number": at, **one.values}) for at, one in numbers.items()
    )
    none = (Phrase("line-reminders-none"),)
    says = Phrase("person-reminders", {"name": person.name, "lines": lines or none})
    await show(scene, Message(says=says, rows=rows))


async def one(scene: Scene, args: Plain) -> Phrase | None:
    """Show one of them with what can be done."""
    found = await _mine(scene, args)
    about = {"plan": found.plan.id}
    match found.plan.state:
        case PlanState.PROPOSED:
            key = "person-reminder-waiting"
            rows: Rows = ((Button(Phrase("button-take-offer-back"), "person.take-back", about),),)
        case PlanState.ACTIVE:
            key = "person-reminder-agreed"
            stop = (Button(Phrase("button-end-reminder"), "person.reminder-stop", about),)
            rows = (_changes(found), stop)
        case _:
            return Phrase("toast-gone")
    await deskwork.note_look(scene, found.person)
    back = Button(Phrase("button-back"), "person.reminders", {"person": found.person.id})
    says = Phrase(key, {"name": found.person.name, **found.values})
    await show(scene, Message(says=says, rows=(*rows, (back, *menus.TO_MENU))))
    return None


async def take_back(scene: Scene, args: Plain) -> Phrase | None:
    """Take back a proposal that waits; an answer that was quicker counts."""
    found = await _mine(scene, args)
    if not await reminder_proposals.take_back(scene, found.plan):
        return Phrase("toast-already" if found.plan.state is PlanState.ENDED else "toast-gone")
    await show(scene, _done(found, "person-taken-back"))
    return None


async def ask_pause(scene: Scene, args: Plain) -> Phrase | None:
    """Ask for how long it rests; that, too, is proposed."""
    found = await _mine(scene, args)
    if found.plan.state is not PlanState.ACTIVE or not _may_rest(found):
        return Phrase("toast-gone")
    draft, about = draft_of(found.plan), {**found.about, "plan": found.plan.id}
    tomorrow = local(scene.now, zone(found.person.zone)).date() + timedelta(days=1)
    rows = tuple(
        (Button(label, "remind.card", carried(draft.from_day_on(tomorrow + lasts), about)),)
        for lasts, label in PAUSES.items()
    )
    back = (Button(Phrase("button-back"), "person.reminder", {"plan": found.plan.id}),)
    says = Phrase("person-reminder-pause", {"name": found.person.name})
    await show(scene, Message(says=says, rows=(*rows, back)))
    return None


async def ask_end(scene: Scene, args: Plain) -> Phrase | None:
    """Ask once before it ends, and say that the person learns of it."""
    found = await _mine(scene, args)
    if found.plan.state is not PlanState.ACTIVE:
        return Phrase("toast-gone")
    about = {"plan": found.plan.id}
    rows = (
        (Button(Phrase("button-end-yes"), "person.reminder-end", about),),
        (Button(Phrase("button-back"), "person.reminder", about),),
    )
    says = Phrase("person-reminder-stop", {"name": found.person.name, **found.values})
    await show(scene, Message(says=says, rows=rows))
    return None


async def end(scene: Scene, args: Plain) -> Phrase | None:
    """End what the coach proposed and was agreed; the person is told once, and may keep it."""
    found = await _mine(scene, args)
    if not await proposing.stop(scene, found.plan):
        return Phrase("toast-already")
    await tell(scene, found.person.id, _ended(scene, found.plan))
    await show(scene, _done(found, "person-reminder-ended"))
    return None


async def _coming(scene: Scene, person: Person) -> Sequence[Proposed]:
    """Return what the coach who acts proposed to somebody and is not over, in reading order.

    What waits comes first, then what comes sooner; last is what must not be told when it comes.
    """
    found = await plans.proposed_to(scene.session, person.id, scene.coach.id, states=LINES.keys())
    coming: list[tuple[bool, datetime, Proposed]] = []
    where = zone(person.zone)
    for plan in found:
        comes = reminders.next_moment(plan.rule, where, scene.now)
        if plan.kind in KINDS and comes:
            proposed = await _proposed(scene, person, plan)
            at = reminders.next_moment(rule_of(plan), where, scene.now) or comes
            agreed = plan.state is not PlanState.PROPOSED
            coming.append((agreed, at if proposed.is_open else LAST, proposed))
    return [each for *_, each in sorted(coming, key=lambda each: each[:2])]


async def _mine(scene: Scene, args: Plain) -> Proposed:
    """Return what a button is about, to be changed; raise NotAllowed for what is not the coach’s.

    It was proposed by whoever acts, to somebody whom they support.
    """
    plan = await plans.take(scene.session, str(args["plan"]))
    if plan is None or plan.proposed_by != scene.coach.id or plan.kind not in KINDS:
        raise NotAllowed("not proposed by them")
    return await _proposed(scene, await deskwork.supported(scene, plan.person_id), plan)


async def _proposed(scene: Scene, person: Person, plan: Plan) -> Proposed:
    choices = await sharing.choices_of(scene.session, person.id)
    follows_answers = plan.kind is PlanKind.CHECKIN and plan.state is not PlanState.PROPOSED
    is_open = not follows_answers or may_see(choices, Stream.CHECKINS, Audience.COACH)
    return Proposed(person=person, plan=plan, is_open=is_open)


def _changes(found: Proposed) -> tuple[Button, ...]:
    label, plan = Phrase("button-reminder-change"), found.plan
    if plan.kind is PlanKind.WAKEUP:
        return (Button(label, "remind.wakeup", {"person": found.person.id}),)
    if not found.is_open:
        return (Button(label, "remind.when", found.about),)
    about = carried(draft_of(plan), {**found.about, "plan": plan.id})
    rest = Button(Phrase("button-rest"), "person.pause", {"plan": plan.id})
    return (Button(label, "remind.card", about), *((rest,) if _may_rest(found) else ()))


def _may_rest(found: Proposed) -> bool:
    is_draft = found.plan.kind is not PlanKind.WAKEUP
    return is_draft and found.is_open and draft_of(found.plan).weeks != ONCE


def _ended(scene: Scene, plan: Plan) -> Message:
    """Return what somebody reads whose reminder a coach ended: they may keep it for themselves."""
    match plan.kind:
        case PlanKind.WAKEUP:
            keep = Button(Phrase("button-my-wakeup"), "wakeup")
        case PlanKind.CHECKIN:
            keep = Button(Phrase("button-my-checkins"), "recurring")
        case _:
            mine = replace(draft_of(plan), meets=None)
            keep = Button(Phrase("button-keep-it"), "reminder.card", mine.as_plain())
    values: Values = {"what": what(plan), "when": when(rule_of(plan))}
    says = Phrase("ended-by-coach", {"coach": scene.coach.name, **values})
    return Message(says=says, rows=((keep,), menus.TO_MENU))


def _done(found: Proposed, key: str) -> Message:
    back = Button(Phrase("button-back"), "person.reminders", {"person": found.person.id})
    says = Phrase(key, {"name": found.person.name})
    return Message(says=says, rows=((back, *menus.TO_MENU),))
