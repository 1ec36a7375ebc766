"""Proposing an outing, in private: what, when, where, for how many; then it stands in the chat."""

from collections.abc import Sequence
from datetime import date, time

from bot.domain.errors import NotAllowed
from bot.domain.group import Group, read_place
from bot.domain.group_chat import is_evening_before
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.names import read_name
from bot.domain.outing import MOST_OPEN, PLACES, Outing, WrongDay, read_what, why_not_at
from bot.services import dates, menus, outings, times
from bot.services.group_dates import after
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import group_chats, groups, questions
from bot.store import outings as kept
from bot.store.ids import new_id
from bot.store.outings import Member

WHAT_TOPIC = "outing-what"
PLACE_TOPIC = "outing-place"
OFFERED = tuple(time(hour) for hour in (10, 12, 14, 15, 17, 19))
LATEST = time(23, 59)
TO_ALL = (Button(Phrase("button-back"), "outings"),)

WRONG = {
    WrongDay.PAST: Phrase("workshop-past"),
    WrongDay.TOO_FAR: Phrase("outing-too-far"),
}


async def new(scene: Scene, args: Plain) -> None:
    """Ask what is proposed, and before that to which group, if there are several with a chat.

    Who comes back to it from further on, where that is known, is asked for the day.
    """
    several = await _with_chat(scene)
    chosen = [one for one in several if one.id == args.get("group")] or several
    await questions.close(scene.session, scene.chat.id)
    if not several:
        key = "outing-for-members" if scene.member.is_staff else "outing-no-chat"
        await show(scene, Message(says=Phrase(key), rows=menus.ANYWHERE))
    elif await _open_ones(scene) >= MOST_OPEN:
        says = Phrase("outing-enough", {"most": MOST_OPEN})
        await show(scene, Message(says=says, rows=(TO_ALL, menus.TO_MENU)))
    elif len(chosen) > 1:
        rows = tuple(
            (Button(Phrase("button-group", {"name": one.name}), "outing.new", {"group": one.id}),)
            for one in chosen
        )
        await show(scene, Message(says=Phrase("outing-which-group"), rows=(*rows, TO_ALL)))
    elif "what" in args:
        await _ask_day(scene, {"group": chosen[0].id, "what": args["what"]})
    else:
        about = {"group": chosen[0].id}
        await questions.ask(scene.session, scene.chat.id, WHAT_TOPIC, details=about, now=scene.now)
        await show(scene, Message(says=Phrase("outing-what"), rows=(TO_ALL,)))


async def take_what(scene: Scene, details: Plain, text: str) -> None:
    """Take what was typed, and ask for a day."""
    group, what = await _own(scene, details), read_what(text)
    if not what:
        await say(scene, Message(says=Phrase("outing-what-again"), rows=(TO_ALL,)))
        return
    await _ask_day(scene, {"group": group.id, "what": what})


async def ask_time(scene: Scene, args: Plain) -> None:
    """Ask at what time; a day on which it cannot be is asked about again."""
    group, day = await _own(scene, args), date.fromisoformat(args["date"])
    about = {"group": group.id, "what": args["what"]}
    why = why_not_at(day, LATEST, where=group.where, now=scene.now)
    if why is not None:
        await _ask_day(scene, about, why=WRONG[why])
        return
    await _ask_time(scene, group, {**about, "day": day.isoformat()})


async def ask_place(scene: Scene, args: Plain) -> None:
    """Ask where, or for how many where that is known; a time that is over is asked about again."""
    group, day = await _own(scene, args), date.fromisoformat(args["day"])
    about = {"group": group.id, "what": args["what"], "day": args["day"]}
    wall = time.fromisoformat(args["time"])
    why = why_not_at(day, wall, where=group.where, now=scene.now)
    if why is not None:
        await _ask_time(scene, group, about, why=WRONG[why])
        return
    about |= {"time": args["time"]}
    if "place" in args:
        await show(scene, _how_many({**about, "place": args["place"]}))
        return
    await questions.ask(scene.session, scene.chat.id, PLACE_TOPIC, details=about, now=scene.now)
    await show(scene, Message(says=Phrase("outing-where"), rows=(_to_time(about),)))


async def take_place(scene: Scene, details: Plain, text: str) -> None:
    """Take the place that was typed, and ask for how many it is."""
    await _own(scene, details)
    place = read_place(text)
    if not place:
        await say(scene, Message(says=Phrase("outing-where-again"), rows=(_to_time(details),)))
        return
    await questions.close(scene.session, scene.chat.id)
    await say(scene, _how_many({**details, "place": place}))


async def card(scene: Scene, args: Plain) -> None:
    """Show what would stand in the chat; nothing does before it is confirmed."""
    await _own(scene, args)
    outing = _drafted(scene, {**args, "id": new_id()})
    name = read_name(scene.first_name) or ""
    shown = outings.told(outing, [Member(person_id=scene.member.id, name=name)])
    rows = (
        (Button(Phrase("button-post-outing"), "outing.post", {**args, "id": outing.id}),),
        (Button(Phrase("button-start-over"), "outing.new", {"group": args["group"]}),),
        _back("outing.place", args, keeps=("what", "day", "time", "place")),
    )
    await show(scene, Message(says=after(Phrase("outing-check"), shown), rows=rows))


async def post(scene: Scene, args: Plain) -> Phrase | None:
    """Let it stand in the chat of the group."""
    group, outing = await _own(scene, args), _drafted(scene, args)
    why = why_not_at(outing.day, outing.wall, where=group.where, now=scene.now)
    if why is not None:
        about = {"group": group.id, "what": outing.what}
        await _ask_day(scene, about, why=WRONG[why])
        return None
    if not await kept.add(scene.session, outing):
        return Phrase("toast-already")
    await outings.put_in(scene, outing)
    await outings.post(scene, group, outing)
    if is_evening_before(outing.begins(group.where), group.where, scene.now):
        await kept.note_reminded(scene.session, outing.id)
    see = (Button(Phrase("button-see-outing"), "outing.one", {"outing": outing.id}),)
    says = Phrase("outing-posted", outings.about(outing))
    await show(scene, Message(says=says, rows=(see, menus.TO_MENU)))
    return None


async def _ask_day(scene: Scene, about: Plain, *, why: Phrase | None = None) -> None:
    says = after(why, Phrase("outing-which-day", {"what": about["what"]}))
    back = _back("outing.new", about, keeps=())
    days = dates.with_time_left(scene, OFFERED)
    await dates.ask(scene, says, "outing.time", about=about, offered=days, more=(back,))


async def _ask_time(scene: Scene, group: Group, about: Plain, *, why: Phrase | None = None) -> None:
    day = date.fromisoformat(about["day"])
    says = after(why, Phrase("outing-which-time", {"day": day}))
    back = _back("outing.new", about, keeps=("what",))
    walls = times.to_come(scene, day, OFFERED, where=group.where) or OFFERED
    await times.ask(scene, says, "outing.place", offered=walls, about=about, more=(back,))


def _how_many(about: Plain) -> Message:
    """Return the question for how many it is."""
    numbers = tuple(
        Button(Phrase("button-number", {"number": most}), "outing.card", {**about, "most": most})
        for most in PLACES
    )
    everybody = Button(Phrase("button-no-limit"), "outing.card", {**about, "most": None})
    back = _back("outing.place", about, keeps=("what", "day", "time"))
    return Message(says=Phrase("outing-how-many"), rows=(numbers, (everybody,), back))


def _to_time(about: Plain) -> tuple[Button, ...]:
    """Return the way back from the place to the time."""
    return _back("outing.time", {**about, "date": about["day"]}, keeps=("what", "date"))


def _back(action: str, about: Plain, *, keeps: Sequence[str]) -> tuple[Button, ...]:
    """Return the way back to the question before, which keeps what was said until then."""
    known = {name: about[name] for name in ("group", *keeps)}
    return (Button(Phrase("button-back"), action, known),)


async def _with_chat(scene: Scene) -> list[Group]:
    """Return the groups in which whoever acts takes part and that have a chat."""
    several = await groups.groups_of(scene.session, scene.member.id)
    found = []
    for one in several:
        chat = await group_chats.chat_of(scene.session, one.id)
        if chat is not None and chat.reachable:
            found.append(one)
    return found


async def _open_ones(scene: Scene) -> int:
    """Count the outings to come that whoever acts looks after."""
    theirs = await kept.of_person(scene.session, scene.member.id)
    is_theirs = [one.organiser_id == scene.member.id and one.day >= scene.today for one in theirs]
    return sum(is_theirs)


async def _own(scene: Scene, args: Plain) -> Group:
    """Return such a group; raise NotAllowed for any other."""
    for group in await _with_chat(scene):
        if group.id == args["group"]:
            return group
    raise NotAllowed("not in the group")


def _drafted(scene: Scene, args: Plain) -> Outing:
    return Outing(
        id=str(args["id"]),
        group_id=str(args["group"]),
        organiser_id=scene.member.id,
        what=str(args["what"]),
        place=str(args["place"]),
        day=date.fromisoformat(args["day"]),
        wall=time.fromisoformat(args["time"]),
        most=args["most"],
    )
