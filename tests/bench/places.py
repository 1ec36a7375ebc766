"""Fresh databases for each lap, copied from ones that were filled once."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

from bot.clock import SystemClock
from bot.store.db import Database
from bot.store.vault import open_vault
from tests.bench.seeding import Crowd, seed
from tests.migrated import fill
from tests.postgres import AS_SHIPPED, PostgresServer, running_server

PATIENCE = timedelta(minutes=10)
"""How long PostgreSQL is to wait between two heaps of rows: on a busy machine they take a while."""

SQLITE = "SQLite"
POSTGRES = "PostgreSQL"


@dataclass(frozen=True, kw_only=True)
class Filling:
    """How a database is filled: with how many participants, whose days are written or not."""

    participants: int
    key: Path
    are_planned: bool = True

    def __call__(self, url: str) -> None:
        """Make the tables, and write everybody; in a thread of its own, which has its own loop."""
        fill(url)
        with ThreadPoolExecutor(max_workers=1) as thread:
            thread.submit(asyncio.run, self._seed(url)).result()

    async def _seed(self, url: str) -> None:
        vault = open_vault(self.key)
        database = Database(url, vault, idle=PATIENCE)
        crowd = Crowd(vault=vault, now=SystemClock().now(), are_planned=self.are_planned)
        await seed(database, crowd, self.participants)
        await database.close()


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where one lap is run: its folder and its database, with the key."""

    folder: Path
    database_url: str
    key: Path

    @property
    def log(self) -> Path:
        """Where its programs complain."""
        return self.folder / "log"

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Database]:
        """Open the database beside the program under test."""
        database = Database(self.database_url, open_vault(self.key))
        try:
            yield database
        finally:
            await database.close()


@dataclass(frozen=True, kw_only=True)
class Places:
    """Makes places; the PostgreSQL server is started when the first of them asks for it."""

    folder: Path
    stack: ExitStack
    servers: list[PostgresServer] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=count)
    files: dict[Filling, Path] = field(default_factory=dict)

    def fresh(self, kind: str, participants: int, *, are_planned: bool = True) -> Place:
        """Return a place with so many participants, which nobody used before."""
        key = self.folder / "relais.key"
        filling = Filling(participants=participants, key=key, are_planned=are_planned)
        folder = self.empty()
        url = self._file(filling, folder) if kind == SQLITE else self._server().create(filling)
        return Place(folder=folder, database_url=url, key=key)

    def empty(self) -> Path:
        """Return a new folder."""
        folder = self.folder / str(next(self.numbers))
        folder.mkdir()
        return folder

    def drop(self, place: Place) -> None:
        """Remove what a lap left."""
        shutil.rmtree(place.folder)
        if not place.database_url.startswith("sqlite"):
            self._server().drop(place.database_url)

    @contextmanager
    def used(self, kind: str, participants: int, *, are_planned: bool = True) -> Iterator[Place]:
        """Make a place for the block, and remove it afterwards."""
        place = self.fresh(kind, participants, are_planned=are_planned)
        yield place
        # What went wrong stays to be looked at until the bench is over.
        self.drop(place)

    def _file(self, filling: Filling, folder: Path) -> str:
        if filling not in self.files:
            template = self.empty() / "relais.sqlite3"
            filling(f"sqlite+aiosqlite:///{template}")
            self.files[filling] = template
        file = folder / "relais.sqlite3"
        shutil.copy(self.files[filling], file)
        return f"sqlite+aiosqlite:///{file}"

    def _server(self) -> PostgresServer:
        if not self.servers:
            self.servers.append(self.stack.enter_context(running_server(AS_SHIPPED)))
        return self.servers[0]
