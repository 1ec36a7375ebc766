"""A coach notes things about somebody for themselves; nobody else reads them, the person neither.

What the person is told of them instead, and why, is said in `store/coach_notes.py`.
"""

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.passing_on import shortened
from bot.domain.people import Person
from bot.domain.schedule import local
from bot.services import deskwork, menus
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import coach_notes as kept
from bot.store import questions
from bot.store.coach_notes import Note

TOPIC = "coach-note"
LONGEST = 500
MOST = 50
ON_A_SCREEN = 4
LABEL = 20


async def every(scene: Scene, args: Plain) -> None:
    """Show a few of the coach's notes about somebody, the latest first."""
    person = await deskwork.supported(scene, str(args["person"]))
    await deskwork.note_look(scene, person)
    await questions.close(scene.session, scene.chat.id)
    mine = await kept.about(scene.session, person.id, coach_id=scene.coach.id)
    after = int(args.get("after", 0))
    rows: Rows = tuple((_open(scene, one),) for one in mine[after : after + ON_A_SCREEN])
    if len(mine) > after + ON_A_SCREEN:
        more = {"person": person.id, "after": after + ON_A_SCREEN}
        rows += ((Button(Phrase("button-more"), "person.notes", more),),)
    rows += ((Button(Phrase("button-note-write"), "person.note-write", _about(person)),),)
    back = (Button(Phrase("button-back"), "person", _about(person)), *menus.TO_MENU)
    says = Phrase("person-notes", {"name": person.name, "count": len(mine)})
    await show(scene, Message(says=says, rows=(*rows, back)))


async def one(scene: Scene, args: Plain) -> Phrase | None:
    """Show a note as it was written."""
    found = await _own(scene, args)
    if found is None:
        return Phrase("toast-gone")
    note, person = found
    await deskwork.note_look(scene, person)
    erase = (Button(Phrase("button-note-erase"), "person.note-erase", {"note": note.id}),)
    day = local(note.written_at, scene.zone).date()
    says = Phrase("person-note", {"name": person.name, "day": day, "text": note.text})
    await show(scene, Message(says=says, rows=(erase, _back(person))))
    return None


async def write(scene: Scene, args: Plain) -> None:
    """Ask for the words of a note."""
    person = await deskwork.supported(scene, str(args["person"]))
    mine = await kept.about(scene.session, person.id, coach_id=scene.coach.id)
    if len(mine) >= MOST:
        says = Phrase("person-notes-full", {"name": person.name, "count": MOST})
        await show(scene, Message(says=says, rows=(_back(person),)))
        return
    about = _about(person)
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=about, now=scene.now)
    says = Phrase("person-note-write", {"name": person.name})
    await show(scene, Message(says=says, rows=(_back(person),)))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Keep what was typed, all of it; what is too long is not kept, and the coach is told so."""
    person = await deskwork.supported(scene, str(details["person"]))
    if len(text) > LONGEST:
        says = Phrase("sentence-long", {"limit": LONGEST})
        await say(scene, Message(says=says, rows=(_back(person),)))
        return
    await questions.close(scene.session, scene.chat.id)
    coach = scene.coach
    await kept.add(scene.session, text, coach_id=coach.id, person_id=person.id, now=scene.now)
    says = Phrase("person-note-kept", {"name": person.name, "text": text})
    await say(scene, Message(says=says, rows=(_back(person),)))


async def erase(scene: Scene, args: Plain) -> Phrase:
    """Keep a note no more."""
    found = await _own(scene, args)
    if found is None:
        return Phrase("toast-gone")
    note, person = found
    await kept.remove(scene.session, note.id)
    await every(scene, _about(person))
    return Phrase("toast-note-erased")


async def _own(scene: Scene, args: Plain) -> tuple[Note, Person] | None:
    """Return a note of the coach who acts, None for one that is gone; NotAllowed for another's."""
    note = await kept.get(scene.session, str(args["note"]))
    if note is None:
        return None
    if note.coach_id != scene.coach.id:
        raise NotAllowed("not their own")
    return note, await deskwork.supported(scene, note.person_id)


def _open(scene: Scene, note: Note) -> Button:
    day = local(note.written_at, scene.zone).date()
    label = Phrase("button-note", {"text": shortened(note.text, LABEL), "day": day})
    return Button(label, "person.note", {"note": note.id})


def _back(person: Person) -> tuple[Button, ...]:
    return (Button(Phrase("button-back"), "person.notes", _about(person)), *menus.TO_MENU)


def _about(person: Person) -> Plain:
    return {"person": person.id}
