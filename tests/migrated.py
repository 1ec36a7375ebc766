"""Fills a database with the tables of today, as the program does when it starts."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.store.db import Database
from bot.store.migrate import migrate
from bot.store.vault import KEY_LENGTH, Vault


def fill(url: str) -> None:
    """Make the tables, in a thread of its own: the test's own loop may be about to run."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, _fill(url)).result()


def write_tables(file: Path) -> None:
    """Write an SQLite file with the tables of today, and nothing in them."""
    file.write_bytes(_tables())


@cache
def _tables() -> bytes:
    """Return such a file: every step of the way to today is taken once, then copied."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "relais.sqlite"
        fill(f"sqlite:///{file}")
        return file.read_bytes()


async def _fill(url: str) -> None:
    database = Database(url, Vault({1: bytes(KEY_LENGTH)}))
    await migrate(database)
    await database.close()
