"""A bare bot that answers taps: the library's Application with one handler, and no database.

With `--queued` it first has so many messages to send, through a limit of 30 a second.
"""

import argparse
import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from telegram import Update
from telegram.ext import (
    ApplicationBuilder,
    BaseRateLimiter,
    CallbackContext,
    CallbackQueryHandler,
)

from tests.bench.bare import WORDS, keyboard, say, told
from tests.bench.cast import FIRST_ID, TOKEN, USUAL

Context: TypeAlias = CallbackContext[Any, Any, Any, Any]


class FirstCome(BaseRateLimiter[None]):
    """Lets calls about a chat go one after the other at the usual rate, as the library's own does.

    The library's own needs a package that is not installed here; it has no classes either.
    """

    def __init__(self) -> None:
        self._next = 0.0

    async def initialize(self) -> None:
        """Nothing is to be prepared."""

    async def shutdown(self) -> None:
        """Nothing is to be ended."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:
        """Wait for a turn, then call."""
        del endpoint, rate_limit_args
        if "chat_id" in data:
            now = asyncio.get_running_loop().time()
            self._next = max(self._next, now) + 1 / USUAL
            await asyncio.sleep(self._next - 1 / USUAL - now)
        return await callback(*args, **kwargs)


async def answer(update: Update, context: Context) -> None:
    """Answer a tap, and change the message that was tapped."""
    del context
    assert update.callback_query
    await update.callback_query.answer()
    await update.callback_query.edit_message_text(WORDS, reply_markup=keyboard())


async def main() -> None:
    """Queue what is to be queued, then answer until the end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--queued", type=int, default=0)
    asked = parser.parse_args()
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{asked.url}/bot")
    if asked.queued:
        builder = builder.rate_limiter(FirstCome())
    application = builder.build()
    application.add_handler(CallbackQueryHandler(answer))
    async with application:
        await application.start()
        for chat in range(FIRST_ID, FIRST_ID + asked.queued):
            application.create_task(application.bot.send_message(chat, WORDS))
        assert application.updater
        await application.updater.start_polling()
        say("ready")
        await told()


if __name__ == "__main__":
    asyncio.run(main())
