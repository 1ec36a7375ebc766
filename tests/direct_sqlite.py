"""SQLite without a thread of its own for each connection: a conversation takes half as long.

A statement that is handed to a thread and back waits longer for the threads to change than for its
rows. What is different then shows in the tests of the store, and in whole plays: they keep threads.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from bot.store import sqlite_connection

Result = TypeVar("Result")


def do_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every statement on an SQLite file be done where it is asked for."""
    monkeypatch.setattr(sqlite_connection.Connection, "_execute", _at_once)


async def _at_once(
    connection: sqlite_connection.Connection, do: Callable[..., Result], *args: Any, **named: Any
) -> Result:
    del connection
    return do(*args, **named)
