"""Waits after what went wrong with Telegram, longer each time, until something goes well again."""

import structlog
from telegram.error import TelegramError

from bot.chat.failures import translate
from bot.chat.intake import Pause
from bot.chat.waits import growing_waits
from bot.domain.errors import SlowDown, Stopped

log = structlog.stdlib.get_logger(__name__)


class Patience:
    """How long somebody who asks Telegram again and again waits in between."""

    def __init__(self, pause: Pause) -> None:
        self._pause = pause
        self._waits = growing_waits()

    def renew(self) -> None:
        """Begin with short waits again: it went well."""
        self._waits = growing_waits()

    async def wait(self) -> None:
        """Wait a while, longer than the last time."""
        await self._pause(next(self._waits))

    async def wait_after(self, error: TelegramError) -> None:
        """Wait as an error asks; raises Stopped where the token is not accepted."""
        match translate(error):
            case Stopped() as stopped:
                raise stopped from error
            case SlowDown(window=window):
                await self._pause(window.total_seconds())
            case _:
                log.warning("telegram_not_reached", error=type(error).__name__)
                await self.wait()
