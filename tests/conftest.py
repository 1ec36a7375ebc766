"""What every test may ask for: a fresh database on SQLite and on PostgreSQL, with its tables.

Every test's log is read by `tests/log_scan.py`.
"""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.store.db import Database
from bot.store.vault import Vault
from tests.in_memory import roomy
from tests.migrated import fill
from tests.postgres import STEADY, Fill, PostgresServer, running_server

ROOM = 2 * 2**30
"""How many bytes the folders of all tests may need together."""

# Every commit of a test would wait for the disk: a third of the time of a conversation.
tempfile.tempdir = roomy(ROOM)

pytest_plugins = ["tests.log_scan", "tests.measuring"]

# No deadline: the machine of the pipeline has slow moments, and a rule is not slower for it.
settings.register_profile("relais", deadline=None, print_blob=True)
settings.load_profile("relais")

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever runs the tests ask for each conversation on both databases."""
    parser.addoption("--on-both", action="store_true", help="play every conversation on both")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One server for all tests of this process, started when the first of them asks."""
    with running_server(STEADY) as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_templates() -> dict[Fill, Path]:
    """Return what `database_url` remembers: the file that each filling left, to be copied."""
    return {}


@pytest.fixture
def fill_database() -> Fill | None:
    """Return what makes a database ready, given its address: the tables of today.

    Overridden beside the tests that want another, as a plain function of a module (not a lambda
    made anew): it runs once, then is copied; or as None, for an empty database.
    """
    return fill


@pytest.fixture
def sqlite_url(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_templates: dict[Fill, Path],
    fill_database: Fill | None,
) -> str:
    """Return the address of a fresh SQLite file, filled by `fill_database`."""
    file = tmp_path / "relais.sqlite3"
    if fill_database is not None:
        if fill_database not in sqlite_templates:
            template = tmp_path_factory.mktemp("template") / "relais.sqlite3"
            fill_database(f"sqlite+aiosqlite:///{template}")
            sqlite_templates[fill_database] = template
        shutil.copy(sqlite_templates[fill_database], file)
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, fill_database: Fill | None) -> Iterator[str]:
    """Return the address of a fresh PostgreSQL database, filled by `fill_database`."""
    address = postgres_server.create(fill_database)
    yield address
    postgres_server.drop(address)


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the address of a fresh database: the test runs once on each kind."""
    kind = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param]
    return str(request.getfixturevalue(kind))


@pytest.fixture
def vault() -> Vault:
    """Return a vault whose key is no secret."""
    return Vault({1: b"a key for the tests, no secret !"})


@pytest.fixture
async def database(database_url: str, vault: Vault) -> AsyncIterator[Database]:
    """Open a fresh database with its tables: the test runs once on each kind."""
    opened = Database(database_url, vault)
    yield opened
    await opened.close()
