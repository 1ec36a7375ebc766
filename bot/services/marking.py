"""Somebody marks an event beside a day of theirs, in a word of their own; nobody else sees it."""

from datetime import date, timedelta

from bot.domain.chart import Mark
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.names import read_name
from bot.domain.typed_time import read_past_date
from bot.services import checking_in, menus
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import events, questions

TOPIC = "mark"
DAY_TOPIC = "mark-day"
BACK = timedelta(days=90)
REMOVABLE = 3
LABEL = 24
LOOKED_AT = 50

TO_DAYS = (Button(Phrase("button-my-days"), "days"), *menus.TO_MENU)


async def ask(scene: Scene, args: Plain) -> None:
    """Ask for the event; the latest ones can be taken away here."""
    del args
    if not await checking_in.may(scene):
        return
    await questions.ask(scene.session, scene.chat.id, TOPIC, details={}, now=scene.now)
    latest = await events.since(scene.session, scene.member.id, scene.today - BACK, limit=REMOVABLE)
    rows = tuple(
        (
            Button(
                Phrase("button-mark-remove-one", {"what": one.mark.what[:LABEL]}),
                "mark.remove",
                {"event": one.id},
            ),
        )
        for one in reversed(latest)
    )
    await show(scene, Message(says=Phrase("mark-question"), rows=(*rows, TO_DAYS)))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Take the word that was typed, and ask for its day."""
    del details
    what = read_name(text)
    if what is None:
        await say(scene, Message(says=Phrase("mark-again"), rows=(TO_DAYS,)))
        return
    about = {"what": what}
    await questions.ask(scene.session, scene.chat.id, DAY_TOPIC, details=about, now=scene.now)
    await say(scene, Message(says=Phrase("mark-which-day", about), rows=_days(scene, about)))


async def on_day(scene: Scene, args: Plain) -> None:
    """Keep the event on the day that was tapped."""
    if await checking_in.may(scene):
        await _keep(scene, Mark(day=date.fromisoformat(args["day"]), what=str(args["what"])))


async def read_day(scene: Scene, details: Plain, text: str) -> None:
    """Keep the event on the day that was typed, or ask again with an example and the same days."""
    day = read_past_date(text, today=scene.today, back=BACK)
    if day is None:
        await say(scene, Message(says=Phrase("date-again"), rows=_days(scene, details)))
        return
    await _keep(scene, Mark(day=day, what=str(details["what"])))


async def remove(scene: Scene, args: Plain) -> Phrase | None:
    """Take an event away that the person marked."""
    if not await events.remove(scene.session, scene.member.id, str(args["event"])):
        return Phrase("toast-gone")
    await show(scene, Message(says=Phrase("mark-removed"), rows=(TO_DAYS,)))
    return None


def _days(scene: Scene, about: Plain) -> Rows:
    """Return the days to tap, and the way back."""
    today, yesterday = scene.today, scene.today - timedelta(days=1)
    offered = (
        Button(Phrase("button-mark-today"), "mark.day", {**about, "day": today.isoformat()}),
        Button(
            Phrase("button-mark-yesterday"), "mark.day", {**about, "day": yesterday.isoformat()}
        ),
    )
    return (offered, TO_DAYS)


async def _keep(scene: Scene, mark: Mark) -> None:
    """Keep an event, once however often the day is tapped."""
    person = scene.member
    kept = await events.since(scene.session, person.id, mark.day, limit=LOOKED_AT)
    same = [one.id for one in kept if one.mark == mark]
    event = same[0] if same else await events.add(scene.session, person.id, mark, now=scene.now)
    await questions.close(scene.session, scene.chat.id)
    rows = ((Button(Phrase("button-mark-remove"), "mark.remove", {"event": event}),), TO_DAYS)
    says = Phrase("mark-kept", {"what": mark.what, "day": mark.day})
    await show(scene, Message(says=says, rows=rows))
