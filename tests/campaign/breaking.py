"""A database of which one call fails: full, locked, gone, or gone right after it took effect."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

import psycopg
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.campaign.starving import eat
from tests.campaign.trial import POSTGRES, SQLITE


class Kind(StrEnum):
    """What is wrong with the database for one call."""

    FULL = "full"
    LOCKED = "locked"
    GONE = "gone"
    GONE_AFTER = "gone after it was done"
    WRITE = "full at a write"


def _sqlite(words: str) -> Callable[[], Exception]:
    return lambda: sqlite3.OperationalError(words)


ERRORS: Mapping[str, Mapping[Kind, Callable[[], Exception]]] = {
    SQLITE: {
        Kind.FULL: _sqlite("database or disk is full"),
        Kind.LOCKED: _sqlite("database is locked"),
        Kind.GONE: _sqlite("disk I/O error"),
        Kind.GONE_AFTER: _sqlite("disk I/O error"),
    },
    POSTGRES: {
        Kind.FULL: lambda: psycopg.errors.DiskFull("could not extend file"),
        Kind.LOCKED: lambda: psycopg.errors.LockNotAvailable("canceling statement"),
        Kind.GONE_AFTER: lambda: psycopg.OperationalError("server closed the connection"),
    },
}
"""What the drivers raise; a PostgreSQL connection that is gone is ended by the server itself."""


@dataclass(frozen=True, kw_only=True)
class Break:
    """Which call fails, counted from 1, and how; or which page of the database's own log."""

    call: int
    kind: Kind


@dataclass(kw_only=True)
class Breaker:
    """Counts the calls of an engine, and lets one fail."""

    driver: str
    url: str
    calls: int = 0
    commits: list[int] = field(default_factory=list)
    broken: Break | None = None
    noticed: int = 0

    @classmethod
    def on(cls, engine: AsyncEngine) -> "Breaker":
        """Stand between an engine and its driver."""
        url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        driver = SQLITE if engine.dialect.name == "sqlite" else POSTGRES
        breaker = cls(driver=driver, url=url)
        for name in ("do_execute", "do_executemany", "do_execute_no_params"):
            event.listen(engine.sync_engine, name, breaker._execute)
        event.listen(engine.sync_engine, "do_connect", breaker._connect)
        event.listen(engine.sync_engine, "handle_error", breaker._notice)
        return breaker

    def begin(self, broken: Break | None) -> None:
        """Count from here, and let that call fail."""
        self.calls = self.noticed = 0
        self.commits = []
        self.broken = None if broken and broken.kind is Kind.WRITE else broken

    def close(self) -> None:
        """Let go of what ends connections."""
        if "_other" in self.__dict__:
            self._other.close()

    @cached_property
    def _other(self) -> psycopg.Connection[Any]:
        """A connection that stays, from which others are ended."""
        return psycopg.connect(self.url, autocommit=True)

    def _notice(self, error: object) -> None:
        del error
        self.noticed += 1
        eat()

    def _connect(self, dialect: Any, record: object, place: Any, options: Any) -> "Connection":
        del record
        return Connection(dialect.connect(*place, **options), self)

    def _execute(self, *given: Any) -> None:
        connection = given[-1].root_connection.connection.dbapi_connection
        self._fail_before(connection)

    def commit(self, connection: "Connection", do: Callable[[], None]) -> None:
        """Commit, unless that fails, or fail after it."""
        self.commits.append(self.calls + 1)
        self._fail_before(connection)
        do()
        self._fail(after=True)

    def _fail_before(self, connection: "Connection") -> None:
        self.calls += 1
        gone = Break(call=self.calls, kind=Kind.GONE)
        if self.broken == gone and self.driver == POSTGRES:
            self._end(connection)
            return
        self._fail(after=False)

    def _fail(self, *, after: bool) -> None:
        broken = self.broken
        is_after = broken is not None and broken.kind is Kind.GONE_AFTER
        if broken and broken.call == self.calls and is_after is after:
            self.broken = None
            error = ERRORS[self.driver][broken.kind]()
            raise error

    def _end(self, connection: "Connection") -> None:
        """Have the server end a connection, as it does when it is stopped."""
        self.broken = None
        pid = connection.driver_connection.info.backend_pid
        self._other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


class Connection:
    """A driver's connection as the library sees it, whose commits can fail."""

    def __init__(self, inner: Any, breaker: Breaker) -> None:
        self.__dict__.update(inner=inner, breaker=breaker)

    def commit(self) -> None:
        """Commit, if the breaker lets it."""
        self.__dict__["breaker"].commit(self, self.__dict__["inner"].commit)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["inner"], name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self.__dict__["inner"], name, value)
