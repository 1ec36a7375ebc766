"""Asking for a time of day: a few to tap, any to type."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.message import Button, Message, Phrase, Plain, rows_as_plain, rows_from_plain
from bot.domain.schedule import moment
from bot.domain.typed_time import read_time
from bot.services import menus
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import questions

TOPIC = "time"
ACROSS = 3
STEPS = (-60, -30, -15, 15, 30, 60)


async def ask(  # noqa: PLR0913 - a question is asked in one place, from all its parts
    scene: Scene,
    says: Phrase,
    action: str,
    *,
    offered: Sequence[time],
    about: Plain,
    more: Iterable[tuple[Button, ...]] = (),
) -> None:
    """Ask for a time; `action` gets what it is about and the `time`, tapped or typed."""
    rows = (*_offers(offered, action, about), *more)
    await listen(scene, action, about, rows=rows)
    await show(scene, Message(says=says, rows=rows))


async def listen(scene: Scene, action: str, about: Plain, *, rows: Rows = ()) -> None:
    """Take a time that is typed from now on for what `action` is about.

    The `rows` of the question are offered again where what is typed is no time.
    """
    details = {"action": action, "about": dict(about), "rows": rows_as_plain(rows)}
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=details, now=scene.now)


async def listen_on_card(
    scene: Scene, action: str, about: Plain, *, offered: Sequence[time]
) -> Rows:
    """Take a time that is typed on a card, which `action` shows; return what leads on without one.

    That is times to tap and the way back to the card: nothing is settled by what was no time.
    """
    rows = (*_offers(offered, action, about), (Button(Phrase("button-back"), action, about),))
    await listen(scene, action, about, rows=rows)
    return rows


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Act on a typed time, or ask again with an example and the buttons of the question."""
    wall = read_time(text)
    if wall is None:
        rows = rows_from_plain(details.get("rows", ())) or menus.ANYWHERE
        await say(scene, Message(says=Phrase("time-again"), rows=rows))
        return
    await questions.close(scene.session, scene.chat.id)
    args = {**details["about"], "time": _text(wall)}
    passing = await scene.act(scene, str(details["action"]), args)
    if passing:
        await say(scene, Message(says=passing, rows=menus.ANYWHERE))


def to_come(
    scene: Scene,
    day: date,
    offered: Sequence[time],
    *,
    lead: int = 0,
    where: ZoneInfo | None = None,
) -> list[time]:
    """Return the times of a day that are not over, so many minutes before: only these are offered.

    The day is that of whoever acts, or of a zone `where` it is.
    """
    ahead = [(wall, next(iter(shifted(wall, [-lead])), wall)) for wall in offered]
    return [wall for wall, at in ahead if moment(day, at, where or scene.zone) > scene.now]


def around(wall: time) -> list[time]:
    """Return times a little earlier and later on the same day."""
    return shifted(wall, STEPS)


def shifted(wall: time, minutes: Iterable[int]) -> list[time]:
    """Return a time moved by minutes, where that stays on the same day."""
    middle = datetime.combine(date(2000, 1, 2), wall)
    moved = [middle + timedelta(minutes=one) for one in minutes]
    return [one.time() for one in moved if one.date() == middle.date()]


def _offers(offered: Sequence[time], action: str, about: Plain) -> Rows:
    """Return the times to tap, a few beside each other."""
    buttons = [
        Button(Phrase("button-time", {"time": wall}), action, {**about, "time": _text(wall)})
        for wall in offered
    ]
    return tuple(tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS))


def _text(wall: time) -> str:
    return wall.isoformat("minutes")
