"""A facilitator leaves somebody a word about an exercise: typed, read again, then sent."""

from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.services import group_person, homework_cards, homework_given, menus, typed_words
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import deliveries, groups, people, questions

TOPIC = "group-word"


async def ask(scene: Scene, args: Plain) -> None:
    """Ask for the words."""
    found = await group_person.to_be_told(scene, args)
    if isinstance(found, Phrase):
        await group_person.show_why(scene, found)
        return
    details = dict(found.about)
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=details, now=scene.now)
    await show(scene, Message(says=Phrase("board-word", found.values), rows=(found.back,)))


async def read(scene: Scene, details: Plain, text: str) -> None:
    """Show the words that were typed as the person would read them; nothing is sent yet."""
    found = await group_person.to_be_told(scene, details)
    if isinstance(found, Phrase):
        await questions.close(scene.session, scene.chat.id)
        await group_person.show_why(scene, found)
        return
    words = await typed_words.taken(scene, text, found.back)
    if words is None:
        return
    await questions.close(scene.session, scene.chat.id)
    rows = typed_words.to_decide(
        found.about, words, send="group.word-send", anew="group.word", back=found.back
    )
    says = Phrase("board-word-card", {**found.values, "text": words})
    await say(scene, Message(says=says, rows=rows))


async def send(scene: Scene, args: Plain) -> Phrase | None:
    """Send the words, once; who may say so is asked again."""
    found = await group_person.to_be_told(scene, args)
    if isinstance(found, Phrase):
        await group_person.show_why(scene, found)
        return None
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    about = {
        "assignment": found.given.id,
        "group": found.group.id,
        "staff": scene.member.id,
        "text": args["text"],
    }
    thanks = (Button(Phrase("button-say-thanks"), "word.thank", about),)
    values: Values = {"staff": scene.member.name, "title": found.title, "text": str(args["text"])}
    rows = (thanks, (homework_cards.TO_EXERCISES, *menus.TO_HELP))
    await tell(scene, found.person.id, Message(says=Phrase("homework-word", values), rows=rows))
    await show(scene, Message(says=Phrase("board-word-sent", found.values), rows=(found.back,)))
    return None


async def thank(scene: Scene, args: Plain) -> Phrase | None:
    """Say thanks for a word, once, as long as whoever left it leads a group of the person."""
    given = await homework_given.own(scene, args)
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    group_id, me = str(args["group"]), scene.member
    staff = await people.get(scene.session, str(args["staff"]))
    is_in = await groups.is_in(scene.session, group_id, me.id)
    if staff is None or not is_in or not await groups.is_led_by(scene.session, group_id, staff.id):
        return Phrase("toast-group-changed")
    values: Values = {"staff": staff.name, "title": given.title, "text": str(args["text"])}
    rows = ((homework_cards.TO_EXERCISES, *menus.TO_HELP),)
    await show(scene, Message(says=Phrase("homework-word-thanked", values), rows=rows))
    says = Phrase("board-word-thanked", {"name": me.name, "title": given.title})
    await tell(scene, staff.id, Message(says=says, rows=(menus.TO_MENU,)))
    return None
