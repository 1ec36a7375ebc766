"""A coach's people, a few at a time, who needs something first; typed words look for a name."""

from collections.abc import Mapping, Sequence

from bot.domain.caseload import Entry, Part, Why, named, ordered, part_of
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.names import LENGTH, read_line
from bot.domain.people import Person
from bot.services import attention, contacting, deskwork, helping, menus
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import deliveries, invitations, people, questions, supports

TOPIC = "people"

LISTS = frozenset({"people", "people-part", "people-not-found"})
"""What is said where typed words look for a name."""

BESIDE = 2
"""How many names stand beside each other, so that their buttons fit a phone."""


async def mine(scene: Scene, args: Plain) -> None:
    """Show some of the people the coach supports, who is to be confirmed, and who is invited."""
    asked = str(args.get("named", ""))
    await show(scene, await _message(scene, asked, start=int(args.get("from", 0))))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Look for a name, as long as the list is what was said last."""
    del details
    last = await deliveries.last_said(scene.session, scene.chat.id)
    if last is None or last.message.says.key not in LISTS:
        await questions.close(scene.session, scene.chat.id)
        await helping.typed_elsewhere(scene, text)
        return
    await say(scene, await _message(scene, read_line(text)[:LENGTH], start=0))


def beside(names: Sequence[Button]) -> Rows:
    """Return the rows of buttons with names."""
    return tuple(tuple(names[first : first + BESIDE]) for first in range(0, len(names), BESIDE))


def turning(part: Part, action: str, about: Plain) -> Rows:
    """Return the buttons to the part before and the one after."""
    ways = ((Phrase("button-previous"), part.before), (Phrase("button-next"), part.after))
    row = tuple(
        Button(label, action, {**about, "from": start})
        for label, start in ways
        if start is not None
    )
    return (row,) if row else ()


async def _message(scene: Scene, asked: str, *, start: int) -> Message:
    """Return a part of the list, or of those with a name that was asked for."""
    persons = {one.id: one for one in await people.seen_by(scene.session, scene.coach.id)}
    every = ordered(await _entries(scene, persons))
    part = part_of(named(every, asked) if asked else every, start)
    await questions.ask(scene.session, scene.chat.id, TOPIC, details={}, now=scene.now)
    turns = turning(part, "people", {"named": asked})
    rows = (*_names(part), *turns, *_ways(asked, persons))
    return Message(says=await _says(scene, part, persons, asked=asked), rows=rows)


async def _entries(scene: Scene, persons: Mapping[str, Person]) -> list[Entry]:
    """Return everybody who stands in the list, each with why."""
    coach = scene.coach
    why = await attention.why_of(scene, list(persons.values()))
    entries = [
        Entry(id=one.id, name=one.name, why=why.get(one.id, Why.NOTHING))
        for one in persons.values()
    ]
    for support in await supports.pending_of(scene.session, coach.id):
        arrived = await people.get(scene.session, support.participant_id)
        if arrived:
            entries.append(Entry(id=support.id, name=arrived.name, why=Why.TO_CONFIRM))
    waiting = await invitations.open_ones(scene.session, coach.id, scene.now)
    return entries + [Entry(id=one.id, name=one.name, why=Why.INVITED) for one in waiting]


async def _says(scene: Scene, part: Part, persons: Mapping[str, Person], *, asked: str) -> Phrase:
    if not part.count:
        return Phrase("people-not-found" if asked else "people-none")
    lines = [await _line(scene, one, persons.get(one.id)) for one in part.here]
    if part.is_whole:
        return Phrase("people", {"lines": tuple(lines)})
    last = part.start + len(part.here)
    values: Values = {
        "lines": tuple(lines),
        "first": part.start + 1,
        "last": last,
        "count": part.count,
    }
    return Phrase("people-part", values)


async def _line(scene: Scene, entry: Entry, person: Person | None) -> Phrase:
    """Return the name with one line: why somebody needs something, or the first there is."""
    if person is None:
        key = "line-to-confirm" if entry.why is Why.TO_CONFIRM else "line-invited"
        return Phrase(key, {"name": entry.name})
    await deskwork.note_look(scene, person)
    lines = await _lines(scene, person, entry.why)
    return Phrase("line-person", {"name": entry.name, "lines": tuple(lines[:1])})


async def _lines(scene: Scene, person: Person, why: Why) -> Sequence[Phrase]:
    """Return why somebody needs something, or what else a coach may read of them."""
    match why:
        case Why.CONTACT:
            lines = await contacting.waiting(scene, person)
        case Why.SILENT:
            lines = await attention.silence(scene, person)
        case Why.UNREACHABLE:
            lines = [Phrase("line-unreachable")]
        case Why.PROPOSED:
            lines = [Phrase("line-proposal-waits")]
        case _:
            lines = [*deskwork.there(scene, person), *await deskwork.details(scene, person)]
    return lines


def _names(part: Part) -> Rows:
    """Return a button for each name that leads somewhere."""
    buttons = [_name(one) for one in part.here if one.why is not Why.INVITED]
    return beside(buttons)


def _name(entry: Entry) -> Button:
    label = Phrase("button-person", {"name": entry.name})
    if entry.why is Why.TO_CONFIRM:
        return Button(label, "support.ask", {"support": entry.id})
    return Button(label, "person", {"person": entry.id})


def _ways(asked: str, persons: Mapping[str, Person]) -> Rows:
    ways: Rows = ((Button(Phrase("button-invite"), "invite"), *menus.TO_MENU),)
    if asked:
        return ((Button(Phrase("button-everybody"), "people"),), *ways)
    if len(persons) > 1:
        return ((Button(Phrase("button-write-several"), "write.several"),), *ways)
    return ways
