"""A connection to an SQLite file on which a statement and its rows are one errand, not four.

Each errand goes to the thread of the connection and back, which costs more than most statements.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, Self, TypeAlias

import aiosqlite

Errand: TypeAlias = Callable[[Callable[[sqlite3.Connection], None]], Awaitable[None]]

READ_AHEAD = 64  # rows; nobody reads row by row


class Connection(aiosqlite.Connection):
    """A connection whose cursors bring all rows with them."""

    def __init__(self, open_: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(open_, READ_AHEAD)
        self._thread.daemon = True

    def cursor(self) -> "Cursor":  # type: ignore[override] # the library awaits no more than this
        """Return a cursor, for which nobody has gone anywhere yet."""
        return Cursor(self.errand)

    async def errand(self, do: Callable[[sqlite3.Connection], None]) -> None:
        """Do something on the thread of this connection."""
        await self._execute(do, self._conn)  # type: ignore[no-untyped-call] # it has no types


class Cursor:
    """What the database library asks of a cursor: it fetches all rows, and closes at once."""

    arraysize = 1

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Any = ()) -> None:
        """Run a statement."""
        await self._errand(lambda opened: self._keep(opened.execute(statement, values)))

    async def executemany(self, statement: str, values: Any) -> None:
        """Run a statement once for each of several values."""
        await self._errand(lambda opened: self._keep(opened.executemany(statement, values)))

    async def fetchall(self) -> Sequence[Any]:
        """Return the rows."""
        return self._rows

    async def close(self) -> None:
        """Do nothing: it is closed."""

    def _keep(self, done: sqlite3.Cursor) -> None:
        self._rows = done.fetchall()
        self.description, self.rowcount = done.description, done.rowcount
        self.lastrowid = done.lastrowid
        done.close()


def connect(*where: Any, **how: Any) -> Connection:
    """Return a connection to be awaited; it is opened as `sqlite3.connect` would open it."""
    return Connection(partial(sqlite3.connect, *where, **how))
