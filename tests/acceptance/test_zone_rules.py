"""The machine learns other rules of a zone between two runs: what is planned moves with them."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path

from sqlmodel import col, select, update

from bot.clock import SystemClock
from bot.domain.people import Standing
from bot.domain.wakeup import Slot
from bot.sandbox.serving import served
from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import World
from bot.store import plans
from bot.store.db import Database
from bot.store.migrate import migrate
from bot.store.tables import DeliveryRow, PersonRow
from bot.store.vault import open_vault
from tests.acceptance.stage import LOOK_AGAIN
from tests.campaign.journeys import plan_of
from tests.examples import a_person

ROOT = Path(__file__).parents[2]
PATIENCE = timedelta(seconds=60)
HOUR = timedelta(hours=1)
LONG_AGO = date(2020, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Machine:
    """A machine on which `relais run` is started, with rules of its own."""

    address: str
    token: str
    database_url: str
    folder: Path

    async def run(self, rules: Path, holds: Callable[[], Awaitable[bool]]) -> None:
        """Run until something holds, then tell it to end."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=self.folder,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PYTHONTZPATH": str(rules),
                "RELAIS_TELEGRAM_TOKEN": self.token,
                "RELAIS_TELEGRAM_BASE_URL": self.address,
                "RELAIS_DATABASE_URL": self.database_url,
                "RELAIS_SECRET_KEY_FILE": str(self.folder / "relais.key"),
                "RELAIS_WEB_PORT": "0",
            },
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                while not await holds():
                    with suppress(TimeoutError):
                        assert await asyncio.wait_for(process.wait(), LOOK_AGAIN) is None
                process.send_signal(signal.SIGTERM)
                assert await process.wait() == 0
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def rules(folder: Path, paris: str) -> Path:
    """Make the rules of a machine, on which the clocks of Paris go as those of another place."""
    known = files("tzdata") / "zoneinfo"
    for name, like in (("Etc/UTC", "Etc/UTC"), ("Europe/Paris", paris)):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes((known / like).read_bytes())
    return folder


async def nudges(database: Database) -> set[datetime]:
    async with database.look() as session:
        which = select(DeliveryRow.due).where(col(DeliveryRow.slot) == Slot.NUDGE)
        return set((await session.exec(which)).all())


async def test_what_is_planned_moves_with_the_rules_of_a_zone(
    sqlite_url: str, tmp_path: Path
) -> None:
    database = Database(sqlite_url, open_vault(tmp_path / "relais.key"))
    await migrate(database)
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        # Who began to come in days ago, and did not, would be forgotten meanwhile.
        await session.exec(update(PersonRow).values(standing=Standing.ACTIVE))
        await plans.add(session, plan_of(person_id, time(7), LONG_AGO), SystemClock().now())
    world = World(clock=SystemClock())

    async def is_planned() -> bool:
        return bool(await nudges(database))

    async with served(telegram_app(world)) as address:
        machine = Machine(
            address=address,
            token=world.bot.token,
            database_url=sqlite_url.replace("+aiosqlite", ""),
            folder=tmp_path,
        )
        await machine.run(rules(tmp_path / "old", "Europe/Paris"), is_planned)
        before = await nudges(database)

        async def has_moved() -> bool:
            found = await nudges(database)
            return bool(found) and not before & found

        await machine.run(rules(tmp_path / "new", "Europe/London"), has_moved)
    moved = await nudges(database)
    await database.close()

    assert {due.time() for due in moved} == {(due + HOUR).time() for due in before}
