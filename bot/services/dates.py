"""Asking for a day to come: a few to tap, any to type."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from bot.domain.message import Button, Message, Phrase, Plain, rows_as_plain, rows_from_plain
from bot.domain.typed_time import furthest, is_over, is_too_far, read_date
from bot.services import menus, times
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import questions

TOPIC = "date"
OFFERED = (Phrase("button-today"), Phrase("button-tomorrow"))
MORE_OFFERED = 4
ACROSS = 2


async def ask(  # noqa: PLR0913 - a question is asked in one place, from all its parts
    scene: Scene,
    says: Phrase,
    action: str,
    *,
    about: Plain,
    offered: Sequence[date] | None = None,
    more: Iterable[tuple[Button, ...]] = (),
) -> None:
    """Ask for a day; `action` gets what it is about and the `date`, tapped or typed.

    The days `offered` are the next ones where none are given. They, and what `more` there is, are
    offered again where what is typed is no day to come.
    """
    more = tuple(more)
    if offered is None:
        offered = next_ones(scene.today)
    buttons = [_button(scene, action, about, day=day) for day in offered]
    rows = tuple(tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS))
    days = [day.isoformat() for day in offered]
    kept = {"offered": days, "rows": rows_as_plain(more)}
    details = {"action": action, "about": dict(about), **kept}
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=details, now=scene.now)
    await show(scene, Message(says=says, rows=(*rows, *more)))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Act on a typed day, or ask again with an example and the buttons of the question."""
    day = to_come(scene, text)
    if day is None:
        days = details.get("offered")
        offered = None if days is None else [date.fromisoformat(one) for one in days]
        action, about = str(details["action"]), details["about"]
        more = rows_from_plain(details.get("rows", ())) or menus.ANYWHERE
        await ask(scene, again(scene, text), action, about=about, offered=offered, more=more)
        return
    await questions.close(scene.session, scene.chat.id)
    args = {**details["about"], "date": day.isoformat()}
    passing = await scene.act(scene, str(details["action"]), args)
    if passing:
        await say(scene, Message(says=passing, rows=menus.ANYWHERE))


def next_ones(first: date) -> list[date]:
    """Return a day and the few after it, to be offered."""
    return [first + timedelta(days=ahead) for ahead in range(MORE_OFFERED)]


def with_time_left(scene: Scene, walls: Sequence[time], *, lead: int = 0) -> list[date]:
    """Return the next days to offer where a time is asked for then: today while one is to come."""
    is_over = not times.to_come(scene, scene.today, walls, lead=lead)
    return next_ones(scene.today + timedelta(days=1) if is_over else scene.today)


def to_come(scene: Scene, text: str) -> date | None:
    """Return the day that a text says; one lately gone by is not taken for that of next year."""
    return None if is_over(text, today=scene.today) else read_date(text, today=scene.today)


def again(scene: Scene, text: str) -> Phrase:
    """Return what is said to a text that is no day to come: too far, over, or not understood."""
    if is_too_far(text, today=scene.today):
        return Phrase("date-too-far", {"day": f"{furthest(scene.today):%d/%m/%Y}"})
    if is_over(text, today=scene.today):
        return Phrase("date-over")
    return Phrase("date-again")


def _button(scene: Scene, action: str, about: Plain, *, day: date) -> Button:
    ahead = (day - scene.today).days
    label = OFFERED[ahead] if 0 <= ahead < len(OFFERED) else Phrase("button-date", {"day": day})
    return Button(label, action, {**about, "date": day.isoformat()})
