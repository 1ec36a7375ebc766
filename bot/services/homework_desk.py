"""A coach looks at somebody's exercises: reads what is shown of them, gives one, says thank you."""

from dataclasses import replace

from bot.domain.assignment import Assignment
from bot.domain.dialogue import Run
from bot.domain.errors import NotAllowed
from bot.domain.exercise import Exercise
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.services import deskwork, homework_answers, homework_cards, homework_given, menus
from bot.services.homework_seen import Seen, seen_of
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import assignments, runs

ON_A_SCREEN = 4


async def screen(scene: Scene, args: Plain) -> None:
    """Show somebody's exercises, with what can be done: give one, read, thank."""
    person = await deskwork.supported(scene, str(args["person"]))
    await deskwork.note_look(scene, person)
    found = await seen_of(scene, person)
    after = int(args.get("after", 0))
    here = found[after : after + ON_A_SCREEN]
    rows: Rows = tuple(row for one in here if (row := _ways(one)))
    if len(found) > after + ON_A_SCREEN:
        more = {"person": person.id, "after": after + ON_A_SCREEN}
        rows += ((Button(Phrase("button-more"), "person.exercises", more),),)
    about = {"person": person.id}
    rows += ((Button(Phrase("button-assign-new"), "assign", about),),)
    back = (Button(Phrase("button-back"), "person", about), *menus.TO_MENU)
    lines = tuple(one.line for one in here) or (Phrase("line-exercises-none"),)
    says = Phrase("person-exercises", {"name": person.name, "lines": lines})
    await show(scene, Message(says=says, rows=(*rows, back)))


async def answers(scene: Scene, args: Plain) -> Phrase | None:
    """Show what was answered, as long as the person shows all of it."""
    person, seen = await _found(scene, args)
    given = await homework_given.opened(scene, seen.assignment)
    run = await runs.get(scene.session, given.assignment.run_id or "")
    if not seen.is_open or run is None or given.exercise is None:
        return Phrase("toast-gone")
    await deskwork.note_look(scene, person)
    back = Button(Phrase("button-back"), "person.exercises", {"person": person.id})
    await show(scene, answers_of(person, given.exercise, run.run, back=back))
    return None


async def thank(scene: Scene, args: Plain) -> Phrase | None:
    """Thank the person for an exercise, once."""
    person, seen = await _found(scene, args)
    if seen.assignment.thanked_at:
        return Phrase("toast-already")
    if not seen.may_be_thanked:
        return Phrase("toast-gone")
    await say_thanks(scene, seen.assignment, seen.title)
    await screen(scene, {"person": person.id})
    return Phrase("toast-thanked")


def answers_of(person: Person, exercise: Exercise, run: Run, *, back: Button) -> Message:
    """Return what somebody answered, for whoever may read it."""
    values: Values = {
        "name": person.name,
        "title": Phrase(exercise.title),
        "lines": homework_answers.lines(exercise, run),
    }
    return Message(says=Phrase("person-answers", values), rows=((back, *menus.TO_MENU),))


async def say_thanks(scene: Scene, given: Assignment, title: Phrase) -> None:
    """Thank somebody for an exercise, and note that it was done."""
    await assignments.keep(scene.session, replace(given, thanked_at=scene.now))
    values: Values = {"coach": scene.member.name, "title": title}
    rows = ((homework_cards.TO_EXERCISES,),)
    message = Message(says=Phrase("homework-thanked", values), rows=rows)
    await tell(scene, given.person_id, message)


async def _found(scene: Scene, args: Plain) -> tuple[Person, Seen]:
    """Return one that the coach who acts sees; raise NotAllowed for any other."""
    person = await deskwork.supported(scene, str(args["person"]))
    for one in await seen_of(scene, person):
        if one.assignment.id == str(args["assignment"]):
            return person, one
    raise NotAllowed("nothing they see")


def _ways(seen: Seen) -> tuple[Button, ...]:
    about = {"person": seen.assignment.person_id, "assignment": seen.assignment.id}
    row: tuple[Button, ...] = ()
    if seen.is_open:
        label = Phrase("button-answers-of", {"title": seen.title})
        row += (Button(label, "person.answers", about),)
    if seen.may_be_thanked:
        row += (Button(Phrase("button-thank", {"title": seen.title}), "person.thank", about),)
    return row
