"""Plays the bot before the first of its lives: what comes late is there then for all of them.

That is what is imported late, what is read of the content, and what is made of each statement that
is asked of the database: most of what a start takes.
"""

import asyncio
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import event, make_url, or_
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, func, select, update

from bot import app
from bot.clock import SystemClock
from bot.domain.delivery import Class, State
from bot.domain.update import UpdateState
from bot.library import Library, open_library
from bot.sandbox.serving import served
from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import World
from bot.services.ports import Unpaced
from bot.settings import CONTENT, Settings
from bot.store import db
from bot.store.db import Database
from bot.store.tables import DeliveryRow, UpdateRow

PEOPLE = 4
LEFT = (Class.REPLY, Class.WAKEUP, Class.DIGEST)
"""Of these two copies may arrive, two but not after somebody got up, and one."""

PATIENCE = timedelta(seconds=60)
LOOK_AGAIN = 0.02


@dataclass(frozen=True, kw_only=True)
class Rehearsed:
    """What every life may use: the content, and an engine that has put its statements together."""

    library: Library
    engine: AsyncEngine

    def aim(self, url: str) -> None:
        """Let the bot of this process use that engine, for another database of the same kind."""
        there = make_url(url).set(drivername=self.engine.url.drivername)
        where, how = self.engine.dialect.create_connect_args(there)
        self.engine.sync_engine.url = there

        @event.listens_for(self.engine.sync_engine, "do_connect")
        def connect_there(
            dialect: object, record: object, args: list[Any], options: dict[str, Any]
        ) -> None:
            del dialect, record
            args[:] = where
            options.update(how)

        _use(self.engine)


def rehearse(url: str) -> Rehearsed:
    """Play beside the database that the lives will have, on an empty one of the same kind."""
    with tempfile.TemporaryDirectory() as folder, _beside(url, folder) as scratch:
        return asyncio.run(_play(scratch, Path(folder)))


async def _play(url: str, folder: Path) -> Rehearsed:
    """Start, answer people and stop; start again, finding things half done, and do these."""
    library = open_library(CONTENT)
    engine = db._open(url, db.IDLE)
    _use(engine)
    clock = SystemClock()
    world = World(clock=clock)
    outside = app.Outside(clock=clock, pace=Unpaced(), library=library)
    async with served(telegram_app(world)) as address:
        settings = Settings(
            telegram_token=world.bot.token,
            telegram_base_url=address,
            database_url=url,
            secret_key_file=folder / "relais.key",
        )
        people = [world.add_person(first_name="Canari").id for _ in range(PEOPLE)]
        async with app.running(settings, outside) as relais:
            await world.updates.polled()
            await _write(relais.database, world, people, world.open_link)
            await _write(relais.database, world, people, lambda one: world.write(one, "/menu"))
            await _write(relais.database, world, people[:1], lambda one: world.write(one, "/menu"))
            await _leave_half_done(relais.database)
        async with app.running(settings, outside) as relais:
            await _write(relais.database, world, people, lambda one: world.write(one, "/menu"))
    return Rehearsed(library=library, engine=engine)


async def _write(
    database: Database, world: World, people: Sequence[int], write: Callable[[int], object]
) -> None:
    """Let each write twice, and wait until that is answered and nothing is on its way."""
    for one in (*people, *people):
        write(one)
    under_way = select(DeliveryRow.id).where(
        col(DeliveryRow.state).in_([State.PLANNED, State.SENDING])
    )
    # What was taken in may still be without its reply.
    unread = select(UpdateRow.id).where(col(UpdateRow.state) == UpdateState.WAITING)
    async with asyncio.timeout(PATIENCE.total_seconds()):
        while True:
            await asyncio.sleep(LOOK_AGAIN)
            async with database.look() as session:
                found = await session.exec(select(or_(under_way.exists(), unread.exists())))
                if not (world.updates.waiting() or found.one()):
                    return


async def _leave_half_done(database: Database) -> None:
    """Let the newest of each chat look as if whoever was sending it had died."""
    newest = select(func.max(DeliveryRow.number), DeliveryRow.chat_id).group_by(DeliveryRow.chat_id)
    over = SystemClock().steady() - timedelta(seconds=1)
    async with database.begin() as session:
        found = (await session.exec(newest)).all()
        for kind, (number, chat) in zip(cycle(LEFT), found, strict=False):
            its = (col(DeliveryRow.chat_id) == chat, col(DeliveryRow.number) == number)
            left = {"state": State.SENDING, "owner": "nobody", "lease_until": over, "copies": 0}
            await session.exec(update(DeliveryRow).where(*its).values(kind=kind, **left))


@contextmanager
def _beside(url: str, folder: str) -> Iterator[str]:
    """Make an empty database of the same kind, and remove it at the end."""
    made = make_url(url)
    if made.get_backend_name() == "sqlite":
        yield f"sqlite:///{folder}/rehearsal.sqlite"
        return
    name = f"{made.database}_rehearsal"
    where = f"host={made.query['host']} user={made.username} dbname=postgres"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield made.set(database=name).render_as_string(hide_password=False)
        finally:
            dropping = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            connection.execute(dropping.format(sql.Identifier(name)))


def _use(engine: AsyncEngine) -> None:
    """Let whatever opens a database in this process use an engine that is there."""

    def opened(url: str, idle: timedelta) -> AsyncEngine:
        del url, idle
        return engine

    db._open = opened
