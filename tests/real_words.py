"""The real words, read once by each process: that takes seconds, and nothing of them is changed."""

from functools import cache

from bot.library import Library
from bot.library.faults import ContentFault
from bot.library.shelf import Content, read_content
from bot.settings import CONTENT


@cache
def real_content() -> Content:
    """Return what stands in the content folder; raises ContentFault."""
    content, faults = read_content(CONTENT)
    if faults:
        raise ContentFault(faults)
    return content


@cache
def real_library() -> Library:
    """Return the words as the program says them, with nothing held back."""
    return Library(real_content())
