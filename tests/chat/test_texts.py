"""Texts are cut where it hurts least, counted as Telegram counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.texts import fit, units


@pytest.mark.parametrize(
    ("text", "longest", "becomes"),
    [
        ("court", 5, "court"),
        ("trop long", 5, "trop…"),
        ("un paragraphe\n\nun autre qui dépasse", 25, "un paragraphe…"),
        ("une ligne longue\nune autre", 20, "une ligne longue…"),
        ("des mots qui se suivent", 20, "des mots qui se…"),
        ("aaaaaaaaaa", 5, "aaaa…"),
        ("😀😀😀", 6, "😀😀😀"),
        ("😀😀😀", 5, "😀😀…"),
        ("moitié \ud83d de paire", 50, "moitié \ufffd de paire"),
    ],
)
def test_a_text_is_cut_at_the_best_place(text: str, longest: int, becomes: str) -> None:
    assert fit(text, longest) == becomes


@given(st.text(st.characters(), max_size=60), st.integers(min_value=1, max_value=60))
def test_whatever_is_given_fits(text: str, longest: int) -> None:
    assert units(fit(text, longest)) <= longest
