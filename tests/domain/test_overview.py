"""A number is shown only where enough people stand behind it."""

import pytest

from bot.domain.overview import FEWEST, Count


@pytest.mark.parametrize(
    ("people", "shown"), [(0, None), (1, None), (FEWEST - 1, None), (FEWEST, 7), (60, 7)]
)
def test_few_people_are_not_counted_aloud(people: int, shown: int | None) -> None:
    assert Count(number=7, people=people).shown == shown
