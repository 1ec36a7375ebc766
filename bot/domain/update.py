"""What becomes of an update that Telegram gave us."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

LARGEST = 2**63 - 1


class UpdateState(StrEnum):
    """Where an update stands."""

    WAITING = "waiting"
    HANDLED = "handled"
    DEAD = "dead"


@dataclass(frozen=True, kw_only=True)
class Update:
    """One raw update; `chat_key` is the mark of its chat, in whose order it is handled."""

    id: str
    number: int
    chat_key: str
    raw: Any


@dataclass(frozen=True, kw_only=True)
class Line:
    """The updates of one chat that wait: the numbers of the first and the last, and how many."""

    chat_key: str
    first: int
    last: int
    length: int


def number_in(value: Any) -> int | None:
    """Return what stands where Telegram puts a number, if it is one that a database can hold.

    JSON knows truth values, which Python counts among its numbers and PostgreSQL does not.
    """
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and 0 <= value <= LARGEST else None
