"""The dates of a group as they are kept: each one to come can be moved, and everybody hears."""

from collections.abc import Sequence
from datetime import date, time

from bot.domain.group import Group, GroupSession, Refusal, days_near, why_not_move
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.services import dates, group_exercises, menus, times, workshop_words, workshops
from bot.services.groups import back, led, led_session
from bot.services.numbering import numbered
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.services.workshop_words import REFUSALS
from bot.store import groups, questions


async def every(scene: Scene, args: Plain) -> None:
    """Show the dates of a group; each one to come can be moved."""
    group = await led(scene, args)
    await questions.close(scene.session, scene.chat.id)
    await show_every(scene, group)


async def ask_day(scene: Scene, args: Plain) -> None:
    """Ask to which day a workshop goes."""
    group, one = await led_session(scene, args)
    if one.begins(group.where) <= scene.now:
        await show_every(scene, group, first=REFUSALS[Refusal.BEGUN])
        return
    await _ask_day(scene, group, one)


async def ask_time(scene: Scene, args: Plain) -> None:
    """Ask at what time it begins there; a day on which it cannot be is asked about again."""
    group, one = await led_session(scene, args)
    moved = one.moved(date.fromisoformat(args["date"]), one.wall)
    sessions = await groups.sessions_of(scene.session, group.id)
    why = why_not_move(sessions, moved, now=scene.now, where=group.where)
    if why and moved.day != scene.today:
        await _ask_day(scene, group, one, why=REFUSALS[why])
        return
    about = {"session": one.id, "date": moved.day.isoformat()}
    says = Phrase("workshop-which-time", {"number": one.number, "day": moved.day})
    offered = sorted({one.wall, *times.around(one.wall)})
    more = (_to_dates(group),)
    await times.ask(scene, says, "group.move-to", offered=offered, about=about, more=more)


async def move(scene: Scene, args: Plain) -> Phrase | None:
    """Move a workshop; everybody is told once, and all that is planned follows."""
    group, before = await led_session(scene, args)
    await groups.take(scene.session, group.id)
    moved = before.moved(date.fromisoformat(args["date"]), time.fromisoformat(args["time"]))
    if moved == before:
        return Phrase("toast-already")
    sessions = await groups.sessions_of(scene.session, group.id)
    why = why_not_move(sessions, moved, now=scene.now, where=group.where)
    if why:
        await _ask_day(scene, group, before, why=REFUSALS[why])
        return None
    await questions.close(scene.session, scene.chat.id)
    await groups.move(scene.session, moved)
    await workshops.was_moved(scene, group, before=before, now=moved)
    await group_exercises.was_moved(scene, group, before=before.day, now=moved.day)
    values: Values = {"number": moved.number, "day": moved.day, "time": moved.wall}
    says = Phrase("group-date-moved", values)
    for lead in await groups.leads(scene.session, group.id):
        if lead.id != scene.member.id:
            await tell(scene, lead.id, Message(says=says, rows=(back(group),)))
    await show_every(scene, group, first=says)
    return None


async def show_every(scene: Scene, group: Group, first: Phrase | None = None) -> None:
    """Show the dates of a group, after something was said."""
    sessions = await groups.sessions_of(scene.session, group.id)
    numbers = {
        one.number: ("group.move", {"session": one.id})
        for one in sessions
        if one.begins(group.where) > scene.now
    }
    key = "group-dates" if numbers else "group-dates-over"
    says = after(first, Phrase(key, {"lines": lines_of(sessions)}))
    rows = (*numbered(numbers), (*back(group), *menus.TO_MENU))
    await show(scene, Message(says=says, rows=rows))


def lines_of(sessions: Sequence[GroupSession]) -> tuple[Phrase, ...]:
    """Return the dates of a group on a line each, and when the informal moment is."""
    lines = [workshop_words.date_line(one) for one in sessions]
    for one in sessions[:1]:
        lines += workshop_words.informal(one.informal, one.informal_wall)
    return tuple(lines)


def after(first: Phrase | None, then: Phrase) -> Phrase:
    """Return what is said after something else, if there is any."""
    return Phrase("run-first", {"first": first, "then": then}) if first else then


async def _ask_day(
    scene: Scene, group: Group, one: GroupSession, *, why: Phrase | None = None
) -> None:
    says = after(why, Phrase("workshop-which-day", {"number": one.number, "day": one.day}))
    offered = days_near(
        [each.day for each in await groups.sessions_of(scene.session, group.id)],
        one.number,
        wall=one.wall,
        at=(scene.now, group.where),
        holidays=scene.planner.holidays,
    )
    about, more = {"session": one.id}, (_to_dates(group),)
    await dates.ask(scene, says, "group.move-time", about=about, offered=offered, more=more)


def _to_dates(group: Group) -> tuple[Button, ...]:
    return (Button(Phrase("button-back"), "group.dates", {"group": group.id}),)
