"""The parts run apart, as processes of their own: together they are the whole bot."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.domain.message import Message, Phrase
from bot.domain.people import Role
from bot.sandbox.serving import served
from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import World
from bot.store import invitations
from bot.store.db import Database
from bot.store.migrate import migrate
from bot.store.vault import open_vault
from tests.campaign.crowd import add_chats, add_deliveries
from tests.campaign.sandbox_post import add_people
from tests.canaries import CANARY_NAME
from tests.examples import a_delivery

pytestmark = pytest.mark.postgresql

ROOT = Path(__file__).parents[2]
PATIENCE = timedelta(seconds=60)
CROWD = 40


@asynccontextmanager
async def process(parts: str, settings: Mapping[str, str]) -> AsyncIterator[None]:
    """Run some parts until the end of the block; they must end well when they are told to."""
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--parts", parts),
        cwd=ROOT,
        env={**os.environ, **settings},
    )
    try:
        yield
        running.terminate()
        assert await asyncio.wait_for(running.wait(), PATIENCE.total_seconds()) == 0
    finally:
        if running.returncode is None:
            running.kill()
            await running.wait()


async def test_parts_that_run_apart_answer_and_send_everything_once(
    postgres_url: str, tmp_path: Path
) -> None:
    world = World(clock=SystemClock())
    key = tmp_path / "relais.key"
    database = Database(postgres_url, open_vault(key))
    async with AsyncExitStack() as stack:
        settings = {
            "RELAIS_TELEGRAM_TOKEN": world.bot.token,
            "RELAIS_TELEGRAM_BASE_URL": await stack.enter_async_context(
                served(telegram_app(world))
            ),
            "RELAIS_DATABASE_URL": postgres_url,
            "RELAIS_SECRET_KEY_FILE": str(key),
            "RELAIS_LOG_LEVEL": "ERROR",
        }
        for parts in ("intake,planner", "workers", "workers"):
            await stack.enter_async_context(process(parts, settings))
        await migrate(database)
        await everybody_gets_a_message(world, database)
        await a_coach_comes_in(world, database)
    await database.close()


async def everybody_gets_a_message(world: World, database: Database) -> None:
    now = world.clock.now()
    crowd = await add_chats(database, add_people(world, CROWD), now)
    says = Message(says=Phrase("line-contact-unreachable", {"name": CANARY_NAME}))
    due = [a_delivery(chat, due=now, message=says) for chat in crowd]
    await add_deliveries(database, crowd, due)

    def arrived() -> list[int]:
        return [
            sum(CANARY_NAME in message.words for message in world.messages(chat.telegram_id))
            for chat in crowd
        ]

    await world.settled(lambda: all(arrived()), within=PATIENCE)
    assert set(arrived()) == {1}


async def a_coach_comes_in(world: World, database: Database) -> None:
    async with database.begin() as session:
        made = await invitations.add(
            session, role=Role.COACH, name="Nadia", invited_by=None, now=world.clock.now()
        )
        payload = invitations.token(session.vault, made.id)
    coach = world.add_person(first_name="Nadia").id
    world.open_link(coach, payload)

    await world.settled(
        lambda: any(one.inline_keyboard for one in world.messages(coach)), within=PATIENCE
    )
