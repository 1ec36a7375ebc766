"""The life of a message on its way: its states, its class with limits, what an outcome means."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.errors import ChatGone, OutsideError, Refused, SlowDown, TryLater
from bot.domain.message import Message

LEASE = timedelta(seconds=25)
"""How long a claim holds: what a machine that fell out was sending is free again within 30 s."""

PAUSE_AFTER_FAILURE = timedelta(seconds=2)


class State(StrEnum):
    """Where a delivery stands; every planned one ends in one of the last five."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"
    SKIPPED = "skipped"
    UNCERTAIN = "uncertain"


NEVER_SENT = frozenset({State.FAILED, State.EXPIRED, State.SKIPPED})
"""How one ends that certainly did not go out."""


class Class(StrEnum):
    """What kind of message it is: this decides how late and how often it may go out.

    A contact is what staff are told of a request for one, and who asked of what became of it; also
    an answer to a word from staff.
    """

    REPLY = "reply"
    WAKEUP = "wakeup"
    COPING = "coping"
    HOMEWORK = "homework"
    CHECKIN = "checkin"
    CONTACT = "contact"
    DIGEST = "digest"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How late a message of a class may go out, how many copies may, and its turn (0 first)."""

    lateness: timedelta
    copies: int
    turn: int


LIMITS = {
    Class.REPLY: Limits(lateness=timedelta(minutes=5), copies=2, turn=0),
    Class.WAKEUP: Limits(lateness=timedelta(minutes=20), copies=2, turn=1),
    Class.COPING: Limits(lateness=timedelta(minutes=60), copies=2, turn=2),
    Class.HOMEWORK: Limits(lateness=timedelta(hours=3), copies=1, turn=3),
    Class.CHECKIN: Limits(lateness=timedelta(hours=3), copies=1, turn=3),
    Class.CONTACT: Limits(lateness=timedelta(hours=24), copies=2, turn=2),
    Class.DIGEST: Limits(lateness=timedelta(hours=24), copies=1, turn=4),
}


class Reason(StrEnum):
    """Why a delivery ended otherwise than sent, or came late, as staff and the log may read it."""

    LATE = "late"
    MISSED = "missed"
    RESTORED = "restored"
    SLOWED = "slowed"
    AWAY = "away"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"
    ANSWERED = "answered"
    WOKEN = "woken"
    QUIET = "quiet"
    CLOSED = "closed"
    BUDGET = "budget"
    MERGED = "merged"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    MALFORMED = "malformed"
    UNAPPROVED = "unapproved"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """Which plan a delivery carries out, for which local date, and which message of that day."""

    plan_id: str
    day: date
    slot: str


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A message on its way to a chat; `until` is the moment after which it is too late.

    `replaces` is the delivery whose message is changed instead of writing a new one; `copies`
    counts the attempts that may have arrived.
    """

    id: str
    chat_id: str
    kind: Class
    message: Message
    due: datetime
    until: datetime
    state: State = State.PLANNED
    replaces: str | None = None
    occasion: Occasion | None = None
    copies: int = 0
    telegram_message: int | None = None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a failed sending leads to: the state, why, and how long the chat rests.

    The reason of one that is planned again says why it comes late, or did not come in its time.
    """

    state: State
    reason: Reason | None = None
    rest: timedelta = timedelta()
    chat_gone: bool = False


UNCERTAIN = Verdict(state=State.UNCERTAIN, reason=Reason.UNKNOWN)


def judge(  # noqa: PLR0911 - one return for each kind of outcome
    error: OutsideError, kind: Class, *, copies: int, now: datetime, until: datetime
) -> Verdict:
    """Say what a failed sending leads to.

    `copies` counts the attempts that may have arrived, this one too; `until` is the moment after
    which the message is too late. Source: the outcome mapping of the failure catalogue.
    """
    match error:
        case ChatGone():
            return replace(failed(Reason.UNREACHABLE, copies=copies), chat_gone=True)
        case Refused():
            return failed(Reason.REFUSED, copies=copies)
        case SlowDown():
            return Verdict(state=State.PLANNED, reason=Reason.SLOWED, rest=error.window)
        case TryLater(perhaps_sent=True) if not may_repeat(
            kind, copies=copies, now=now, until=until
        ):
            return UNCERTAIN
        case _:
            return Verdict(state=State.PLANNED, reason=Reason.AWAY, rest=PAUSE_AFTER_FAILURE)


def put_aside(reason: Reason, *, copies: int) -> Verdict:
    """Say how a delivery ends that may not go out any more; one that may have arrived says so."""
    if copies:
        return UNCERTAIN
    state = State.EXPIRED if reason is Reason.LATE else State.SKIPPED
    return Verdict(state=state, reason=reason)


def may_repeat(kind: Class, *, copies: int, now: datetime, until: datetime) -> bool:
    """Whether another copy may go out after `copies` that may have arrived."""
    return copies < LIMITS[kind].copies and now < until


def failed(reason: Reason, *, copies: int) -> Verdict:
    """Say how a delivery ends that will never go out; one that may have arrived says so."""
    return UNCERTAIN if copies else Verdict(state=State.FAILED, reason=reason)
