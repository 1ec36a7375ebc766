"""Which tables hold something: most are empty, and need not be asked one by one."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Delete, Select, Table, delete, exists, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel


async def filled(connection: AsyncConnection) -> Sequence[Table]:
    """Return the tables that hold rows, those first to which others refer."""
    names = set((await connection.execute(_asking())).scalars())
    return [table for table in SQLModel.metadata.sorted_tables if table.name in names]


async def empty(connection: AsyncConnection) -> None:
    """Take every row out of every table."""
    for table in reversed(await filled(connection)):
        await connection.execute(_emptying(table))


@cache
def all_of(table: Table) -> Select[Any]:
    """Return the statement that asks for every row of a table."""
    return select(table)


@cache
def _asking() -> Any:
    return union_all(*map(_holding, SQLModel.metadata.sorted_tables))


def _holding(table: Table) -> Select[Any]:
    return select(literal(table.name)).where(exists(select(literal(1)).select_from(table)))


@cache
def _emptying(table: Table) -> Delete:
    return delete(table)
