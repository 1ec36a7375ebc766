"""Check-ins that come by themselves: agreed in two taps, asked less often or stopped in one."""

from dataclasses import replace
from datetime import date, time

from bot.domain import checkin
from bot.domain.checkin import DAY, MOOD, OFFERED, WEEK, Arrangement
from bot.domain.exercise import text_key
from bot.domain.message import Button, Days, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY
from bot.services import agreeing, checking_in, following_up, menus, steering, supported, times
from bot.services.following_up import RHYTHMS, current
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import when
from bot.store import questions, wishes

SAYINGS = 3


def invitation(plan: Plan, day: date) -> Message:
    """Return the message that comes by itself: one tap begins, one leaves it for this time.

    Its wording changes from day to day, its buttons never do.
    """
    rows = (
        (Button(Phrase("button-checkin"), "checkin"),),
        (Button(Phrase("button-not-this-time"), "recurring.skip", {"plan": plan.id}),),
        steering.row(plan.id),
    )
    # Its title makes it wait, too, until somebody signed the questions off.
    title = Phrase(text_key(MOOD, "title"))
    says = Phrase(f"checkin-due-{day.toordinal() % SAYINGS + 1}", {"title": title})
    return Message(says=says, rows=rows)


async def skip(scene: Scene, args: Plain) -> None:
    """Leave it for this time: a complete answer."""
    await agreeing.own(scene, str(args["plan"]))
    await show(scene, Message(says=Phrase("checkin-not-now"), rows=menus.ANYWHERE))


async def mine(scene: Scene, args: Plain) -> None:
    """Show when the questions come and what can be changed, or offer them."""
    del args
    if not await checking_in.may(scene):
        return
    checking_in.exercise_of(scene)
    await questions.close(scene.session, scene.chat.id)
    plan = await current(scene)
    if plan:
        await show(scene, _card(plan))
    else:
        await show(scene, Message(says=Phrase("checkin-offer"), rows=(RHYTHMS, menus.TO_MENU)))


async def how_often(scene: Scene, args: Plain) -> None:
    """Ask how often, before the time."""
    del args
    back = (Button(Phrase("button-back"), "recurring"),)
    await show(scene, Message(says=Phrase("checkin-how-often"), rows=(RHYTHMS, back)))


async def ask_time(scene: Scene, args: Plain) -> None:
    """Ask at what time, once it is known how often."""
    await _ask_time(scene, args, says=Phrase("checkin-which-time"))


async def begin(scene: Scene, args: Plain) -> Phrase | None:
    """Let the questions come from tomorrow on; they take the place of earlier ones."""
    wall = time.fromisoformat(args["time"])
    if not await checking_in.may(scene):
        return None
    if (await wishes.of_person(scene.session, scene.member.id)).quiet.holds(wall):
        await _ask_time(scene, args, says=Phrase("checkin-quiet"))
        return None
    await following_up.settle(scene, PlanState.ENDED)
    await questions.close(scene.session, scene.chat.id)
    plan = await current(scene)
    usual = plan.rule if plan else None
    rule = checkin.rule_of(str(args["every"]), scene.today, wall, usual=usual)
    if plan is None:
        plan = await agreeing.agree(scene, PlanKind.CHECKIN, rule)
    else:
        plan = await agreeing.change(scene, plan.id, rule=rule)
    await show(scene, _agreed(plan))
    return None


async def ask_day(scene: Scene, args: Plain) -> Phrase | None:
    """Ask on which day of the week they come."""
    plan = await _active(scene, args)
    if plan is None:
        return Phrase("toast-gone")
    buttons = tuple(
        Button(
            Phrase("button-days", {"days": Days(numbers=frozenset({day}))}),
            "recurring.on",
            {"plan": plan.id, "day": day},
        )
        for day in sorted(EVERY_DAY)
    )
    back = (Button(Phrase("button-back"), "recurring"),)
    rows = (buttons[:4], buttons[4:], back)
    await show(scene, Message(says=Phrase("checkin-which-day"), rows=rows))
    return None


async def on(scene: Scene, args: Plain) -> Phrase | None:
    """Let them come on another day of the week, at the same time."""
    plan = await _active(scene, args)
    if plan is None:
        return Phrase("toast-gone")
    rule = checkin.on_weekday(plan.rule, int(args["day"]), scene.today)
    await show(scene, _agreed(await agreeing.change(scene, plan.id, rule=rule)))
    return None


async def helps(scene: Scene, args: Plain) -> None:
    """The questions help: they go on as they are."""
    await agreeing.own(scene, str(args["plan"]))
    await show(scene, Message(says=Phrase("checkin-goes-on"), rows=menus.ANYWHERE))


async def helps_not(scene: Scene, args: Plain) -> None:
    """The questions do not help: fewer, none, or as they are."""
    about = {"plan": (await agreeing.own(scene, str(args["plan"]))).id}
    rows = (
        (Button(Phrase("button-fewer"), "steer.fewer", about),),
        (Button(Phrase("button-stop-these"), "steer.stop", about),),
        (Button(Phrase("button-as-it-is"), "recurring.helps", about),),
    )
    await show(scene, Message(says=Phrase("checkin-what-then"), rows=rows))


async def bothers(scene: Scene, args: Plain) -> Phrase | None:
    """The questions bother: none come any more; that can be taken back."""
    plan = await _active(scene, args)
    if plan is None:
        return Phrase("toast-already")
    await agreeing.stop(scene, plan.id)
    undo = (Button(Phrase("button-undo"), "steer.undo", {"plan": plan.id}),)
    await show(scene, Message(says=Phrase("checkin-bothered"), rows=(undo, *menus.ANYWHERE)))
    return None


async def low_days(scene: Scene, args: Plain) -> Phrase | None:
    """Turn over whether it is asked what could help, after several low days."""
    plan = await _active(scene, args)
    if plan is None:
        return Phrase("toast-gone")
    kept = replace(Arrangement.from_details(plan.details), low_days=bool(args["on"]))
    await show(scene, _card(await following_up.arrange(scene, plan, kept)))
    return None


async def to_coach(scene: Scene, args: Plain) -> None:
    """Give words for the coach, which the person sends; who has none any more is told so."""
    del args
    if not await supported.has_coach(scene):
        await show(scene, supported.nobody())
        return
    copied = Button(Phrase("button-copy-coach"), copies=Phrase("low-text-coach"))
    await show(
        scene,
        Message(says=Phrase("low-coach"), rows=((copied,), menus.TO_CONTACT, *menus.ANYWHERE)),
    )


async def nothing(scene: Scene, args: Plain) -> None:
    """Nothing now: a complete answer."""
    del args
    await show(scene, Message(says=Phrase("low-nothing"), rows=menus.ANYWHERE))


async def _active(scene: Scene, args: Plain) -> Plan | None:
    plan = await agreeing.own(scene, str(args["plan"]))
    return plan if plan.state is PlanState.ACTIVE else None


async def _ask_time(scene: Scene, args: Plain, *, says: Phrase) -> None:
    about = {"every": DAY if args["every"] == DAY else WEEK}
    back = ((Button(Phrase("button-back"), "recurring"),),)
    await times.ask(scene, says, "recurring.at", offered=OFFERED, about=about, more=back)


def _agreed(plan: Plan) -> Message:
    see = (Button(Phrase("button-my-checkins"), "recurring"),)
    return Message(
        says=Phrase("checkin-agreed", {"when": when(plan.rule)}), rows=(see, menus.TO_MENU)
    )


def _card(plan: Plan) -> Message:
    about = {"plan": plan.id}
    is_on = Arrangement.from_details(plan.details).low_days
    low = Phrase("button-low-days-on" if is_on else "button-low-days-off")
    day = Button(Phrase("button-day"), "recurring.day", about)
    rows = (
        (
            Button(Phrase("button-change-moment"), "recurring.change"),
            *((day,) if len(plan.rule.days) == 1 else ()),
        ),
        (Button(low, "recurring.low", {**about, "on": not is_on}),),
        (Button(Phrase("button-stop-these"), "steer.stop", about),),
        menus.TO_MENU,
    )
    asks = Phrase("checkin-low-on" if is_on else "checkin-low-off")
    return Message(says=Phrase("checkin-plan", {"when": when(plan.rule), "low": asks}), rows=rows)
