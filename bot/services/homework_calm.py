"""Something that calms: before an exercise after a very tense answer, and after one that hurt."""

from bot.domain.dialogue import Run
from bot.domain.message import Button, Message, Phrase
from bot.services import coping_offers, menus, supported
from bot.services.questioning import Play, Rows
from bot.services.scene import Scene


async def after_worse(scene: Scene, more: tuple[Button, ...]) -> Message:
    """Return what is said to somebody whom an exercise made feel worse.

    Who is supported by nobody here is not sent to a coach.
    """
    calming = await _calming(scene)
    if await supported.has_coach(scene):
        rows = (*calming, menus.TO_CONTACT, more, *menus.ANYWHERE)
        return Message(says=Phrase("homework-worse"), rows=rows)
    rows = (*calming, more, *menus.ANYWHERE)
    return Message(says=Phrase("homework-worse-no-coach"), rows=rows)


def is_needed(before: Play, after: Run) -> bool:
    """Whether the answer that was just given says that something calming comes first."""
    homework = before.exercise.homework
    if homework is None or homework.gate is None:
        return False
    step, stops = homework.gate.step, homework.gate.stops
    said = after.answers.get(step)
    return said in stops and before.run.answers.get(step) != said


async def before_going_on(scene: Scene, play: Play) -> Message:
    """Return what comes first; the exercise goes on then, or later."""
    ways = (
        Button(Phrase("button-go-on-now"), "run.go-on", {"run": play.kept.id}),
        Button(Phrase("button-later"), "run.stop", play.about),
    )
    rows = (*await _calming(scene), ways, menus.TO_HELP)
    return Message(says=Phrase("homework-calm-first"), rows=rows)


async def _calming(scene: Scene) -> Rows:
    """Return the technique that helped whoever acts oftenest, if there is one for them."""
    found = await coping_offers.mine(scene, await coping_offers.tried(scene))
    return ((coping_offers.button(found[0], "technique.start"),),) if found else ()
