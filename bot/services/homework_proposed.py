"""Another way to do an exercise that was proposed: taken with a tap, or left as it is."""

from dataclasses import replace
from datetime import date, time

from bot.domain import dialogue
from bot.domain.assignment import Habit, Moment
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.schedule import moment, shown
from bot.services import (
    homework_cards,
    homework_given,
    homework_later,
    homework_not_now,
    menus,
)
from bot.services.homework_given import Given
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import deliveries, runs, wishes

USUAL = time(18)
"""At what time an exercise comes that never had one."""


def easier(given: Given, *, staff: str, group_id: str) -> Message:
    """Return what somebody reads to whom the easier version is proposed."""
    says = Phrase("homework-easier-proposal", {"staff": staff, "title": given.title})
    about = {**given.about, "group": group_id}
    rows = (
        (Button(Phrase("button-easier"), "proposed.easier", about),),
        (Button(Phrase("button-no-thanks"), "proposed.leave", about), *menus.TO_HELP),
    )
    return Message(says=says, rows=rows)


def another_day(given: Given, day: date, *, staff: str, group_id: str) -> Message:
    """Return what somebody reads to whom another day is proposed."""
    says = Phrase("homework-day-proposal", {"staff": staff, "title": given.title, "day": day})
    about = {**given.about, "group": group_id, "day": day.isoformat()}
    rows = (
        (Button(Phrase("button-agree"), "proposed.day", about),),
        (
            Button(Phrase("button-another-moment"), "homework.later", given.about),
            Button(Phrase("button-no-thanks"), "proposed.leave", about),
        ),
        menus.TO_HELP,
    )
    return Message(says=says, rows=rows)


async def take_easier(scene: Scene, args: Plain) -> Phrase | None:
    """Take the easier version; of what was begun the answers that belong to it stay."""
    given = await homework_given.own(scene, args)
    refused = await _why_not(scene, given)
    if refused or given.exercise is None:
        return refused
    short = given.exercise.easier()
    if short is None or not homework_not_now.has_easier(given):
        return Phrase("toast-already")
    if given.run and given.assignment.is_ongoing:
        run = dialogue.shortened(short, given.run.run)
        await runs.keep(scene.session, replace(given.run, run=run), scene.now)
    await homework_not_now.take_easier(scene, given)
    return None


async def take_day(scene: Scene, args: Plain) -> Phrase | None:
    """Let it come back on the day proposed, at the time it had; a day gone by is said to be."""
    given = await homework_given.own(scene, args)
    refused = await _why_not(scene, given)
    if refused or given.exercise is None:
        return refused
    day, wall = date.fromisoformat(args["day"]), await _wall(scene, given)
    if moment(day, wall, scene.zone) <= scene.now:
        later = (Button(Phrase("button-choose-moment"), "homework.later", given.about),)
        rows = (later, (homework_cards.TO_EXERCISES,), *menus.ANYWHERE)
        await show(scene, Message(says=Phrase("homework-day-over"), rows=rows))
        return None
    before = given.assignment
    chosen = Moment(day=day, wall=wall, habit=before.habit or Habit.NONE, obstacle=before.obstacle)
    await homework_later.bring(scene, given, chosen)
    return None


async def leave(scene: Scene, args: Plain) -> None:
    """Leave it as it is; nobody is told."""
    await homework_given.own(scene, args)
    rows = ((homework_cards.TO_EXERCISES,), *menus.ANYWHERE)
    await show(scene, Message(says=Phrase("homework-as-it-is"), rows=rows))


async def _why_not(scene: Scene, given: Given) -> Phrase | None:
    """Return what is said where there is nothing to take any more, None where there is."""
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    if not given.assignment.may_begin:
        return Phrase("toast-exercise-over")
    if given.exercise is None:
        await show(scene, homework_cards.gone())
    return None


async def _wall(scene: Scene, given: Given) -> time:
    """Return at what time it was to come, or the usual one; not in quiet hours."""
    quiet = (await wishes.of_person(scene.session, scene.member.id)).quiet
    planned = given.assignment.planned_at
    wall = shown(planned, scene.zone) if planned else USUAL
    return quiet.ends if quiet.holds(wall) else wall
