"""Four workers at once: processes on PostgreSQL, tasks of one process on SQLite."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bot.services.delivering import BATCH, Claimed, Post, take
from tests.campaign.claiming import GO, STOP, Worked, a_worker, record, work

ROOT = Path(__file__).parents[2]
LONGEST_LINE = 2**26


class Crew(Protocol):
    """Workers, by number: they work, or one is held after its claim and let go later."""

    async def go(self, but: int | None = None) -> Sequence[Worked]:
        """Let everybody but the one who is held work until nothing is due."""
        ...

    async def hold(self, one: int) -> None:
        """Let one claim, and hold it there."""
        ...

    async def release(self, one: int) -> Worked:
        """Let it go on, and return what came of its writes."""
        ...


@dataclass(frozen=True, kw_only=True)
class Processes:
    """Each worker is a process; the one who is held is stopped by a signal."""

    workers: Sequence[asyncio.subprocess.Process]

    async def go(self, but: int | None = None) -> Sequence[Worked]:
        """Tell everybody at once, then hear them all."""
        at_work = [one for number, one in enumerate(self.workers) if number != but]
        for one in at_work:
            _tell(one, GO)
        return await asyncio.gather(*map(_hear, at_work))

    async def hold(self, one: int) -> None:
        """Return once the process stands still."""
        _tell(self.workers[one], STOP)
        await asyncio.to_thread(os.waitid, os.P_PID, self.workers[one].pid, os.WSTOPPED)

    async def release(self, one: int) -> Worked:
        """Wake the process."""
        os.kill(self.workers[one].pid, signal.SIGCONT)
        return await _hear(self.workers[one])


@dataclass(frozen=True, kw_only=True)
class Tasks:
    """Each worker is a task, with its own connection to the same file."""

    workers: Sequence[Post]
    held: dict[int, Sequence[Claimed]] = field(default_factory=dict)

    async def go(self, but: int | None = None) -> Sequence[Worked]:
        """Let them work side by side."""
        at_work = [one for number, one in enumerate(self.workers) if number != but]
        return await asyncio.gather(*map(work, at_work))

    async def hold(self, one: int) -> None:
        """Claim, and go no further."""
        self.held[one] = await take(self.workers[one], limit=BATCH)

    async def release(self, one: int) -> Worked:
        """Write what was claimed."""
        worked = Worked()
        await record(self.workers[one], self.held.pop(one), worked)
        return worked


@asynccontextmanager
async def processes(url: str, clock: Path, several: int) -> AsyncIterator[Processes]:
    """Start so many workers, and end them with the block."""
    workers = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.campaign.claiming", url, str(clock)),
            str(clock.parent / f"worker-{number}"),
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
        )
        for number in range(several)
    ]
    try:
        yield Processes(workers=workers)
    finally:
        for one in workers:
            if one.returncode is None:
                one.kill()
            await one.wait()


@asynccontextmanager
async def tasks(url: str, clock: Path, several: int) -> AsyncIterator[Tasks]:
    """Open so many workers, and close them with the block."""
    async with AsyncExitStack() as stack:
        folders = [clock.parent / f"worker-{number}" for number in range(several)]
        workers = [await stack.enter_async_context(a_worker(url, clock, each)) for each in folders]
        yield Tasks(workers=workers)


def _tell(worker: asyncio.subprocess.Process, order: str) -> None:
    assert worker.stdin
    worker.stdin.write(f"{order}\n".encode())


async def _hear(worker: asyncio.subprocess.Process) -> Worked:
    assert worker.stdout
    return Worked(**json.loads(await worker.stdout.readline()))
