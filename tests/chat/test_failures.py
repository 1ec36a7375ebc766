"""What each of the library's errors means: the table of the failure catalogue."""

from datetime import timedelta

import aiohttp
import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chat.failures import cannot_edit, is_unchanged, translate
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

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.mark.parametrize(
    ("error", "means"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), ChatGone),
        (Forbidden("Forbidden: user is deactivated"), ChatGone),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), ChatGone),
        (Forbidden("Forbidden: bot was kicked from the group chat"), ChatGone),
        (BadRequest("Chat not found"), ChatGone),
        (BadRequest("Bad Request: PEER_ID_INVALID"), ChatGone),
        (BadRequest("Bad Request: group chat was deactivated"), ChatGone),
        (BadRequest("Bad Request: not enough rights to send text messages"), ChatGone),
        (BadRequest("Bad Request: message is too long"), Refused),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Refused),
        (BadRequest("Bad Request: can't parse entities: …"), Refused),
        (NetworkError("Request Entity Too Large"), Refused),
        (ChatMigrated(-100), ChatMoved),
        (InvalidToken("Unauthorized"), Stopped),
        (EndPointNotFound("Not Found"), Stopped),
        (NetworkError("Bad Gateway"), TryLater),
        (TimedOut(), TryLater),
        (Conflict("Conflict"), TryLater),
        (TelegramError("Invalid server response"), TryLater),
    ],
)
def test_each_error_has_its_meaning(error: TelegramError, means: type[OutsideError]) -> None:
    assert type(translate(error)) is means


@pytest.mark.parametrize("seconds", [1, 28_440])
def test_the_whole_window_is_respected(seconds: int) -> None:
    meaning = translate(RetryAfter(seconds))

    assert isinstance(meaning, SlowDown)
    assert meaning.window == timedelta(seconds=seconds)


class InDurations(RetryAfter):
    """The error as the library will give it one day."""

    @property
    def retry_after(self) -> timedelta:
        return timedelta(seconds=7)


def test_a_window_may_come_as_a_duration() -> None:
    meaning = translate(InDurations(0))

    assert isinstance(meaning, SlowDown)
    assert meaning.window == timedelta(seconds=7)


@pytest.mark.parametrize(
    ("cause", "perhaps_sent"),
    [
        (aiohttp.ConnectionTimeoutError("no answer"), False),
        (ConnectionGone("gone"), False),
        (aiohttp.SocketTimeoutError("slow"), True),
        (aiohttp.ServerDisconnectedError(), True),
        (aiohttp.ClientOSError("gone"), True),
        (aiohttp.ClientPayloadError("cut short"), True),
        (TimeoutError("slow"), True),
        (httpx.ConnectError("no route"), False),
        (httpx.ConnectTimeout("no answer"), False),
        (httpx.PoolTimeout("busy"), False),
        (httpx.ReadTimeout("slow"), True),
        (httpx.WriteTimeout("slow"), True),
        (httpx.ReadError("gone"), True),
        (httpx.WriteError("gone"), True),
        (httpx.RemoteProtocolError("gone"), True),
        (None, True),
    ],
)
@pytest.mark.parametrize("error", [TimedOut(), NetworkError("httpx")])
def test_only_a_connection_that_was_never_made_sent_nothing(
    error: TelegramError, cause: Exception | None, *, perhaps_sent: bool
) -> None:
    error.__cause__ = cause

    meaning = translate(error)

    assert isinstance(meaning, TryLater)
    assert meaning.perhaps_sent is perhaps_sent


@pytest.mark.parametrize(
    ("error", "unchanged", "uneditable"),
    [
        (BadRequest("Message is not modified: specified new …"), True, False),
        (BadRequest("Message to edit not found"), False, True),
        (BadRequest("Message can't be edited"), False, True),
        (BadRequest("There is no text in the message to edit"), False, True),
        (BadRequest("Message is too long"), False, False),
        (NetworkError("message is not modified, message can't be edited"), False, False),
    ],
)
def test_what_became_of_an_edit_is_recognised(
    error: TelegramError, *, unchanged: bool, uneditable: bool
) -> None:
    assert (is_unchanged(error), cannot_edit(error)) == (unchanged, uneditable)
