"""Opens the database, and short transactions in it: the same way on SQLite and PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from datetime import timedelta
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, CursorResult, Executable, event, exc
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.errors import DatabaseAway
from bot.store import sqlite_connection
from bot.store.rows import by_key, held_by_key
from bot.store.vault import Vault

BUSY = 10_000  # milliseconds a writer waits for another before it gives up
IDLE = timedelta(seconds=10)
MILLISECOND = timedelta(milliseconds=1)
CONNECTIONS = 15
"""How many a process has to PostgreSQL at most; they stay: one costs more than a transaction."""

UNHEARD: Mapping[str, int] = {
    "tcp_keepalives_idle": 5,
    "tcp_keepalives_interval": 2,
    "tcp_keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""After 10 seconds in which nothing is heard from a machine, PostgreSQL lets go of what it held."""

REACHING: Mapping[str, int] = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""Likewise, whoever hears nothing from the server's machine does not wait for it any longer."""


Rows: TypeAlias = CursorResult[*tuple[Any, ...]]


class Session(AsyncSession):
    """One transaction, with the vault for sealed columns.

    `beforehand` is done at its end, just before it is committed, and `afterwards` once it is.
    """

    vault: Vault
    beforehand: list[Callable[[], Awaitable[None]]]
    afterwards: list[Callable[[], None]]
    _rows: AsyncConnection | None = None

    async def ask(self, statement: Executable, values: Any = None) -> Rows:
        """Run a statement for plain rows, past the objects that the session would make of them.

        For what every tap asks: it takes a third of the time. What was written through objects is
        written by then, as each function of this folder flushes what it changes.
        """
        if self._rows is None:
            self._rows = await self.connection()
        return await self._rows.execute(statement, values)

    async def row(self, rows: type[SQLModel], key: str, *, held: bool = False) -> Any | None:
        """Return the row of a table with a key, or None; if `held`, nobody else changes it now."""
        finding = held_by_key(rows) if held else by_key(rows)
        return (await self.ask(finding, {"key": key})).first()

    @property
    def is_local(self) -> bool:
        """Whether this is an SQLite file."""
        return self.get_bind().dialect.name == "sqlite"


class Database:
    """The database and its vault; `begin` for what may write, `look` for what only reads.

    Both raise DatabaseAway when it is gone, locked or full: what was done in them is undone. Who
    stands still in the middle of one, longer than `idle`, is put out of it where others wait.
    """

    def __init__(self, url: str, vault: Vault, *, idle: timedelta = IDLE) -> None:
        self.engine = _open(url, idle)
        self.vault = vault
        # SQLite lets one writer in at a time and has the others ask again and again: in line here,
        # each gets in as soon as the one before is out.
        self._line: AbstractAsyncContextManager[object] = (
            asyncio.Lock() if self.is_local else nullcontext()
        )

    @property
    def is_local(self) -> bool:
        """Whether it is an SQLite file: then one process alone uses it."""
        return self.engine.dialect.name == "sqlite"

    def connecting(self) -> dict[str, Any]:
        """Return how psycopg is told to reach the same PostgreSQL server."""
        _, where = self.engine.dialect.create_connect_args(self.engine.url)
        return {**where, **_reaching(IDLE)}

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Session]:
        """Open a transaction that may write; it is committed at the end, or undone by an error.

        Never open one inside another: the second would wait for the first.
        """
        async with self._session() as session:
            async with self._line, session.begin():
                yield session
                for first in session.beforehand:
                    await first()
            for then in session.afterwards:
                then()

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Session]:
        """Open a transaction that only reads, and holds up nobody."""
        async with self._session() as session:
            # It is undone as the session is closed: there is nothing to keep.
            await session.connection(execution_options={"relais_reads": True})
            yield session

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[Session]:
        with _cancelled_first(), in_our_terms():
            async with Session(self.engine, expire_on_commit=False) as session:
                session.vault = self.vault
                session.beforehand = []
                session.afterwards = []
                yield session


@contextmanager
def _cancelled_first() -> Iterator[None]:
    """Let whoever is cancelled end so, also where the database is away and nothing can be undone.

    Who insists until the database is back would else go on, and never end.
    """
    try:
        yield
    except DatabaseAway as error:
        task = asyncio.current_task()
        if task and task.cancelling():
            raise asyncio.CancelledError from error
        raise


@contextmanager
def in_our_terms() -> Iterator[None]:
    """Raise DatabaseAway for what the library raises when the database is gone, locked or full."""
    try:
        yield
    except (exc.OperationalError, exc.InterfaceError, exc.TimeoutError) as error:
        raise DatabaseAway from error
    except exc.DBAPIError as error:
        if error.connection_invalidated:
            raise DatabaseAway from error
        raise


def _open(url: str, idle: timedelta) -> AsyncEngine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        # The connection used last is used next: over it the server has its plans already.
        return create_async_engine(
            parsed,
            connect_args=_reaching(idle),
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_use_lifo=True,
        )
    errands = {"async_creator_fn": sqlite_connection.connect}
    engine = create_async_engine(parsed.set(drivername="sqlite+aiosqlite"), connect_args=errands)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _reaching(idle: timedelta) -> dict[str, str | int]:
    # Whoever is frozen in a transaction would hold its rows, and everybody else, for good.
    limits = {"idle_in_transaction_session_timeout": idle // MILLISECOND, **UNHEARD}
    options = " ".join(f"-c {name}={value}" for name, value in limits.items())
    return {"options": options, **REACHING}


def _prepare_sqlite(connection: Any, record: object) -> None:
    del record
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"busy_timeout={BUSY}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later is refused at once when another has written
    # meanwhile, whatever the busy timeout: so whoever may write says so from the start.
    options = cast("dict[str, Any]", connection.get_execution_options())
    connection.exec_driver_sql("BEGIN" if options.get("relais_reads") else "BEGIN IMMEDIATE")
