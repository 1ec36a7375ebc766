"""The command that forgets what is too old, or only says how much it would be."""

import asyncio
from pathlib import Path

import pytest
from sqlmodel import select

from bot.app import retention
from bot.domain.errors import DatabaseAway
from bot.domain.people import Language, Voice
from bot.settings import Settings
from bot.store.db import Database
from bot.store.keeping import MONTH
from bot.store.tables import ChatRow
from bot.store.vault import open_vault
from tests.canaries import CANARY_TOKEN
from tests.examples import NOW, a_chat
from tests.migrated import write_tables
from tests.real_words import real_library

ENGLISH = Voice(language=Language.ENGLISH)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        telegram_token=CANARY_TOKEN,
        database_url=f"sqlite:///{tmp_path}/relais.sqlite",
        secret_key_file=tmp_path / "relais.key",
    )


async def with_a_stranger(settings: Settings) -> None:
    write_tables(Path(settings.database_url.removeprefix("sqlite:///")))
    database = Database(settings.database_url, open_vault(settings.secret_key_file))
    async with database.begin() as session:
        await a_chat(session)
    await database.close()


async def strangers(settings: Settings) -> int:
    database = Database(settings.database_url, open_vault(settings.secret_key_file))
    async with database.look() as session:
        found = len((await session.exec(select(ChatRow))).all())
    await database.close()
    return found


def told(settings: Settings, *, dry_run: bool) -> list[str]:
    found = asyncio.run(retention(settings, NOW + MONTH, dry_run=dry_run))
    return [real_library().say(one.says, ENGLISH) for one in found]


def test_a_dry_run_says_how_much_and_changes_nothing(settings: Settings) -> None:
    asyncio.run(with_a_stranger(settings))

    assert told(settings, dry_run=True) == ["To forget, chat: 1"]
    assert asyncio.run(strangers(settings)) == 1


def test_without_it_is_done_at_once(settings: Settings) -> None:
    asyncio.run(with_a_stranger(settings))

    assert told(settings, dry_run=False) == ["Forgotten, chat: 1"]
    assert told(settings, dry_run=False) == ["Nothing is older than it may be."]
    assert asyncio.run(strangers(settings)) == 0


def test_where_there_is_no_database_none_is_made(settings: Settings) -> None:
    open_vault(settings.secret_key_file)

    with pytest.raises(DatabaseAway):
        told(settings, dry_run=True)
    assert not Path(settings.database_url.removeprefix("sqlite:///")).exists()
