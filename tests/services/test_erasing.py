"""Who is erased leaves nothing: no row, no byte of what was sealed, no word in a file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select, update
from sqlmodel import SQLModel

from bot.domain.delivery import State
from bot.domain.people import Role, Standing
from bot.services import forgetting
from bot.services.delivering import drain
from bot.services.housekeeping import keep_house
from bot.store import chats, deliveries, erasing, people
from bot.store.db import Database
from bot.store.exporting import ABOUT, SEALED, everything
from bot.store.tables import DeliveryRow
from tests.canaries import CANARIES
from tests.examples import NOW, a_chat, a_delivery
from tests.services.plays import ON_SQLITE
from tests.services.stage import SilentBell, Stage
from tests.store.filling import canary, fill, sealed_columns

HOUR = timedelta(hours=1)


async def sealed(database: Database) -> Sequence[bytes]:
    """Return every sealed value that stands in a table about people."""
    found: list[bytes] = []
    async with database.look() as session:
        connection = await session.connection()
        for name in ABOUT:
            table = SQLModel.metadata.tables[name]
            rows = (await connection.execute(select(table))).mappings().all()
            found += [bytes(row[one]) for row in rows for one in row if one.startswith(SEALED)]
    return found


async def rows(database: Database) -> list[dict[str, Any]]:
    """Return every row of every table that is about somebody."""
    async with database.look() as session:
        connection = await session.connection()
        return [
            dict(row)
            for name in ABOUT
            for row in (await connection.execute(select(SQLModel.metadata.tables[name]))).mappings()
        ]


async def somebody_leaves(stage: Stage) -> str:
    """Let somebody about whom everything is kept ask to be erased; return who that is."""
    stage.clock.moment = NOW
    async with stage.database.begin() as session:
        person_id = await fill(session)
        person = await people.get(session, person_id)
        assert person is not None
        assert all((await everything(session, person)).values())
        await people.keep(session, replace(person, standing=Standing.LEAVING))
        await erasing.ask(session, person_id, due=NOW)
    return person_id


async def erase(stage: Stage) -> None:
    """Do what is done at that moment, and in the hours after it."""
    assert await forgetting.erase_due(stage.database, NOW, SilentBell()) == 1
    await drain(stage.post)
    await keep_house(stage.database, NOW + 2 * HOUR)


def files_of(database: Database) -> Sequence[Path]:
    file = Path(database.engine.url.database or "")
    return [each for each in file.parent.glob(f"{file.name}*") if each.is_file()]


async def test_no_row_about_them_is_left(stage: Stage) -> None:
    person_id = await somebody_leaves(stage)

    await erase(stage)

    left = await rows(stage.database)
    assert [row for row in left if person_id in row.values()] == []
    assert left == []


@ON_SQLITE
async def test_no_byte_of_what_was_kept_is_left_in_the_files(stage: Stage) -> None:
    await somebody_leaves(stage)
    kept = await sealed(stage.database)
    held = b"".join(file.read_bytes() for file in files_of(stage.database))
    assert len(kept) >= len(sealed_columns())
    assert all(one in held for one in kept)

    await erase(stage)

    left = b"".join(file.read_bytes() for file in files_of(stage.database))
    words = [*CANARIES, *(canary(*one) for one in sealed_columns())]
    assert [one for one in kept if one in left] == []
    assert [one for one in words if one.encode() in left] == []


@ON_SQLITE
async def test_who_reads_meanwhile_holds_up_nothing(stage: Stage) -> None:
    await somebody_leaves(stage)

    async with stage.database.look() as reading:
        await people.get(reading, "nobody")
        assert await forgetting.erase_due(stage.database, NOW, SilentBell()) == 1
    await keep_house(stage.database, NOW + 2 * HOUR)

    async with stage.database.look() as session:
        assert await erasing.due(session, NOW) == []


async def test_it_is_remembered_by_a_mark_alone(stage: Stage) -> None:
    person_id = await somebody_leaves(stage)

    await erase(stage)

    async with stage.database.look() as session:
        [mark] = await erasing.tombstones(session)
    assert person_id not in mark
    assert mark == stage.database.vault.mark("erased", person_id)


async def test_who_stays_at_the_last_moment_is_not_erased(database: Database) -> None:
    async with database.begin() as session:
        one = await people.add(session, name="X", role=Role.PARTICIPANT, zone="UTC", now=NOW)
        await erasing.ask(session, one.id, due=NOW)

    async with database.begin() as session:
        assert not await erasing.begin(session, one.id, NOW - HOUR)
        assert await erasing.take_back(session, one.id)
        assert not await erasing.begin(session, one.id, NOW)


async def test_a_message_that_no_key_opens_keeps_nobody_from_being_erased(
    database: Database,
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        coach = await people.add(session, name="X", role=Role.COACH, zone="UTC", now=NOW)
        await chats.belongs_to(session, chat.id, coach.id)
        broken = a_delivery(chat)
        await deliveries.add(session, broken)
        await session.exec(
            update(DeliveryRow).values(sealed_message=b"x", state=State.SENT, ended_at=NOW)
        )

    async with database.begin() as session:
        await erasing.forget_name(session, "Somebody", staff=[coach.id], now=NOW)
