"""What a program that Relais is compared with needs to take orders and to tell how it went."""

import asyncio
import json
import sys
from time import monotonic
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

WORDS = "Bonjour. C’est l’heure de se lever."
LABELS = ("Je suis debout", "Encore 8 minutes", "Je ne travaille pas", "Je ne vais pas bien")
TOKEN_LENGTH = 36
BETWEEN_LOOKS = 0.01


def keyboard() -> InlineKeyboardMarkup:
    """Return as many buttons as a nudge has, with as much in them."""
    rows = [
        [InlineKeyboardButton(label, callback_data=str(number) * TOKEN_LENGTH)]
        for number, label in enumerate(LABELS)
    ]
    return InlineKeyboardMarkup(rows)


def say(answer: Any) -> None:
    """Tell whoever started this program."""
    print(json.dumps(answer), flush=True)  # noqa: T201 - the way back to the bench


async def told() -> Any:
    """Wait for the next order; None once there are no more."""
    line = await asyncio.to_thread(sys.stdin.readline)
    return json.loads(line) if line else None


class Stalls:
    """How long the loop stood still at most: nothing else was done meanwhile."""

    def __init__(self) -> None:
        self._longest = 0.0
        self._watching: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Watch from now on."""
        self._watching = self._watching or asyncio.create_task(self._watch())

    async def longest(self) -> float:
        """Return the longest time so far, in seconds, that of just now too."""
        await asyncio.sleep(2 * BETWEEN_LOOKS)
        return self._longest

    async def _watch(self) -> None:
        while True:
            before = monotonic()
            await asyncio.sleep(BETWEEN_LOOKS)
            self._longest = max(self._longest, monotonic() - before - BETWEEN_LOOKS)
