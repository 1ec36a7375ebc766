"""The real words, read once by each process of the campaign: that takes seconds."""

from functools import cache

from bot.library.shelf import Content, read_content
from bot.settings import CONTENT


@cache
def real_content() -> Content:
    """Return what stands in the content folder; nothing of it is ever changed."""
    content, faults = read_content(CONTENT)
    assert not faults
    return content
