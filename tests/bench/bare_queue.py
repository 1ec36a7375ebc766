"""A bare bot with the library's JobQueue, used as it comes.

It reads its reminders at the start and makes a job of each; then it takes orders.
"""

import argparse
import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from telegram.ext import Application, ApplicationBuilder, CallbackContext

from tests.bench.bare import WORDS, Stalls, keyboard, say, told
from tests.bench.cast import FIRST_ID, PARIS, TOKEN
from tests.bench.reminders import read_table

Bare: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
Context: TypeAlias = CallbackContext[Any, Any, Any, Any]


async def ring(context: Context) -> None:
    """Send one reminder."""
    assert context.job
    assert context.job.chat_id
    await context.bot.send_message(context.job.chat_id, WORDS, reply_markup=keyboard())


def load(application: Bare, file: Path) -> None:
    """Make a job of every reminder, and send the first one now.

    With the library's defaults that one would be dropped: it is due before the queue begins, and
    among many jobs that is more than a second ago.
    """
    queue = application.job_queue
    assert queue
    for one in read_table(file):
        queue.run_daily(ring, one.wall.replace(tzinfo=PARIS), chat_id=one.chat)
    queue.run_once(ring, 0, chat_id=FIRST_ID, job_kwargs={"misfire_grace_time": None})


def burst(application: Bare, several: int, due: datetime) -> None:
    """Make so many jobs that are due at one moment."""
    queue = application.job_queue
    assert queue
    for chat in range(FIRST_ID, FIRST_ID + several):
        queue.run_once(ring, due, chat_id=chat)


async def main() -> None:
    """Start, load what there is, and obey: make jobs, or tell how long the loop stood still."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--table", type=Path)
    asked = parser.parse_args()
    application = ApplicationBuilder().token(TOKEN).base_url(f"{asked.url}/bot").build()
    async with application:
        if asked.table:
            load(application, asked.table)
        await application.start()
        say("ready")
        stalls = Stalls()
        while order := await told():
            if "due" in order:
                burst(application, order["several"], datetime.fromisoformat(order["due"]))
                stalls.begin()
            say(await stalls.longest())
        await application.stop()


if __name__ == "__main__":
    asyncio.run(main())
