"""Staff give one person an exercise: the workshop, then the exercise; nothing starts by it.

A coach gives it to somebody they support, a facilitator to a member of a group they lead.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.assignment import Assignment, due_in_a_week
from bot.domain.errors import NotAllowed
from bot.domain.exercise import Exercise
from bot.domain.group import Group
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.schedule import local, zone
from bot.services import deskwork, groups, homework_cards, homework_given, menus
from bot.services.numbering import numbered
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.services.viewing import View
from bot.store import assignments, deliveries
from bot.store import groups as groups_kept
from bot.store.ids import new_id

ON_A_SCREEN = 5
TOLD_AGAIN = timedelta(hours=12)
"""How soon somebody is not told once more of an exercise that they have already."""


async def workshops(scene: Scene, args: Plain) -> None:
    """Show the workshops that have exercises, each with its title."""
    person = await _whom(scene, args)
    found = sorted({workshop_of(one) for one in scene.deployment.library.homework()})
    ways = {
        number: ("assign.which", {**_about(args), "workshop": number}) for number in found if number
    }
    rows = numbered(ways)
    if 0 in found:
        about = {**_about(args), "workshop": 0}
        rows = (*rows, (Button(name_of(0), "assign.which", about),))
    back = (Button(Phrase("button-back"), _screen(args, "person.exercises"), _about(args)),)
    lines = tuple(_line(scene, number) for number in ways)
    values: Values = {"name": person.name, "lines": lines}
    says = Phrase("assign-workshop" if rows else "assign-none", values)
    await show(scene, Message(says=says, rows=(*rows, (*back, *menus.TO_MENU))))


async def which(scene: Scene, args: Plain) -> None:
    """Show the exercises of a workshop, a few at a time."""
    person = await _whom(scene, args)
    workshop = int(args["workshop"])
    several = of_workshop(scene, workshop)
    after = int(args.get("after", 0))
    about = {**_about(args), "workshop": workshop}
    rows: Rows = tuple(
        (_button(one, {**about, "exercise": one.id}),)
        for one in several[after : after + ON_A_SCREEN]
    )
    if len(several) > after + ON_A_SCREEN:
        more = {**about, "after": after + ON_A_SCREEN}
        rows += ((Button(Phrase("button-more"), "assign.which", more),),)
    back = (Button(Phrase("button-back"), "assign", _about(args)),)
    says = Phrase("assign-which", {"name": person.name, "workshop": name_of(workshop)})
    await show(scene, Message(says=says, rows=(*rows, (*back, *menus.TO_MENU))))


async def ask(scene: Scene, args: Plain) -> None:
    """Show what an exercise is for and what there is to mind, before it is given."""
    person = await _whom(scene, args)
    exercise = _exercise(scene, args)
    values: Values = {
        "name": person.name,
        "title": Phrase(exercise.title),
        "why": Phrase(exercise.why),
        "caution": homework_cards.caution(exercise),
        "due": await _due(scene, person, args),
    }
    rows = (
        (Button(Phrase("button-assign"), "assign.give", dict(args)),),
        (Button(Phrase("button-back"), "assign.which", dict(args)), *menus.TO_MENU),
    )
    await show(scene, Message(says=Phrase("assign-card", values), rows=rows))


async def give(scene: Scene, args: Plain) -> Phrase | None:
    """Give it, once; the person begins it, or does not.

    What they have already is wanted by the new day. Whoever gives it reads the same in both cases.
    """
    person = await _whom(scene, args)
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    exercise = _exercise(scene, args)
    due, group_id = await _due(scene, person, args), args.get("group")
    await to_one(scene, person, exercise, due=due, group_id=group_id)
    done = (
        (Button(Phrase("button-assign-another"), "assign", _about(args)),),
        (Button(Phrase("button-back"), _screen(args, "person"), _about(args)), *menus.TO_MENU),
    )
    says = Phrase("assigned", {"name": person.name, "title": Phrase(exercise.title)})
    await show(scene, Message(says=says, rows=done))
    return None


async def to_one(
    scene: Scene, person: Person, exercise: Exercise, *, due: date, group_id: str | None = None
) -> None:
    """Let somebody have an exercise, given by whoever acts, and tell them of it.

    What made things worse for them waits in their list: they are not told of it unasked, and
    nobody reads of that.
    """
    is_worse = await assignments.made_worse(scene.session, person.id, exercise.id)
    given = await keep_for(scene, person, exercise, due=due, group_id=group_id)
    if given and not is_worse:
        opened = await homework_given.opened(scene, given)
        shown, coach = opened.exercise or exercise, scene.member.name
        message = homework_cards.unasked(opened, shown, coach, today=scene.today)
        await tell(scene, person.id, message)


async def keep_for(
    scene: Scene, person: Person, exercise: Exercise, *, due: date, group_id: str | None = None
) -> Assignment | None:
    """Keep that somebody is given an exercise; return it if they are to be told.

    What they have already is wanted by the new day, and they are not told twice at once.
    """
    for known in await assignments.ongoing(scene.session, person.id):
        if known.exercise == exercise.id:
            again = known.given_again(by=scene.member.id, due=due, now=scene.now)
            again = replace(again, group_id=group_id or known.group_id)
            await assignments.keep(scene.session, again)
            return again if scene.now >= known.assigned_at + TOLD_AGAIN else None
    given = Assignment(
        id=new_id(),
        person_id=person.id,
        assigned_by=scene.member.id,
        group_id=group_id,
        exercise=exercise.id,
        version=exercise.version,
        assigned_at=scene.now,
        due=due,
    )
    await assignments.add(scene.session, given)
    return given


async def due_of(scene: Scene, group: Group) -> date:
    """Return the day of the next workshop that has not begun, or in a week where there is none."""
    sessions = await groups_kept.sessions_of(scene.session, group.id)
    coming = (one.day for one in sessions if one.begins(group.where) > scene.now)
    return next(coming, due_in_a_week(scene.today))


def of_workshop(view: View, workshop: int) -> Sequence[Exercise]:
    """Return the exercises that are given after a workshop, or at any time for 0."""
    return [one for one in view.deployment.library.homework() if workshop_of(one) == workshop]


def name_of(workshop: int) -> Phrase:
    """Return what the exercises of a workshop are found under."""
    return Phrase("workshop", {"number": workshop}) if workshop else Phrase("workshop-any")


def workshop_of(exercise: Exercise) -> int:
    """Return the number of the workshop after which an exercise is given, 0 for any."""
    return exercise.homework.workshop if exercise.homework else 0


def _line(view: View, workshop: int) -> Phrase:
    """Return the number of a workshop with the title that it has where its exercises are named."""
    given = {one.id for one in of_workshop(view, workshop)}
    for programme in view.deployment.library.programmes():
        for one in programme.sessions[workshop - 1 : workshop]:
            if given & set(one.exercises):
                title = Phrase(programme.session_title(workshop))
                return Phrase("line-numbered", {"number": workshop, "what": title})
    return Phrase("line-numbered", {"number": workshop, "what": name_of(workshop)})


def _exercise(scene: Scene, args: Plain) -> Exercise:
    """Return the exercise that a button is about; raise NotAllowed for one that is gone."""
    exercise = scene.deployment.library.exercise(str(args["exercise"]))
    if exercise is None or exercise.homework is None:
        raise NotAllowed("no such exercise")
    return exercise


async def _whom(scene: Scene, args: Plain) -> Person:
    """Return whom an exercise is for; raise NotAllowed for nobody of whoever acts."""
    if "group" not in args:
        return await deskwork.supported(scene, str(args["person"]))
    group = await groups.led(scene, args)
    for member in await groups_kept.members(scene.session, group.id):
        if member.id == str(args["person"]):
            return member
    raise NotAllowed("not in their group")


async def _due(scene: Scene, person: Person, args: Plain) -> date:
    if "group" in args:
        return await due_of(scene, await groups.led(scene, args))
    return due_in_a_week(local(scene.now, zone(person.zone)).date())


def _about(args: Plain) -> Plain:
    """Return whom a button is about, and in which group, if they are a member of one."""
    return {name: args[name] for name in ("person", "group") if name in args}


def _screen(args: Plain, of_coach: str) -> str:
    """Return which screen of a person leads on: that on the board of a group, or the coach’s."""
    return "group.person" if "group" in args else of_coach


def _button(exercise: Exercise, args: Plain) -> Button:
    return Button(Phrase("button-exercise", {"title": Phrase(exercise.title)}), "assign.ask", args)
