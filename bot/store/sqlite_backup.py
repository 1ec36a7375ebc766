"""The backup of an SQLite file, and the way back."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.domain.errors import DatabaseAway, DatabaseInUse, DatabaseNotEmpty, NotABackup, ToolTrouble
from bot.store.db import BUSY
from bot.store.new_files import replacing

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite may have left beside a file; it belongs to that file and to no other."""


def back_up(file: Path, to: Path) -> None:
    """Write the file as it is at one moment into an empty one, and check that."""
    try:
        with closing(_connect(file, "mode=rw", patience=BUSY / 1000)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
            _write(connection, to)
    except sqlite3.Error as error:
        raise DatabaseAway from error
    if not _is_whole(to):
        raise ToolTrouble("SQLite", "integrity_check")


@contextmanager
def brought_back(file: Path, source: Path, *, over: bool) -> Iterator[Path]:
    """Give a copy of the backup; at the end of the block it takes the file's place."""
    with _held(file, over=over), replacing(file) as copy:
        shutil.copyfile(source, copy)
        if not _is_whole(copy):
            raise NotABackup(source.name)
        try:
            yield copy
            _settle(copy)
        finally:
            _clear(copy)
        _clear(file)


def _write(connection: sqlite3.Connection, to: Path) -> None:
    try:
        connection.execute("VACUUM INTO ?", (str(to),))
    except sqlite3.Error as error:
        raise ToolTrouble("SQLite", str(error)) from error


def _is_whole(file: Path) -> bool:
    """Whether it is a sound SQLite file with our tables."""
    try:
        with closing(_connect(file, "immutable=1")) as connection:
            [[found]] = connection.execute("PRAGMA integrity_check(1)").fetchall()
            connection.execute("SELECT version_num FROM alembic_version")
    except sqlite3.Error:
        return False
    return bool(found == "ok")


@contextmanager
def _held(file: Path, *, over: bool) -> Iterator[None]:
    """Keep everybody else out of a file, if it is there, until the end of the block."""
    if not file.exists():
        yield
        return
    with closing(_connect(file, "mode=rw")) as connection:
        if _holds_tables(connection) and not over:
            raise DatabaseNotEmpty
        yield


def _holds_tables(connection: sqlite3.Connection) -> bool:
    """Take the file for ourselves; a damaged one may hold anything."""
    try:
        # Leaving WAL succeeds only where nobody else has the file open.
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        [count] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise DatabaseInUse from error
        return True
    return bool(count)


def _settle(file: Path) -> None:
    """Have all that was written stand in the one file."""
    with closing(_connect(file, "mode=rw")) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _clear(file: Path) -> None:
    for suffix in BESIDE:
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def _connect(file: Path, how: str, *, patience: float = 0) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=patience)
