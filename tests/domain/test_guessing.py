"""Ten codes that do not exist in an hour: none opens for a day."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.guessing import MOST, is_shut

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def tries(count: int, *, every: timedelta, last: datetime = NOW) -> list[datetime]:
    return [last - number * every for number in range(count)]


@pytest.mark.parametrize(
    ("known", "now", "shut"),
    [
        ([], NOW, False),
        (tries(MOST - 1, every=MINUTE), NOW, False),
        (tries(MOST, every=MINUTE), NOW, True),
        (tries(MOST, every=timedelta()), NOW, True),
        (tries(MOST, every=HOUR / 9), NOW, True),
        (tries(MOST, every=HOUR / 9 + MINUTE), NOW, False),
        (tries(MOST, every=MINUTE), NOW + DAY - MINUTE, True),
        (tries(MOST, every=MINUTE), NOW + DAY, False),
        ([NOW + DAY, *tries(MOST - 1, every=MINUTE)], NOW + DAY, False),
        (tries(MOST, every=MINUTE) + tries(MOST, every=MINUTE, last=NOW - DAY), NOW, True),
    ],
)
def test_whether_no_code_opens(known: list[datetime], now: datetime, shut: bool) -> None:  # noqa: FBT001
    assert is_shut(known, now) is shut


def test_the_order_does_not_matter() -> None:
    assert is_shut(tries(MOST, every=MINUTE)[::-1], NOW)
