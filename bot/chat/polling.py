"""Asks Telegram for updates: keeps what came, and only then asks for what comes after it.

The library's own updater confirms updates before they are handled, and one that it cannot parse
holds it up for good; so the raw updates are asked for here.
"""

import asyncio
import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram import Bot
from telegram.error import Conflict, TelegramError

from bot.chat.intake import Intake, Pause
from bot.chat.patience import Patience
from bot.domain.errors import DatabaseAway

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
LONG_POLL = timedelta(seconds=30)
GRACE = timedelta(seconds=10)
AFTER_CONFLICT = timedelta(seconds=30)

log = structlog.stdlib.get_logger(__name__)


class Poller:
    """Asks again and again; whatever goes wrong, nothing is confirmed that is not kept."""

    def __init__(self, bot: Bot, intake: Intake, *, pause: Pause = asyncio.sleep) -> None:
        self._bot = bot
        self._intake = intake
        self._pause = pause
        self._patience = Patience(pause)
        self._is_alone = True

    async def run(self) -> None:
        """Take in updates until cancelled; raises Stopped when the token is not accepted."""
        async with self._intake.working():
            await self._take_over()
            while True:
                await self.ask_once()

    async def ask_once(self) -> None:
        """Ask, keep and begin to handle; wait a while when that did not work."""
        try:
            await self._intake.take(await self._ask(await self._intake.offset()))
        except Conflict:
            await self._step_back()
        except TelegramError as error:
            await self._patience.wait_after(error)
        except (DatabaseAway, ValueError):
            log.warning("updates_not_kept", exc_info=True)
            await self._patience.wait()
        else:
            self._patience.renew()
            self._is_alone = True

    async def _take_over(self) -> None:
        """End a webhook, where there is one: with one Telegram lets nobody ask."""
        while True:
            try:
                await self._bot.delete_webhook()
            except TelegramError as error:
                await self._patience.wait_after(error)
            else:
                return

    async def _ask(self, offset: int | None) -> Sequence[Any]:
        wanted = {
            "timeout": int(LONG_POLL.total_seconds()),
            "allowed_updates": json.dumps(ALLOWED),
        }
        if offset is not None:
            wanted["offset"] = offset
        payload = await self._bot.request.retrieve(
            f"{self._bot.base_url}/getUpdates?{urlencode(wanted)}",
            read_timeout=(LONG_POLL + GRACE).total_seconds(),
        )
        reply = json.loads(payload)
        found = reply.get("result") if isinstance(reply, dict) else None
        if not isinstance(found, list):
            raise ValueError("no list of updates")  # noqa: TRY004 - what came, not how it was used
        return found

    async def _step_back(self) -> None:
        """Another program reads the updates of this bot: say so once, and leave it some time."""
        if self._is_alone:
            log.error("another_program_reads_the_updates")
        self._is_alone = False
        await self._pause(AFTER_CONFLICT.total_seconds())
