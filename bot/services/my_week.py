"""The week as a picture and in words: its working days in parts, and what comes when."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.domain.afterwork import AFTER
from bot.domain.exercise import Answers
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind
from bot.domain.routine import NIGHT
from bot.domain.schedule import occurs
from bot.domain.week import DAYS, Week, WorkingDay, divided, gathered
from bot.services import menus, my_day, stopped, tying
from bot.services.picturing import line_of
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import mornings, plans, questions, runs

MOST = 12
"""How many lines there are at most; what comes later in the day is left to the list of a day."""

_ROWS = (
    (Button(Phrase("button-my-day"), "day"), Button(Phrase("button-routine"), "routine")),
    menus.TO_MENU,
)


async def week(scene: Scene, args: Plain) -> None:
    """Show the week that it is, from Monday on."""
    del args
    if scene.member.is_staff:
        await show(scene, Message(says=Phrase("reminders-staff"), rows=(menus.TO_MENU,)))
        return
    await questions.close(scene.session, scene.chat.id)
    monday = scene.today - timedelta(days=scene.today.weekday())
    found = await _week(scene, monday)
    if not found.stretches and not found.entries:
        await show(scene, Message(says=Phrase("week-empty"), rows=_ROWS))
        return
    lines = tuple(map(line_of, found.entries)) or (Phrase("week-nothing"),)
    says = Phrase("week", {"first": monday, "lines": (*await stopped.told(scene), *lines)})
    await show(scene, Message(says=says, rows=_ROWS, drawing=found))


async def _week(scene: Scene, monday: date) -> Week:
    days = [monday + timedelta(days=number) for number in range(DAYS)]
    several = await _plans_on(scene, days)
    kept = await runs.last_of(scene.session, scene.member.id, NIGHT)
    working = [_working(scene, several[day], day) for day in days]
    return Week(
        stretches=divided(working, _bedtime(kept.run.answers) if kept else None),
        entries=gathered(
            [
                (number, line.at, _said(scene, line))
                for number, day in enumerate(days)
                for line in my_day.planned(scene, several[day], day)
            ]
        )[:MOST],
    )


async def _plans_on(scene: Scene, days: Sequence[date]) -> Mapping[date, Sequence[Plan]]:
    """Return what is agreed, by day: without what an answer of its morning took off it."""
    active = await plans.active_of(scene.session, scene.member.id)
    answered = await mornings.between(scene.session, scene.member.id, first=days[0], last=days[-1])
    theirs = {day: [one for one in answered if one.day == day] for day in days}
    return {
        day: [plan for plan in active if not tying.is_taken_off(plan, theirs[day])] for day in days
    }


def _working(scene: Scene, several: Sequence[Plan], day: date) -> WorkingDay | None:
    """Return how a day goes on which somebody gets up for work, None on another."""
    found: WorkingDay | None = None
    ends: time | None = None
    for plan in several:
        wall = occurs(plan.rule, day, holidays=scene.planner.holidays)
        if wall and plan.kind is PlanKind.WAKEUP:
            found = WorkingDay(wakes=wall, leaves=plan.around.leaves)
        elif wall and plan.kind is PlanKind.AFTERWORK:
            ends = (datetime.combine(day, wall) - AFTER).time()
    return WorkingDay(wakes=found.wakes, leaves=found.leaves, ends=ends) if found else None


def _bedtime(answers: Answers) -> time | None:
    return time.fromisoformat(str(answers["bedtime"])) if "bedtime" in answers else None


def _said(scene: Scene, line: my_day.Line) -> str:
    if isinstance(line.what, Phrase):
        return scene.deployment.library.say(line.what, scene.chat.voice)
    return str(line.what)
