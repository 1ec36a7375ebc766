"""A tour through the screens of how often the bot speaks, so that each button was shown once."""

from bot.services import easing
from bot.services.delivering import drain
from bot.services.saying import say
from tests.services.scenes import scene_of
from tests.services.stage import Phone


async def through_messages(participant: Phone) -> None:
    """Change how many there are, and when; one that recurs; and take a change of life back."""
    await participant.write("/messages")
    await participant.choose("button-how-many", "button-number", "button-quiet")
    await participant.tap("21:00")
    await participant.tap("07:00")
    await participant.choose("button-recurring")
    await participant.tap(steered(participant))
    await participant.choose("button-other-time")
    await participant.choose("button-back", "button-fewer")
    await participant.write("/messages")
    await participant.choose("button-recurring")
    await participant.tap(steered(participant))
    await participant.choose("button-stop-these")
    await participant.choose("button-undo")
    await participant.write("/messages")
    await participant.choose("button-change", "button-change-holiday", "button-no-wakeups")
    await participant.choose("button-undo")
    await participant.write("/messages")
    await participant.choose("button-change", "button-change-job", "button-tomorrow", "button-undo")
    await participant.write("/stress")
    await participant.choose("button-hard-day", "button-undo")
    async with scene_of(participant) as scene:
        await say(scene, easing._RESTING)
    await drain(participant.stage.post)


def steered(participant: Phone) -> str:
    """Return the number of what recurs and is steered there; a wake-up has its own screen.

    What began at one moment comes in any order.
    """
    lines = (line.split(". ", 1) for line in participant.screen.splitlines() if ". " in line)
    return next(line[0] for line in lines if line[0].isdecimal() and "Réveil" not in line[1])
