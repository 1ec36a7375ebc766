"""Asking staff for their contact hours: a few to tap, any to type."""

from datetime import time

from bot.domain.hours import Hours
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.schedule import WORKING_DAYS
from bot.domain.typed_hours import read_hours
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import questions

TOPIC = "hours"
USUAL = ((time(9), time(17)), (time(8), time(16)), (time(10), time(18)))


async def ask(scene: Scene, says: Phrase, action: str, *, back: str) -> None:
    """Ask for the hours; `action` gets the `hours`, tapped or typed, and `back` leads back."""
    details = {"action": action, "back": back}
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=details, now=scene.now)
    await show(scene, Message(says=says, rows=_rows(details)))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Act on hours that were typed, or ask again with an example and the same buttons."""
    hours = read_hours(text)
    if hours is None:
        await say(scene, Message(says=Phrase("hours-again"), rows=_rows(details)))
        return
    await scene.act(scene, str(details["action"]), {"hours": hours.as_values()})


def _rows(details: Plain) -> Rows:
    """Return the hours to tap, and the way back."""
    action = str(details["action"])
    hours = tuple((_button(opens, closes, action),) for opens, closes in USUAL)
    back = ((Button(Phrase("button-back"), str(details["back"])),),) if "back" in details else ()
    return (*hours, *back)


def _button(opens: time, closes: time, action: str) -> Button:
    hours = Hours(days=WORKING_DAYS, opens=opens, closes=closes)
    label = Phrase("button-hours", {"opens": opens, "closes": closes})
    return Button(label, action, {"hours": hours.as_values()})
