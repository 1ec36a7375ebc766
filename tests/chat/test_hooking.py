"""Telegram is told where to bring updates, and told again when it knows another address."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import structlog.testing
from telegram import Bot

from bot.chat.answers import Answer
from bot.chat.hooking import LOOK_EVERY, Address, Hook
from bot.chat.intake import Inbox, Intake
from bot.chat.polling import ALLOWED
from bot.domain.errors import Stopped, WebhookRefused
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.world import World
from bot.store.db import Database, Session
from tests.canaries import CANARY_TEXT
from tests.chat.wavering import Wavering
from tests.examples import an_update
from tests.post import Naps, StillClock

HERE = Address(url="https://relais.example.org/telegram", secret="between-us")


@pytest.fixture
def seen() -> list[int]:
    return []


@pytest.fixture
def intake(wavering: Wavering, clock: StillClock, naps: Naps, seen: list[int]) -> Intake:
    async def note(session: Session, raw: Any, now: datetime) -> Answer | None:
        del session, now
        seen.append(raw["update_id"])
        return None

    async def answer(one: Answer) -> None:
        raise AssertionError(one)

    return Intake(Inbox(database=wavering, clock=clock, route=note, answer=answer, pause=naps))


@pytest.fixture
def hook(bot: Bot, intake: Intake, naps: Naps) -> Hook:
    return Hook(bot, intake, address=HERE, pause=naps)


def database_of(wavering: Wavering) -> Database:
    return wavering


async def test_telegram_is_told_the_address_and_the_secret(hook: Hook, world: World) -> None:
    world.enqueue({"message": {}})

    await hook.look_once()

    assert (world.webhook.url, world.webhook.secret_token) == (HERE.url, HERE.secret)
    assert world.updates.allowed == frozenset(ALLOWED)
    assert len(world.updates.waiting()) == 1


async def test_it_is_told_once_as_long_as_it_knows(hook: Hook, world: World, naps: Naps) -> None:
    for _ in range(3):
        await hook.look_once()

    assert [accept.method for accept in world.accepts] == ["setWebhook"]
    assert naps.seconds == [LOOK_EVERY.total_seconds()] * 3


async def test_it_is_told_again_when_it_knows_another_address(hook: Hook, world: World) -> None:
    await hook.look_once()
    world.webhook = replace(world.webhook, url="https://elsewhere.example.org/")

    await hook.look_once()

    assert world.webhook.url == HERE.url


@pytest.mark.parametrize("fault", [Fault.NO_CONNECTION, Fault.ERROR_BEFORE, Fault.FLOOD])
async def test_a_bad_moment_is_waited_out(
    hook: Hook, world: World, faults: Faults, naps: Naps, fault: Fault
) -> None:
    faults.plan(Trouble(fault=fault, method="setWebhook", times=2, retry_after=7))

    for _ in range(3):
        await hook.look_once()

    assert world.webhook.url == HERE.url
    assert naps.seconds[-1] == LOOK_EVERY.total_seconds()
    assert naps.seconds[:2] == [7, 7] or all(seconds <= 2 for seconds in naps.seconds[:2])


async def test_a_database_that_is_away_is_waited_for(
    hook: Hook, wavering: Wavering, naps: Naps
) -> None:
    wavering.absences = 1

    await hook.look_once()

    assert len(naps.seconds) == 1
    assert naps.seconds[0] < LOOK_EVERY.total_seconds()


async def test_an_address_that_telegram_refuses_ends_it(bot: Bot, intake: Intake) -> None:
    plain = Hook(bot, intake, address=replace(HERE, url="http://relais.example.org/telegram"))

    with pytest.raises(WebhookRefused):
        await plain.run()


async def test_a_token_that_is_not_accepted_ends_it(hook: Hook, world: World) -> None:
    world.bot = replace(world.bot, token="8100000042:another")

    with pytest.raises(Stopped):
        await hook.run()


async def test_what_could_not_be_brought_is_said_once(
    hook: Hook, world: World, clock: StillClock
) -> None:
    await hook.look_once()
    world.webhook = replace(world.webhook, failed_at=clock.now(), failure="Connection refused")

    with structlog.testing.capture_logs() as said:
        for _ in range(3):
            await hook.look_once()

    assert [one["event"] for one in said] == ["updates_not_brought"]


async def test_what_is_brought_waits_for_what_was_kept_before(
    hook: Hook, wavering: Wavering, clock: StillClock, intake: Intake, seen: list[int]
) -> None:
    async with database_of(wavering).begin() as session:
        await an_update(session, 1, now=clock.now())
    bringing = asyncio.create_task(hook.take({"update_id": 2, "message": {"text": CANARY_TEXT}}))

    running = asyncio.create_task(hook.run())
    await bringing
    await intake.finish()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running

    assert seen == [1, 2]
