"""A coach gives one person an exercise: the workshop, then the exercise; nothing starts by it."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.assignment import Assignment, due_in_a_week
from bot.domain.errors import NotAllowed
from bot.domain.exercise import Exercise
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.schedule import local, zone
from bot.services import deskwork, homework_cards, homework_given, menus
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import assignments, deliveries
from bot.store.ids import new_id

ON_A_SCREEN = 5
TOLD_AGAIN = timedelta(hours=12)
"""How soon somebody is not told once more of an exercise that they have already."""


async def workshops(scene: Scene, args: Plain) -> None:
    """Show the workshops that have exercises."""
    person = await deskwork.supported(scene, str(args["person"]))
    numbers = sorted({workshop_of(one) for one in scene.deployment.library.homework()})
    rows: Rows = tuple(
        (Button(_name(number), "assign.which", {"person": person.id, "workshop": number}),)
        for number in numbers
    )
    back = (Button(Phrase("button-back"), "person.exercises", {"person": person.id}),)
    says = Phrase("assign-workshop" if rows else "assign-none", {"name": person.name})
    await show(scene, Message(says=says, rows=(*rows, (*back, *menus.TO_MENU))))


async def which(scene: Scene, args: Plain) -> None:
    """Show the exercises of a workshop, a few at a time."""
    person = await deskwork.supported(scene, str(args["person"]))
    workshop = int(args["workshop"])
    several = [one for one in scene.deployment.library.homework() if workshop_of(one) == workshop]
    after = int(args.get("after", 0))
    about = {"person": person.id, "workshop": workshop}
    rows: Rows = tuple(
        (_button(one, {**about, "exercise": one.id}),)
        for one in several[after : after + ON_A_SCREEN]
    )
    if len(several) > after + ON_A_SCREEN:
        more = {**about, "after": after + ON_A_SCREEN}
        rows += ((Button(Phrase("button-more"), "assign.which", more),),)
    back = (Button(Phrase("button-back"), "assign", {"person": person.id}),)
    says = Phrase("assign-which", {"name": person.name, "workshop": _name(workshop)})
    await show(scene, Message(says=says, rows=(*rows, (*back, *menus.TO_MENU))))


async def ask(scene: Scene, args: Plain) -> None:
    """Show what an exercise is for and what there is to mind, before it is given."""
    person = await deskwork.supported(scene, str(args["person"]))
    exercise = _exercise(scene, args)
    values: Values = {
        "name": person.name,
        "title": Phrase(exercise.title),
        "why": Phrase(exercise.why),
        "caution": homework_cards.caution(exercise),
        "due": _due(scene, person),
    }
    rows = (
        (Button(Phrase("button-assign"), "assign.give", dict(args)),),
        (Button(Phrase("button-back"), "assign.which", dict(args)), *menus.TO_MENU),
    )
    await show(scene, Message(says=Phrase("assign-card", values), rows=rows))


async def give(scene: Scene, args: Plain) -> Phrase | None:
    """Give it, once; the person begins it, or does not.

    What they have already is wanted by the new day. The coach reads the same in both cases.
    """
    person = await deskwork.supported(scene, str(args["person"]))
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    exercise = _exercise(scene, args)
    await to_one(scene, person, exercise, due=_due(scene, person))
    done = (
        (Button(Phrase("button-assign-another"), "assign", {"person": person.id}),),
        (Button(Phrase("button-back"), "person", {"person": person.id}), *menus.TO_MENU),
    )
    says = Phrase("assigned", {"name": person.name, "title": Phrase(exercise.title)})
    await show(scene, Message(says=says, rows=done))
    return None


async def to_one(scene: Scene, person: Person, exercise: Exercise, *, due: date) -> None:
    """Let somebody have an exercise, given by whoever acts, and tell them of it."""
    given = await keep_for(scene, person, exercise, due=due)
    if given:
        opened = await homework_given.opened(scene, given)
        message = homework_cards.unasked(opened, opened.exercise or exercise, scene.member.name)
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


def workshop_of(exercise: Exercise) -> int:
    """Return the number of the workshop after which an exercise is given, 0 for any."""
    return exercise.homework.workshop if exercise.homework else 0


def _exercise(scene: Scene, args: Plain) -> Exercise:
    """Return the exercise that a button is about; raise NotAllowed for one that is gone."""
    exercise = scene.deployment.library.exercise(str(args["exercise"]))
    if exercise is None or exercise.homework is None:
        raise NotAllowed("no such exercise")
    return exercise


def _due(scene: Scene, person: Person) -> date:
    return due_in_a_week(local(scene.now, zone(person.zone)).date())


def _name(workshop: int) -> Phrase:
    return Phrase("workshop", {"number": workshop}) if workshop else Phrase("workshop-any")


def _button(exercise: Exercise, args: Plain) -> Button:
    return Button(Phrase("button-exercise", {"title": Phrase(exercise.title)}), "assign.ask", args)
