"""What Telegram's errors mean to us: gone for good, refused, slow down, or try later.

The library's error types mislead: what is refused for good and what perhaps arrived are both its
NetworkError. So it is asked what went wrong underneath: only a connection that was never made, or
was gone before it was used, is known to have sent nothing.
"""

from datetime import timedelta

import aiohttp
import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.chat.request import ConnectionGone
from bot.domain.errors import (
    ChatGone,
    ChatMoved,
    OutsideError,
    Refused,
    SlowDown,
    Stopped,
    TryLater,
)

NEVER_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    ConnectionGone,
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
)
GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "peer_id_invalid",
    "chat was deactivated",
    "bot was kicked",
    "bot is not a member",
    "chat_write_forbidden",
    "have no rights to send",
    "not enough rights to send",
)
UNCHANGED = "message is not modified"
CANNOT_EDIT = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
    "message identifier is not specified",
)
TOO_LARGE = "entity too large"


def translate(error: TelegramError) -> OutsideError:  # noqa: PLR0911 - one return for each kind
    """Return what an error of the library means, for which `domain/delivery.py` has a verdict."""
    match error:
        case RetryAfter():
            return SlowDown(_window(error))
        case ChatMigrated():
            return ChatMoved(error.new_chat_id)
        case Forbidden():
            return ChatGone("forbidden")
        case InvalidToken() | EndPointNotFound():
            return Stopped("the token is not accepted")
        case BadRequest():
            return ChatGone("no such chat") if _says(error, *GONE) else Refused("bad request")
        case NetworkError() if _says(error, TOO_LARGE):
            return Refused("too large")
        case _:
            return TryLater(perhaps_sent=not isinstance(error.__cause__, NEVER_SENT))


def is_unchanged(error: TelegramError) -> bool:
    """Whether an edit was refused because the message says exactly that already."""
    return isinstance(error, BadRequest) and _says(error, UNCHANGED)


def cannot_edit(error: TelegramError) -> bool:
    """Whether an edit was refused because that message cannot be changed, or is not there."""
    return isinstance(error, BadRequest) and _says(error, *CANNOT_EDIT)


def _says(error: TelegramError, *words: str) -> bool:
    said = error.message.casefold()
    return any(one in said for one in words)


def _window(error: RetryAfter) -> timedelta:
    window = error.retry_after
    return window if isinstance(window, timedelta) else timedelta(seconds=window)
