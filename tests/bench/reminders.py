"""Reminders as another bot would keep them: in a plain table of its own."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from tests.bench.cast import FIRST_ID, WALLS


@dataclass(frozen=True, kw_only=True)
class Daily:
    """A reminder of every day, at a wall time."""

    chat: int
    wall: time


def daily(participants: int) -> list[Daily]:
    """Return what participants with three plans each are reminded of."""
    people = range(FIRST_ID, FIRST_ID + participants)
    return [Daily(chat=chat, wall=wall) for chat in people for wall in WALLS]


def write_table(file: Path, several: Iterable[Daily]) -> None:
    """Write reminders as a bot's own table."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE reminder (chat INTEGER, wall TEXT)")
        rows = ((one.chat, one.wall.isoformat()) for one in several)
        connection.executemany("INSERT INTO reminder VALUES (?, ?)", rows)


def read_table(file: Path) -> list[Daily]:
    """Read what `write_table` wrote."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT chat, wall FROM reminder").fetchall()
    return [Daily(chat=chat, wall=time.fromisoformat(wall)) for chat, wall in rows]
