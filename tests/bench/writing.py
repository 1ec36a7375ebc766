"""Writes very many rows at once, as fast as each database can."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from psycopg import AsyncConnection as Driver
from psycopg import sql
from sqlalchemy import Dialect, Table, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

Row: TypeAlias = dict[str, Any]

IN_MEMORY = "PRAGMA cache_size=-1048576"
"""A gigabyte: so that indexes by random ids are not written page by page."""

INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
UNCHECKED = "SET LOCAL session_replication_role = replica"
"""What points elsewhere is not looked up: it was made together."""


@asynccontextmanager
async def in_bulk(connection: AsyncConnection) -> AsyncIterator[None]:
    """Prepare a database for very many rows; on SQLite, make its indexes only at the end."""
    if connection.dialect.name != "sqlite":
        await connection.exec_driver_sql(UNCHECKED)
        yield
        # The server would do so by itself within a minute.
        await connection.exec_driver_sql("ANALYZE")
        return
    await connection.exec_driver_sql(IN_MEMORY)
    found = (await connection.exec_driver_sql(INDEXES)).mappings()
    indexes = {row["name"]: row["sql"] for row in found}
    for name in indexes:
        await connection.exec_driver_sql(f'DROP INDEX "{name}"')
    yield
    for made_by in indexes.values():
        await connection.exec_driver_sql(made_by)


async def write(connection: AsyncConnection, model: type[SQLModel], rows: Sequence[Row]) -> None:
    """Insert rows; what a row leaves out is as its table has it by default."""
    table, fields = model.__table__, model.model_fields.items()  # type: ignore[attr-defined]
    defaults = {name: one.default for name, one in fields if not one.is_required()}
    convert = _converter(table, connection.dialect, defaults)
    values = [convert(row) for row in rows]
    if connection.dialect.name == "sqlite":
        if values:
            await connection.exec_driver_sql(str(insert(table).compile(connection)), values)
        return
    driver = (await connection.get_raw_connection()).driver_connection
    assert isinstance(driver, Driver)
    await _copy(driver, table, values)


async def _copy(driver: Driver, table: Table, values: Sequence[Sequence[Any]]) -> None:
    columns = sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    async with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for one in values:
            await copy.write_row(one)


def _converter(
    table: Table, dialect: Dialect, defaults: Mapping[str, Any]
) -> Callable[[Row], tuple[Any, ...]]:
    """Return what makes of a row the values of its columns, in their order."""
    columns = [
        (column.name, defaults.get(column.name), column.type._cached_bind_processor(dialect))
        for column in table.columns
    ]

    def convert(row: Row) -> tuple[Any, ...]:
        return tuple(
            processor(row.get(name, default)) if processor else row.get(name, default)
            for name, default, processor in columns
        )

    return convert
