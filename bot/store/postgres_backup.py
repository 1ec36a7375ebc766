"""The backup of a PostgreSQL database with PostgreSQL's own programs, and the way back."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, NullPool, create_engine, exc

from bot.domain.errors import (
    DatabaseInUse,
    DatabaseNotEmpty,
    NotABackup,
    ToolTrouble,
)
from bot.store.db import in_our_terms

OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)
LOOK_AGAIN = "SELECT pg_sleep(0.1), pg_stat_clear_snapshot()"
LOOKS = 10
FILLED = (
    "SELECT count(*) FROM pg_namespace n LEFT JOIN pg_class c ON c.relnamespace = n.oid"
    " WHERE (n.nspname = 'public' AND c.oid IS NOT NULL) OR n.nspname = 'before_restore'"
)
INTERRUPTED = "SELECT count(*) FROM pg_namespace WHERE nspname = 'before_restore'"
"""Where an earlier way back was cut off, what was there before it stands aside."""

MAKE_ROOM = ("ALTER SCHEMA public RENAME TO before_restore", "CREATE SCHEMA public")
MAKE_ROOM_AGAIN = ("DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
GO_BACK = ("DROP SCHEMA public CASCADE", "ALTER SCHEMA before_restore RENAME TO public")
DROP_OLD = ("DROP SCHEMA before_restore CASCADE",)

PLAIN = ("--no-owner", "--no-privileges")
AT_ONCE = ("--single-transaction", "--exit-on-error")
WITHOUT_JOBS = "--exclude-table-data=procrastinate_*"
"""What was to be done then is found anew in what is due; who was at work then is not any more."""


def back_up(url: URL, to: Path, *, tools: str | None) -> None:
    """Write the database as it is at one moment into a file, and check that it can be read."""
    what = (*PLAIN, WITHOUT_JOBS, "--format=custom", f"--file={to}", *_where(url))
    _run("pg_dump", *what, url=url, tools=tools)
    _run("pg_restore", "--list", str(to), url=url, tools=tools)


@contextmanager
def brought_back(url: URL, source: Path, *, over: bool, tools: str | None) -> Iterator[None]:
    """Fill the database from a backup; an error in the block brings back what was there."""
    _check(source, url, tools=tools)
    with in_our_terms():
        _make_room(url, over=over)
        try:
            _run("pg_restore", *PLAIN, *AT_ONCE, *_where(url), str(source), url=url, tools=tools)
            yield
        except BaseException:
            _execute(url, *GO_BACK)
            raise
        _execute(url, *DROP_OLD)


def _check(source: Path, url: URL, *, tools: str | None) -> None:
    try:
        _run("pg_restore", "--list", str(source), url=url, tools=tools)
    except ToolTrouble as error:
        raise NotABackup(source.name) from error


def _make_room(url: URL, *, over: bool) -> None:
    with _connected(url) as connection:
        if _is_in_use(connection):
            raise DatabaseInUse
        if _count(connection, FILLED) and not over:
            raise DatabaseNotEmpty
        again = _count(connection, INTERRUPTED)
    _execute(url, *(MAKE_ROOM_AGAIN if again else MAKE_ROOM))


def _is_in_use(connection: Connection) -> bool:
    """Whether anybody else is connected; whoever has just left is given a second to be gone."""
    for _ in range(LOOKS):
        if not _count(connection, OTHERS):
            return False
        connection.exec_driver_sql(LOOK_AGAIN)
    return True


def _count(connection: Connection, question: str) -> int:
    return int(connection.exec_driver_sql(question).scalar_one())


def _execute(url: URL, *statements: str) -> None:
    with _connected(url) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


@contextmanager
def _connected(url: URL) -> Iterator[Connection]:
    try:
        with create_engine(url, poolclass=NullPool).begin() as connection:
            yield connection
    except exc.ProgrammingError as error:
        raise ToolTrouble("PostgreSQL", _first_line(str(error.orig))) from error


def _run(tool: str, *arguments: str, url: URL, tools: str | None) -> None:
    program = shutil.which(tool, path=tools)
    if program is None:
        raise ToolTrouble(tool)
    # What stands on a command line can be read by everybody on the machine.
    secret = {"PGPASSWORD": url.password} if url.password else {}
    done = subprocess.run(  # noqa: S603 - the programs of PostgreSQL, and no words of others
        [program, *arguments],
        env={**os.environ, **secret},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ToolTrouble(tool, _first_line(done.stderr))


def _where(url: URL) -> tuple[str, ...]:
    open_part = url.set(drivername="postgresql", password=None)
    return (f"--dbname={open_part.render_as_string(hide_password=False)}",)


def _first_line(text: str) -> str:
    return next(iter(text.strip().splitlines()), "")
