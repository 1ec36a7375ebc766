"""Somebody about whom a row stands in every table: for tests of what is read, and of what goes."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Column, Date, LargeBinary, String, Table, insert
from sqlmodel import AutoString, SQLModel

from bot.domain.dialogue import Run
from bot.domain.message import Message, Phrase
from bot.domain.schedule import Rule
from bot.store.chats import mark_of
from bot.store.db import Session
from bot.store.exporting import ABOUT, SEALED
from bot.store.ids import new_id
from bot.store.types import Moment, Named
from tests.canaries import CANARY_ANSWER
from tests.examples import NOW, a_person

NEEDED = frozenset({"study_group", "group_session"})
"""Tables about nobody that rows about somebody point to."""


def canary(table: str, column: str) -> str:
    """Return the words that a column of a table holds, found nowhere else."""
    return f"{CANARY_ANSWER} {table}-{column.removeprefix(SEALED)}"


def sealed_columns() -> list[tuple[str, str]]:
    """Return the columns of the tables about somebody that hold words."""
    tables = [SQLModel.metadata.tables[name] for name in ABOUT]
    return [
        (table.name, column.name)
        for table in tables
        for column in table.columns
        if column.name.startswith(SEALED) and table.name not in {"person", "chat"}
    ]


async def fill(session: Session, number: int = 0) -> str:
    """Put a row about somebody new in every table about people; return who that is."""
    person_id, chat = await a_person(session, number)
    keys = {"person": person_id, "chat": chat.id, "": mark_of(session, chat.telegram_id)}
    connection = await session.connection()
    for table in SQLModel.metadata.sorted_tables:
        is_filled = table.name in ABOUT or table.name in NEEDED
        if is_filled and table.name not in {"person", "chat", "role"}:
            values = {one.name: _value(table, one, keys) for one in table.columns}
            await connection.execute(insert(table).values(**_sealed(session, table, values)))
            keys[table.name] = values[next(iter(table.primary_key.columns)).name]
    return person_id


def _value(  # noqa: PLR0911 - a line for each kind reads best
    table: Table, column: Column[Any], keys: Mapping[str, str]
) -> Any:
    if column.foreign_keys:
        [foreign] = column.foreign_keys
        return keys[foreign.column.table.name]
    if column.name == "chat_key":
        return keys[""]
    if (table.name, column.name) == ("plan", "rule"):
        return Rule(wall=NOW.time(), days=frozenset({0}), starts=NOW.date()).as_values()
    if isinstance(column.type, Named):
        choices: Any = column.type.choices
        return [*choices][-1]
    return _of_type(column)


def _of_type(column: Column[Any]) -> Any:
    if column.primary_key or column.unique:
        return new_id() if isinstance(column.type, String | AutoString) else None
    values: Mapping[type[Any], Any] = {
        JSON: {},
        Moment: NOW,
        Date: NOW.date(),
        LargeBinary: b"",
        String: "x",
        AutoString: "x",
    }
    return values.get(type(column.type), 1)


def _sealed(session: Session, table: Table, values: dict[str, Any]) -> dict[str, Any]:
    key = values[next(iter(table.primary_key.columns)).name]
    return values | {
        name: session.vault.seal(
            _plain(table.name, name), place=f"{table.name}.{name.removeprefix(SEALED)}:{key}"
        )
        for name in values
        if name.startswith(SEALED)
    }


def _plain(table: str, column: str) -> Any:  # noqa: PLR0911 - likewise
    words = canary(table, column)
    match table:
        case "run":
            return Run(exercise="mood", version=1, at=None, answers={"note": words}).as_plain()
        case "toolbox":
            return {"chosen": {words: True}, "aside": {}}
        case "checkin":
            return {"note": words}
        case "delivery":
            return Message(says=Phrase("menu", {"name": words})).as_plain()
        case "plan" | "question" | "incoming":
            return {"text": words}
        case _:
            return words
