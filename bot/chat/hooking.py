"""Has Telegram bring updates to an address of ours, and looks now and then whether it still does.

Telegram brings each update again until it is taken, those of one chat one after the other.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, TelegramError

from bot.chat.intake import Intake, Pause
from bot.chat.patience import Patience
from bot.chat.polling import ALLOWED
from bot.domain.errors import DatabaseAway, WebhookRefused

LOOK_EVERY = timedelta(minutes=1)

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where updates are brought, and the secret by which we know that it is Telegram."""

    url: str
    secret: str


class Hook:
    """Tells Telegram the address, and tells it again when it has another; takes what is brought."""

    def __init__(
        self, bot: Bot, intake: Intake, *, address: Address, pause: Pause = asyncio.sleep
    ) -> None:
        self._bot = bot
        self._intake = intake
        self.address = address
        self._pause = pause
        self._patience = Patience(pause)
        self._is_told = False
        self._failed_at: datetime | None = None

    async def run(self) -> None:
        """Have updates brought until cancelled.

        Raises Stopped when the token is not accepted, WebhookRefused when the address is not.
        """
        async with self._intake.working():
            while True:
                await self.look_once()

    async def take(self, raw: Any) -> None:
        """Keep one raw update, and have it handled in its turn; raises DatabaseAway."""
        await self._intake.take([raw])

    async def look_once(self) -> None:
        """See to it that Telegram knows the address, and that what it brings could be kept."""
        try:
            await self._tell_or_look()
            await self._intake.take([])
        except BadRequest as error:
            raise WebhookRefused from error
        except TelegramError as error:
            await self._patience.wait_after(error)
        except DatabaseAway:
            log.warning("database_away", exc_info=True)
            await self._patience.wait()
        else:
            self._patience.renew()
            await self._pause(LOOK_EVERY.total_seconds())

    async def _tell_or_look(self) -> None:
        if self._is_told:
            info = await self._bot.get_webhook_info()
            self._note_failure(info)
            self._is_told = info.url == self.address.url
        if not self._is_told:
            await self._bot.set_webhook(
                self.address.url,
                secret_token=self.address.secret,
                allowed_updates=ALLOWED,
            )
            self._is_told = True

    def _note_failure(self, info: WebhookInfo) -> None:
        failed_at = info.last_error_date
        if failed_at is not None and failed_at != self._failed_at:
            log.warning("updates_not_brought", waiting=info.pending_update_count)
        self._failed_at = failed_at
