"""Staff write to those they support: typed, read again as it will be read, then sent at once."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.message import Button, Message, Names, Phrase, Plain, Value, Values
from bot.domain.people import Person
from bot.services import contact_words, groups, menus, ticking, typed_words, word_answers
from bot.services.audiences import Audience, audience_of, is_reached
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.services.ticking import Ticks
from bot.store import chats, deliveries, questions

TOPIC = "write"
TICKS = Ticks(says="write-several", action="write.several", onward="write")


async def several(scene: Scene, args: Plain) -> Phrase | None:
    """Let a coach tick to whom a word goes."""
    await questions.close(scene.session, scene.chat.id)
    return await ticking.ask(scene, args, TICKS)


async def to_group(scene: Scene, args: Plain) -> None:
    """Let a facilitator choose between the whole group and those in it who were missed."""
    group = await groups.led(scene, args)
    about = {"group": group.id}
    rows = (
        (Button(Phrase("button-write-all"), "write", {**about, "missed": False}),),
        (Button(Phrase("button-write-missed"), "write", {**about, "missed": True}),),
        (*groups.back(group), *menus.TO_MENU),
    )
    await show(scene, Message(says=Phrase("write-group", {"group": group.name}), rows=rows))


async def ask(scene: Scene, args: Plain) -> None:
    """Ask for the words, unless there is nobody to whom they would come."""
    found = await _found(scene, args)
    if found is None:
        return
    if not any([await is_reached(scene, one) for one in found.people]):
        await _show_nobody(scene, found, Phrase("write-nobody-reached"))
        return
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=args, now=scene.now)
    says = Phrase("write-ask", {"to": found.named})
    await show(scene, Message(says=says, rows=((found.back,),)))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Show the words that were typed as they will be read; nothing is sent yet."""
    found = await _found(scene, details)
    if found is None:
        return
    words = await typed_words.taken(scene, text, (found.back,))
    if words is None:
        return
    await questions.close(scene.session, scene.chat.id)
    rows = typed_words.to_decide(
        details, words, send="write.send", anew="write", back=(found.back, *menus.TO_MENU)
    )
    seen = await _as_seen(scene, found, words)
    says = Phrase("write-card", {"to": found.named, "message": seen})
    await say(scene, Message(says=says, rows=rows))


async def send(scene: Scene, args: Plain) -> Phrase | None:
    """Send the words, once, and say to whom they went; who that is, is asked again."""
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    found = await _found(scene, args)
    if found is None:
        return None
    message = word_answers.word(scene.staff, str(args["text"]), group=found.group)
    became = [(one, await _send_to(scene, one, message)) for one in found.people]
    went = any(due for _, due in became)
    says = Phrase("write-sent" if went else "write-not-sent", {"lines": _lines(scene, became)})
    await show(scene, Message(says=says, rows=((found.back, *menus.TO_MENU),)))
    return None


async def _found(scene: Scene, about: Plain) -> Audience | None:
    """Return those a word goes to; where there is nobody, say why, and ask nothing any more."""
    found = await audience_of(scene, about)
    if found.people:
        return found
    await _show_nobody(scene, found, found.nobody)
    return None


async def _show_nobody(scene: Scene, found: Audience, why: Phrase) -> None:
    await questions.close(scene.session, scene.chat.id)
    await show(scene, Message(says=why, rows=((found.back, *menus.TO_MENU),)))


async def _as_seen(scene: Scene, found: Audience, words: str) -> Value:
    """Return a word as it will be read: by one person alone in their own language."""
    says = word_answers.word(scene.staff, words, group=found.group).says
    chat = await chats.of_person(scene.session, found.people[0].id)
    if chat is None or len(found.people) > 1:
        return says
    return scene.deployment.library.say(says, chat.voice)


async def _send_to(scene: Scene, person: Person, message: Message) -> datetime | None:
    """Send a word to somebody; return when it comes, None where it does not as things stand.

    That one did not arrive is kept too: who missed it can be written to again.
    """
    due = await tell(scene, person.id, message)
    return due if await is_reached(scene, person) else None


def _lines(scene: Scene, became: Sequence[tuple[Person, datetime | None]]) -> tuple[Phrase, ...]:
    """Return a line for each moment at which the word comes, now first, with names."""
    by_moment: dict[datetime | None, list[str]] = {}
    for person, due in became:
        by_moment.setdefault(due, []).append(person.name)
    coming = sorted(due for due in by_moment if due)
    return tuple(_line(scene, due, by_moment[due]) for due in (*coming, None) if due in by_moment)


def _line(scene: Scene, due: datetime | None, names: Sequence[str]) -> Phrase:
    values: Values = {"names": Names(names=tuple(names))}
    if due is None:
        return Phrase("line-written-not", values)
    if due <= scene.now:
        return Phrase("line-written-now", values)
    return Phrase("line-written-later", {**values, **contact_words.at(due, scene.member)})
