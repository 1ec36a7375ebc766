"""Ends all sending once the token is not accepted any more, so that nobody asks in vain."""

import asyncio

from bot.domain.errors import Stopped
from bot.domain.people import Chat
from bot.services.ports import Messenger, Worded


class Fuse:
    """Sends as another does, until Telegram does not accept the token: then it asks no more."""

    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger
        self._blown = asyncio.Event()

    async def send(self, chat: Chat, worded: Worded) -> int:
        """Send, or edit, and return the Telegram number; raises what the other raises."""
        if self._blown.is_set():
            raise Stopped("the token is not accepted")
        try:
            return await self._messenger.send(chat, worded)
        except Stopped:
            self._blown.set()
            raise

    async def blown(self) -> None:
        """Wait until the token is not accepted, and raise Stopped then."""
        await self._blown.wait()
        raise Stopped("the token is not accepted")
