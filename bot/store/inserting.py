"""Adds rows unless they are there already, or in their place: one statement, also when two try."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from bot.store.db import Session
from bot.store.rows import table_of


def insert_into(session: Session, table: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that may say what is done about a row that is there already."""
    return _insert(session.get_bind().dialect.name, table)


async def add_new(
    session: Session, table: type[SQLModel], values: Mapping[str, Any], *, unique: Sequence[str]
) -> bool:
    """Insert a row unless one has the same `unique` columns; return whether it was inserted."""
    adding = _adding(session.get_bind().dialect.name, table, tuple(unique))
    done = await session.ask(adding, values)
    return done.first() is not None


async def put(
    session: Session, table: type[SQLModel], values: Mapping[str, Any], *, unique: Sequence[str]
) -> None:
    """Insert a row; it takes the place of one with the same `unique` columns."""
    await session.ask(_putting(session.get_bind().dialect.name, table, tuple(unique)), values)


async def add_several(
    session: Session,
    table: type[SQLModel],
    rows: Sequence[Mapping[str, Any]],
    *,
    unique: Sequence[str],
) -> None:
    """Insert rows, but for those whose `unique` columns another one has."""
    await session.ask(_leaving(session.get_bind().dialect.name, table, tuple(unique)), rows)


async def add_all_new(
    session: Session,
    table: type[SQLModel],
    rows: Sequence[Mapping[str, Any]],
    *,
    unique: str,
) -> set[Any]:
    """Insert rows unless one has the same `unique` column; return what it is in those inserted."""
    if not rows:
        return set()
    adding = _adding(session.get_bind().dialect.name, table, (unique,))
    done = await session.ask(adding, rows)
    return {row[0] for row in done}


def _insert(dialect: str, table: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
    rows = table_of(table)
    return sqlite.insert(rows) if dialect == "sqlite" else postgresql.insert(rows)


@cache
def _leaving(dialect: str, table: type[SQLModel], unique: tuple[str, ...]) -> Any:
    return _insert(dialect, table).on_conflict_do_nothing(index_elements=unique)


@cache
def _adding(dialect: str, table: type[SQLModel], unique: tuple[str, ...]) -> Any:
    insert = _leaving(dialect, table, unique)
    return insert.returning(*(literal_column(name) for name in unique))


@cache
def _putting(dialect: str, table: type[SQLModel], unique: tuple[str, ...]) -> Any:
    insert = _insert(dialect, table)
    others = {one.name: one for one in insert.excluded if one.name not in unique}
    return insert.on_conflict_do_update(index_elements=unique, set_=others)
