"""Words a message at the moment of sending, in the language and form of address of its chat."""

from collections.abc import Callable
from itertools import count
from typing import TypeAlias

from bot.domain.delivery import Class, Delivery
from bot.domain.message import Button, Message, Phrase
from bot.domain.people import Chat, Voice
from bot.library import Library
from bot.pictures import pages
from bot.pictures.render import png
from bot.services.deployment import Deployment
from bot.services.links import invitation_link
from bot.services.picturing import picture
from bot.services.ports import Choice, Worded
from bot.services.tokens import REVEAL, issue
from bot.store.vault import Vault

KEYBOARD = (Phrase("keyboard-menu"), Phrase("keyboard-help"))

Say: TypeAlias = Callable[[Phrase], str]


def word(
    delivery: Delivery,
    chat: Chat,
    *,
    vault: Vault,
    deployment: Deployment,
    edits: int | None = None,
) -> Worded:
    """Return a delivery as it goes out; `edits` is the Telegram number of the message it changes.

    In a discreet chat what comes unasked is one neutral line, with a button that reveals the rest.
    Raises MissingWord for a phrase, or an exercise to draw the answers of, that nobody wrote.
    """

    def say(phrase: Phrase) -> str:
        return deployment.library.say(phrase, chat.voice)

    def token(number: int) -> str:
        return issue(vault, chat.id, delivery.id, number=number)

    message = delivery.message
    if chat.is_discreet and delivery.kind is not Class.REPLY:
        reveal = Choice(label=say(Phrase("button-reveal")), token=token(REVEAL))
        says = say(Phrase("discreet-message"))
        return Worded(text=says, rows=((reveal,),), edits=edits, clears=message.clears)
    numbers = count()
    link = None
    if message.invitation:
        link = invitation_link(vault, deployment.bot_username, message.invitation)
    return Worded(
        text=f"{say(message.says)}\n\n{link}" if link else say(message.says),
        rows=tuple(
            tuple(_choice(button, say, token(next(numbers))) for button in row)
            for row in message.rows
        ),
        edits=edits,
        link=link,
        picture=_picture(message, deployment.library, chat.voice),
        keyboard=tuple(say(label) for label in KEYBOARD) if message.keyboard else (),
        clears=message.clears,
    )


def _picture(message: Message, library: Library, voice: Voice) -> bytes | None:
    if message.drawing:
        return picture(message.drawing, library, voice)
    return png(pages.draw(library.say(message.page, voice))) if message.page else None


def _choice(button: Button, say: Say, token: str) -> Choice:
    if button.copies:
        return Choice(label=say(button.label), copies=say(button.copies))
    if button.opens:
        return Choice(label=say(button.label), opens=button.opens)
    return Choice(label=say(button.label), token=token)
