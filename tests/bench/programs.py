"""Programs under test, each a process of its own: what they cost is read from the system."""

import asyncio
import json
import os
import re
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
USED = slice(11, 13)
"""Where the time spent in user and in system mode stands behind the name in `/proc/<pid>/stat`."""

LONGEST_LINE = 2**28
LAST_CALL = 15.0
SHOWN = 2_000
"""How much of what a program complained about is shown where something went wrong."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """A process that runs, and obeys one order a line where it takes orders."""

    process: asyncio.subprocess.Process

    @property
    def about(self) -> Path:
        """Where the system tells about it."""
        return Path(f"/proc/{self.process.pid}")

    def cpu(self) -> float:
        """Return how many seconds of a processor it has used so far."""
        after_name = (self.about / "stat").read_text().rpartition(")")[2].split()
        return sum(map(int, after_name[USED])) / TICKS

    def peak(self) -> float:
        """Return the most memory that it has used so far, in megabytes.

        Not `ru_maxrss`, which counts the program that started it, too.
        """
        found = re.search(r"VmHWM:\s+(\d+) kB", (self.about / "status").read_text())
        assert found
        return int(found[1]) / 1024

    async def order(self, what: object) -> Any:
        """Tell it something, and return what it answers."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(what).encode() + b"\n")
        return await self.hear()

    async def hear(self) -> Any:
        """Return what it says next."""
        assert self.process.stdout
        line = await self.process.stdout.readline()
        if not line:
            raise RuntimeError("A program of the bench ended early; its log says why.")
        return json.loads(line)


@asynccontextmanager
async def a_program(
    arguments: Sequence[str], log: Path, environment: Mapping[str, str] | None = None
) -> AsyncIterator[Program]:
    """Run a module of Python with these arguments until the end of the block."""
    with log.open("ab") as complaints:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", *arguments),
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=complaints,
            limit=LONGEST_LINE,
        )
        try:
            yield Program(process=process)
        except (RuntimeError, TimeoutError) as error:
            error.add_note(_last_lines(log))
            raise
        finally:
            await _end(process)


def _last_lines(log: Path) -> str:
    return log.read_text()[-SHOWN:]


async def _end(process: asyncio.subprocess.Process) -> None:
    """Tell it to stop; kill it if it does not."""
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(LAST_CALL):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
