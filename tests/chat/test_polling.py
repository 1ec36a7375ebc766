"""Updates are asked for again and again, and confirmed only once they are kept."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from telegram import Bot

from bot.chat.answers import Answer, give
from bot.chat.intake import Inbox, Intake
from bot.chat.polling import Poller
from bot.domain.errors import Stopped
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.messages import Person
from bot.sandbox.world import World
from bot.store.db import Session
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.chat.wavering import Wavering
from tests.post import Naps, StillClock

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Listening:
    """Notes the texts it is handed, and tells when there are enough."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.heard = asyncio.Condition()

    async def __call__(self, session: Session, raw: Any, now: datetime) -> Answer | None:
        del session, now
        query = raw.get("callback_query")
        async with self.heard:
            self.texts.append(raw["message"]["text"] if query is None else "a tap")
            self.heard.notify_all()
        return Answer(query_id=query["id"], text="C’est noté") if query else None

    async def until(self, several: int) -> None:
        async with self.heard, asyncio.timeout(5):
            await self.heard.wait_for(lambda: len(self.texts) >= several)


@pytest.fixture
def route() -> Listening:
    return Listening()


@pytest.fixture
def alma(world: World) -> Person:
    return world.add_person(first_name=CANARY_NAME)


@pytest.fixture
def poller(wavering: Wavering, bot: Bot, route: Listening, clock: StillClock, naps: Naps) -> Poller:
    async def answer(one: Answer) -> None:
        await give(bot, one)

    inbox = Inbox(database=wavering, clock=clock, route=route, answer=answer, pause=naps)
    return Poller(bot, Intake(inbox), pause=naps)


@pytest.fixture
async def running(poller: Poller) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(poller.run())
    yield task
    task.cancel()
    with suppress(asyncio.CancelledError, Stopped):
        await task


async def test_what_people_write_is_handled_in_order(
    running: asyncio.Task[None], world: World, alma: Person, route: Listening
) -> None:
    for text in ("un", "deux", "trois"):
        world.write(alma.id, text)
    await route.until(3)
    world.write(alma.id, "quatre")
    await route.until(4)

    assert route.texts == ["un", "deux", "trois", "quatre"]
    assert not running.done()


async def test_whoever_asks_ends_a_webhook_and_loses_nothing_that_waits(
    poller: Poller, world: World, alma: Person, bot: Bot, faults: Faults, route: Listening
) -> None:
    await bot.set_webhook("https://exemple.fr/hook")
    world.write(alma.id, "un")
    faults.plan(Trouble(fault=Fault.ERROR_BEFORE, method="deleteWebhook", times=2))

    task = asyncio.create_task(poller.run())
    await route.until(1)
    task.cancel()
    await asyncio.wait({task})

    assert world.webhook.url == ""
    assert route.texts == ["un"]


async def test_a_tap_is_answered(
    running: asyncio.Task[None], world: World, alma: Person, bot: Bot, route: Listening
) -> None:
    world.open_link(alma.id)
    keyboard = {"inline_keyboard": [[{"text": "Oui", "callback_data": "x"}]]}
    await bot.send_message(alma.id, "?", api_kwargs={"reply_markup": keyboard})

    query = world.tap_label(alma.id, "Oui")
    await route.until(2)
    await world.changes.settled(lambda: query in world.answers)

    assert world.answers[query].text == "C’est noté"
    assert not running.done()


async def test_an_answer_that_comes_too_late_is_only_noted(bot: Bot) -> None:
    await give(bot, Answer(query_id="no such query"))


async def test_a_malformed_update_stops_nothing(
    running: asyncio.Task[None], world: World, alma: Person, route: Listening
) -> None:
    world.write(alma.id, "avant")
    world.enqueue({"message": {"chat": "nowhere"}})
    world.enqueue({"message": None})
    world.write(alma.id, "après")

    await route.until(2)

    assert route.texts == ["avant", "après"]
    assert not running.done()


@pytest.mark.parametrize(
    "fault",
    [
        Fault.NO_CONNECTION,
        Fault.DROP_BEFORE,
        Fault.DROP_AFTER,
        Fault.ERROR_BEFORE,
        Fault.SILENCE_BEFORE,
        Fault.FLOOD,
    ],
)
async def test_a_bad_moment_is_waited_out(
    poller: Poller, world: World, alma: Person, faults: Faults, naps: Naps, fault: Fault
) -> None:
    faults.plan(Trouble(fault=fault, method="getUpdates", times=6, retry_after=30))
    world.write(alma.id, CANARY_TEXT)

    for _ in range(6):
        await poller.ask_once()

    waited = naps.seconds if fault is not Fault.SILENCE_BEFORE else naps.seconds[1::2]
    assert len(waited) == 6
    assert waited[0] < waited[-1] or waited == [30] * 6
    assert all(seconds <= 30 for seconds in waited)


async def test_the_wait_is_short_again_after_a_good_moment(
    poller: Poller, world: World, alma: Person, faults: Faults, naps: Naps
) -> None:
    for _ in range(2):
        faults.plan(Trouble(fault=Fault.NO_CONNECTION, method="getUpdates", times=5))
        for _ in range(5):
            await poller.ask_once()
        world.write(alma.id, CANARY_TEXT)
        await poller.ask_once()

    assert naps.seconds[5] <= 1


async def test_what_is_not_kept_is_not_confirmed(
    poller: Poller, wavering: Wavering, world: World, alma: Person, route: Listening
) -> None:
    world.write(alma.id, "un")
    wavering.absences = 1

    await poller.ask_once()
    assert route.texts == []

    await poller.ask_once()
    await route.until(1)
    assert route.texts == ["un"]


async def test_the_start_waits_for_the_database(
    wavering: Wavering, poller: Poller, world: World, alma: Person, route: Listening
) -> None:
    wavering.absences = 3
    world.write(alma.id, "un")

    task = asyncio.create_task(poller.run())
    await route.until(1)
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task


async def test_another_reader_is_given_some_time(
    poller: Poller, world: World, alma: Person, bot: Bot, naps: Naps
) -> None:
    await bot.set_webhook("https://exemple.fr/hook")

    await poller.ask_once()
    await poller.ask_once()
    assert naps.seconds == [30, 30]

    await bot.delete_webhook()
    world.write(alma.id, "un")
    await poller.ask_once()
    assert naps.seconds == [30, 30]


async def test_a_token_that_is_not_accepted_ends_it(
    running: asyncio.Task[None], world: World, alma: Person
) -> None:
    world.bot = replace(world.bot, token="8100000042:another")
    world.write(alma.id, "un")

    with pytest.raises(Stopped):
        await running


@pytest.mark.parametrize("reply", [b"[]", b'{"ok":true,"result":{}}', b"<html>"])
async def test_a_strange_reply_is_waited_out(poller: Poller, naps: Naps, reply: bytes) -> None:
    async def strange(url: str, **more: Any) -> bytes:
        del url, more
        return reply

    poller._bot = Strange(strange)  # type: ignore[assignment] # only what is asked of it

    await poller.ask_once()

    assert len(naps.seconds) == 1


class Strange:
    """A bot whose request replies as it is told to."""

    base_url = "http://telegram.test/bot"

    def __init__(self, retrieve: Any) -> None:
        self.request = self
        self.retrieve = retrieve
