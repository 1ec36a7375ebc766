"""A facilitator gives a whole group exercises: the set suggested for a workshop, in two taps."""

from collections.abc import Sequence
from datetime import date

from bot.domain.assignment import due_in_a_week
from bot.domain.exercise import Exercise
from bot.domain.group import Group, latest_of, next_of
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person, Standing
from bot.domain.schedule import local
from bot.services import assigning, groups, homework_cards, menus
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import deliveries
from bot.store import groups as groups_kept

FIRST = 1


async def offer(scene: Scene, args: Plain) -> None:
    """Show the set of a workshop; a tap takes an exercise in or out."""
    group = await groups.led(scene, args)
    number = int(args.get("workshop") or await _workshop(scene, group))
    several = _of_workshop(scene, number)
    suggested = _suggested(scene, group, number) or tuple(one.id for one in several[:FIRST])
    wanted = set(args.get("wanted", suggested))
    about = {"group": group.id, "workshop": number, "wanted": sorted(wanted)}
    rows: Rows = tuple((_switch(one, about, wanted),) for one in several)
    give: Rows = ((Button(Phrase("button-give"), "group.give", about),),) if wanted else ()
    other = (Button(Phrase("button-other-workshop"), "group.workshops", {"group": group.id}),)
    values: Values = {
        "group": group.name,
        "workshop": _name(number),
        "due": await due_of(scene, group),
    }
    says = Phrase("group-offer" if several else "group-offer-none", values)
    await show(scene, Message(says=says, rows=(*give, *rows, (*other, *groups.back(group)))))


async def workshops(scene: Scene, args: Plain) -> None:
    """Show the workshops that have exercises."""
    group = await groups.led(scene, args)
    numbers = sorted(
        {one.homework.workshop for one in scene.deployment.library.homework() if one.homework}
    )
    buttons = [
        Button(_name(number), "group.offer", {"group": group.id, "workshop": number})
        for number in numbers
    ]
    rows: Rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    says = Phrase("group-which-workshop", {"group": group.name})
    await show(scene, Message(says=says, rows=(*rows, groups.back(group))))


async def give(scene: Scene, args: Plain) -> Phrase | None:
    """Give the set to everybody in the group; each is told once, in one message."""
    group = await groups.led(scene, args)
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    library = scene.deployment.library
    chosen = [
        one
        for one in map(library.exercise, map(str, args["wanted"]))
        if one is not None and one.homework is not None
    ]
    if not chosen:
        return Phrase("toast-gone")
    due = await due_of(scene, group)
    members = await groups_kept.members(scene.session, group.id)
    for person in members:
        await _give_to(scene, person, chosen, due=due, group=group)
    titles = tuple(Phrase("line-title", {"title": Phrase(one.title)}) for one in chosen)
    values: Values = {"count": len(members), "due": due, "lines": titles}
    board = (Button(Phrase("button-board"), "group.board", {"group": group.id}),)
    says = Phrase("group-given" if members else "group-given-nobody", values)
    await show(scene, Message(says=says, rows=(board, (*groups.back(group), *menus.TO_MENU))))
    return None


async def due_of(scene: Scene, group: Group) -> date:
    """Return by when a group is to have done it: the day of its next workshop, or in a week."""
    sessions = await groups_kept.sessions_of(scene.session, group.id)
    today = local(scene.now, group.where).date()
    coming = [one.day for one in sessions if one.day > today]
    return min(coming, default=due_in_a_week(today))


async def _give_to(
    scene: Scene, person: Person, chosen: Sequence[Exercise], *, due: date, group: Group
) -> None:
    if person.standing is not Standing.ACTIVE:
        return
    if len(chosen) == 1:
        await assigning.to_one(scene, person, chosen[0], due=due, group_id=group.id)
        return
    news = []
    for exercise in chosen:
        _, is_news = await assigning.put(scene, person, exercise, due=due, group_id=group.id)
        if is_news:
            news.append(Phrase("line-title", {"title": Phrase(exercise.title)}))
    if news:
        values: Values = {"coach": scene.member.name, "due": due, "lines": tuple(news)}
        rows = ((homework_cards.TO_EXERCISES,),)
        await tell(scene, person.id, Message(says=Phrase("homework-given-set", values), rows=rows))


async def _workshop(scene: Scene, group: Group) -> int:
    """Return the workshop whose exercises are offered: the last that began, or the next."""
    sessions = await groups_kept.sessions_of(scene.session, group.id)
    latest = latest_of(sessions, group.where, scene.now) or next_of(
        sessions, group.where, scene.now
    )
    return latest.number if latest else FIRST


def _suggested(scene: Scene, group: Group, number: int) -> tuple[str, ...]:
    programme = scene.deployment.library.programme(group.programme)
    if programme is None or not 0 < number <= len(programme.sessions):
        return ()
    known = {one.id for one in scene.deployment.library.homework()}
    return tuple(one for one in programme.sessions[number - 1].exercises if one in known)


def _of_workshop(scene: Scene, number: int) -> Sequence[Exercise]:
    return [
        one
        for one in scene.deployment.library.homework()
        if one.homework and one.homework.workshop == number
    ]


def _name(number: int) -> Phrase:
    return Phrase("workshop", {"number": number}) if number else Phrase("workshop-any")


def _switch(one: Exercise, about: Plain, wanted: set[str]) -> Button:
    key = "button-chosen" if one.id in wanted else "button-not-chosen"
    label = Phrase(key, {"what": Phrase(one.title)})
    return Button(label, "group.offer", {**about, "wanted": sorted(wanted ^ {one.id})})
