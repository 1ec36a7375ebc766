"""Lives of the bot that end because it is told to: forked, or begun as people begin it."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from tests.acceptance.bot_process import LOOK

ROOT = Path(__file__).parents[2]


class Life(Protocol):
    """A bot that runs."""

    @property
    def pid(self) -> int:
        """The number of the process."""
        ...

    async def over(self) -> int:
        """Wait for its end, and return how it ended: 0 if well."""
        ...


@dataclass(kw_only=True)
class Forked:
    """Begun by a program that has everything imported: most of what a start takes is left out."""

    pid: int
    ended: "asyncio.Task[int]"

    async def over(self) -> int:
        """Wait for the status of the child."""
        return await asyncio.shield(self.ended)


@dataclass(kw_only=True)
class Begun:
    """Begun as `relais run` is."""

    process: asyncio.subprocess.Process

    @property
    def pid(self) -> int:
        """Return the number of the process."""
        return self.process.pid

    async def over(self) -> int:
        """Wait for the exit code."""
        return await self.process.wait()


@dataclass(kw_only=True)
class Lives:
    """Begins bots, one at a time."""

    forks: asyncio.subprocess.Process
    kept: Mapping[str, Any]
    living: list[Life] = field(default_factory=list)

    async def fork(self) -> Life:
        """Begin one by a fork."""
        assert self.forks.stdin
        line = {**self.kept, "death": {"counts": False}}
        self.forks.stdin.write(json.dumps(line).encode() + b"\n")
        pid = (await self._read())["began"]
        return self._lives(Forked(pid=pid, ended=asyncio.ensure_future(self._status())))

    async def begin(self, log: Path) -> Life:
        """Begin one as people do; what it logs goes to a file."""
        settings = {f"RELAIS_{name.upper()}": one for name, one in self.kept["settings"].items()}
        with log.open("ab") as opened:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=log.parent,
                env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
                stdout=opened,
                stderr=opened,
            )
        return self._lives(Begun(process=process))

    def _lives(self, life: Life) -> Life:
        self.living.append(life)
        return life

    async def _status(self) -> int:
        return int((await self._read())["over"])

    async def _read(self) -> Any:
        assert self.forks.stdout
        return json.loads(await self.forks.stdout.readline())


@asynccontextmanager
async def lives(kept: Mapping[str, Any]) -> AsyncIterator[Lives]:
    """Give what begins bots; `kept` is what each is given. Whoever still lives is ended."""
    forks = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.acceptance.bot_process", kept["settings"]["database_url"]),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    several = Lives(forks=forks, kept=kept)
    try:
        yield several
    finally:
        for one in several.living:
            if isinstance(one, Begun) and one.process.returncode is None:
                one.process.kill()
                await one.process.wait()
        with suppress(ProcessLookupError):
            os.killpg(forks.pid, signal.SIGKILL)
        await forks.wait()


def look(life: Life) -> None:
    """Have it look at once what is due, where it listens to that."""
    if isinstance(life, Forked):
        os.kill(life.pid, LOOK)


def tell_to_stop(life: Life) -> None:
    """Do what whoever stops services does."""
    os.kill(life.pid, signal.SIGTERM)


def gaps(taken: Sequence[datetime], ends: Sequence[datetime]) -> Sequence[timedelta]:
    """Return, for each end, how long nothing was taken around it."""
    in_order = sorted(taken)
    found = []
    for end in ends:
        before = [at for at in in_order if at <= end]
        after = [at for at in in_order if at > end]
        if before and after:
            found.append(after[0] - before[-1])
    return found
