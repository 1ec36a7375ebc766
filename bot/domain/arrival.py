"""What a coach is told of how a message of their own ended: no more than the person shows.

That it came or not is for the coach to know; why not only where they may see what came of it. What
somebody wishes for themselves, such as quiet hours, is named to nobody.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.delivery import Reason, State
from bot.domain.plan import Plan, PlanKind
from bot.domain.proposal import Kind, kind_of
from bot.domain.sharing import Stream
from bot.domain.wakeup import Slot

LOOKED_BACK = timedelta(days=7)
MOST = 5
"""How many messages are told of at once."""

SLOTS = frozenset[str]({Slot.NUDGE, PlanKind.CHECKIN, PlanKind.REMINDER})
"""The first message of what a coach proposes, each on its day."""

SENT, NOT_SENT, PERHAPS, COMING, UNSUITED = "sent", "not", "perhaps", "coming", "unsuited"

_WISHED = frozenset({Reason.QUIET, Reason.CLOSED, Reason.BUDGET, Reason.WOKEN})


@dataclass(frozen=True, kw_only=True)
class Fate:
    """How one message of a plan ended, or where it stands."""

    plan_id: str
    due: datetime
    state: State
    reason: Reason | None = None


def stream_of(plan: Plan) -> Stream:
    """Return what somebody has to show so that it may be told why a message did not come.

    Nothing comes of words but that they are read: of those it is what is always shown.
    """
    if plan.kind is PlanKind.WAKEUP:
        return Stream.WAKEUPS
    match kind_of(plan):
        case Kind.CHECKIN:
            return Stream.CHECKINS
        case Kind.APPOINTMENT:
            return Stream.WAKEUPS
        case _:
            return Stream.REACHED


def told(state: State, reason: Reason | None, *, is_shown: bool) -> str:
    """Return the name of the one sentence that a coach reads about a message."""
    match state:
        case State.SENT:
            return SENT
        case State.UNCERTAIN:
            return PERHAPS
        case State.PLANNED | State.SENDING:
            return COMING
        case _:
            return _why_not(reason, is_shown=is_shown)


def _why_not(reason: Reason | None, *, is_shown: bool) -> str:
    if reason is Reason.MERGED:
        return SENT
    if reason is None or reason is Reason.UNKNOWN or not is_shown:
        return NOT_SENT
    return UNSUITED if reason in _WISHED else reason.value
