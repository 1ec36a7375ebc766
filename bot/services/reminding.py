"""A reminder that comes: done, later, moved or skipped, each a complete answer."""

from datetime import date, time, timedelta

from bot.domain import reminder as reminders
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import EVENING, Lead, Reminder, Said, of_plan
from bot.domain.schedule import local
from bot.services import agreeing, dates, menus, times
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import when
from bot.store import questions

TEN, AN_HOUR = 10, 60
"""In how many minutes it may come once more."""

EVENING_IS_NEAR = timedelta(hours=1)
OFFERED = tuple(time(hour) for hour in (8, 9, 12, 14, 18, 20))

TO_REMINDERS = (Button(Phrase("button-reminders"), "reminders"), *menus.TO_MENU)


def comes(plan: Plan, day: date) -> Message:
    """Return the message of a reminder; what of is said on a tap, unless it may be seen at once."""
    one = of_plan(plan)
    if one.is_shown:
        says = Phrase("reminder-due-shown", {"what": told(one, day)})
        return Message(says=says, rows=_ways(plan, day))
    about = {"plan": plan.id, "day": day.isoformat()}
    read = Button(Phrase("button-read"), "reminder.again", about)
    return Message(says=Phrase("reminder-due"), rows=((read,), *_ways(plan, day)))


def told(one: Reminder, day: date) -> str | Phrase:
    """Return what of and where, and when the thing is if the message comes before it."""
    at, what = one.thing(day), _there(one)
    if at is None:
        return what
    if one.lead is Lead.EVENING:
        return Phrase("reminder-tomorrow", {"time": at.time(), "what": what})
    if at.date() == day:
        return Phrase("reminder-at", {"time": at.time(), "what": what})
    return Phrase("reminder-on", {"day": at.date(), "time": at.time(), "what": what})


async def again(scene: Scene, args: Plain) -> Phrase | None:
    """Show it with its words."""
    plan = await unanswered(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await questions.close(scene.session, scene.chat.id)
    await show(scene, _opened(plan, day_of(args)))
    return None


async def done(scene: Scene, args: Plain) -> Phrase | None:
    """It is done."""
    return await _answer(scene, args, Said.DONE, key="reminder-done")


async def skip(scene: Scene, args: Plain) -> Phrase | None:
    """Not this time."""
    return await _answer(scene, args, Said.SKIPPED, key="reminder-skipped")


async def ask_later(scene: Scene, args: Plain) -> Phrase | None:
    """Ask how much later."""
    plan = await unanswered(scene, args)
    if isinstance(plan, Phrase):
        return plan
    about = _about(args)
    waits = (
        Button(Phrase("button-in-ten-minutes"), "reminder.put-off", {**about, "minutes": TEN}),
        Button(Phrase("button-in-an-hour"), "reminder.put-off", {**about, "minutes": AN_HOUR}),
    )
    shown = local(scene.now + EVENING_IS_NEAR, scene.zone)
    rows: tuple[tuple[Button, ...], ...] = (waits,)
    if (shown.date(), shown.time()) <= (scene.today, EVENING):
        label = Phrase("button-this-evening", {"time": EVENING})
        rows += ((Button(label, "reminder.put-off", {**about, "evening": True}),),)
    back = (Button(Phrase("button-back"), "reminder.again", about),)
    says = Phrase("reminder-how-much-later", {"what": told(of_plan(plan), day_of(args))})
    await show(scene, Message(says=says, rows=(*rows, back)))
    return None


async def put_off(scene: Scene, args: Plain) -> Phrase | None:
    """Let it come once more, later."""
    plan = await unanswered(scene, args)
    if isinstance(plan, Phrase):
        return plan
    if args.get("evening"):
        to = scene.today, EVENING
    else:
        wait = timedelta(minutes=int(args["minutes"]))
        to = reminders.later_today(wait, scene.zone, scene.now)
    one = reminders.put_off(of_plan(plan), plan.id, day_of(args), to=to)
    return await _instead(scene, plan, args, one=one, said=Said.LATER)


async def ask_day(scene: Scene, args: Plain) -> Phrase | None:
    """Ask to which day it moves."""
    plan = await unanswered(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await _ask_day(scene, args, Phrase("reminder-which-day"))
    return None


async def ask_time(scene: Scene, args: Plain) -> Phrase | None:
    """Ask to which time of that day."""
    plan = await unanswered(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await _ask_time(scene, args, str(args["date"]), says=Phrase("reminder-which-time"))
    return None


async def move(scene: Scene, args: Plain) -> Phrase | None:
    """Let it come at another moment; one that is over is asked about again."""
    plan = await unanswered(scene, args)
    if isinstance(plan, Phrase):
        return plan
    to = date.fromisoformat(args["to"]), time.fromisoformat(args["time"])
    one = reminders.moved(of_plan(plan), plan.id, to=to, zone=scene.zone, now=scene.now)
    if reminders.next_moment(one.rule, scene.zone, scene.now) is None:
        await _ask_time(scene, args, str(args["to"]), says=Phrase("reminder-over"))
        return None
    await questions.close(scene.session, scene.chat.id)
    return await _instead(scene, plan, args, one=one, said=Said.MOVED)


async def unanswered(scene: Scene, args: Plain) -> Plan | Phrase:
    """Return the plan whose message of a day was not answered yet, or what to say instead."""
    plan = await agreeing.own(scene, str(args["plan"]))
    if plan.state is not PlanState.ACTIVE:
        return Phrase("toast-gone")
    if str(args["day"]) in reminders.said_of(plan):
        return Phrase("toast-already")
    return plan


async def note(scene: Scene, plan: Plan, args: Plain, *, said: Said) -> None:
    """Keep what was answered to the message of a day."""
    kept = reminders.with_said(plan, day_of(args), said, today=scene.today)
    await agreeing.change(scene, plan.id, details=kept)


def day_of(args: Plain) -> date:
    """Return the day of whose message a button is."""
    return date.fromisoformat(args["day"])


async def _ask_day(scene: Scene, args: Plain, says: Phrase) -> None:
    about = _about(args)
    back = ((Button(Phrase("button-back"), "reminder.again", about),),)
    days = dates.with_time_left(scene, OFFERED)
    await dates.ask(scene, says, "reminder.move-time", about=about, offered=days, more=back)


async def _ask_time(scene: Scene, args: Plain, to: str, *, says: Phrase) -> None:
    """Ask at which time of a day, as ISO 8601, it is to come; of one that is over, on which day."""
    about, day = _about(args), date.fromisoformat(to)
    if day < scene.today:
        await _ask_day(scene, args, Phrase("date-over"))
        return
    back = ((Button(Phrase("button-back"), "reminder.move", about),),)
    about_day = {**about, "to": to}
    walls = times.to_come(scene, day, OFFERED) or OFFERED
    await times.ask(scene, says, "reminder.move-to", offered=walls, about=about_day, more=back)


def _opened(plan: Plan, day: date) -> Message:
    """Return the message of a reminder with its words."""
    says = Phrase("reminder-read", {"what": told(of_plan(plan), day)})
    return Message(says=says, rows=_ways(plan, day))


def _there(one: Reminder) -> str | Phrase:
    if one.place:
        return Phrase("reminder-there", {"what": one.what, "place": one.place})
    return one.what


def _ways(plan: Plan, day: date) -> Rows:
    about = {"plan": plan.id, "day": day.isoformat()}
    going = (Button(Phrase("button-going"), "reminder.go", about),)
    return (
        *((going,) if of_plan(plan).meets else ()),
        (
            Button(Phrase("button-reminder-done"), "reminder.done", about),
            Button(Phrase("button-reminder-later"), "reminder.later", about),
        ),
        (
            Button(Phrase("button-reminder-move"), "reminder.move", about),
            Button(Phrase("button-skip"), "reminder.skip", about),
        ),
    )


async def _instead(
    scene: Scene, plan: Plan, args: Plain, *, one: Reminder, said: Said
) -> Phrase | None:
    """Note that another message comes instead of this one."""
    await note(scene, plan, args, said=said)
    agreed = await agreeing.agree(
        scene, PlanKind.REMINDER, one.rule, details=reminders.details(one)
    )
    says = Phrase("reminder-put-off", {"what": one.what, "when": when(agreed.rule)})
    await show(scene, Message(says=says, rows=(TO_REMINDERS,)))
    return None


async def _answer(scene: Scene, args: Plain, said: Said, *, key: str) -> Phrase | None:
    plan = await unanswered(scene, args)
    if isinstance(plan, Phrase):
        return plan
    await note(scene, plan, args, said=said)
    await questions.close(scene.session, scene.chat.id)
    says = Phrase(key, {"what": of_plan(plan).what})
    await show(scene, Message(says=says, rows=(TO_REMINDERS,)))
    return None


def _about(args: Plain) -> dict[str, str]:
    return {"plan": str(args["plan"]), "day": str(args["day"])}
