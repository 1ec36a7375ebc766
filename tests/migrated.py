"""Fills a database with the tables of today, as the program does when it starts."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.store.db import Database
from bot.store.migrate import migrate
from bot.store.vault import KEY_LENGTH, Vault


def fill(url: str) -> None:
    """Make the tables, in a thread of its own: the test's own loop may be about to run."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, _fill(url)).result()


async def _fill(url: str) -> None:
    database = Database(url, Vault({1: bytes(KEY_LENGTH)}))
    await migrate(database)
    await database.close()
