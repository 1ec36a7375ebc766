"""A statement and its rows are one errand to the thread of a connection."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.sqlite_connection import Connection, Cursor, connect


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[Connection]:
    opened = connect(tmp_path / "some.sqlite3", isolation_level=None)
    await opened
    await opened.cursor().execute("CREATE TABLE word (said TEXT UNIQUE)")
    yield opened
    await opened.close()


async def test_a_statement_brings_its_rows_with_it(connection: Connection) -> None:
    errands: list[str] = []

    async def errand(do: object) -> None:
        errands.append("gone")
        await connection.errand(do)  # type: ignore[arg-type] # only counted

    cursor = await Cursor(errand).__aenter__()
    await cursor.execute("SELECT 1 AS one UNION SELECT 2")
    rows = await cursor.fetchall()
    await cursor.close()

    assert rows == [(1,), (2,)]
    assert cursor.description[0][0] == "one"
    assert errands == ["gone"]


async def test_a_statement_for_several_values_counts_them(connection: Connection) -> None:
    cursor = connection.cursor()

    await cursor.executemany("INSERT INTO word VALUES (?)", [("yes",), ("no",)])

    assert (cursor.rowcount, cursor.description, await cursor.fetchall()) == (2, None, [])


async def test_a_statement_that_fails_leaves_the_connection_usable(connection: Connection) -> None:
    cursor = connection.cursor()
    await cursor.execute("INSERT INTO word VALUES (?)", ("yes",))

    with pytest.raises(sqlite3.IntegrityError):
        await cursor.execute("INSERT INTO word VALUES (?)", ("yes",))
    await cursor.execute("INSERT INTO word VALUES (?)", ("no",))

    assert (cursor.rowcount, cursor.lastrowid) == (1, 2)
