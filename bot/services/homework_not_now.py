"""“Not this week” is a complete answer; why is asked once, then an easier version is offered."""

from dataclasses import replace

from bot.domain.assignment import NotNow
from bot.domain.homework import Outcome
from bot.domain.message import Button, Message, Phrase, Plain
from bot.services import homework_cards, homework_ending, homework_given, menus
from bot.services.homework_given import Given
from bot.services.homework_labels import REASONS
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene

ACROSS = 2


async def not_now(scene: Scene, args: Plain) -> Phrase | None:
    """Take it as the answer it is, and ask why, for those who like to say.

    What was done at least once already stays done.
    """
    given = await homework_given.own(scene, args)
    if not given.assignment.is_ongoing:
        return Phrase("toast-already")
    if given.assignment.outcome:
        return await homework_ending.enough(scene, args)
    await homework_given.bring_no_more(scene, given.assignment)
    ended = given.assignment.ended(Outcome.NOT_THIS_WEEK, scene.now)
    await homework_given.keep(scene, ended)
    buttons = [
        Button(label, "homework.reason", {**given.about, "reason": one.value})
        for one, label in REASONS.items()
    ]
    rows: Rows = tuple(tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS))
    await show(scene, Message(says=Phrase("homework-not"), rows=(*rows, *menus.ANYWHERE)))
    return None


async def reason(scene: Scene, args: Plain) -> Phrase | None:
    """Note why, and offer the easier version where there is one."""
    given = await homework_given.own(scene, args)
    if given.assignment.outcome is not Outcome.NOT_THIS_WEEK:
        return Phrase("toast-gone")
    await homework_given.keep(scene, replace(given.assignment, reason=NotNow(args["reason"])))
    if has_easier(given):
        rows: Rows = (
            (Button(Phrase("button-easier"), "homework.easier", given.about),),
            (Button(Phrase("button-let-go"), "homework.let-go", given.about),),
        )
        await show(scene, Message(says=Phrase("homework-easier"), rows=(*rows, menus.TO_HELP)))
        return None
    await let_go(scene, args)
    return None


async def easier(scene: Scene, args: Plain) -> Phrase | None:
    """Offer the easier version in its place."""
    given = await homework_given.own(scene, args)
    if given.assignment.outcome is not Outcome.NOT_THIS_WEEK or not has_easier(given):
        return Phrase("toast-gone")
    await take_easier(scene, given)
    return None


async def take_easier(scene: Scene, given: Given) -> None:
    """Let somebody have the easier version, and offer it."""
    changed = given.assignment.made_easier()
    await homework_given.keep(scene, changed)
    given = await homework_given.opened(scene, changed)
    if given.exercise:
        says = homework_cards.card(given, given.exercise, today=scene.today)
        await show(scene, Message(says=says, rows=homework_cards.offer(given)))


async def let_go(scene: Scene, args: Plain) -> None:
    """Leave it at that."""
    given = await homework_given.own(scene, args)
    shares = Button(Phrase("button-who-sees-it"), "homework.shares", given.about)
    rows = ((shares,), (homework_cards.TO_EXERCISES,), *menus.ANYWHERE)
    await show(scene, Message(says=Phrase("homework-let-go"), rows=rows))


def has_easier(given: Given) -> bool:
    """Whether there is an easier version that somebody does not have yet."""
    exercise = given.exercise
    return exercise is not None and not given.assignment.easier and bool(exercise.easier())
