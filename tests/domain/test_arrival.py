"""Why a message did not arrive: as much of it as the person shows."""

from datetime import date, time

import pytest

from bot.domain.arrival import COMING, NOT_SENT, PERHAPS, SENT, UNSUITED, stream_of, told
from bot.domain.delivery import Reason, State
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import Reminder, details
from bot.domain.schedule import WORKING_DAYS, Rule
from bot.domain.sharing import Stream

DAY = date(2026, 11, 23)
WISHES = [Reason.QUIET, Reason.CLOSED, Reason.BUDGET, Reason.WOKEN]


def plan_of(kind: PlanKind, *, meets: str | None = None) -> Plan:
    one = Reminder(what="x", day=DAY, wall=time(9), meets=meets)
    return Plan(
        id="p",
        person_id="a",
        kind=kind,
        state=PlanState.ACTIVE,
        rule=Rule(days=WORKING_DAYS, wall=time(9), starts=DAY),
        details=details(one) if kind is PlanKind.REMINDER else {},
        proposed_by="coach",
    )


@pytest.mark.parametrize("is_shown", [True, False])
@pytest.mark.parametrize(
    ("state", "reason", "expected"),
    [
        (State.SENT, None, SENT),
        (State.SENT, Reason.SLOWED, SENT),
        (State.SKIPPED, Reason.MERGED, SENT),
        (State.UNCERTAIN, Reason.UNKNOWN, PERHAPS),
        (State.PLANNED, Reason.AWAY, COMING),
        (State.SENDING, None, COMING),
        (State.FAILED, None, NOT_SENT),
        (State.FAILED, Reason.UNKNOWN, NOT_SENT),
    ],
)
def test_whether_it_was_delivered_is_always_told(
    *, state: State, reason: Reason | None, expected: str, is_shown: bool
) -> None:
    assert told(state, reason, is_shown=is_shown) == expected


@pytest.mark.parametrize("state", [State.FAILED, State.EXPIRED, State.SKIPPED])
@pytest.mark.parametrize("reason", sorted({*Reason} - {Reason.MERGED, Reason.UNKNOWN}))
def test_why_not_is_told_only_where_it_is_shown(*, state: State, reason: Reason) -> None:
    expected = UNSUITED if reason in WISHES else reason.value

    assert told(state, reason, is_shown=True) == expected
    assert told(state, reason, is_shown=False) == NOT_SENT


@pytest.mark.parametrize(
    ("plan", "stream"),
    [
        (plan_of(PlanKind.WAKEUP), Stream.WAKEUPS),
        (plan_of(PlanKind.CHECKIN), Stream.CHECKINS),
        (plan_of(PlanKind.REMINDER, meets="coach"), Stream.WAKEUPS),
        (plan_of(PlanKind.REMINDER), Stream.REACHED),
    ],
)
def test_each_kind_belongs_to_what_somebody_shows(*, plan: Plan, stream: Stream) -> None:
    assert stream_of(plan) is stream
