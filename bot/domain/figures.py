"""How the whole is doing, in numbers: how many messages stand where, how late, what waits.

Numbers only: nobody can be found in them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.delivery import Class, Reason, State

STEPS = tuple(
    timedelta(seconds=seconds) for seconds in (1, 2, 5, 10, 30, 60, 300, 1200, 3600, 10800)
)
"""The bounds between which lateness is counted."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Messages of one class that stand in the same state for the same reason."""

    kind: Class
    state: State
    reason: Reason | None
    count: int


@dataclass(frozen=True, kw_only=True)
class Lateness:
    """How late the messages of one class were sent: `within` says how many up to each step."""

    count: int
    total: timedelta
    worst: timedelta
    within: Mapping[timedelta, int]


@dataclass(frozen=True, kw_only=True)
class Windows:
    """Windows in which Telegram wanted nothing sent to a chat: those open now, those of a day."""

    open: int
    opened: int
    longest: timedelta
    total: timedelta


@dataclass(frozen=True, kw_only=True)
class Named:
    """How many there are of something, and some of them by our own id."""

    count: int
    ids: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """One message, by our own id, that did not go as it should."""

    id: str
    kind: Class
    state: State
    reason: Reason | None
    due: datetime


@dataclass(frozen=True, kw_only=True)
class Backlog:
    """What waits: messages that could go out and did not, chats that rest, updates, dead letters.

    `oldest_due` leaves out chats that Telegram does not want written to for now; what waits for
    them is `held`.
    """

    next_due: datetime | None
    oldest_due: datetime | None
    overdue: int
    held: int
    resting: int
    rest_ends: datetime | None
    unreachable: int
    waiting_updates: int
    oldest_update: datetime | None
    dead_letters: int
