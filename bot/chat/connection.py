"""The connection to Telegram: one client for everything that is asked and sent."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, HTTPXRequest

from bot.chat.failures import translate
from bot.chat.request import AiohttpRequest, Timeouts

AT_ONCE = 64
SECONDS_TO_CONNECT = 5.0
SECONDS_TO_ANSWER = 10.0
TIMEOUTS = Timeouts(
    connect=SECONDS_TO_CONNECT,
    pool=SECONDS_TO_CONNECT,
    write=SECONDS_TO_ANSWER,
    read=SECONDS_TO_ANSWER,
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """Which bot speaks to which server; `transport` replaces the network where there is none."""

    token: str
    base_url: str
    transport: httpx.AsyncBaseTransport | None = None


def make_bot(line: Line) -> Bot:
    """Return a bot that is not connected yet."""
    base = line.base_url.rstrip("/")
    return Bot(
        line.token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=_request(line.transport),
        get_updates_request=_request(line.transport),
    )


def _request(transport: httpx.AsyncBaseTransport | None) -> BaseRequest:
    if transport is None:
        return AiohttpRequest(at_once=AT_ONCE, timeouts=TIMEOUTS)
    return HTTPXRequest(
        connection_pool_size=AT_ONCE,
        connect_timeout=TIMEOUTS.connect,
        read_timeout=TIMEOUTS.read,
        write_timeout=TIMEOUTS.write,
        pool_timeout=TIMEOUTS.pool,
        httpx_kwargs={"transport": transport},
    )


@asynccontextmanager
async def connected(line: Line) -> AsyncIterator[Bot]:
    """Connect, learn the bot's own name, and disconnect at the end.

    Raises Stopped for a token that is not accepted, TryLater where Telegram cannot be reached.
    """
    bot = make_bot(line)
    try:
        await _introduce(bot)
        yield bot
    finally:
        await bot.shutdown()


async def _introduce(bot: Bot) -> None:
    try:
        await bot.initialize()
    except TelegramError as error:
        raise translate(error) from error
