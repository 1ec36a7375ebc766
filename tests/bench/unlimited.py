"""Relais whole, but without Telegram's limits: how fast it would be if nobody held it back."""

import asyncio
import sys

from bot import app, logs
from bot.clock import SystemClock
from bot.garbage import look_seldom
from bot.services.ports import Unpaced
from bot.settings import Settings


async def main() -> None:
    """Run until it is told to stop."""
    settings = Settings()
    logs.set_up(settings.log_level, readable=sys.stderr.isatty())
    stop = app.until_told_to_stop()
    async with app.running(settings, app.Outside(clock=SystemClock(), pace=Unpaced())):
        look_seldom()
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(main())
