"""What a failed sending leads to, and how a delivery ends that may not go out any more."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.delivery import (
    LIMITS,
    PAUSE_AFTER_FAILURE,
    UNCERTAIN,
    Class,
    Reason,
    State,
    Verdict,
    judge,
    may_repeat,
    put_aside,
)
from bot.domain.errors import (
    ChatGone,
    ChatMoved,
    OutsideError,
    Refused,
    SlowDown,
    Stopped,
    TryLater,
)

NOW = datetime(2026, 11, 23, 6, 15, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WINDOW = timedelta(hours=7, minutes=54)

PERHAPS = TryLater(perhaps_sent=True)
NOT_SENT = TryLater(perhaps_sent=False)

ONCE_MORE = Verdict(state=State.PLANNED, reason=Reason.AWAY, rest=PAUSE_AFTER_FAILURE)
WAITS = Verdict(state=State.PLANNED, reason=Reason.SLOWED, rest=WINDOW)
GONE = Verdict(state=State.FAILED, reason=Reason.UNREACHABLE, chat_gone=True)
GONE_UNCERTAIN = Verdict(state=State.UNCERTAIN, reason=Reason.UNKNOWN, chat_gone=True)
REFUSED = Verdict(state=State.FAILED, reason=Reason.REFUSED)


@pytest.mark.parametrize(
    ("error", "copies", "expected"),
    [
        (ChatGone(), 0, GONE),
        (ChatGone(), 1, GONE_UNCERTAIN),
        (ChatMoved(-100), 0, GONE),
        (Refused(), 0, REFUSED),
        (Refused(), 1, UNCERTAIN),
        (SlowDown(WINDOW), 0, WAITS),
        (SlowDown(WINDOW), 1, WAITS),
        (NOT_SENT, 0, ONCE_MORE),
        (NOT_SENT, 1, ONCE_MORE),
        (PERHAPS, 1, ONCE_MORE),
        (PERHAPS, 2, UNCERTAIN),
        (Stopped(), 0, ONCE_MORE),
    ],
)
def test_each_outcome_has_one_consequence(
    error: OutsideError, copies: int, expected: Verdict
) -> None:
    verdict = judge(error, Class.WAKEUP, copies=copies, now=NOW, until=NOW + SECOND)

    assert verdict == expected


@pytest.mark.parametrize("kind", Class)
def test_what_may_have_arrived_is_not_sent_again_after_its_time(kind: Class) -> None:
    verdict = judge(PERHAPS, kind, copies=1, now=NOW, until=NOW)

    assert verdict == UNCERTAIN


@pytest.mark.parametrize(
    ("kind", "late", "copies"),
    [
        (Class.REPLY, timedelta(minutes=5), 2),
        (Class.WAKEUP, timedelta(minutes=20), 2),
        (Class.COPING, timedelta(minutes=60), 2),
        (Class.HOMEWORK, timedelta(hours=3), 1),
        (Class.CHECKIN, timedelta(hours=3), 1),
        (Class.CONTACT, timedelta(hours=24), 2),
        (Class.DIGEST, timedelta(hours=24), 1),
    ],
)
def test_each_class_goes_out_so_late_and_so_often_at_most(
    kind: Class, late: timedelta, copies: int
) -> None:
    sent = [one for one in range(5) if may_repeat(kind, copies=one, now=NOW, until=NOW + SECOND)]

    assert sent == list(range(copies))
    assert LIMITS[kind].lateness == late
    assert not may_repeat(kind, copies=0, now=NOW, until=NOW)


def test_replies_go_first_and_digests_last() -> None:
    in_turn = sorted(Class, key=lambda kind: LIMITS[kind].turn)

    assert in_turn[:3] == [Class.REPLY, Class.WAKEUP, Class.COPING]
    assert in_turn[-1] is Class.DIGEST


@pytest.mark.parametrize("reason", Reason)
def test_what_is_put_aside_says_why_unless_it_may_have_arrived(reason: Reason) -> None:
    state = State.EXPIRED if reason is Reason.LATE else State.SKIPPED

    assert put_aside(reason, copies=0) == Verdict(state=state, reason=reason)
    assert put_aside(reason, copies=1) == UNCERTAIN


def test_an_error_tells_what_its_consequence_needs() -> None:
    assert ChatMoved(-100).new_id == -100
    assert SlowDown(WINDOW).window == WINDOW
    assert [PERHAPS.perhaps_sent, NOT_SENT.perhaps_sent] == [True, False]
