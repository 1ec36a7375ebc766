"""A connection to an SQLite file that leaves the loop only where it may have to wait.

The way to the thread of a connection and back takes longer than most statements, and a tap asks for
dozens. So a statement is done where it is asked for, with all its rows; only what waits for another
writer or for the disk goes to the thread: a transaction that may write as it begins while another
process writes, and as it is kept, and whatever is rare.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Self, TypeAlias

import aiosqlite

Errand: TypeAlias = Callable[[sqlite3.Connection], None]

READ_AHEAD = 64  # rows; nobody reads row by row
AT_ONCE = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"})
"""How statements begin that wait for nobody: the lock is held already, or none is needed."""

READS = "BEGIN"
"""What opens a transaction that holds nothing yet."""

WRITES = "BEGIN IMMEDIATE"
"""What opens one that may write: it waits for whoever writes at this moment, and for no disk."""


_KIND = 0xFF  # the rest of a code says more of the same


class Connection(aiosqlite.Connection):
    """A connection whose cursors bring all rows with them."""

    def __init__(self, open_: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(open_, READ_AHEAD)
        self._thread.daemon = True
        self._kept = 0

    def cursor(self) -> "Cursor":  # type: ignore[override] # the library awaits no more than this
        """Return a cursor, for which nobody has gone anywhere yet."""
        return Cursor(self)

    async def run(self, statement: str, do: Errand) -> None:
        """Do what runs a statement: here, or on the thread of this connection where it may wait."""
        if statement == READS or statement.partition(" ")[0] in AT_ONCE:
            do(self._conn)
        elif statement != WRITES or not self._did_at_once(do):
            await self._execute(do, self._conn)  # type: ignore[no-untyped-call] # it has no types

    def _did_at_once(self, do: Errand) -> bool:
        """Do what need not wait, and return True, unless another writes at this moment."""
        [(patience,)] = self._conn.execute("PRAGMA busy_timeout")
        self._conn.execute("PRAGMA busy_timeout = 0")
        try:
            do(self._conn)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _KIND != sqlite3.SQLITE_BUSY:
                raise
            return False
        finally:
            self._conn.execute(f"PRAGMA busy_timeout = {patience}")
        return True

    async def commit(self) -> None:
        """Keep what was written; where nothing was there is no disk to wait for, as if undone."""
        changes = self._conn.total_changes
        if changes == self._kept:
            self._conn.commit()
            await asyncio.sleep(0)
        else:
            await super().commit()
            self._kept = changes

    async def rollback(self) -> None:
        """Undo what was not kept, it is in no file yet; who only read lets others in with it."""
        self._conn.rollback()
        await asyncio.sleep(0)


class Cursor:
    """What the database library asks of a cursor: it fetches all rows, and closes at once."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Any = ()) -> None:
        """Run a statement."""
        await self._connection.run(
            statement, lambda opened: self._keep(opened.execute(statement, values))
        )

    async def executemany(self, statement: str, values: Any) -> None:
        """Run a statement once for each of several values."""
        await self._connection.run(
            statement, lambda opened: self._keep(opened.executemany(statement, values))
        )

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
    """Return a connection to be awaited; it is opened as `sqlite3.connect` would open it.

    Two threads use it, never at once: whoever asks awaits the answer.
    """
    return Connection(partial(sqlite3.connect, *where, **{**how, "check_same_thread": False}))
