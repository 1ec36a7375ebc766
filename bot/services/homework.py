"""My exercises: what somebody was given, is planned, half-done or lately done; each on a tap."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.assignment import LATELY, Assignment, AssignmentState
from bot.domain.homework import Outcome
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Role
from bot.domain.schedule import local, shown
from bot.services import (
    conversing,
    homework_cards,
    homework_ending,
    homework_given,
    keepsakes,
    menus,
    playing,
)
from bot.services.homework_given import Given
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import assignments, questions, runs

ON_A_SCREEN = 4

ENDS = {
    Outcome.DONE: "line-homework-done",
    Outcome.TRIED: "line-homework-tried",
    Outcome.NOT_THIS_WEEK: "line-homework-not",
}


async def mine(scene: Scene, args: Plain) -> None:
    """Show the exercises of whoever acts, a few at a time: those that can be gone on with first."""
    if Role.PARTICIPANT not in scene.member.roles:
        await show(scene, Message(says=Phrase("homework-staff"), rows=(menus.TO_MENU,)))
        return
    await questions.close(scene.session, scene.chat.id)
    several = await _all(scene)
    after = int(args.get("after", 0))
    here = several[after : after + ON_A_SCREEN] or several[:ON_A_SCREEN]
    rows: Rows = tuple(
        (Button(Phrase("button-exercise", {"title": one.title}), "homework.one", one.about),)
        for one in here
    )
    if len(several) > after + ON_A_SCREEN:
        more = {"after": after + ON_A_SCREEN}
        rows += ((Button(Phrase("button-more"), "homework", more),),)
    rows += keepsakes.of_any(await runs.exercises_of(scene.session, scene.member.id))
    lines = tuple(_line(scene, one) for one in here)
    says = Phrase("homework", {"lines": lines}) if lines else Phrase("homework-none")
    await show(scene, Message(says=says, rows=(*rows, *menus.ANYWHERE)))


async def one(scene: Scene, args: Plain) -> None:
    """Show one of them: to begin, to go on, to plan, or what is shown of it."""
    given = await homework_given.own(scene, args)
    if given.assignment.state is AssignmentState.ENDED:
        await show(scene, _ended(scene, given))
    elif given.exercise is None:
        await show(scene, homework_cards.gone())
    else:
        says = homework_cards.card(given, given.exercise, today=scene.today)
        if given.run or given.comes:
            says = Phrase("run-first", {"first": _line(scene, given), "then": says})
        rows = homework_cards.offer(given)
        if homework_ending.so_far(given):
            enough = Button(Phrase("button-that-is-enough"), "homework.enough", given.about)
            rows += ((enough,),)
        back = (homework_cards.TO_EXERCISES, *menus.TO_MENU)
        await show(scene, Message(says=says, rows=(*rows, back)))


async def start(scene: Scene, args: Plain) -> Phrase | None:
    """Begin it, or go on where it was interrupted; nothing of it comes by itself any more."""
    given = await homework_given.own(scene, args)
    if not given.assignment.may_begin:
        return Phrase("toast-already")
    if given.exercise is None:
        await show(scene, homework_cards.gone())
        return None
    await homework_given.bring_no_more(scene, given.assignment)
    if given.run:
        await homework_given.keep(scene, given.assignment.begun(given.run.id, scene.now))
        return await conversing.go_on(scene, {"run": given.run.id})
    kept = await playing.kept_first(scene, given.exercise)
    await homework_given.keep(scene, given.assignment.begun(kept.id, scene.now))
    await playing.go_from(scene, given.exercise, kept)
    return None


async def _all(scene: Scene) -> Sequence[Given]:
    """Return what goes on, then what ended lately, the latest first.

    What is wanted soonest comes first; what was wanted by now does not stand in its way.
    """
    since = scene.now - LATELY
    found = await assignments.lately(scene.session, scene.member.id, since=since)

    def order(one: Assignment) -> tuple[bool, timedelta, str]:
        return one.due < scene.today, abs(one.due - scene.today), one.exercise

    going_on = sorted((one for one in found if one.is_ongoing), key=order)
    ended = [one for one in found if not one.is_ongoing]
    return [await homework_given.opened(scene, one) for one in (*going_on, *ended)]


def _line(scene: Scene, given: Given) -> Phrase:  # noqa: PLR0911 - a line for each way to stand
    """Return where somebody stands with one, in words."""
    assignment, title = given.assignment, given.title
    if assignment.state is AssignmentState.ENDED and assignment.outcome:
        return Phrase(ENDS[assignment.outcome], {"title": title})
    if given.exercise is None:
        return Phrase("line-homework-gone")
    if given.comes:
        day, wall = local(given.comes, scene.zone).date(), shown(given.comes, scene.zone)
        return Phrase("line-homework-planned", {"title": title, "day": day, "time": wall})
    if given.run:
        return Phrase("line-homework-begun", {"title": title})
    if homework_given.is_late(scene, given):
        return Phrase("line-homework-still", {"title": title})
    return Phrase("line-homework-open", {"title": title, "due": assignment.due})


def _ended(scene: Scene, given: Given) -> Message:
    rows: Rows = ()
    if given.assignment.may_begin and given.exercise:
        start = Button(Phrase("button-start-now"), "homework.start", given.about)
        later = Button(Phrase("button-later"), "homework.later", given.about)
        rows = ((start, later),)
    shares = Button(Phrase("button-who-sees-it"), "homework.shares", given.about)
    kept = keepsakes.of_any({given.assignment.exercise})
    back = (homework_cards.TO_EXERCISES, *menus.TO_MENU)
    return Message(says=_line(scene, given), rows=(*rows, (shares,), *kept, back))
