"""What a job of APScheduler's store does, in a module of its own so that the store finds it."""

from telegram import Bot

from tests.bench.bare import WORDS, keyboard

BOTS: list[Bot] = []
"""Where `ring` finds its bot: the store keeps the name of a function, and nothing that is open."""


async def ring(chat: int) -> None:
    """Send one reminder."""
    await BOTS[0].send_message(chat, WORDS, reply_markup=keyboard())
