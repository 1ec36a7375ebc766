"""Plan B for late mornings: what somebody decided to do, whom to tell, texts to copy."""

from collections.abc import Mapping

from bot.domain.dialogue import RunState
from bot.domain.exercise import Answers
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.routine import MORNING
from bot.services import menus, supported
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import runs

EMPLOYER = Button(Phrase("button-copy-employer"), copies=Phrase("late-employer"))
COACH = Button(Phrase("button-copy-coach"), copies=Phrase("late-coach"))
WAYS: Mapping[str, Phrase] = {
    "call": Phrase("plan-b-call"),
    "write": Phrase("plan-b-write"),
    "ask": Phrase("plan-b-ask"),
}


async def mine(scene: Scene, args: Plain) -> None:
    """Show plan B, or offer to make one."""
    del args
    if scene.member.is_staff:
        await show(scene, Message(says=Phrase("reminders-staff"), rows=(menus.TO_MENU,)))
        return
    change = (Button(Phrase("button-routine-morning"), "routine.part", {"part": MORNING}),)
    lines = await lines_of(scene)
    if lines:
        says = Phrase("plan-b", {"lines": lines})
        rows = (*await texts(scene), change, menus.TO_MENU)
        await show(scene, Message(says=says, rows=rows))
    else:
        await show(scene, Message(says=Phrase("plan-b-none"), rows=(change, menus.TO_MENU)))


async def texts(scene: Scene) -> Rows:
    """Return the texts to copy for whoever is late."""
    return await supported.texts(scene, EMPLOYER, coach=COACH)


async def lines_of(scene: Scene) -> tuple[Phrase, ...]:
    """Return the lines of plan B, none where nothing was decided."""
    kept = await runs.last_of(scene.session, scene.member.id, MORNING)
    if kept is None or kept.run.state is not RunState.FINISHED:
        return ()
    return _lines(kept.run.answers)


def _lines(answers: Answers) -> tuple[Phrase, ...]:
    way = WAYS.get(str(answers.get("late")))
    if way is None:
        return ()
    who = answers.get("who")
    return (way, Phrase("plan-b-who", {"who": str(who)})) if who else (way,)
