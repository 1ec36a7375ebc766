"""A pause with an end date, and its end."""

from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.schedule import local, moment
from bot.services import dates, menus
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import deliveries, people, questions

TOPIC = "pause"
OFFERED = (("button-pause-today", 0), ("button-pause-3", 2), ("button-pause-7", 6))


async def ask(scene: Scene, args: Plain) -> None:
    """Ask until when, the last day included."""
    del args
    if scene.member.is_staff:
        await show(scene, Message(says=Phrase("pause-staff"), rows=(menus.TO_MENU,)))
        return
    if scene.member.is_paused(scene.now):
        await show(scene, _paused(scene))
        return
    await questions.ask(scene.session, scene.chat.id, TOPIC, details={}, now=scene.now)
    await show(scene, Message(says=Phrase("pause-question"), rows=_rows(scene)))


async def until(scene: Scene, args: Plain) -> Phrase | None:
    """Pause up to a day that was tapped."""
    day = date.fromisoformat(args["day"])
    if day < scene.today:
        return Phrase("toast-over")
    await _pause(scene, day)
    return None


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Pause up to a day that was typed, or ask again with an example and the same buttons."""
    del details
    day = dates.to_come(scene, text)
    if day is None:
        await say(scene, Message(says=dates.again(scene, text), rows=_rows(scene)))
        return
    await _pause(scene, day)


async def resume(scene: Scene, args: Plain) -> None:
    """End the pause now: what others told meanwhile comes, too, as soon as it suits."""
    del args
    until = scene.member.paused_until
    if until is None or not scene.member.is_paused(scene.now):
        await show(scene, Message(says=Phrase("not-paused"), rows=(menus.TO_MENU,)))
        return
    await people.keep(scene.session, replace(scene.member, paused_until=None))
    await deliveries.bring_forward(scene.session, scene.chat.id, since=until, now=scene.now)
    scene.bell.ring(scene.session, scene.chat.shard)
    await show(scene, Message(says=Phrase("resumed"), rows=(menus.TO_MENU,)))


def _rows(scene: Scene) -> Rows:
    """Return the days to tap, and the way out."""
    rows = tuple(
        (Button(Phrase(key), "pause.until", {"day": (scene.today + timedelta(days)).isoformat()}),)
        for key, days in OFFERED
    )
    return (*rows, menus.TO_MENU)


async def _pause(scene: Scene, day: date) -> None:
    end = moment(day + timedelta(days=1), time.min, scene.zone)
    await people.keep(scene.session, replace(scene.member, paused_until=end))
    await questions.close(scene.session, scene.chat.id)
    rows = ((Button(Phrase("button-resume"), "resume"),), menus.TO_HELP)
    await show(scene, Message(says=Phrase("paused", {"day": day}), rows=rows))


def _paused(scene: Scene) -> Message:
    rows = ((Button(Phrase("button-resume"), "resume"),), menus.TO_HELP)
    end = scene.member.paused_until or scene.now
    last = local(end, scene.zone).date() - timedelta(days=1)
    return Message(says=Phrase("paused", {"day": last}), rows=rows)
