"""Brings a database to the tables of today."""

import sqlite3
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection
from sqlalchemy.exc import OperationalError

from bot.domain.errors import DatabaseAway, DatabaseNotReady
from bot.store.db import Database, in_our_terms

SCRIPTS = Path(__file__).parent / "migrations"


async def migrate(database: Database) -> None:
    """Take every step that the database has not taken yet; all or none of them.

    Raises DatabaseAway where it cannot be opened.
    """
    with in_our_terms():
        _try_the_file(database.engine.url)
        async with database.engine.begin() as connection:
            await connection.run_sync(_upgrade)


async def check(database: Database) -> None:
    """Raise DatabaseAway where there is no database, DatabaseNotReady where its tables are older.

    Changes nothing.
    """
    if not _is_there(database.engine.url):
        raise DatabaseAway
    with in_our_terms():
        async with database.engine.connect() as connection:
            await connection.execution_options(relais_reads=True)
            if not await connection.run_sync(_is_current):
                raise DatabaseNotReady


def config(connection: Connection) -> Config:
    """Return what Alembic's commands need to work over a connection."""
    made = Config()
    made.set_main_option("script_location", str(SCRIPTS))
    made.attributes["connection"] = connection
    return made


def _is_there(url: URL) -> bool:
    return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()


def _try_the_file(url: URL) -> None:
    """Open an SQLite file once; where that fails here, no thread is left behind to complain."""
    if url.get_backend_name() == "sqlite" and url.database:
        try:
            sqlite3.connect(url.database).close()
        except sqlite3.OperationalError as error:
            raise OperationalError("open", None, error) from error


def _upgrade(connection: Connection) -> None:
    if not _is_current(connection):
        command.upgrade(config(connection), "head")


def _is_current(connection: Connection) -> bool:
    return MigrationContext.configure(connection).get_current_revision() == _newest()


@cache
def _newest() -> str | None:
    """Return the revision of today; to learn it every script is read."""
    return ScriptDirectory(str(SCRIPTS)).get_current_head()
