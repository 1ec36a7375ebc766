"""Plain rows: what is only read need not become an object, which takes three times as long."""

from functools import cache
from typing import Any

from sqlalchemy import Select, Table, bindparam
from sqlmodel import SQLModel


def table_of(rows: type[SQLModel]) -> Table:
    """Return the table in which such rows stand, for statements that make no objects of them."""
    return rows.metadata.tables[str(rows.__tablename__)]


@cache
def by_key(rows: type[SQLModel]) -> Select[Any]:
    """Return the statement that finds a row by its `key`, which is one column."""
    table = table_of(rows)
    [key] = table.primary_key.columns
    return table.select().where(key == bindparam("key"))


@cache
def among_keys(rows: type[SQLModel]) -> Select[Any]:
    """Return the statement that finds the rows of several `keys`, of one column."""
    table = table_of(rows)
    [key] = table.primary_key.columns
    return table.select().where(key.in_(bindparam("keys", expanding=True)))


@cache
def held_by_key(rows: type[SQLModel]) -> Select[Any]:
    """Return the same for a row that nobody else changes until the transaction ends."""
    return by_key(rows).with_for_update(key_share=True)
