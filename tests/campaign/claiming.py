"""What a worker of the claims' trial does: takes what is due and notes that it was sent."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.services.delivering import BATCH, Claimed, Post, take
from bot.store import claims
from bot.store.claims import Receipt
from bot.store.db import Database
from bot.store.vault import KEY_LENGTH, Vault
from tests.acceptance.shared_clock import SharedClock
from tests.post import NotingMessenger, a_deployment

GO = "go"
STOP = "stop"
VAULT = Vault({1: bytes(KEY_LENGTH)})


class SteadySharedClock(SharedClock):
    """A clock in a file whose leases run by it, too."""

    steady = SharedClock.now


@dataclass
class Worked:
    """What one worker claimed, and how many of its writes were taken, or came too late."""

    claimed: list[str] = field(default_factory=list)
    written: int = 0
    refused: int = 0


async def work(post: Post) -> Worked:
    """Take and record until nothing is due."""
    worked = Worked()
    while claimed := await take(post, limit=BATCH):
        await record(post, claimed, worked)
    return worked


async def record(post: Post, claimed: Sequence[Claimed], worked: Worked) -> None:
    """Note everything that was claimed as sent."""
    worked.claimed += [one.delivery.id for one in claimed]
    async with post.database.begin() as session:
        receipts = [
            Receipt(delivery_id=one.delivery.id, owner=one.owner, telegram_message=number)
            for number, one in enumerate(claimed)
        ]
        taken = await claims.record_sent(session, receipts, post.clock.now())
    worked.written += taken
    worked.refused += len(claimed) - taken


@asynccontextmanager
async def a_worker(url: str, clock: Path, folder: Path) -> AsyncIterator[Post]:
    """Open what one worker needs."""
    database = Database(url, VAULT)
    try:
        yield Post(
            database=database,
            clock=SteadySharedClock(clock),
            messenger=NotingMessenger(),
            deployment=a_deployment(folder),
        )
    finally:
        await database.close()


async def _obey(url: str, clock: str, folder: str) -> None:
    """Read orders, one a line, and answer each; `stop` holds the whole process while it claims."""
    async with a_worker(url, Path(clock), Path(folder)) as post:
        while order := (await asyncio.to_thread(sys.stdin.readline)).strip():
            if order == STOP:
                worked = Worked()
                claimed = list(await take(post, limit=BATCH))
                os.kill(os.getpid(), signal.SIGSTOP)
                await record(post, claimed, worked)
            else:
                worked = await work(post)
            print(json.dumps(asdict(worked)), flush=True)  # noqa: T201 - the way back to the trial


if __name__ == "__main__":
    asyncio.run(_obey(*sys.argv[1:]))
