"""A backup is whole, whoever writes meanwhile, and is its owner's alone."""

import asyncio
from pathlib import Path

import pytest

from bot.domain.errors import (
    DatabaseAway,
    ToolTrouble,
)
from bot.store import deliveries
from bot.store.backup import back_up
from bot.store.db import Database
from tests.examples import a_chat, a_delivery
from tests.store.backing_up import (
    LATER,
    a_message,
    back_up_to,
    bring_back,
    content,
    deliveries_in,
    fill,
    mode,
    names_beside,
    tools,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "relais.backup"


async def test_only_its_owner_may_read_a_backup(
    database: Database, database_url: str, file: Path
) -> None:
    await a_message(database)

    await back_up_to(file, database_url)

    assert mode(file) == 0o600
    assert names_beside(file, "*.part") == []


async def test_a_backup_taken_while_others_write_is_whole(
    database: Database, database_url: str, file: Path
) -> None:
    stop = asyncio.Event()
    begun = asyncio.Event()

    async def write(number: int) -> None:
        while not stop.is_set():
            async with database.begin() as session:
                chat = await a_chat(session, number)
            async with database.begin() as session:
                for _ in range(2):
                    await deliveries.add(session, a_delivery(chat, due=LATER))
            begun.set()

    writers = [asyncio.create_task(write(number)) for number in range(3)]
    await begun.wait()
    await back_up_to(file, database_url)
    stop.set()
    await asyncio.gather(*writers)
    written = await deliveries_in(database)

    await bring_back(database, file)

    kept = await deliveries_in(database)
    assert 0 < kept <= written
    assert kept % 2 == 0


async def test_a_file_that_is_there_is_not_written_over(
    database: Database, database_url: str, file: Path
) -> None:
    await a_message(database)
    fill(file, b"precious")

    with pytest.raises(FileExistsError):
        await back_up_to(file, database_url)

    assert content(file) == b"precious"


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, file: Path) -> None:
    with pytest.raises(DatabaseAway):
        back_up(f"sqlite:///{tmp_path}/nothing", file)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgresql
def test_a_program_that_is_not_installed_is_named(
    postgres_url: str, tmp_path: Path, file: Path
) -> None:
    with pytest.raises(ToolTrouble) as trouble:
        back_up(postgres_url, file, tools=str(tmp_path))

    assert (trouble.value.tool, trouble.value.why) == ("pg_dump", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgresql
def test_a_program_that_does_not_succeed_says_why(postgres_url: str, file: Path) -> None:
    with pytest.raises(ToolTrouble) as trouble:
        back_up(postgres_url.replace("@/", "@/not_"), file, tools=tools())

    assert "does not exist" in trouble.value.why
