"""A word from staff: whom the last one missed, and when an answer to it is read."""

from datetime import date

import pytest

from bot.domain.delivery import State
from bot.domain.word import Absence, Reading, Receipt, is_missed, receipt_of
from tests.domain.test_contact import DESK, utc

NOW = Reading.NOW
LATER = Reading.LATER
AFTER = Reading.AFTER_ABSENCE
WEEK = Absence(first=date(2026, 11, 24), last=date(2026, 11, 27))
UNTIL_EVE = Absence(first=date(2026, 12, 21), last=date(2026, 12, 24))


@pytest.mark.parametrize(
    ("written", "absence", "reading", "due"),
    [
        ("2026-11-23T08:00", None, NOW, "2026-11-23T08:00"),
        ("2026-11-23T15:59", WEEK, NOW, "2026-11-23T15:59"),
        ("2026-11-23T16:00", None, LATER, "2026-11-24T08:00"),
        ("2026-11-23T05:00", WEEK, LATER, "2026-11-23T08:00"),
        ("2026-12-24T17:00", None, LATER, "2026-12-28T08:00"),
        ("2026-11-23T16:00", WEEK, AFTER, "2026-11-30T08:00"),
        ("2026-11-25T10:00", WEEK, AFTER, "2026-11-30T08:00"),
        ("2026-11-27T15:59", WEEK, AFTER, "2026-11-30T08:00"),
        ("2026-11-27T16:00", WEEK, LATER, "2026-11-30T08:00"),
        ("2026-12-22T10:00", UNTIL_EVE, AFTER, "2026-12-28T08:00"),
        ("2026-12-24T17:00", UNTIL_EVE, LATER, "2026-12-28T08:00"),
    ],
)
def test_an_answer_is_read_within_the_hours_and_not_during_an_absence(
    written: str, absence: Absence | None, reading: Reading, due: str
) -> None:
    receipt = receipt_of(DESK, utc(written), is_reached=True, absence=absence)

    assert receipt == Receipt(reading=reading, due=utc(due))


def test_who_gets_no_messages_reads_no_answer() -> None:
    receipt = receipt_of(DESK, utc("2026-11-23T08:00"), is_reached=False, absence=WEEK)

    assert receipt == Receipt(reading=Reading.NOT)


@pytest.mark.parametrize("last", [*State, None])
def test_a_message_is_missed_that_certainly_did_not_arrive(last: State | None) -> None:
    assert is_missed(last) is (last in {State.FAILED, State.EXPIRED})
