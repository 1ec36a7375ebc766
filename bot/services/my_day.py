"""The day as a short list in the order of the clock: what comes, and what was answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain import reminder as reminders
from bot.domain.checkin import MOOD
from bot.domain.message import Button, Message, Phrase, Plain, Value, Values
from bot.domain.passing_on import shortened
from bot.domain.plan import Plan, PlanKind
from bot.domain.reminder import Lead, Said, of_plan
from bot.domain.schedule import local, occurs
from bot.domain.wakeup import MorningState, WorkingMorning
from bot.services import menus, my_workshops, stopped, tying
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import what
from bot.store import checkins, mornings, plans, questions

LINE = 60
A_DAY = timedelta(days=1)

MORNINGS: Mapping[MorningState, Phrase | None] = {
    MorningState.AWAITED: None,
    MorningState.SNOOZED: None,
    MorningState.UP: Phrase("day-up"),
    MorningState.NOT_WORKING: Phrase("day-not-working"),
    MorningState.UNWELL: Phrase("day-unwell"),
}
ANSWERS: Mapping[Said, Phrase] = {
    Said.DONE: Phrase("day-done"),
    Said.SKIPPED: Phrase("day-skipped"),
    Said.LATER: Phrase("day-later"),
    Said.MOVED: Phrase("day-moved"),
    Said.GOING: Phrase("day-going"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing of a day: when, what, and what was answered to it."""

    at: time
    what: Value
    said: Phrase | None = None

    @property
    def phrase(self) -> Phrase:
        """How it is told."""
        if self.said is None:
            return Phrase("line-day", {"time": self.at, "what": self.what})
        return Phrase("line-day-said", {"time": self.at, "what": self.what, "said": self.said})


async def today(scene: Scene, args: Plain) -> None:
    """Show the day it is."""
    del args
    await _day(scene, scene.today, other=(Button(Phrase("button-tomorrow"), "day.tomorrow"),))


async def tomorrow(scene: Scene, args: Plain) -> None:
    """Show the day after."""
    del args
    await _day(scene, scene.today + A_DAY, other=(Button(Phrase("button-today"), "day"),))


async def lines_of(scene: Scene, day: date) -> list[Line]:
    """Return what there is on a day, in the order of the clock."""
    several = await plans.active_of(scene.session, scene.member.id)
    answered = await mornings.on_day(scene.session, [scene.member.id], day)
    found = planned(scene, several, day, answered=answered)
    found += await _checked_in(scene, day)
    found += await _workshops(scene, day)
    return sorted(found, key=lambda line: line.at)


def planned(
    scene: Scene, several: Sequence[Plan], day: date, *, answered: Sequence[WorkingMorning] = ()
) -> list[Line]:
    """Return what these plans bring on a day."""
    return [line for plan in several for line in _of_plan(scene, plan, day, answered=answered)]


async def _day(scene: Scene, day: date, *, other: tuple[Button, ...]) -> None:
    if scene.member.is_staff:
        await show(scene, Message(says=Phrase("reminders-staff"), rows=(menus.TO_MENU,)))
        return
    await questions.close(scene.session, scene.chat.id)
    found = await lines_of(scene, day)
    told = [line.phrase for line in found] or [Phrase("day-empty")]
    beside = (
        Button(Phrase("button-reminders"), "reminders"),
        Button(Phrase("button-routine"), "routine"),
    )
    at_work = (
        Button(Phrase("button-my-wakeup"), "wakeup"),
        Button(Phrase("button-afterwork"), "afterwork"),
    )
    workshops = (Button(Phrase("button-my-workshops"), "workshops"),)
    seen = (Button(Phrase("button-week"), "week"), Button(Phrase("button-my-days"), "days"))
    rows = (other, seen, beside, at_work, workshops, menus.TO_MENU)
    says = Phrase("day", {"day": day, "lines": (*await stopped.told(scene), *told)})
    await show(scene, Message(says=says, rows=rows))


def _of_plan(
    scene: Scene, plan: Plan, day: date, *, answered: Sequence[WorkingMorning]
) -> Iterator[Line]:
    """Yield what a plan brings on a day."""
    if plan.kind is PlanKind.WORKSHOP or tying.rests(plan, answered):
        return
    if plan.kind is PlanKind.REMINDER:
        yield from _reminded(plan, day)
        return
    wall = occurs(plan.rule, day, holidays=scene.planner.holidays)
    if wall is None:
        return
    if plan.kind is not PlanKind.WAKEUP:
        yield Line(at=wall, what=what(plan))
        return
    state = next((one.state for one in answered if one.plan_id == plan.id), MorningState.AWAITED)
    yield Line(at=wall, what=Phrase("plan-wakeup"), said=MORNINGS[state])
    if plan.around.leaves and state not in tying.RESTS:
        yield Line(at=plan.around.leaves, what=Phrase("day-leaving"))


def _reminded(plan: Plan, day: date) -> Iterator[Line]:
    """Yield the thing of a reminder on its own day and at its own time."""
    one = of_plan(plan)
    comes = one.comes(day)[0] if one.lead is not Lead.NONE else day
    wall = occurs(plan.rule, comes, holidays=())
    if wall is None:
        return
    said = reminders.said_of(plan).get(comes.isoformat())
    words = shortened(one.what, LINE)
    at = one.wall if one.lead is not Lead.NONE else wall
    yield Line(at=at, what=words, said=ANSWERS[Said(said)] if said else None)


async def _workshops(scene: Scene, day: date) -> list[Line]:
    """Return the workshops of a day, each with its place."""
    lines = []
    for group, one in await my_workshops.on_day(scene, scene.member, day):
        values: Values = {"name": group.name, "place": group.place}
        key = "day-workshop-at" if group.place else "day-workshop"
        lines.append(Line(at=one.wall, what=Phrase(key, values)))
    return lines


async def _checked_in(scene: Scene, day: date) -> list[Line]:
    """Return the check-in of a day at the moment at which it was answered."""
    found = await checkins.since(scene.session, scene.member.id, MOOD, first=day)
    return [
        Line(
            at=local(one.answered_at, scene.zone).time(),
            what=Phrase("plan-checkin"),
            said=Phrase("day-done"),
        )
        for one in found
        if one.day == day
    ]
