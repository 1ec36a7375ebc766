"""No file of this process may grow beyond a size: what is written beyond it fails, for real."""

import asyncio
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.domain.errors import RelaisError
from bot.store.backup import back_up
from bot.store.vault import open_vault
from tests.store.backing_up import tools


@contextmanager
def starved(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes until the end of the block."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def eat() -> None:
    """Let files grow again: there is room once somebody noticed that there was none."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


@dataclass(frozen=True, kw_only=True)
class Written:
    """A file that is to be there whole or not at all: how it is made, and what says it is whole."""

    name: str
    file: Path
    make: Callable[[], object]
    is_whole: Callable[[], bool]

    async def faults(self, steps: int) -> tuple[int, list[str]]:
        """Make it with ever more room until it is there; return how often, and what was wrong."""
        await asyncio.to_thread(self.make)
        whole = self.file.stat().st_size
        found: list[str] = []
        sizes = sorted({whole * step // steps for step in range(steps + 1)})
        for size in sizes:
            self.file.unlink(missing_ok=True)
            said = await asyncio.to_thread(self._try, size)
            found += [
                f"{self.name}, {size} of {whole} bytes: {fault}" for fault in self._look(said)
            ]
        return len(sizes), found

    def _try(self, size: int) -> str:
        with starved(size):
            try:
                self.make()
            except (OSError, RelaisError) as error:
                return repr(error)
        return ""

    def _look(self, said: str) -> Iterator[str]:
        beside = [one.name for one in self.file.parent.iterdir() if one != self.file]
        if beside:
            yield f"{beside} left beside it"
        if self.file.exists() and not self.is_whole():
            yield "it is broken"
        if self.file.exists() == bool(said):
            yield f"there: {self.file.exists()}, said: {said or 'done'}"


def written(url: str, folder: Path) -> list[Written]:
    """Return the files that the program writes besides its database, each in an own folder."""
    key, backup = folder / "key" / "relais.key", folder / "backup" / "relais.backup"
    for file in (key, backup):
        file.parent.mkdir(parents=True)
    address = url.replace("sqlite+aiosqlite:", "sqlite:")
    return [
        Written(
            name="key file",
            file=key,
            make=lambda: open_vault(key),
            is_whole=lambda: bool(open_vault(key)),
        ),
        Written(
            name="backup",
            file=backup,
            make=lambda: back_up(address, backup, tools=tools()),
            is_whole=lambda: _opens(backup, address),
        ),
    ]


def _opens(backup: Path, address: str) -> bool:
    """Whether the database's own tools find nothing wrong with a backup."""
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(f"{backup.as_uri()}?immutable=1", uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    listing = [f"{tools()}/pg_restore", "--list", str(backup)]
    return not subprocess.run(listing, check=False, capture_output=True).returncode  # noqa: S603
