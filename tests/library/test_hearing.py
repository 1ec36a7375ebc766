import pytest

from bot.library import Library


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("Aide", "help"),
        ("AIDE !!", "help"),
        ("à l'aide", "help"),
        ("A l’aide", "help"),
        ("au  secours", "help"),
        ("SOS", "help"),
        ("🆘 Help", "help"),
        ("Menu", "menu"),
        ("ménu", "menu"),
        ("menu.", "menu"),
        ("J’aide mon voisin", None),
        ("à la carte", None),
        ("", None),
        ("?!", None),
    ],
)
def test_the_whole_text_says_what_is_asked_for(
    library: Library, typed: str, meaning: str | None
) -> None:
    assert library.match(typed) == meaning
