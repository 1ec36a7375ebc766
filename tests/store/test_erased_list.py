"""Who was erased is erased again by whoever brings an older backup back."""

import asyncio
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from sqlmodel import select

from bot.__main__ import main
from bot.store import erased_list, erasing, people
from bot.store.db import Database
from bot.store.tables import PersonRow
from bot.store.vault import open_vault
from tests.canaries import CANARY_TOKEN
from tests.examples import NOW, a_person
from tests.migrated import write_tables
from tests.store.backing_up import back_up_to, bring_back
from tests.store.filling import fill

URL = "sqlite:///relais.sqlite"


async def test_a_backup_brought_back_erases_again(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    async with database.begin() as session:
        erased, stays = await fill(session), await fill(session, 1)
    await back_up_to(tmp_path / "old.backup", database_url)
    async with database.begin() as session:
        await people.forget(session, erased)
        await erasing.bury(session, erased, NOW)
    marks = await erased_list.known_to(database_url)

    done = await bring_back(database, tmp_path / "old.backup", marks=marks)

    assert done.erased == 1
    async with database.look() as session:
        assert await people.get(session, erased) is None
        assert await people.get(session, stays) is not None
        assert await erasing.tombstones(session) == marks


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder in which Relais has been running; its settings stand in `.env`."""
    settings = f"RELAIS_TELEGRAM_TOKEN={CANARY_TOKEN}\nRELAIS_LANGUAGE=en\n"
    (tmp_path / ".env").write_text(settings)
    with chdir(tmp_path):
        asyncio.run(_somebody())
        yield tmp_path


async def _somebody() -> None:
    write_tables(Path("relais.sqlite"))
    database = Database(URL, open_vault(Path("relais.key")))
    async with database.begin() as session:
        await a_person(session)
    await database.close()


async def _erase_everybody() -> None:
    database = Database(URL, open_vault(Path("relais.key")))
    async with database.begin() as session:
        for row in (await session.exec(select(PersonRow))).all():
            await people.forget(session, row.id)
            await erasing.bury(session, row.id, NOW)
    await database.close()


def told(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert main(command) == 0
    return capsys.readouterr().out


def test_the_database_that_is_replaced_knows_who_was_erased(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "backup", "--to", "old.backup")
    asyncio.run(_erase_everybody())

    said = told(capsys, "restore", "--from", "old.backup", "--over")

    assert "erased again: 1" in said
    assert not (place / "relais.erased").exists()


def test_where_the_database_is_lost_the_list_beside_the_backups_knows(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "backup", "--to", "old.backup")
    asyncio.run(_erase_everybody())
    told(capsys, "backup", "--to", "new.backup")
    (place / "relais.sqlite").unlink()

    assert "erased again: 1" in told(capsys, "restore", "--from", "old.backup")
    assert "erased again: 0" in told(capsys, "restore", "--from", "new.backup", "--over")


def test_a_list_from_elsewhere_can_be_given(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "backup", "--to", "old.backup")
    asyncio.run(_erase_everybody())
    told(capsys, "backup", "--to", "new.backup")
    (place / "relais.erased").rename(place / "elsewhere")
    (place / "relais.sqlite").unlink()

    said = told(capsys, "restore", "--from", "old.backup", "--erased", "elsewhere")

    assert "erased again: 1" in said


def test_no_mark_is_ever_taken_from_a_list(tmp_path: Path) -> None:
    file = tmp_path / erased_list.NAME

    erased_list.write(file, {"b"})
    erased_list.write(file, {"a"})
    erased_list.write(file, set())

    assert erased_list.read([file, tmp_path / "nothing"]) == {"a", "b"}


async def test_a_database_that_cannot_be_read_knows_nobody(tmp_path: Path) -> None:
    (tmp_path / "broken").write_bytes(b"no database" * 100)

    assert await erased_list.known_to(f"sqlite:///{tmp_path}/broken") == frozenset()
    assert await erased_list.known_to(f"sqlite:///{tmp_path}/nothing") == frozenset()
    assert not (tmp_path / "nothing").exists()
