"""A facilitator's groups: all of them, a new one, and one with its next workshop and who comes."""

from collections.abc import Sequence

from bot.domain.booster import proposal
from bot.domain.errors import NotAllowed
from bot.domain.group import Group, GroupSession, latest_of, next_of, read_place
from bot.domain.message import Button, Message, Phrase, Plain, Value
from bot.domain.names import is_too_long, read_name
from bot.domain.people import Person
from bot.services import menus, workshop_words
from bot.services.naming import TOO_LONG
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import attendance, chats, groups, questions, sharing
from bot.store.ids import new_id
from bot.store.questions import Question

NAME_TOPIC = "group-name"
PLACE_TOPIC = "group-place"

SAID = {True: "line-comes", False: "line-comes-not", None: "line-comes-unsaid"}

TO_GROUPS = (Button(Phrase("button-my-groups"), "groups"),)


async def mine(scene: Scene, args: Plain) -> None:
    """Show the groups that whoever acts leads."""
    del args
    several = await groups.groups_led_by(scene.session, scene.facilitator.id)
    await questions.close(scene.session, scene.chat.id)
    rows = tuple((to_group(one, Phrase("button-group", {"name": one.name})),) for one in several)
    new = (Button(Phrase("button-new-group"), "group.new"),)
    says = Phrase("groups") if several else Phrase("groups-none")
    await show(scene, Message(says=says, rows=(*rows, new, menus.TO_MENU)))


async def new(scene: Scene, args: Plain) -> None:
    """Ask for the name of a new group; where one meets that has a name already."""
    if "name" in args:
        await show(scene, await _asked_for_place(scene, str(args["name"])))
        return
    about = {"staff": scene.facilitator.id}
    await questions.ask(scene.session, scene.chat.id, NAME_TOPIC, details=about, now=scene.now)
    await show(scene, Message(says=Phrase("group-which-name"), rows=(TO_GROUPS,)))


async def read_group_name(scene: Scene, details: Plain, text: str) -> None:
    """Take the name that was typed, and ask where the group meets."""
    del details
    name = read_name(text)
    if name is None or is_too_long(text):
        says = TOO_LONG if name else Phrase("group-name-again")
        await say(scene, Message(says=says, rows=(TO_GROUPS,)))
        return
    await say(scene, await _asked_for_place(scene, name))


async def read_group_place(scene: Scene, details: Plain, text: str) -> None:
    """Take the place that was typed, and make the group."""
    passing = await create(scene, {"name": details["name"], "place": read_place(text)})
    if passing:
        await say(scene, Message(says=passing, rows=(TO_GROUPS,)))


async def interrupted(scene: Scene, asked: Question | None) -> None:
    """Say that a group is not made yet whose place was asked for and is no more; offer to go on."""
    if asked is None or asked.topic != PLACE_TOPIC:
        return
    now_asked = await questions.pending(scene.session, scene.chat.id, scene.now)
    if now_asked and now_asked.topic == PLACE_TOPIC:
        return
    name = str(asked.details["name"])
    go_on = (Button(Phrase("button-continue"), "group.new", {"name": name}),)
    await say(scene, Message(says=Phrase("group-not-made", {"name": name}), rows=(go_on,)))


async def create(scene: Scene, args: Plain) -> Phrase | None:
    """Make the group, which whoever acts leads; several programmes are asked about."""
    staff = scene.facilitator
    chosen = str(args.get("programme", ""))
    programmes = scene.deployment.library.programmes()
    if not chosen and len(programmes) > 1:
        rows = tuple(
            (Button(Phrase(one.title), "group.create", {**args, "programme": one.id}),)
            for one in programmes
        )
        await show(scene, Message(says=Phrase("group-which-programme"), rows=(*rows, TO_GROUPS)))
        return None
    name = str(args["name"])
    known = await groups.groups_led_by(scene.session, staff.id)
    if name in {one.name for one in known}:
        return Phrase("toast-already")
    group = Group(
        id=new_id(),
        name=name,
        place=str(args["place"]),
        zone=staff.zone,
        programme=chosen or programmes[0].id,
    )
    await groups.add(scene.session, group, today=scene.today)
    await groups.lead(scene.session, group.id, staff.id, now=scene.now)
    await questions.close(scene.session, scene.chat.id)
    await show(scene, await _card(scene, group))
    return None


async def card(scene: Scene, args: Plain) -> None:
    """Show a group: its next workshop, and who comes."""
    group = await led(scene, args)
    await questions.close(scene.session, scene.chat.id)
    await show(scene, await _card(scene, group))


async def led(scene: Scene, args: Plain) -> Group:
    """Return a group that whoever acts leads; raise NotAllowed for anybody else's."""
    group = await groups.get(scene.session, str(args["group"]))
    staff = scene.facilitator
    if group is None or not await groups.is_led_by(scene.session, group.id, staff.id):
        raise NotAllowed("not their group")
    return group


async def led_session(scene: Scene, args: Plain) -> tuple[Group, GroupSession]:
    """Return a workshop of a group that whoever acts leads; raise NotAllowed for another."""
    one = await groups.get_session(scene.session, str(args["session"]))
    if one is None:
        raise NotAllowed("no such workshop")
    return await led(scene, {"group": one.group_id}), one


def to_group(group: Group, label: Phrase) -> Button:
    """Return the button that leads to a group."""
    return Button(label, "group", {"group": group.id})


def back(group: Group) -> tuple[Button, ...]:
    """Return the row that leads back to a group."""
    return (to_group(group, Phrase("button-back")),)


async def note_look(scene: Scene, person: Person) -> None:
    """Write down that the facilitator who acts looked at somebody, for that person to read."""
    await sharing.note_look(
        scene.session, staff_id=scene.facilitator.id, person_id=person.id, now=scene.now
    )


async def _asked_for_place(scene: Scene, name: str) -> Message:
    """Ask where a group meets that has no more than a name, and return how it is asked."""
    about = {"staff": scene.facilitator.id, "name": name}
    await questions.ask(scene.session, scene.chat.id, PLACE_TOPIC, details=about, now=scene.now)
    skip = (Button(Phrase("button-skip"), "group.create", {"name": name, "place": ""}),)
    return Message(says=Phrase("group-which-place", {"name": name}), rows=(skip, TO_GROUPS))


async def _card(scene: Scene, group: Group) -> Message:
    sessions = await groups.sessions_of(scene.session, group.id)
    about = {"group": group.id}
    dates = "group.dates" if sessions else "group.first"
    label = Phrase("button-dates" if sessions else "button-set-dates")
    latest = latest_of(sessions, group.where, scene.now)
    boosters = (Button(Phrase("button-boosters"), "group.boosters", about),)
    rows = (
        (Button(label, dates, about), Button(Phrase("button-members"), "group.members", about)),
        *(((Button(Phrase("button-attendance"), "attendance", _of(latest)),),) if latest else ()),
        *((boosters,) if _has_boosters(scene, group, sessions) else ()),
        (
            Button(Phrase("button-write-group"), "group.write", about),
            Button(Phrase("button-group-chat"), "group.chat", about),
        ),
        (
            Button(Phrase("button-group-exercises"), "group.exercises", about),
            Button(Phrase("button-board"), "group.board", about),
        ),
        (
            Button(Phrase("button-facilitators"), "group.leads", about),
            Button(Phrase("button-group-edit"), "group.edit", about),
        ),
        (*TO_GROUPS, *menus.TO_MENU),
    )
    coming = next_of(sessions, group.where, scene.now)
    lines = await _coming(scene, group, coming) if coming else (_nothing(sessions),)
    place: Value = (Phrase("line-place", {"place": group.place}),) if group.place else ()
    says = Phrase("group", {"name": group.name, "place": place, "lines": lines})
    return Message(says=says, rows=rows)


def _has_boosters(scene: Scene, group: Group, sessions: Sequence[GroupSession]) -> bool:
    """Whether there are boosters to propose."""
    programme = scene.deployment.library.programme(group.programme)
    at, holidays = (scene.now, group.where), scene.planner.holidays
    return proposal(programme, sessions, at=at, holidays=holidays) is not None


def _nothing(sessions: object) -> Phrase:
    return Phrase("group-over" if sessions else "group-no-dates")


async def _coming(scene: Scene, group: Group, one: GroupSession) -> tuple[Phrase, ...]:
    """Return the next workshop, and what each member said about it."""
    known = await attendance.of_session(scene.session, one.id)
    lines = [workshop_words.line(scene.deployment.library, group, one)]
    for person in await groups.members(scene.session, group.id):
        await note_look(scene, person)
        said = known[person.id].coming if person.id in known else None
        lines.append(await _said(scene, person, said=said))
    if len(lines) == 1:
        lines.append(Phrase("group-no-members"))
    return tuple(lines)


async def _said(scene: Scene, person: Person, *, said: bool | None) -> Phrase:
    chat = await chats.of_person(scene.session, person.id)
    if said is None and not (chat and chat.reachable):
        return Phrase("line-member-unreachable", {"name": person.name})
    return Phrase(SAID[said], {"name": person.name})


def _of(one: GroupSession) -> Plain:
    return {"session": one.id}
