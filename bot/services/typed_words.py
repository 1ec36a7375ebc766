"""Words that are typed to be passed on: taken whole or asked for again, and read before they go."""

from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.passing_on import LONGEST, read_words
from bot.services.questioning import Rows
from bot.services.saying import say
from bot.services.scene import Scene


async def taken(scene: Scene, text: str, back: tuple[Button, ...]) -> str | None:
    """Return words as they can be passed on; where they cannot, ask again and return None."""
    words = read_words(text)
    if words and len(words) <= LONGEST:
        return words
    key = "word-long" if words else "word-again"
    await say(scene, Message(says=Phrase(key, {"most": LONGEST}), rows=(back,)))
    return None


def to_decide(about: Plain, words: str, *, send: str, anew: str, back: tuple[Button, ...]) -> Rows:
    """Return the rows under words that are read again: send them, write others, or go back."""
    decide = (
        Button(Phrase("button-send-word"), send, {**about, "text": words}),
        Button(Phrase("button-rewrite"), anew, about),
    )
    return (decide, back)
