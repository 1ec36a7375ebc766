"""What becomes of an update that Telegram gave us."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


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
