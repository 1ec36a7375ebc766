"""The checker finds nothing in a good run, and each rule finds what it is for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.delivery import Class, State
from bot.domain.update import UpdateState
from tests.acceptance import checking
from tests.acceptance.checking import Arrival, Records, Sending, complaints

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)

REPLY = Sending(
    id="1",
    look="reply",
    kind=Class.REPLY,
    state=State.SENT,
    due=NOON - HOUR,
    until=NOON,
    copies=1,
)
HELD = replace(REPLY, id="2", look="held", state=State.PLANNED, due=NOON + HOUR, copies=0)
LOST = replace(
    REPLY, id="3", look="lost", kind=Class.DIGEST, state=State.UNCERTAIN, has_reason=True
)
ARRIVAL = Arrival(look="reply", at=NOON - HOUR)
GOOD = Records(
    now=NOON,
    given=(1, 2),
    updates=((1, UpdateState.HANDLED), (2, UpdateState.HANDLED)),
    sendings=(REPLY, HELD, LOST),
    arrivals=(ARRIVAL,),
    effects={"person": 1},
    mornings=("Tuesday",),
    nudged=("Tuesday",),
)


def sent_as(**changes: Any) -> Callable[[Records], Records]:
    """Return what doctors the delivery that was sent."""
    return lambda run: replace(run, sendings=(replace(REPLY, **changes), HELD, LOST))


def with_(**changes: Any) -> Callable[[Records], Records]:
    """Return what doctors the records."""
    return lambda run: replace(run, **changes)


BAD = [
    (checking.every_update_is_handled_once, with_(updates=GOOD.updates[:1])),
    (checking.every_update_is_handled_once, with_(updates=(*GOOD.updates, GOOD.updates[0]))),
    (
        checking.every_update_is_handled_once,
        with_(updates=((1, UpdateState.DEAD), GOOD.updates[1])),
    ),
    (checking.every_update_is_handled_once, with_(given=(1,))),
    (checking.every_act_is_answered, with_(swallowed=("a tap",))),
    (checking.everything_ends_in_the_open, sent_as(state=State.SENDING)),
    (checking.everything_ends_in_the_open, sent_as(state=State.PLANNED)),
    (checking.everything_ends_in_the_open, sent_as(state=State.UNCERTAIN)),
    (checking.what_is_called_sent_arrived, with_(arrivals=())),
    (checking.what_is_called_sent_arrived, with_(sendings=(REPLY, replace(REPLY, id="4")))),
    (
        checking.what_is_called_unsent_never_arrived,
        sent_as(state=State.EXPIRED, has_reason=True),
    ),
    (checking.nothing_arrives_above_its_limit, with_(arrivals=(ARRIVAL,) * 3)),
    (checking.nothing_arrives_above_its_limit, with_(arrivals=(ARRIVAL,) * 2)),
    (checking.nothing_arrives_above_its_limit, sent_as(copies=3)),
    (checking.nothing_arrives_above_its_limit, sent_as(kind=Class.DIGEST, copies=2)),
    (checking.nothing_arrives_out_of_its_time, with_(arrivals=(replace(ARRIVAL, at=NOON + HOUR),))),
    (
        checking.nothing_arrives_out_of_its_time,
        with_(arrivals=(replace(ARRIVAL, at=NOON - 2 * HOUR),)),
    ),
    (
        checking.nothing_arrives_from_elsewhere,
        with_(arrivals=(ARRIVAL, replace(ARRIVAL, look="?"))),
    ),
    (checking.effects_happen_once, with_(effects={"person": 2})),
    (checking.every_morning_is_in_the_list, with_(nudged=())),
    (checking.the_database_is_whole, with_(integrity="row 3 missing from index")),
]


def test_a_good_run_gives_no_cause_for_complaint() -> None:
    assert complaints(GOOD) == []


@pytest.mark.parametrize(("rule", "doctored"), BAD)
def test_what_is_wrong_is_found_by_its_rule(
    rule: checking.Rule, doctored: Callable[[Records], Records]
) -> None:
    found = list(rule(doctored(GOOD)))

    assert found
    assert set(found) <= set(complaints(doctored(GOOD)))


def test_no_rule_goes_untried() -> None:
    assert {rule for rule, _ in BAD} == set(checking.RULES)


def test_an_edit_that_changes_nothing_counts_as_sent() -> None:
    edits = tuple(replace(REPLY, id=number, is_edit=True) for number in "45")

    assert complaints(replace(GOOD, sendings=(*edits, HELD, LOST))) == []
