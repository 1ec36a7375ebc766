"""A world that notes what goes either way: the updates it gives out, and what it accepts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.sandbox.world import World
from tests.acceptance.mortal import Mortal

MESSAGES = frozenset({"sendMessage", "sendPhoto", "editMessageText"})


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """A message that Telegram took: `tokens` are those of its buttons."""

    chat_id: int
    text: str
    at: datetime
    tokens: tuple[str, ...] = ()


class WatchedWorld(World):
    """Keeps both lists, and tells the bots whenever somebody did something."""

    def __init__(self, *, clock: Clock, bots: Iterable[Mortal]) -> None:
        super().__init__(clock=clock)
        self.given: list[int] = []
        self.accepted: list[Accepted] = []
        self._bots = bots

    def enqueue(self, raw_update: dict[str, Any]) -> int:
        """Queue an update and note its number."""
        number = super().enqueue(raw_update)
        self.given.append(number)
        for bot in self._bots:
            bot.stirred()
        return number

    def accept(self, method: str, **what: Any) -> None:
        """Note a message with the buttons that it has now."""
        if method in MESSAGES:
            message = self.chats.find(what["chat_id"], what["message_id"])
            rows = message.inline_keyboard if message else ()
            tokens = tuple(
                str(button["callback_data"])
                for row in rows
                for button in row
                if "callback_data" in button
            )
            at = self.clock.now()
            taken = Accepted(chat_id=what["chat_id"], text=what["text"], at=at, tokens=tokens)
            self.accepted.append(taken)
        super().accept(method, **what)
