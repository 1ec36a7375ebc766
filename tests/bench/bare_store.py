"""A bare bot with APScheduler and its SQLAlchemy job store, used as it comes.

The jobs are in the store before it starts.
"""

import argparse
import asyncio
from datetime import UTC

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram import Bot

from tests.bench.bare import Stalls, say, told
from tests.bench.cast import TOKEN
from tests.bench.ringing import BOTS


async def main() -> None:
    """Connect; begin at once or when it is told to, then tell how long the loop stood still."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--store", required=True)
    parser.add_argument("--waits", action="store_true")
    asked = parser.parse_args()
    stores = {"default": SQLAlchemyJobStore(url=f"sqlite:///{asked.store}")}
    scheduler = AsyncIOScheduler(jobstores=stores, timezone=UTC)
    async with Bot(TOKEN, base_url=f"{asked.url}/bot") as bot:
        BOTS.append(bot)
        say("ready")
        if asked.waits:
            await told()
        stalls = Stalls()
        stalls.begin()
        scheduler.start()
        if asked.waits:
            say("begun")
        while await told():
            say(await stalls.longest())
        scheduler.shutdown(wait=False)


if __name__ == "__main__":
    asyncio.run(main())
