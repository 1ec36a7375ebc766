"""Everything kept about somebody is read, and nothing about anybody else."""

import json
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import pytest
from sqlalchemy import update
from sqlmodel import SQLModel

from bot import store
from bot.domain.names import UNREADABLE
from bot.domain.people import Person, Role
from bot.store import coach_notes, people
from bot.store.db import Database, Session
from bot.store.exporting import ABOUT, IMPERSONAL, Export, everything
from bot.store.tables import DeliveryRow
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.examples import NOW, a_person
from tests.store.filling import canary, fill, sealed_columns

PEOPLES = frozenset({"person", "chat"})


def all_tables() -> set[str]:
    for module in iter_modules(store.__path__, f"{store.__name__}."):
        import_module(module.name)
    return set(SQLModel.metadata.tables)


def words_of(export: Export) -> str:
    return json.dumps(export, ensure_ascii=False, default=str)


async def person_of(session: Session, person_id: str) -> Person:
    person = await people.get(session, person_id)
    assert person is not None
    return person


def test_every_table_is_read_or_says_nothing_of_anybody() -> None:
    assert all_tables() == ABOUT.keys() | IMPERSONAL
    assert not ABOUT.keys() & IMPERSONAL


def test_a_table_that_names_people_or_chats_is_read() -> None:
    all_tables()
    naming = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        if any(key.column.table.name in PEOPLES for key in table.foreign_keys)
    }

    assert naming <= ABOUT.keys()


@pytest.mark.parametrize("table", ABOUT)
def test_the_columns_by_which_rows_are_found_exist(table: str) -> None:
    about = ABOUT[table]
    columns = SQLModel.metadata.tables[table].columns.keys()

    assert {*about.by, *about.named, *about.staff, about.order or about.by[0]} <= {*columns}


async def test_all_words_about_somebody_are_read(database: Database) -> None:
    async with database.begin() as session:
        person_id = await fill(session)
        export = await everything(session, await person_of(session, person_id))

    found = words_of(export)
    assert [one for one in sealed_columns() if canary(*one) not in found] == []
    assert CANARY_NAME in found
    assert all(export[table] for table in ABOUT)


async def test_nothing_is_read_about_others(database: Database) -> None:
    async with database.begin() as session:
        person_id = await fill(session)
        before = await everything(session, await person_of(session, person_id))
        await fill(session, 1)

        assert await everything(session, await person_of(session, person_id)) == before


async def test_staff_read_nothing_about_those_they_support(database: Database) -> None:
    async with database.begin() as session:
        person = await person_of(session, await fill(session))
        coach = replace(person, roles=frozenset({Role.COACH}))

        export = await everything(session, coach)

    assert canary("delivery", "sealed_message") not in words_of(export)
    assert canary("invitation", "sealed_name") not in words_of(export)
    assert "participant_id" not in export["support"][0]
    assert "person_id" not in export["look"][0]


async def test_who_looked_is_told_by_name(database: Database) -> None:
    async with database.begin() as session:
        person_id = await fill(session)
        export = await everything(session, await person_of(session, person_id))

    assert export["look"][0]["staff_id"] == CANARY_NAME


async def test_what_does_not_open_stops_nothing(database: Database) -> None:
    async with database.begin() as session:
        person_id = await fill(session)
        await session.exec(update(DeliveryRow).values(sealed_message=b"broken"))

        export = await everything(session, await person_of(session, person_id))

    assert export["delivery"][0]["message"] == UNREADABLE


async def test_what_a_coach_noted_is_theirs_to_read_and_its_person_learns_that_there_is_some(
    database: Database,
) -> None:
    async with database.begin() as session:
        coach_id, _ = await a_person(session, 0, Role.COACH)
        person_id, _ = await a_person(session, 1)
        colleague_id, _ = await a_person(session, 2, Role.COACH)
        for about in (person_id, colleague_id):
            await coach_notes.add(session, CANARY_TEXT, coach_id=coach_id, person_id=about, now=NOW)

        exports = {
            id_: await everything(session, await person_of(session, id_))
            for id_ in (coach_id, person_id, colleague_id)
        }

    assert [row["text"] for row in exports[coach_id]["coach_note"]] == [CANARY_TEXT] * 2
    assert "person_id" not in exports[coach_id]["coach_note"][0]
    assert CANARY_TEXT not in words_of(exports[person_id])
    assert CANARY_TEXT not in words_of(exports[colleague_id])
    [known] = exports[person_id]["coach_note"]
    assert (known["coach_id"], known["written_at"]) == (CANARY_NAME, NOW)
