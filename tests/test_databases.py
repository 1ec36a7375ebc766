"""The databases that tests are given are fresh, filled once, and of both kinds."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import OperationalError

from tests.postgres import Fill, PostgresServer

FILLED: list[str] = []


def fill(url: str) -> None:
    FILLED.append(url)
    execute(url, "CREATE TABLE person (name TEXT)")


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = create_engine(url.replace("+aiosqlite", ""), poolclass=NullPool)
    with engine.connect() as connection:
        yield connection


def execute(url: str, *statements: str) -> None:
    with connected(url) as connection:
        for statement in statements:
            connection.execute(text(statement))
        connection.commit()


def count_people(url: str) -> int:
    with connected(url) as connection:
        return int(connection.execute(text("SELECT count(*) FROM person")).scalar_one())


@pytest.fixture
def fill_database() -> Fill:
    return fill


@pytest.mark.parametrize("run", [1, 2])
def test_a_database_is_ready_and_holds_nothing_of_another_test(database_url: str, run: int) -> None:
    execute(database_url, *["INSERT INTO person VALUES ('Zoé')"] * run)

    assert count_people(database_url) == run
    assert database_url not in FILLED


def test_a_database_is_dropped_while_someone_is_connected(postgres_server: PostgresServer) -> None:
    address = postgres_server.create()

    with connected(address):
        postgres_server.drop(address)

    with pytest.raises(OperationalError, match="does not exist"), connected(address):
        pass
