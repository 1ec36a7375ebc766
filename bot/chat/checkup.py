"""Asks Telegram how it sees this bot: the token, its clock, and where it brings updates."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx
from telegram.error import TelegramError

from bot.chat.connection import SECONDS_TO_ANSWER, Line, connected
from bot.chat.failures import translate
from bot.clock import Clock

HALF_A_SECOND = timedelta(milliseconds=500)
"""A reply says its moment in whole seconds, cut off."""


@dataclass(frozen=True, kw_only=True)
class Checkup:
    """What Telegram says: the bot's name, its webhook's address ("" for none), what waits there.

    `ahead` is how far our clock is ahead of Telegram's, or None where that is not known.
    """

    username: str
    webhook: str
    waiting: int
    is_failing: bool
    ahead: timedelta | None


async def check_up(line: Line, clock: Clock) -> Checkup:
    """Ask Telegram; raises Stopped for a token that is not accepted, TryLater where it is away."""
    async with connected(line) as bot:
        try:
            info = await bot.get_webhook_info()
        except TelegramError as error:
            raise translate(error) from error
        return Checkup(
            username=bot.username,
            webhook=info.url,
            waiting=info.pending_update_count,
            is_failing=bool(info.last_error_date and info.pending_update_count),
            ahead=await _ahead(line, clock),
        )


async def _ahead(line: Line, clock: Clock) -> timedelta | None:
    before = clock.now()
    theirs = await _date(line)
    after = clock.now()
    return before + (after - before) / 2 - theirs - HALF_A_SECOND if theirs else None


async def _date(line: Line) -> datetime | None:
    """Return the moment that stands in the head of a reply; the token is not needed for that."""
    try:
        async with httpx.AsyncClient(transport=line.transport, timeout=SECONDS_TO_ANSWER) as client:
            reply = await client.head(line.base_url)
        return parsedate_to_datetime(reply.headers["date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return None
