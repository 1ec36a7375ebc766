"""Brings the steps of a technique one after the other, each at its second.

All are written at once as deliveries that change one message, so that nothing is kept in memory;
whoever stops, or goes on, takes back those that have not come yet.
"""

from collections.abc import Iterator
from datetime import datetime

from bot.domain import dialogue
from bot.domain.delivery import LIMITS, Class, Delivery
from bot.domain.dialogue import RunState
from bot.domain.exercise import Step, StepKind
from bot.domain.message import Button, Message, Phrase
from bot.services import coping_cards
from bot.services.questioning import Play
from bot.services.scene import Scene
from bot.store import deliveries
from bot.store.ids import new_id


async def begin(scene: Scene, play: Play) -> Phrase | None:
    """Write every step for its moment; a second tap while they come changes nothing."""
    step = dialogue.question(play.exercise, play.run)
    if step is None or step.kind is not StepKind.GUIDE or play.run.state is not RunState.OPEN:
        return Phrase("toast-gone")
    if await deliveries.replies_to_come(scene.session, scene.chat.id, scene.now):
        return Phrase("toast-already")
    for due, until, message in _moments(play, step, scene.now):
        delivery = Delivery(
            id=new_id(),
            chat_id=scene.chat.id,
            kind=Class.REPLY,
            message=message,
            due=due,
            until=until,
            replaces=scene.tapped.id if scene.tapped else None,
        )
        await deliveries.add(scene.session, delivery)
    scene.bell.ring(scene.session, scene.chat.shard)
    return None


async def drop(scene: Scene) -> None:
    """Take back the steps that have not come yet."""
    await deliveries.drop_replies_to_come(scene.session, scene.chat.id, scene.now)


def _moments(play: Play, step: Step, now: datetime) -> Iterator[tuple[datetime, datetime, Message]]:
    """Yield each step with when it comes and when the next one does; last, the end."""
    due = now
    for number, line in enumerate(step.lines, start=1):
        values = {
            "title": Phrase(play.exercise.title),
            "number": number,
            "count": len(step.lines),
            **coping_cards.line_values(play.exercise, step, line),
        }
        # Before the last step nothing is finished yet: whoever has enough stops.
        done = ((coping_cards.finished(play),),) if line is step.lines[-1] else ()
        rows = (*done, coping_cards.way_out(play))
        yield due, due + line.lasts, Message(says=Phrase("technique-timed", values), rows=rows)
        due += line.lasts
    yield due, due + LIMITS[Class.REPLY].lateness, _end(play)


def _end(play: Play) -> Message:
    again = Button(Phrase("button-once-more"), "technique.timed", play.about)
    says = Phrase("technique-timed-end", {"title": Phrase(play.exercise.title)})
    rows = ((coping_cards.finished(play),), (again,), coping_cards.way_out(play))
    return Message(says=says, rows=rows)
