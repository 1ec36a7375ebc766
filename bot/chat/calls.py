"""Calls a method of the Bot API with plain values, and returns the plain result.

The library makes objects of everything that goes out and comes back, of which sending needs one
number: without them a message costs a third less.
"""

from typing import Any

from telegram import Bot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter


async def call(bot: Bot, method: str, **values: Any) -> Any:
    """Return what Telegram answers; None is left out. Raises what the bot's own methods raise."""
    # RequestData is made of nothing else, and both clients take nothing but RequestData.
    data = RequestData(
        [RequestParameter(name, one, None) for name, one in values.items() if one is not None]
    )
    return await bot.request.post(f"{bot.base_url}/{method}", data)
