"""The real words, read once by each process for the tests that only want to hear them."""

from functools import cache

from bot.library import Library, open_library
from bot.settings import CONTENT


@cache
def real_library() -> Library:
    """Return the library of the real content, with nothing held back."""
    return open_library(CONTENT)
