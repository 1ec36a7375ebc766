"""What counts as a number of Telegram's."""

from typing import Any

import pytest

from bot.domain.update import number_in


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0, 0),
        (7, 7),
        (2**63 - 1, 2**63 - 1),
        (2**63, None),
        (-1, None),
        (True, None),
        (7.0, None),
        ("7", None),
        (None, None),
    ],
)
def test_a_number_is_whole_and_fits_the_database(value: Any, number: int | None) -> None:
    assert number_in(value) == number
