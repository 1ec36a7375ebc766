"""Answering where somebody acts; everything that is said becomes a delivery, sent elsewhere."""

from collections.abc import Iterable
from functools import reduce

from bot.domain.delivery import Class
from bot.domain.message import Message, Phrase
from bot.services.scene import Scene
from bot.services.telling import write


async def say(scene: Scene, message: Message) -> None:
    """Answer with a new message."""
    await write(scene, scene.chat, message, due=scene.now, kind=Class.REPLY)


async def show(scene: Scene, message: Message) -> None:
    """Answer by changing the message whose button was tapped; with a new one if it is to stay."""
    tapped = scene.tapped
    replaces = tapped.id if tapped and not tapped.message.stays else None
    await write(scene, scene.chat, message, due=scene.now, kind=Class.REPLY, replaces=replaces)


def stacked(phrases: Iterable[Phrase]) -> Phrase:
    """Return phrases below each other, at least one, with an empty line between."""
    return reduce(lambda first, then: Phrase("run-first", {"first": first, "then": then}), phrases)
