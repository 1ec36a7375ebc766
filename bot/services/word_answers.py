"""Somebody answers a word from staff, or says thanks; they are told truly when it is read."""

from bot.domain.contact import desk_of
from bot.domain.delivery import Class
from bot.domain.group import Group
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.passing_on import shortened
from bot.domain.people import Person, Standing
from bot.domain.word import QUOTED, Absence, Reading, Receipt, receipt_of
from bot.services import contact_words, menus, supported, typed_words
from bot.services.questioning import Rows
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import write
from bot.store import chats, covers, deliveries, groups, people, questions, supports

TOPIC = "word-answer"

RECEIPTS = {
    Reading.NOW: "word-passed-on",
    Reading.LATER: "word-read-later",
    Reading.AFTER_ABSENCE: "word-read-after",
    Reading.NOT: "word-not-passed-on",
}


def word(staff: Person, text: str, *, group: Group | None) -> Message:
    """Return a word as it comes to somebody: with an answer and thanks, neither expected."""
    about: Plain = {"staff": staff.id, "text": text, "group": group.id if group else ""}
    if group:
        values = {"staff": staff.name, "text": text, "group": group.name}
        return Message(says=Phrase("staff-word-group", values), rows=_ways(about))
    says = Phrase("staff-word", {"staff": staff.name, "text": text})
    return Message(says=says, rows=_ways(about))


async def show_again(scene: Scene, args: Plain) -> None:
    """Show a word again, and ask nothing."""
    await questions.close(scene.session, scene.chat.id)
    staff = await _writer(scene, args)
    if staff is None:
        await _over(scene)
        return
    says = Phrase("staff-word", {"staff": staff.name, "text": str(args["text"])})
    await show(scene, Message(says=says, rows=_ways(args)))


async def ask(scene: Scene, args: Plain) -> None:
    """Ask for the answer, below the word itself, and say who alone reads it."""
    staff = await _writer(scene, args)
    if staff is None:
        await _over(scene)
        return
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=args, now=scene.now)
    says = Phrase("staff-word-answer", {"staff": staff.name, "text": str(args["text"])})
    await show(scene, Message(says=says, rows=_back(args)))


async def read(scene: Scene, details: Plain, text: str) -> bool:
    """Pass on the answer that was typed, and say when it is read; return whether it goes there."""
    staff = await _writer(scene, details)
    if staff is None:
        await questions.close(scene.session, scene.chat.id)
        await _over(scene)
        return False
    words = await typed_words.taken(scene, text, _back(details)[0])
    if words is None:
        return False
    await questions.close(scene.session, scene.chat.id)
    receipt = await _pass_on(scene, staff, details, answer=words)
    rows: Rows = menus.ANYWHERE
    if receipt.reading is not Reading.NOW:
        rows = (*await supported.to_contact(scene), *rows)
    await say(scene, Message(says=await _receipt(scene, staff, receipt), rows=rows))
    return receipt.due is not None


async def thank(scene: Scene, args: Plain) -> Phrase | None:
    """Say thanks for a word, once."""
    staff = await _writer(scene, args)
    if staff is None:
        await _over(scene)
        return None
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    receipt = await _pass_on(scene, staff, args)
    if receipt.due is None:
        return Phrase("toast-gone")
    about = {**args, "thanked": True}
    says = Phrase("staff-word-thanked", {"staff": staff.name, "text": str(args["text"])})
    await show(scene, Message(says=says, rows=_ways(about)))
    return None


async def _writer(scene: Scene, args: Plain) -> Person | None:
    """Return who wrote a word, as long as they support whoever acts, or lead a group of theirs."""
    me, session = scene.member, scene.session
    staff = await people.get(session, str(args["staff"]))
    if staff is None or staff.standing is not Standing.ACTIVE:
        return None
    if not args["group"]:
        return staff if await supports.between(session, staff.id, me.id) else None
    group_id = str(args["group"])
    is_theirs = await groups.is_in(session, group_id, me.id)
    return staff if is_theirs and await groups.is_led_by(session, group_id, staff.id) else None


async def _pass_on(scene: Scene, staff: Person, args: Plain, *, answer: str = "") -> Receipt:
    """Let a member of staff have an answer, or thanks without one, within their hours."""
    chat = await chats.of_person(scene.session, staff.id)
    cover = await covers.of_coach(scene.session, staff.id)
    receipt = receipt_of(
        desk_of(staff, scene.planner.holidays),
        scene.now,
        is_reached=chat is not None and chat.reachable,
        absence=Absence(first=cover.first, last=cover.last) if cover else None,
    )
    if chat and receipt.due:
        message = _passed_on(scene.member, args, answer=answer)
        await write(scene, chat, message, due=receipt.due, kind=Class.CONTACT)
    return receipt


def _passed_on(person: Person, args: Plain, *, answer: str) -> Message:
    """Return what a member of staff reads; its button names whom or which group it is about."""
    values: Values = {
        "name": person.name,
        "word": shortened(str(args["text"]), QUOTED),
        "text": answer,
    }
    says = Phrase("word-answered" if answer else "word-thanked", values)
    if args["group"]:
        way = Button(Phrase("button-members"), "group.members", {"group": args["group"]})
    else:
        way = Button(Phrase("button-answer-word"), "write", {"to": [person.id]})
    return Message(says=says, rows=((way, *menus.TO_MENU),))


async def _receipt(scene: Scene, staff: Person, receipt: Receipt) -> Phrase:
    values: Values = {"staff": staff.name}
    if receipt.due:
        values = {**values, **contact_words.at(receipt.due, scene.member)}
    says = Phrase(RECEIPTS[receipt.reading], values)
    cover = await covers.of_coach(scene.session, staff.id)
    named = await people.get(scene.session, cover.cover_id) if cover else None
    is_away = receipt.reading is Reading.AFTER_ABSENCE
    if not is_away or named is None or named.standing is not Standing.ACTIVE:
        return says
    if await supports.between(scene.session, staff.id, scene.member.id) is None:
        # Whoever leads a group without supporting its members gets no request of theirs.
        return says
    instead = Phrase("word-covered", {"staff": staff.name, "cover": named.name})
    return Phrase("run-first", {"first": says, "then": instead})


async def _over(scene: Scene) -> None:
    """Say that whoever wrote a word does not support whoever acts any more, and not who it was."""
    rows = (*await supported.to_contact(scene), *menus.ANYWHERE)
    await show(scene, Message(says=Phrase("word-over"), rows=rows))


def _ways(about: Plain) -> Rows:
    answer = Button(Phrase("button-answer-word"), "word.answer", about)
    thanks = Button(Phrase("button-say-thanks"), "word.thanks", about)
    return ((answer,) if about.get("thanked") else (answer, thanks), menus.TO_HELP)


def _back(about: Plain) -> Rows:
    return ((Button(Phrase("button-back"), "word.read", about), *menus.TO_HELP),)
