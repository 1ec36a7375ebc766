"""Somebody's own reminders: the list, one of them, deleting it and taking that back."""

from dataclasses import replace

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.passing_on import shortened
from bot.domain.people import Role
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import MOST, Lead, Reminder, of_plan
from bot.services import agreeing, menus, reminder_cards, stopped
from bot.services.numbering import numbered
from bot.services.questioning import Rows
from bot.services.reminder_cards import to_come
from bot.services.reminder_waiting import waiting_for
from bot.services.reminding import TO_REMINDERS
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import when
from bot.store import plans, questions

ON_A_SCREEN = 3
LINE = 60


async def overview(scene: Scene, args: Plain) -> None:
    """Show the reminders to come, a few at a time; ask for one where there is none."""
    if scene.member.is_staff:
        new = (menus.TO_NEW_REMINDER,) if Role.COACH in scene.member.roles else ()
        await show(scene, Message(says=Phrase("reminders-staff"), rows=(*new, menus.TO_MENU)))
        return
    await questions.close(scene.session, scene.chat.id)
    several = await to_come(scene)
    waiting = await waiting_for(scene, scene.member)
    if not several and not waiting:
        await reminder_cards.ask_what(scene, {})
        return
    after = int(args.get("after", 0))
    here = several[after : after + ON_A_SCREEN] or several[:ON_A_SCREEN]
    first = several.index(here[0]) + 1 if here else 1
    offered: Rows = ((Button(Phrase("button-offered"), "offered"),),) if waiting else ()
    numbers = enumerate((("reminder", {"plan": plan.id}) for plan in here), start=first)
    ways: tuple[Button, ...] = ()
    if len(several) > after + ON_A_SCREEN:
        ways = (Button(Phrase("button-more"), "reminders", {"after": after + ON_A_SCREEN}),)
    if len(several) < MOST:
        ways += (Button(Phrase("button-reminder-new"), "reminder.new"),)
    rows = (*offered, *numbered(dict(numbers)), *((ways,) if ways else ()), menus.TO_MENU)
    lines = tuple(_line(of_plan(plan), number) for number, plan in enumerate(here, start=first))
    lines = (*await stopped.told(scene), *lines) if lines else ()
    says = Phrase("reminders", {"lines": lines}) if lines else Phrase("reminders-only-offered")
    await show(scene, Message(says=says, rows=rows))


async def new(scene: Scene, args: Plain) -> None:
    """Ask for a new one, or say kindly that there are many."""
    del args
    if len(await to_come(scene)) >= MOST:
        await show(scene, Message(says=Phrase("reminder-many"), rows=(TO_REMINDERS,)))
        return
    await reminder_cards.ask_what(scene, {})


async def one(scene: Scene, args: Plain) -> Phrase | None:
    """Show one of them, to change or to delete it."""
    plan = await agreeing.own(scene, str(args["plan"]))
    if plan.state is not PlanState.ACTIVE:
        return Phrase("toast-gone")
    about = {"plan": plan.id}
    kept = of_plan(plan)
    rows = (
        (
            Button(Phrase("button-reminder-change"), "reminder.card", {**kept.as_plain(), **about}),
            Button(Phrase("button-reminder-delete"), "reminder.delete", about),
        ),
        TO_REMINDERS,
    )
    says = Phrase("reminder", {"what": kept.what, "when": _when(kept)})
    await show(scene, Message(says=says, rows=rows))
    return None


async def delete(scene: Scene, args: Plain) -> Phrase | None:
    """Let it come no more, nor what was put off of it; that can be taken back."""
    plan = await agreeing.own(scene, str(args["plan"]))
    if plan.state is not PlanState.ACTIVE:
        return Phrase("toast-gone")
    gone = [plan, *await _put_off_of(scene, plan)]
    for each in gone:
        await agreeing.stop(scene, each.id)
    undo = Button(Phrase("button-undo"), "reminder.undo", {"plans": [each.id for each in gone]})
    says = Phrase("reminder-deleted", {"what": of_plan(plan).what})
    await show(scene, Message(says=says, rows=((undo,), TO_REMINDERS)))
    return None


async def undo(scene: Scene, args: Plain) -> None:
    """Let it come again as it did."""
    plan, *others = [await agreeing.resume(scene, str(each)) for each in args["plans"]]
    del others
    kept = of_plan(plan)
    says = Phrase("reminder-undone", {"what": kept.what, "when": _when(kept)})
    await show(scene, Message(says=says, rows=(TO_REMINDERS,)))


async def _put_off_of(scene: Scene, plan: Plan) -> list[Plan]:
    active = await plans.of_person(
        scene.session, scene.member.id, PlanKind.REMINDER, state=PlanState.ACTIVE
    )
    return [each for each in active if of_plan(each).root == plan.id]


def _when(kept: Reminder) -> Phrase:
    """Return when the thing itself is, however long before its message comes."""
    return when(replace(kept, lead=Lead.NONE).rule)


def _line(kept: Reminder, number: int) -> Phrase:
    what = shortened(kept.what, LINE)
    return Phrase("line-numbered-reminder", {"number": number, "what": what, "when": _when(kept)})
