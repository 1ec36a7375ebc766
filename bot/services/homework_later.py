"""An exercise for later: when, after which habit, what could get in the way; then it comes back."""

from datetime import date, time

from bot.domain.assignment import AssignmentState, Habit, Moment, Obstacle, rule_of
from bot.domain.exercise import text_key
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan, PlanKind
from bot.domain.schedule import moment
from bot.services import (
    agreeing,
    dates,
    homework_cards,
    homework_given,
    menus,
    times,
)
from bot.services.homework_given import Given
from bot.services.homework_labels import HABITS, OBSTACLES
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import deliveries, questions, wishes

OFFERED = (time(8), time(10), time(12, 30), time(16), time(18), time(20))


def brings(plan: Plan, day: date) -> Message:
    """Return what comes at the moment that was chosen, or the one reminder after it."""
    kept = plan.details
    about = {"assignment": kept["assignment"]}
    lines = homework_cards.if_then(
        Habit(kept["habit"]),
        Obstacle(kept["obstacle"]) if kept["obstacle"] else None,
        Phrase(text_key(str(kept["exercise"]), "title")),
    )
    key = "homework-moment" if day == plan.rule.starts else "homework-reminder"
    rows: Rows = (
        (Button(Phrase("button-start-now"), "homework.start", about),),
        (
            Button(Phrase("button-another-moment"), "homework.later", about),
            Button(Phrase("button-not-this-week"), "homework.not", about),
        ),
    )
    return Message(says=Phrase(key, {"lines": lines}), rows=rows)


async def ask_day(scene: Scene, args: Plain) -> Phrase | None:
    """Ask on which day."""
    given = await homework_given.own(scene, args)
    if not given.assignment.may_begin:
        return Phrase("toast-already")
    if given.exercise is None:
        await show(scene, homework_cards.gone())
        return None
    await _ask_day(scene, given.about, Phrase("homework-which-day"))
    return None


async def ask_time(scene: Scene, args: Plain) -> None:
    """Ask at what time of that day."""
    await homework_given.own(scene, args)
    await _ask_time(scene, args, Phrase("homework-which-time"))


async def ask_habit(scene: Scene, args: Plain) -> None:
    """Ask after which habit; a moment that is over, or in quiet hours, is asked about again."""
    await homework_given.own(scene, args)
    wall = time.fromisoformat(args["time"])
    quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
    if moment(date.fromisoformat(args["date"]), wall, scene.zone) <= scene.now:
        await _ask_time(scene, args, Phrase("moment-over"))
        return
    if quiet.holds(wall):
        values = {"begins": quiet.begins, "ends": quiet.ends}
        await _ask_time(scene, args, Phrase("steer-quiet", values))
        return
    await questions.close(scene.session, scene.chat.id)
    rows = tuple(
        (Button(label, "homework.obstacle", {**args, "habit": habit.value}),)
        for habit, label in HABITS.items()
    )
    await show(scene, Message(says=Phrase("homework-which-habit"), rows=rows))


async def ask_obstacle(scene: Scene, args: Plain) -> None:
    """Ask what could get in the way; that can be passed over."""
    await homework_given.own(scene, args)
    buttons = [
        Button(label, "homework.plan", {**args, "obstacle": one.value})
        for one, label in OBSTACLES.items()
    ]
    skip = Button(Phrase("button-skip"), "homework.plan", args)
    rows = (tuple(buttons[:2]), tuple(buttons[2:]), (skip,))
    await show(scene, Message(says=Phrase("homework-which-obstacle"), rows=rows))


async def plan(scene: Scene, args: Plain) -> Phrase | None:
    """Let it come back at that moment, and say so in a sentence."""
    given = await homework_given.own(scene, args)
    done = scene.tapped is not None and await deliveries.is_changed(scene.session, scene.tapped)
    if done or not given.assignment.may_begin:
        return Phrase("toast-already")
    chosen = _moment(args)
    if given.exercise is None:
        await show(scene, homework_cards.gone())
        return None
    if moment(chosen.day, chosen.wall, scene.zone) <= scene.now:
        await _ask_time(scene, args, Phrase("moment-over"))
        return None
    await bring(scene, given, chosen)
    return None


async def bring(scene: Scene, given: Given, chosen: Moment) -> None:
    """Let it come back at a moment to come, in the place of an earlier one, and say so."""
    await homework_given.bring_no_more(scene, given.assignment)
    agreed = await agreeing.agree(
        scene,
        PlanKind.EXERCISE,
        rule_of(chosen, given.assignment.due),
        details={
            "assignment": given.id,
            "exercise": given.assignment.exercise,
            "habit": chosen.habit.value,
            "obstacle": chosen.obstacle and chosen.obstacle.value,
        },
    )
    at = moment(chosen.day, chosen.wall, scene.zone)
    before = given.assignment
    if before.state is AssignmentState.ENDED:
        before = before.reopened()
    await homework_given.keep(scene, before.planned(at, agreed.id, chosen))
    lines = homework_cards.if_then(chosen.habit, chosen.obstacle, given.title)
    says = Phrase("homework-planned", {"day": chosen.day, "time": chosen.wall, "lines": lines})
    change = Button(Phrase("button-another-moment"), "homework.later", given.about)
    rows = ((change,), (homework_cards.TO_EXERCISES,), *menus.ANYWHERE)
    await show(scene, Message(says=says, rows=rows))


async def _ask_day(scene: Scene, about: Plain, says: Phrase) -> None:
    back = (Button(Phrase("button-back"), "homework.one", about),)
    days = dates.with_time_left(scene, await _offered(scene))
    await dates.ask(scene, says, "homework.time", about=about, offered=days, more=(back,))


async def _ask_time(scene: Scene, args: Plain, says: Phrase) -> None:
    """Ask for the time of a day; where that is over by now, for another day."""
    day = date.fromisoformat(args["date"])
    if day < scene.today:
        await _ask_day(scene, {"assignment": args["assignment"]}, Phrase("date-over"))
        return
    about = {"assignment": args["assignment"], "date": args["date"]}
    back = (Button(Phrase("button-back"), "homework.later", about),)
    walls = await _offered(scene)
    walls = times.to_come(scene, day, walls) or walls
    await times.ask(scene, says, "homework.habit", offered=walls, about=about, more=(back,))


async def _offered(scene: Scene) -> list[time]:
    """Return the usual times outside the quiet hours: at others it could not come back."""
    quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
    return [wall for wall in OFFERED if not quiet.holds(wall)]


def _moment(args: Plain) -> Moment:
    return Moment(
        day=date.fromisoformat(args["date"]),
        wall=time.fromisoformat(args["time"]),
        habit=Habit(args["habit"]),
        obstacle=Obstacle(args["obstacle"]) if "obstacle" in args else None,
    )
