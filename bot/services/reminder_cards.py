"""Somebody sets a reminder for themselves: what, how often, when; nothing before the last tap."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

from bot.domain import reminder as reminders
from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Days, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.proposal import Kind
from bot.domain.reminder import LONGEST, MOST, ONCE, RAREST, WEEKLY, Lead, Reminder
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS
from bot.services import agreeing, dates, menus, times
from bot.services.drafting import DAY_WORDS, LAST_DAY
from bot.services.questioning import Rows
from bot.services.reminder_waiting import waiting_for
from bot.services.reminding import OFFERED, TO_REMINDERS
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.steering import when
from bot.store import plans, questions, wishes

WHAT_TOPIC = "reminder-what"
WEEKS_TOPIC = "reminder-weeks"
OF_COACHES = {
    "reminder.often": "remind.often",
    "reminder.day": "remind.day",
    "reminder.days": "remind.days",
    "reminder.time": "remind.time",
    "reminder.card": "remind.card",
    WEEKS_TOPIC: "remind-weeks",
}
"""What leads on where a coach proposes it to somebody."""

CARRIED = ("plan", "to", "kind")
"""What goes along with a reminder from tap to tap: what it changes, for whom it is, as what."""

USUAL_TIME = time(9)
EVERY_SO_MANY = (2, 3, 4)
NUMBER = re.compile(
    r"(?:(?:toutes les|tous les|every) )?([0-9]{1,2})(?: (?:semaines?|weeks?))?", re.IGNORECASE
)
"""A number of weeks and nothing else: "6", « toutes les 6 semaines »; never that of a sentence."""

LEADS: Mapping[Lead, Phrase] = {
    Lead.NONE: Phrase("button-lead-none"),
    Lead.HALF_HOUR: Phrase("button-lead-half-hour"),
    Lead.TWO_HOURS: Phrase("button-lead-two-hours"),
    Lead.EVENING: Phrase("button-lead-evening"),
}


async def ask_what(scene: Scene, args: Plain) -> None:
    """Ask what of; a reminder that is on its card comes with the question, and is the way back.

    Without any to come, their list would only ask the same once more: it is not offered.
    """
    details = dict(args)
    await questions.ask(scene.session, scene.chat.id, WHAT_TOPIC, details=details, now=scene.now)
    ways: tuple[Button, ...] = menus.TO_MENU
    if "what" in args:
        ways = (Button(Phrase("button-back"), "reminder.card", details), *menus.TO_MENU)
    elif await to_come(scene) or await waiting_for(scene, scene.member):
        ways = TO_REMINDERS
    await show(scene, Message(says=Phrase("reminder-what"), rows=(ways,)))


async def read_what(scene: Scene, details: Plain, text: str) -> None:
    """Take the words exactly as they were typed, or say that they are too long."""
    if len(text) > LONGEST:
        says = Phrase("reminder-too-long", {"most": LONGEST})
        await say(scene, Message(says=says, rows=(TO_REMINDERS,)))
        return
    if "what" in details:
        await card(scene, {**details, "what": text})
        return
    one = Reminder(what=text, day=scene.today, wall=USUAL_TIME)
    await ask_how_often(scene, one.as_plain())


async def ask_how_often(scene: Scene, args: Plain) -> None:
    """Ask whether it comes once, every day, every week or less often; any number can be typed."""
    topic = _way(args, WEEKS_TOPIC)
    await questions.ask(scene.session, scene.chat.id, topic, details=dict(args), now=scene.now)
    says = Phrase("reminder-how-often", {"what": str(args["what"]) or Phrase("appointment")})
    await show(scene, Message(says=says, rows=_rhythms(args)))


async def read_weeks(scene: Scene, details: Plain, text: str) -> None:
    """Take the number of weeks that was typed, or ask again with the same buttons."""
    found = NUMBER.fullmatch(" ".join(text.split()))
    weeks = int(found[1]) if found else 0
    if not 0 < weeks <= RAREST:
        await say(scene, Message(says=Phrase("reminder-weeks-again"), rows=_rhythms(details)))
        return
    if weeks == WEEKLY:
        await ask_days(scene, _weekly(details))
    else:
        await ask_day(scene, {**details, "weeks": weeks})


async def ask_day(scene: Scene, args: Plain) -> None:
    """Ask for the day, or for the first one."""
    key = "reminder-which-day" if args["weeks"] == ONCE else "reminder-which-first-day"
    back = ((Button(Phrase("button-back"), _way(args, "reminder.often"), args),),)
    days, action = dates.with_time_left(scene, OFFERED), _way(args, "reminder.time")
    await dates.ask(scene, Phrase(key), action, about=args, offered=days, more=back)


async def ask_days(scene: Scene, args: Plain) -> Phrase | None:
    """Ask for the days of the week; a tap takes one in or out, and the last one stays."""
    one = Reminder.from_plain(args)
    if "turn" in args:
        before, one = one, one.turned(int(args["turn"]))
        if one == before:
            return LAST_DAY
    await questions.close(scene.session, scene.chat.id)
    about = carried(one, args)
    presets = tuple(
        Button(
            Phrase("button-days", {"days": Days(numbers=days)}),
            _way(args, "reminder.time"),
            {**about, "days": sorted(days)},
        )
        for days in (WORKING_DAYS, EVERY_DAY)
    )
    switches = [_switch(one, about, day) for day in sorted(EVERY_DAY)]
    done = (Button(Phrase("button-done"), _way(args, "reminder.time"), about),)
    says = Phrase("draft-which-days", {"days": Days(numbers=one.days)})
    rows = (presets, tuple(switches[:4]), tuple(switches[4:]), done)
    await show(scene, Message(says=says, rows=rows))
    return None


async def ask_time(scene: Scene, args: Plain) -> None:
    """Ask for the time, once it is known on which days."""
    one = Reminder.from_plain(args)
    day = date.fromisoformat(args["date"]) if "date" in args else scene.today
    about = carried(replace(one, day=day), args)
    before = "reminder.days" if args.get("kind") == Kind.CHECKIN else "reminder.often"
    back = ((Button(Phrase("button-back"), _way(args, before), about),),)
    # What comes each week may begin on the next of its days; any other has the day that was chosen.
    coming = OFFERED if one.weeks == WEEKLY else times.to_come(scene, day, OFFERED)
    await times.ask(
        scene,
        Phrase("reminder-which-time"),
        _way(args, "reminder.card"),
        offered=coming or OFFERED,
        about=about,
        more=back,
    )


async def ask_lead(scene: Scene, args: Plain) -> None:
    """Ask how long before the thing its message comes."""
    one = Reminder.from_plain(args)
    rows = tuple(
        (Button(label, "reminder.card", carried(replace(one, lead=lead), args)),)
        for lead, label in LEADS.items()
    )
    await show(scene, Message(says=Phrase("reminder-which-lead"), rows=rows))


async def card(scene: Scene, args: Plain) -> None:
    """Show the reminder as it would be set, with whatever was just chosen."""
    one = Reminder.from_plain(args)
    if "time" in args:
        one = replace(one, wall=time.fromisoformat(args["time"]))
    about = carried(one, args)
    await times.listen_on_card(scene, "reminder.card", about, offered=OFFERED)
    turned = carried(replace(one, is_shown=not one.is_shown), args)
    turn = Phrase("button-hide-words" if one.is_shown else "button-show-words")
    rows = (
        (Button(Phrase("button-that-is-it"), "reminder.keep", about),),
        (
            Button(Phrase("button-words"), "reminder.what", about),
            Button(Phrase("button-moment"), "reminder.often", about),
        ),
        (
            Button(Phrase("button-lead"), "reminder.lead", about),
            Button(turn, "reminder.card", turned),
        ),
        TO_REMINDERS,
    )
    says = Phrase("reminder-card", {"what": one.what, "lines": await _lines(scene, one)})
    await show(scene, Message(says=says, rows=rows))


async def keep(scene: Scene, args: Plain) -> Phrase | None:
    """Set it, or put it in the place of the one that is changed."""
    if scene.member.is_staff:
        raise NotAllowed("only for who is supported")
    one = Reminder.from_plain(args)
    if reminders.next_moment(one.rule, scene.zone, scene.now) is None:
        about = carried(one, args)
        rows = await times.listen_on_card(scene, "reminder.card", about, offered=OFFERED)
        await say(scene, Message(says=Phrase("reminder-over"), rows=rows))
        return None
    refused = await _why_not(scene, one, args)
    if refused:
        return refused
    said: Mapping[str, str] = {}
    if "plan" in args:
        said = reminders.said_of(await agreeing.stop(scene, str(args["plan"])))
    elif len(await to_come(scene)) >= MOST:
        await show(scene, Message(says=Phrase("reminder-many"), rows=(TO_REMINDERS,)))
        return None
    plan = await agreeing.agree(
        scene,
        PlanKind.REMINDER,
        reminders.rule_from_now(one, scene.zone, scene.now),
        details=reminders.details(one, said),
    )
    await questions.close(scene.session, scene.chat.id)
    says = Phrase("reminder-kept", {"what": one.what, "when": when(plan.rule)})
    await show(scene, Message(says=says, rows=(TO_REMINDERS,)))
    return None


def carried(one: Reminder, args: Plain) -> dict[str, object]:
    """Return what a button carries: the reminder, the plan that it changes, for whom it is."""
    return {**one.as_plain(), **{name: args[name] for name in CARRIED if name in args}}


async def to_come(scene: Scene) -> list[Plan]:
    """Return the reminders of whoever acts that still come, the next one first."""
    active = await plans.of_person(
        scene.session, scene.member.id, PlanKind.REMINDER, state=PlanState.ACTIVE
    )
    coming = [
        (at, plan.id, plan)
        for plan in active
        if (at := reminders.next_moment(plan.rule, scene.zone, scene.now))
    ]
    return [plan for _, _, plan in sorted(coming, key=lambda one: one[:2])]


async def _why_not(scene: Scene, one: Reminder, args: Plain) -> Phrase | None:
    """Return why a reminder cannot be set as it is: it was, or what it changes is gone."""
    if "plan" in args:
        changed = await agreeing.own(scene, str(args["plan"]))
        return None if changed.state is PlanState.ACTIVE else Phrase("toast-gone")
    kept = [plan.details["reminder"] for plan in await to_come(scene)]
    return Phrase("toast-already") if one.as_plain() in kept else None


async def _lines(scene: Scene, one: Reminder) -> tuple[Phrase, ...]:
    """Return when the thing is, when the message comes, and what a locked phone shows."""
    lines = [Phrase("line-when", {"when": when(replace(one, lead=Lead.NONE).rule)})]
    if one.place:
        lines.append(Phrase("line-where", {"place": one.place}))
    rule = one.rule
    if one.lead is not Lead.NONE:
        lines.append(Phrase("line-message", {"when": when(rule)}))
    if (await wishes.of_person(scene.session, scene.member.id)).quiet.holds(rule.wall):
        lines.append(Phrase("line-in-quiet"))
    lines.append(Phrase("line-line-shown" if one.is_shown else "line-line-hidden"))
    return tuple(lines)


def _rhythms(args: Plain) -> Rows:
    """Return how often it can come, and the way back."""
    about = dict(args)
    daily = {**about, "weeks": WEEKLY, "days": sorted(EVERY_DAY)}
    once = (Button(Phrase("button-once"), _way(args, "reminder.day"), {**about, "weeks": ONCE}),)
    usual = (
        Button(Phrase("button-every-day"), _way(args, "reminder.time"), daily),
        Button(Phrase("button-every-week"), _way(args, "reminder.days"), _weekly(args)),
    )
    rarer = tuple(
        Button(
            Phrase("button-weeks", {"weeks": one}),
            _way(args, "reminder.day"),
            {**about, "weeks": one},
        )
        for one in EVERY_SO_MANY
    )
    return (once, usual, rarer, _back(args))


def _way(args: Plain, action: str) -> str:
    """Return what a button does: for oneself, or for whom a coach proposes it to."""
    return OF_COACHES[action] if "to" in args else action


def _back(args: Plain) -> tuple[Button, ...]:
    if "to" in args:
        return (
            Button(Phrase("button-back"), _way(args, "reminder.card"), dict(args)),
            *menus.TO_MENU,
        )
    return TO_REMINDERS


def _weekly(args: Plain) -> dict[str, object]:
    """Return it as it comes every week: on its days, or at first on the day it is set for."""
    one = Reminder.from_plain(args)
    days = one.days if one.weeks == WEEKLY else {one.day.weekday()}
    return {**args, "weeks": WEEKLY, "days": sorted(days)}


def _switch(one: Reminder, about: Plain, day: int) -> Button:
    key = "button-day-in" if day in one.days else "button-day-out"
    label = Phrase(key, {"day": Phrase(DAY_WORDS[day])})
    return Button(label, _way(about, "reminder.days"), {**about, "turn": day})
