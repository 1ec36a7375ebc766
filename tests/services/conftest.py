import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import SQLModel

from bot.store.db import Database
from bot.store.vault import Vault
from tests.migrated import fill
from tests.postgres import PostgresServer
from tests.real_words import real_content
from tests.services import plays
from tests.services.asked import Asked
from tests.services.memories import Memories
from tests.services.stage import NotingLibrary, Phone, Stage


@dataclass(frozen=True, kw_only=True)
class Team:
    """A coach and the participant they support."""

    coach: Phone
    participant: Phone

    @property
    def stage(self) -> Stage:
        return self.coach.stage


@dataclass
class SharedPostgres:
    """One database for all tests here, emptied for each: making one takes longer than a test."""

    server: PostgresServer
    address: str

    def emptied(self) -> str:
        """Return its address; where a test removed a table, that of another one."""
        tables = reversed(SQLModel.metadata.sorted_tables)
        delete = sql.SQL(";").join(
            sql.SQL("DELETE FROM {}").format(sql.Identifier(one.name)) for one in tables
        )
        address = self.address.replace("+psycopg", "")
        try:
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute(delete)
        except psycopg.errors.UndefinedTable:
            self.server.drop(self.address)
            self.address = self.server.create(fill)
        return self.address


@pytest.fixture(scope="session")
def statements() -> Iterator[Asked]:
    """What is asked of any database from now on."""
    asked = Asked()
    event.listen(Engine, "before_cursor_execute", asked.hear)
    yield asked
    event.remove(Engine, "before_cursor_execute", asked.hear)


@pytest.fixture(autouse=True)
def asks_something_new(request: pytest.FixtureRequest, statements: Asked) -> Iterator[None]:
    """Leave out on PostgreSQL what was seen on SQLite and asks nothing new; not with --on-both."""
    called = getattr(request.node, "callspec", None)
    kind = called.params.get("database_url") if called else None
    test = request.node.nodeid.replace("postgresql", "sqlite")
    is_again = kind == "postgresql"
    if is_again and statements.is_nothing_new(test) and not request.config.getoption("--on-both"):
        pytest.skip("PostgreSQL was asked all of this before")
    statements.now.clear()
    yield
    if kind:
        statements.keep(test, again=is_again)


@pytest.fixture(scope="session")
def shared_postgres(postgres_server: PostgresServer) -> SharedPostgres:
    return SharedPostgres(server=postgres_server, address=postgres_server.create(fill))


@pytest.fixture
def postgres_url(shared_postgres: SharedPostgres) -> str:
    return shared_postgres.emptied()


@pytest.fixture(scope="session")
def sqlite_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an empty database and the one that all tests here use in turn."""
    folder = tmp_path_factory.mktemp("services")
    fill(f"sqlite+aiosqlite:///{folder}/template")
    return folder


@pytest.fixture
def sqlite_url(sqlite_folder: Path) -> str:
    for leftover in sqlite_folder.glob("database*"):
        leftover.unlink()
    file = shutil.copy(sqlite_folder / "template", sqlite_folder / "database")
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture(scope="session")
def engines() -> dict[str, Any]:
    """Return what `database` remembers: engines, which know the statements they compiled."""
    return {}


@pytest.fixture
async def database(
    database_url: str, vault: Vault, engines: dict[str, Any]
) -> AsyncIterator[Database]:
    """Open an emptied database; its engine lasts, its connections do not."""
    opened = Database(database_url, vault)
    opened.engine = engines.setdefault(database_url, opened.engine)
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def library() -> NotingLibrary:
    """The real words."""
    return NotingLibrary(real_content())


@pytest.fixture(scope="session")
def memories() -> Memories:
    return Memories()


@pytest.fixture
def stage(database: Database, library: NotingLibrary) -> Stage:
    """A stage on a fresh database: each test plays once on SQLite and once on PostgreSQL."""
    return Stage(database, library)


@pytest.fixture
async def coach(stage: Stage, memories: Memories) -> Phone:
    """A coach who has come in: Paris, nine to five."""
    return (await memories.recall(stage, plays.coach_comes_in))["coach"]


@pytest.fixture
async def team(stage: Stage, memories: Memories) -> Team:
    """A coach and a confirmed participant who shows the essential."""
    return Team(**await memories.recall(stage, plays.team_forms))


@pytest.fixture
async def agreed(stage: Stage, memories: Memories) -> Team:
    """A team with a wake-up at seven on working days, a line at 19:30, a note at nine."""
    return Team(**await memories.recall(stage, plays.wakeup_is_agreed))
