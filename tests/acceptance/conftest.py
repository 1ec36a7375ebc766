from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.stage import Stage, playing
from tests.postgres import Fill


@pytest.fixture
def fill_database() -> Fill | None:
    """An empty database: the program makes its own tables, as it does when it first starts."""
    return None


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """The whole bot, in a world of its own: each test plays on SQLite and on PostgreSQL."""
    address = database_url.replace("sqlite+aiosqlite:", "sqlite:")
    async with playing(address, tmp_path) as stage:
        yield stage
