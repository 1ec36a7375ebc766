"""The routine interview: three short parts, in as many sittings; nothing set before the last tap.

What can be set is worked out again from the answers at each tap, so that nothing is kept twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain import reminder as reminders
from bot.domain import routine
from bot.domain.dialogue import WAITING, RunState
from bot.domain.errors import NotAllowed, NotApproved
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import PlanKind
from bot.domain.reminder import MOST, Lead, Reminder, of_plan
from bot.domain.routine import MORNING, NIGHT, PARTS, WORK, Advice, Frame, Idea
from bot.services import agreeing, conversing, drafting, menus, playing
from bot.services.reminder_cards import to_come
from bot.services.reminding import TO_REMINDERS
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import when
from bot.store import runs, wishes

NAMES: Mapping[str, Phrase] = {
    NIGHT: Phrase("button-routine-night"),
    MORNING: Phrase("button-routine-morning"),
    WORK: Phrase("button-routine-work"),
}
LABELS: Mapping[Idea, Phrase] = {
    Idea.BEDTIME: Phrase("routine-bedtime"),
    Idea.REHEARSAL: Phrase("routine-rehearsal"),
    Idea.NUMBERS: Phrase("routine-numbers"),
    Idea.THINGS: Phrase("routine-things"),
    Idea.FOOD: Phrase("routine-food"),
}
WORDS: Mapping[Idea, Phrase] = {
    Idea.BEDTIME: Phrase("routine-bedtime-words"),
    Idea.REHEARSAL: Phrase("routine-rehearsal-words"),
    Idea.NUMBERS: Phrase("routine-numbers-words"),
    Idea.FOOD: Phrase("routine-food-words"),
}
"""What the reminder of an idea says when it comes; that of one's own things has one's own words."""

ADVICE: Mapping[Advice, Phrase] = {
    Advice.LITTLE_SLEEP: Phrase("routine-little-sleep"),
    Advice.VERY_LITTLE_SLEEP: Phrase("routine-very-little-sleep"),
    Advice.LITTLE_TIME: Phrase("routine-little-time"),
    Advice.TALK: Phrase("routine-talk"),
}


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A reminder that can be set, with its words, and whether it is wanted."""

    idea: Idea
    reminder: Reminder
    is_wanted: bool


async def overview(scene: Scene, args: Plain) -> None:
    """Show the parts, each to begin, to go on with, or to go through again."""
    del args
    if scene.member.is_staff:
        await show(scene, Message(says=Phrase("reminders-staff"), rows=(menus.TO_MENU,)))
        return
    parts = tuple((Button(label, "routine.part", {"part": part}),) for part, label in NAMES.items())
    plan_b = (Button(Phrase("button-plan-b"), "plan-b"), *menus.TO_MENU)
    await show(scene, Message(says=Phrase("routine"), rows=(*parts, plan_b)))


async def part(scene: Scene, args: Plain) -> Phrase | None:
    """Ask the questions of a part, each with what was answered before."""
    name = _part(scene, args)
    exercise = scene.deployment.library.exercise(name)
    if exercise is None:
        raise NotApproved("the routine")
    kept = await runs.last_of(scene.session, scene.member.id, name)
    if kept is None:
        await playing.first(scene, exercise)
    elif kept.run.state in WAITING:
        return await conversing.go_on(scene, {"run": kept.id})
    else:
        await playing.again(scene, kept)
    return None


async def offer(scene: Scene, args: Plain) -> Phrase | None:
    """Show what the answers suggest; a tap takes a reminder in or out."""
    name = _part(scene, args)
    found = await _offers(scene, name, args)
    if found is None:
        return Phrase("toast-gone")
    advice, offers = found
    first = (advice,) if advice else ()
    if not offers:
        says = Phrase("routine-nothing", {"lines": first})
        await show(scene, Message(says=says, rows=(*_onward(name), menus.TO_MENU)))
        return None
    about = _about(name, offers)
    rows = (
        (Button(Phrase("button-that-is-it"), "routine.keep", about),),
        *((_switch(name, offers, one),) for one in offers),
        menus.TO_MENU,
    )
    says = Phrase("routine-offer", {"lines": (*first, *await _lines(scene, offers))})
    await show(scene, Message(says=says, rows=rows))
    return None


async def keep(scene: Scene, args: Plain) -> Phrase | None:
    """Set what is wanted; what is there already stays as it is."""
    name = _part(scene, args)
    found = await _offers(scene, name, args)
    if found is None:
        return Phrase("toast-gone")
    coming = await to_come(scene)
    kept = [of_plan(plan) for plan in coming]
    wanted = [one for one in found[1] if one.is_wanted]
    new = [one.reminder for one in wanted if not any(map(one.reminder.is_like, kept))]
    if wanted and not new:
        return Phrase("toast-already")
    if len(coming) + len(new) > MOST:
        await show(scene, Message(says=Phrase("reminder-many"), rows=(TO_REMINDERS,)))
        return None
    for one in new:
        rule = reminders.rule_from_now(one, scene.zone, scene.now)
        await agreeing.agree(scene, PlanKind.REMINDER, rule, details=reminders.details(one))
    lines = await _lines(scene, wanted) or (Phrase("routine-kept-nothing"),)
    rows = (*_onward(name), TO_REMINDERS)
    await show(scene, Message(says=Phrase("routine-kept", {"lines": lines}), rows=rows))
    return None


async def _offers(
    scene: Scene, name: str, args: Plain
) -> tuple[Phrase | None, Sequence[Offer]] | None:
    """Return what is said to the answers of a part and what they suggest; None if there are none.

    A suggestion whose moment is over is left out.
    """
    kept = await runs.last_of(scene.session, scene.member.id, name)
    if kept is None or kept.run.state is not RunState.FINISHED:
        return None
    frame, out = await _frame(scene), set(args.get("out", ()))
    offers = []
    for one in routine.suggestions(name, kept.run.answers, frame):
        reminder = one.saying(_said(scene, one.idea))
        if reminders.next_moment(reminder.rule, scene.zone, scene.now):
            is_wanted = one.idea.value not in out
            offers.append(Offer(idea=one.idea, reminder=reminder, is_wanted=is_wanted))
    advice = routine.advice(name, kept.run.answers, frame)
    return ADVICE[advice] if advice else None, offers


async def _frame(scene: Scene) -> Frame:
    """Return when and on which days somebody gets up for work, if that is agreed."""
    wakeups = await drafting.agreed_with(scene, scene.member.id)
    if not wakeups:
        return Frame(today=scene.today)
    rule = wakeups[-1].rule
    return Frame(today=scene.today, days=rule.days, wakes=rule.wall)


def _part(scene: Scene, args: Plain) -> str:
    if scene.member.is_staff or args["part"] not in PARTS:
        raise NotAllowed("no part of theirs")
    return str(args["part"])


def _about(name: str, offers: Sequence[Offer]) -> dict[str, object]:
    return {"part": name, "out": [one.idea.value for one in offers if not one.is_wanted]}


def _switch(name: str, offers: Sequence[Offer], one: Offer) -> Button:
    """Return the button that takes a reminder in or out."""
    turned = [
        Offer(idea=each.idea, reminder=each.reminder, is_wanted=each.is_wanted ^ (each is one))
        for each in offers
    ]
    key = "button-day-in" if one.is_wanted else "button-day-out"
    label = Phrase(key, {"day": LABELS[one.idea]})
    return Button(label, "routine.offer", _about(name, turned))


async def _lines(scene: Scene, offers: Sequence[Offer]) -> tuple[Phrase, ...]:
    """Return when each thing is, and when its message comes where that says something more."""
    quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
    lines: list[Phrase] = []
    for reminder in (one.reminder for one in offers):
        at = when(replace(reminder, lead=Lead.NONE).rule)
        lines.append(Phrase("line-my-reminder", {"what": reminder.what, "when": at}))
        comes = reminder.rule.wall
        if reminder.lead is Lead.HALF_HOUR:
            lines.append(Phrase("line-half-hour-before", {"time": comes}))
        if quiet.holds(comes):
            lines.append(Phrase("line-in-quiet"))
    return tuple(lines)


def _said(scene: Scene, idea: Idea) -> str:
    words = WORDS.get(idea)
    return scene.deployment.library.say(words, scene.chat.voice) if words else ""


def _onward(name: str) -> tuple[tuple[Button, ...], ...]:
    """Return the button of the part that follows, if one does."""
    following = PARTS[PARTS.index(name) + 1 :]
    return tuple((Button(NAMES[one], "routine.part", {"part": one}),) for one in following[:1])
