"""A statement brings its rows at once; what may wait for another or the disk leaves the loop."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.sqlite_connection import Connection, connect


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[Connection]:
    opened = connect(tmp_path / "some.sqlite3", isolation_level=None)
    await opened
    await opened.cursor().execute("CREATE TABLE word (said TEXT UNIQUE)")
    yield opened
    await opened.close()


async def test_a_statement_brings_its_rows_with_it(connection: Connection) -> None:
    cursor = await connection.cursor().__aenter__()

    await cursor.execute("SELECT 1 AS one UNION SELECT 2")
    rows = await cursor.fetchall()
    await cursor.close()

    assert rows == [(1,), (2,)]
    assert cursor.description[0][0] == "one"


@pytest.mark.parametrize(
    ("statement", "waits"),
    [
        ("BEGIN", False),
        ("SELECT 1", False),
        ("WITH one AS (SELECT 1) SELECT * FROM one", False),
        ("INSERT INTO word VALUES ('yes')", False),
        ("UPDATE word SET said = 'no'", False),
        ("DELETE FROM word", False),
        ("BEGIN IMMEDIATE", False),
        ("PRAGMA journal_mode=WAL", True),
        ("CREATE TABLE other (said TEXT)", True),
    ],
)
async def test_only_what_may_wait_leaves_the_loop(
    connection: Connection, statement: str, *, waits: bool
) -> None:
    threads: list[int] = []

    await connection.run(statement, lambda _: threads.append(threading.get_ident()))

    assert (threads != [threading.get_ident()]) is waits


@pytest.mark.parametrize(
    ("statement", "waits"),
    [("SELECT 1", False), ("DELETE FROM word", False), ("INSERT INTO word VALUES ('yes')", True)],
)
async def test_only_what_was_written_waits_for_the_disk(
    connection: Connection, statement: str, *, waits: bool
) -> None:
    threads: dict[str, int] = {}
    await connection.set_trace_callback(
        lambda traced: threads.update({traced: threading.get_ident()})
    )
    await connection.cursor().execute("BEGIN IMMEDIATE")
    await connection.cursor().execute(statement)

    await connection.commit()

    assert (threads["COMMIT"] != threading.get_ident()) is waits
    assert not connection.in_transaction


async def test_while_another_writes_whoever_wants_to_waits_beside_the_loop(
    connection: Connection, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "some.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    wants = asyncio.create_task(connection.cursor().execute("BEGIN IMMEDIATE"))
    await asyncio.sleep(0)  # it has gone to its thread
    await asyncio.sleep(0)

    assert not wants.done()
    other.execute("COMMIT")
    await wants
    await connection.rollback()
    other.close()


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
