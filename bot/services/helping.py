"""Answers that anybody gets: the menu, the help card, and honest words outside of a question."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.commands import Command, at_the_desk
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person, Standing
from bot.services import menus, offering, plain_words, supported
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import questions


async def help_card(scene: Scene, args: Plain) -> None:
    """Show the help card: to anybody, paused or unknown.

    Who works here is told before it what they can type, so that the card is what they see last.
    """
    del args
    commands = at_the_desk(scene.person) if scene.person else ()
    if commands:
        await say(scene, _desk(scene, commands))
    await say(scene, await supported.help_card(scene))


async def menu(scene: Scene, args: Plain) -> None:
    """Show the menu, and ask nothing any more."""
    del args
    if scene.person is None:
        await stranger(scene)
        return
    if scene.person.standing is Standing.ACTIVE:
        await questions.close(scene.session, scene.chat.id)
    await show(scene, await whole_menu(scene, scene.person))


async def whole_menu(scene: Scene, person: Person) -> Message:
    """Return the menu of whoever acts, with what they were in the middle of before all else."""
    message = _with_what_waits(scene, await supported.menu_of(scene, person))
    return replace(message, rows=(*await offering.go_on(scene), *message.rows))


async def stranger(scene: Scene) -> None:
    """Say to somebody unknown what this is, and where help is."""
    await say(scene, Message(says=Phrase("stranger"), rows=(menus.TO_HELP,)))


async def typed_elsewhere(scene: Scene, text: str) -> None:
    """Go where plain words lead that were typed outside of a question, unless they worry.

    All others are answered honestly: nobody reads them, nothing is kept.
    """
    if scene.person is None:
        await stranger(scene)
        return
    library, voice = scene.deployment.library, scene.chat.voice
    meant = plain_words.meant_by(text, scene.person, library=library, voice=voice)
    if meant and not scene.worries:
        await scene.act(scene, meant, {})
        return
    key = "typed-elsewhere-staff"
    if not scene.person.is_staff:
        key = await supported.said(scene, "typed-elsewhere", "typed-elsewhere-no-coach")
    rows = (*await offering.go_on(scene), *_ways(scene.person))
    await say(scene, Message(says=Phrase(key), rows=rows))


async def cannot_read(scene: Scene) -> None:
    """Answer politely a voice message, a picture, a place: nothing is fetched or kept."""
    ways = _ways(scene.person) if scene.person else (menus.TO_HELP,)
    rows = (*await offering.go_on(scene), *ways)
    await say(scene, Message(says=Phrase("cannot-read"), rows=rows))


async def edited(scene: Scene) -> None:
    """Say that changing a message that was sent changes nothing here."""
    rows = (*await offering.go_on(scene), menus.TO_MENU)
    await say(scene, Message(says=Phrase("edited-message"), rows=rows))


async def out_of_date(scene: Scene) -> None:
    """Explain kindly that a button belongs to another time, and offer what there is now."""
    if scene.person and scene.person.standing is Standing.LEAVING:
        await say(scene, menus.leaving())
        return
    await say(scene, Message(says=Phrase("out-of-date"), rows=menus.ANYWHERE))


async def not_approved(scene: Scene) -> None:
    """Say that the texts of what was asked for are still being read by somebody."""
    await show(scene, Message(says=Phrase("not-approved"), rows=menus.ANYWHERE))


def _desk(scene: Scene, commands: Sequence[Command]) -> Message:
    """Return what can be typed for somebody's work, each with what it is called."""
    language = scene.chat.voice.language
    lines = tuple(
        Phrase("line-desk-command", {"name": one.names[language], "called": one.called})
        for one in commands
    )
    return Message(says=Phrase("desk-commands", {"lines": lines}))


def _with_what_waits(scene: Scene, message: Message) -> Message:
    """Tell staff how many texts wait for somebody to sign them off, before the menu."""
    count = len(scene.deployment.library.held_back)
    if not (count and scene.me.is_staff):
        return message
    waits = Phrase("texts-wait", {"count": count})
    return replace(message, says=Phrase("run-first", {"first": waits, "then": message.says}))


def _ways(person: Person) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons that lead on from anywhere."""
    if person.standing is Standing.ACTIVE:
        return menus.ANYWHERE
    return menus.going_on(person).rows
