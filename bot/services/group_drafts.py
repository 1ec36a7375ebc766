"""The dates of a new group in a minute: the first one, a time, a rhythm; then each can be moved."""

from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.errors import NotAllowed
from bot.domain.group import (
    Group,
    GroupSession,
    Informal,
    Rhythm,
    Timetable,
    dates_from,
    days_near,
    informal_fits,
    why_not_kept,
    why_not_on,
)
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.programme import Programme
from bot.services import dates, times, workshops
from bot.services.group_dates import after, lines_of, show_every
from bot.services.groups import back, led
from bot.services.numbering import numbered
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.workshop_words import REFUSALS
from bot.store import groups, questions
from bot.store.ids import new_id

OFFERED = tuple(time(hour, minute) for hour in (10, 14, 17) for minute in (0, 30))
BEFORE = (-60, -45, -30)
AFTER = (0, 15, 30)

RHYTHMS = {
    Rhythm.WEEKLY: Phrase("button-every-week"),
    Rhythm.TWICE_A_WEEK: Phrase("button-twice-a-week"),
    Rhythm.EVERY_TWO_WEEKS: Phrase("button-every-two-weeks"),
}


async def ask_first(scene: Scene, args: Plain) -> None:
    """Ask for the day of the first workshop."""
    group = await led(scene, args)
    await _ask_first(scene, group)


async def ask_wall(scene: Scene, args: Plain) -> None:
    """Ask at what time the workshops begin; a day gone by is asked about again."""
    group, first = await led(scene, args), date.fromisoformat(args["date"])
    if first < scene.today:
        await _ask_first(scene, group, why=Phrase("workshop-past"))
        return
    about = {"group": group.id, "first": first.isoformat()}
    says = Phrase("group-which-time", {"day": first})
    await times.ask(scene, says, "group.rhythm", offered=OFFERED, about=about, more=(back(group),))


async def ask_rhythm(scene: Scene, args: Plain) -> None:
    """Ask how often the group meets."""
    group = await led(scene, args)
    about = {"group": group.id, "first": args["first"], "wall": args["time"]}
    await questions.close(scene.session, scene.chat.id)
    rows = tuple(
        (Button(label, "group.table", {**about, "rhythm": rhythm}),)
        for rhythm, label in RHYTHMS.items()
    )
    await show(scene, Message(says=Phrase("group-which-rhythm"), rows=(*rows, back(group))))


async def table(scene: Scene, args: Plain) -> None:
    """Show all dates that follow, to be kept or changed."""
    group = await led(scene, args)
    count = len(_programme(scene, group).sessions)
    days = dates_from(date.fromisoformat(args["first"]), Rhythm(args["rhythm"]), count)
    timetable = Timetable(days=days, wall=time.fromisoformat(args["wall"]))
    await show_draft(scene, group, timetable)


async def draft(scene: Scene, args: Plain) -> None:
    """Show the dates with one moved, or with the time of the informal moment."""
    group, timetable = await led(scene, args), Timetable.from_plain(args)
    why = None
    if "move" in args and "date" in args:
        number, day = int(args["move"]), date.fromisoformat(args["date"])
        at = scene.now, group.where
        place = number - timetable.starts + 1
        why = why_not_on(timetable.days, place, day, wall=timetable.wall, at=at)
        timetable = timetable if why else timetable.with_day(number, day)
    elif "side" in args:
        side, wall = Informal(args["side"]), time.fromisoformat(args["time"])
        informal = replace(timetable, informal=side, informal_wall=wall)
        if not informal_fits(informal, _programme(scene, group).length):
            await _ask_informal_time(scene, group, timetable, side=side, again=True)
            return
        timetable = informal
    await show_draft(scene, group, timetable, why=REFUSALS[why] if why else None)


async def ask_draft_day(scene: Scene, args: Plain) -> None:
    """Ask to which day one of the dates goes that are not kept yet."""
    group, timetable = await led(scene, args), Timetable.from_plain(args)
    number = int(args["move"])
    about = {**_about(group, timetable), "move": number}
    says = Phrase("workshop-which-day", {"number": number, "day": timetable.day_of(number)})
    kept = (await groups.sessions_of(scene.session, group.id))[: timetable.starts - 1]
    offered = days_near(
        [*(one.day for one in kept), *timetable.days],
        len(kept) + number - timetable.starts + 1,
        wall=timetable.wall,
        at=(scene.now, group.where),
        holidays=scene.planner.holidays,
    )
    card = (Button(Phrase("button-back"), "group.draft", _about(group, timetable)),)
    await dates.ask(scene, says, "group.draft", about=about, offered=offered, more=(card,))


async def ask_informal(scene: Scene, args: Plain) -> None:
    """Ask whether there is an informal moment, and then at what time."""
    group, timetable = await led(scene, args), Timetable.from_plain(args)
    if "side" in args:
        await _ask_informal_time(scene, group, timetable, side=Informal(args["side"]))
        return
    about = _about(group, timetable)
    none = {**about, "informal": None, "informal-wall": None}
    rows = (
        (Button(Phrase("button-before"), "group.informal", {**about, "side": Informal.BEFORE}),),
        (Button(Phrase("button-after"), "group.informal", {**about, "side": Informal.AFTER}),),
        (Button(Phrase("button-no-informal"), "group.draft", none),),
    )
    await show(scene, Message(says=Phrase("group-which-informal"), rows=rows))


async def keep(scene: Scene, args: Plain) -> Phrase | None:
    """Keep the dates, and tell the members; what does not hold any more is said."""
    group, timetable = await led(scene, args), Timetable.from_plain(args)
    await groups.take(scene.session, group.id)
    kept = await groups.sessions_of(scene.session, group.id)
    if len(kept) >= timetable.starts:
        return Phrase("toast-already")
    why = why_not_kept(timetable, kept, now=scene.now, where=group.where)
    if why:
        await show_draft(scene, group, timetable, why=REFUSALS[why])
        return None
    sessions = sessions_of(group, timetable, _programme(scene, group).length)
    await questions.close(scene.session, scene.chat.id)
    await groups.set_sessions(scene.session, sessions)
    await workshops.dates_were_set(scene, group, sessions)
    await show_every(scene, group, first=Phrase("group-dates-kept"))
    return None


async def show_draft(
    scene: Scene, group: Group, timetable: Timetable, *, why: Phrase | None = None
) -> None:
    """Show dates that are not kept yet."""
    about = _about(group, timetable)
    await questions.close(scene.session, scene.chat.id)
    sessions = sessions_of(group, timetable, _programme(scene, group).length)
    numbers = {one.number: ("group.draft-day", {**about, "move": one.number}) for one in sessions}
    rows = (
        *numbered(numbers),
        (
            Button(Phrase("button-informal"), "group.informal", about),
            Button(Phrase("button-that-is-it"), "group.keep", about),
        ),
        back(group),
    )
    says = after(why, Phrase("group-draft", {"lines": lines_of(sessions)}))
    await show(scene, Message(says=says, rows=rows))


def sessions_of(group: Group, timetable: Timetable, length: timedelta) -> list[GroupSession]:
    """Return the workshops that a timetable would make."""
    return [
        GroupSession(
            id=new_id(),
            group_id=group.id,
            number=number,
            day=day,
            wall=timetable.wall,
            length=length,
            informal=timetable.informal,
            informal_wall=timetable.informal_wall,
        )
        for number, day in enumerate(timetable.days, start=timetable.starts)
    ]


async def _ask_first(scene: Scene, group: Group, why: Phrase | None = None) -> None:
    count = len(_programme(scene, group).sessions)
    says = after(why, Phrase("group-which-first", {"count": count}))
    about = {"group": group.id}
    await dates.ask(scene, says, "group.wall", about=about, more=(back(group),))


async def _ask_informal_time(
    scene: Scene, group: Group, timetable: Timetable, *, side: Informal, again: bool = False
) -> None:
    about = {**_about(group, timetable), "side": side}
    over = _programme(scene, group).length // timedelta(minutes=1)
    shifts = BEFORE if side is Informal.BEFORE else [over + one for one in AFTER]
    offered = times.shifted(timetable.wall, shifts)
    why = Phrase("informal-too-late", {"time": timetable.wall})
    if side is Informal.AFTER:
        [ends] = times.shifted(timetable.wall, [over]) or [time.max]
        why = Phrase("informal-too-early", {"time": ends})
    says = after(why if again else None, Phrase("group-which-informal-time"))
    await times.ask(scene, says, "group.draft", offered=offered, about=about, more=(back(group),))


def _about(group: Group, timetable: Timetable) -> Plain:
    return {"group": group.id, **timetable.as_plain()}


def _programme(scene: Scene, group: Group) -> Programme:
    """Return the programme of a group; raise NotAllowed once it is not in the content any more."""
    programme = scene.deployment.library.programme(group.programme)
    if programme is None:
        raise NotAllowed("no such programme")
    return programme
