"""Asks at which moments something is to come back, for whoever sets it for themselves.

On the way to work, on Sunday evening, on days that one chooses, or on a single one: each ends in a
rule of wall time. What it is about goes along in the buttons.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bot.domain.message import Button, Days, Message, Phrase, Plain
from bot.domain.plan import PlanKind
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS, Rule, from_now, moment
from bot.services import (
    coping_offers,
    coping_reminders,
    dates,
    drafting,
    menus,
    sentences,
    times,
    tying,
)
from bot.services.drafting import DAY_WORDS, LAST_DAY
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import deliveries, questions, wishes

SUNDAY = 6
THREE_DAYS = frozenset({0, 2, 4})


class Kind(StrEnum):
    """A moment of somebody's week."""

    WORK = "work"
    SUNDAY = "sunday"
    CHOSEN = "chosen"
    ONCE = "once"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How a time is asked for: the words, those offered, how many minutes before to write."""

    says: str
    offered: Sequence[time]
    lead: int = 0


ASKED = {
    Kind.WORK: Asked(says="moment-leaving", offered=[time(7, 30), time(8), time(8, 30)], lead=15),
    Kind.SUNDAY: Asked(says="moment-sunday", offered=[time(17), time(18), time(19)]),
    Kind.CHOSEN: Asked(says="moment-time", offered=[time(8), time(12, 30), time(18)]),
    Kind.ONCE: Asked(says="moment-time", offered=[time(8), time(12, 30), time(18)]),
}
INTERVIEW = Asked(says="moment-interview", offered=[time(9), time(11), time(14), time(16)], lead=60)


async def ask(scene: Scene, args: Plain) -> None:
    """Ask for the moment."""
    if not await coping_offers.may(scene):
        return
    once = "button-moment-interview" if _is_coping(args) else "button-moment-once"
    labels = {
        Kind.WORK: Phrase("button-moment-work"),
        Kind.SUNDAY: Phrase("button-moment-sunday"),
        Kind.CHOSEN: Phrase("button-moment-chosen"),
        Kind.ONCE: Phrase(once),
    }
    rows = tuple(
        (Button(label, "moment", {**args, "moment": kind.value}),) for kind, label in labels.items()
    )
    await show(scene, Message(says=Phrase("moment-which"), rows=(*rows, *menus.ANYWHERE)))


async def chosen(scene: Scene, args: Plain) -> None:
    """Ask what else has to be known of the moment that was tapped."""
    match Kind(args["moment"]):
        case Kind.WORK:
            await _before_work(scene, args)
        case Kind.SUNDAY:
            await _ask_time(scene, {**args, "days": [SUNDAY]})
        case Kind.CHOSEN:
            await days(scene, {**args, "days": sorted(THREE_DAYS)})
        case Kind.ONCE:
            await _ask_day(scene, args, Phrase("moment-day"))


async def days(scene: Scene, args: Plain) -> Phrase | None:
    """Ask for the days; a tap takes one in or out, and the last one stays."""
    among = frozenset(args["days"])
    if "day" in args:
        if among == {int(args["day"])}:
            return LAST_DAY
        among ^= {int(args["day"])}
    about = {**{name: one for name, one in args.items() if name != "day"}, "days": sorted(among)}
    switches = [_switch(about, day) for day in sorted(EVERY_DAY)]
    done = (Button(Phrase("button-done"), "moment.time", about),)
    says = Phrase("moment-days", {"days": Days(numbers=among)})
    rows = (tuple(switches[:4]), tuple(switches[4:]), done, *menus.ANYWHERE)
    await show(scene, Message(says=says, rows=rows))
    return None


async def ask_time(scene: Scene, args: Plain) -> None:
    """Ask for the time of the days that were chosen."""
    await _ask_time(scene, args)


async def on_day(scene: Scene, args: Plain) -> None:
    """Ask for the time of the single day that was tapped or typed."""
    about = {name: one for name, one in args.items() if name != "date"}
    day = date.fromisoformat(args["date"])
    await _ask_time(scene, {**about, "on": day.isoformat(), "days": [day.weekday()]})


async def at(scene: Scene, args: Plain) -> Phrase | None:
    """Agree on the time that was tapped or typed; one in the quiet hours is asked about again."""
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    if await coping_offers.may(scene):
        await _settle(scene, args)
    return None


async def _settle(scene: Scene, args: Plain) -> None:
    asked = _asked(args)
    wall = time.fromisoformat(args["time"])
    wall = next(iter(times.shifted(wall, [-asked.lead])), wall)
    quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
    day = date.fromisoformat(args["on"]) if "on" in args else None
    if quiet.holds(wall):
        values = {"begins": quiet.begins, "ends": quiet.ends}
        await _ask_time(scene, args, says=Phrase("steer-quiet", values))
    elif day and moment(day, wall, scene.zone) <= scene.now:
        await _ask_time(scene, args, says=Phrase("moment-over"))
    else:
        rule = Rule(
            days=frozenset(args["days"]),
            wall=wall,
            starts=day or scene.today,
            ends=day,
            holidays=args["moment"] != Kind.WORK,
        )
        await questions.close(scene.session, scene.chat.id)
        await _agree(scene, args, from_now(rule, scene.zone, scene.now))


async def _agree(scene: Scene, args: Plain, rule: Rule) -> None:
    is_tied = Kind(args["moment"]) is Kind.WORK
    tie = {tying.LEAD: _asked(args).lead} if is_tied else {}
    if _is_coping(args):
        await coping_reminders.agree(scene, rule, tie)
    else:
        await sentences.agree(scene, rule, {**args, **tie})


async def _before_work(scene: Scene, args: Plain) -> None:
    """Ask when one leaves for work, on the days of the wake-up if there is one."""
    agreed = await drafting.agreed_with(scene, scene.member.id)
    working = agreed[-1].rule.days if agreed else WORKING_DAYS
    leaves = [plan.around.leaves for plan in agreed if plan.around.leaves]
    offered = [*leaves[-1:], *ASKED[Kind.WORK].offered]
    about = {**args, "days": sorted(working)}
    await _ask_time(scene, about, offered=list(dict.fromkeys(offered)))


async def _ask_day(scene: Scene, args: Plain, says: Phrase) -> None:
    asked = _asked(args)
    coming = dates.with_time_left(scene, asked.offered, lead=asked.lead)
    await dates.ask(scene, says, "moment.on", about=args, offered=coming, more=menus.ANYWHERE)


async def _ask_time(
    scene: Scene,
    args: Plain,
    *,
    says: Phrase | None = None,
    offered: Sequence[time] | None = None,
) -> None:
    asked = _asked(args)
    offered = offered or asked.offered
    if "on" in args:
        day = date.fromisoformat(args["on"])
        if day < scene.today:
            about = {name: one for name, one in args.items() if name not in {"on", "days", "time"}}
            await _ask_day(scene, about, Phrase("date-over"))
            return
        offered = times.to_come(scene, day, offered, lead=asked.lead) or offered
    await times.ask(
        scene,
        says or Phrase(asked.says),
        "moment.at",
        offered=offered,
        about=args,
        more=menus.ANYWHERE,
    )


def _asked(args: Plain) -> Asked:
    kind = Kind(args["moment"])
    return INTERVIEW if kind is Kind.ONCE and _is_coping(args) else ASKED[kind]


def _is_coping(args: Plain) -> bool:
    return PlanKind(args["kind"]) is PlanKind.COPING


def _switch(about: Plain, day: int) -> Button:
    key = "button-day-in" if day in about["days"] else "button-day-out"
    label = Phrase(key, {"day": Phrase(DAY_WORDS[day])})
    return Button(label, "moment.days", {**about, "day": day})
