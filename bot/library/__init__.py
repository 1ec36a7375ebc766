"""Reads `content/`: the words, the help cards, and the check that refuses what is malformed."""

from bot.library.shelf import Library, open_library

__all__ = ["Library", "open_library"]
