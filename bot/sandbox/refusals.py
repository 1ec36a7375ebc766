"""The errors of the Bot API, in Telegram's own words and with its codes."""

from typing import Any


class RefusalError(Exception):
    """A call that our Telegram does not accept: code, words, and what goes along with them."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        """Return the reply that says so."""
        reply = {"ok": False, "error_code": self.code, "description": self.description}
        return reply | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(words: str) -> RefusalError:
    """Make the refusal of a call that makes no sense; Telegram begins it in lower case."""
    first_word = words.partition(" ")[0]
    if not first_word.isupper():
        words = words[:1].lower() + words[1:]
    return RefusalError(400, f"Bad Request: {words}")


def forbidden(words: str) -> RefusalError:
    """Make the refusal of a chat that the bot may not write to."""
    return RefusalError(403, f"Forbidden: {words}")


def conflict(words: str) -> RefusalError:
    """Make the refusal of a second reader of the updates."""
    return RefusalError(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> RefusalError:
    """Make the refusal of a call that came too soon; try again after so many seconds."""
    words = f"Too Many Requests: retry after {retry_after}"
    return RefusalError(429, words, retry_after=retry_after)
