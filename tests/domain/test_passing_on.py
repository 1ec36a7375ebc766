"""Words that are typed for somebody else."""

import pytest

from bot.domain.passing_on import read_words, shortened


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


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Bravo !", "Bravo !"),
        ("un\ndeux", "un deux"),
        ("un\N{NO-BREAK SPACE}:\n  deux", "un\N{NO-BREAK SPACE}: deux"),
        ("x" * 10, "x" * 10),
        ("x" * 11, "x" * 9 + "…"),
        ("x" * 8 + " yyy", "x" * 8 + "…"),
    ],
)
def test_where_there_is_little_room_words_are_cut_with_a_sign(words: str, shown: str) -> None:
    assert shortened(words, 10) == shown
