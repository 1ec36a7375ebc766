"""Words that are typed for somebody else."""

import pytest

from bot.domain.passing_on import read_words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Bravo !", "Bravo !"),
        ("  Prenez\tvotre  temps \r\n\n\n à mardi", "Prenez votre temps\nà mardi"),
        ("Bravo \u202e!\x00", "Bravo !"),
        ("👍🏾", "👍🏾"),
        ("", ""),
        ("\u200b\n\u200d \u2066", ""),
    ],
)
def test_what_is_passed_on_is_what_can_be_read(typed: str, read: str) -> None:
    assert read_words(typed) == read
