"""The commands that back up and bring back: what they say, and what they leave."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import chdir, closing
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.complaints import complaint
from bot.domain.errors import ToolTrouble
from bot.settings import spoken
from bot.store.db import Database
from bot.store.vault import open_vault
from tests.canaries import CANARY_TOKEN
from tests.examples import a_person
from tests.migrated import write_tables
from tests.real_words import real_library


async def _used(place: Path) -> None:
    write_tables(place / "relais.sqlite")
    database = Database(f"sqlite:///{place}/relais.sqlite", open_vault(place / "relais.key"))
    async with database.begin() as session:
        await a_person(session)
    await database.close()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder in which Relais has been running; its settings stand in `.env`."""
    settings = f"RELAIS_TELEGRAM_TOKEN={CANARY_TOKEN}\nRELAIS_LANGUAGE=en\n"
    (tmp_path / ".env").write_text(settings)
    asyncio.run(_used(tmp_path))
    with chdir(tmp_path):
        yield tmp_path


def people_in(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        [count] = connection.execute("SELECT count(*) FROM person").fetchone()
    return int(count)


def test_there_and_back(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--to", "one.backup"]) == 0
    (place / "relais.sqlite").unlink()
    assert main(["restore", "--from", "one.backup"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert "one.backup" in said[0]
    assert "one.backup is in place" in said[1]
    assert {each.name for each in place.iterdir()} == {
        ".env",
        "one.backup",
        "relais.key",
        "relais.sqlite",
    }


def test_the_key_is_not_in_the_backup(place: Path) -> None:
    key = (place / "relais.key").read_bytes().strip()

    main(["backup", "--to", "one.backup"])

    assert key
    assert key.partition(b":")[2] not in (place / "one.backup").read_bytes()


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("backup", "--to", "relais.sqlite"), "relais.sqlite"),
        (("backup", "--to", "nowhere/one.backup"), "nowhere"),
        (("restore", "--from", "nothing"), "nothing"),
        (("restore", "--from", "relais.sqlite"), "--over"),
        (("restore", "--from", ".env", "--over"), "not a backup"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    place: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], sentence: str
) -> None:
    code = main(command)

    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert len(printed.err.splitlines()) == 1
    assert sentence in printed.err
    assert people_in(place / "relais.sqlite") == 1


def test_no_new_key_is_made_for_what_another_sealed(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["backup", "--to", "one.backup"])
    (place / "relais.key").unlink()

    assert main(["restore", "--from", "one.backup", "--over"]) == 2

    assert "relais.key" in capsys.readouterr().err
    assert not (place / "relais.key").exists()


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (ToolTrouble("pg_dump"), "apt-get install postgresql-client"),
        (ToolTrouble("pg_dump", "server version mismatch"), "server version mismatch"),
    ],
)
def test_trouble_with_the_programs_of_postgresql_is_explained(
    trouble: ToolTrouble, words: str
) -> None:
    said = real_library().say(complaint(trouble), spoken())

    assert "pg_dump" in said
    assert words in said
