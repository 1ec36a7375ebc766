"""A tour through the screens of own reminders, so that each of its buttons was shown once."""

from datetime import timedelta

from bot.domain import reminder as reminders
from bot.domain.plan import PlanKind
from bot.domain.reminder import Reminder
from bot.services import agreeing, reminding
from bot.services.delivering import drain
from bot.services.saying import say
from tests.canaries import private
from tests.services.scenes import scene_of
from tests.services.stage import Phone

WORDS = tuple(private(one) for one in ("appeler", "lessive", "courses", "papiers"))


async def through_reminders(participant: Phone) -> None:
    """Set some, look at them, delete one, and see one come."""
    for words in WORDS:
        await participant.write("/rappel")
        if participant.shown == "reminders":
            await participant.choose("button-reminder-new")
        await participant.write(words)
        await participant.choose("button-every-week", "button-done")
        await participant.tap("09:00")
        await participant.choose("button-lead", "button-lead-none", "button-that-is-it")
    await participant.write("/rappel")
    await participant.choose("button-number", "button-reminder-change", "button-words")
    await participant.write("/rappel")
    await participant.choose("button-number", "button-reminder-delete")
    async with scene_of(participant) as scene:
        one = Reminder(what=WORDS[0], day=scene.today + timedelta(days=1), wall=reminders.EVENING)
        details = reminders.details(one)
        plan = await agreeing.agree(scene, PlanKind.REMINDER, one.rule, details=details)
        await say(scene, reminding.comes(plan, one.day))
    await drain(participant.stage.post)
    await participant.choose("button-reminder-later", "button-back")
    await participant.choose("button-reminder-move", "button-today")
    await participant.write("/routine")
    await participant.choose("button-routine-night")
    await participant.write("22:30")
    await participant.choose("button-skip", "button-skip", "button-routine-next")
    await participant.write("/planb")
    await participant.write("/today")
