"""In bad weather nothing is lost in silence, and nothing arrives more often than it may."""

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.chat.sender import TelegramMessenger
from bot.domain.delivery import LIMITS, Class, Delivery, State
from bot.domain.people import ChatKind
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from bot.services.delivering import drain
from bot.store import chats, deliveries
from bot.store.db import Database
from tests.canaries import CANARY_NAME, CANARY_TOKEN
from tests.examples import FRENCH, NOW, a_delivery, look_at, put
from tests.post import Naps, StillClock, a_post

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

PEOPLE = 40
RATES = {
    Fault.FLOOD: 0.08,
    Fault.ERROR_BEFORE: 0.08,
    Fault.ERROR_AFTER: 0.08,
    Fault.NO_CONNECTION: 0.08,
    Fault.DROP_BEFORE: 0.08,
    Fault.DROP_AFTER: 0.08,
}


async def to_everybody(database: Database, world: World) -> dict[int, Delivery]:
    kinds = list(Class)
    made: dict[int, Delivery] = {}
    for number in range(PEOPLE):
        person = world.add_person(first_name=CANARY_NAME)
        world.open_link(person.id)
        async with database.begin() as session:
            chat = await chats.hear(session, person.id, ChatKind.PRIVATE, voice=FRENCH, now=NOW)
        made[person.id] = a_delivery(chat, kinds[number % len(kinds)])
    await put(database, *made.values())
    return made


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_every_delivery_ends_visibly_and_within_its_limit(
    database: Database, tmp_path: Path, seed: int
) -> None:
    world = World(clock=StillClock(), token=CANARY_TOKEN)
    faults = Faults(seed=seed, rates=RATES, methods=["sendMessage"], sleep=Naps())
    transport = SandboxTransport(telegram_app(world, faults=faults))
    request = HTTPXRequest(httpx_kwargs={"transport": transport})
    made = await to_everybody(database, world)
    async with Bot(CANARY_TOKEN, base_url="http://telegram.test/bot", request=request) as bot:
        post, clock = a_post(database, TelegramMessenger(bot), tmp_path)
        for _ in range(40):
            await asyncio.gather(drain(post), drain(post))
            clock.pass_by(timedelta(seconds=5))
        async with database.begin() as session:
            await deliveries.expire(session, NOW + timedelta(days=2))

    arrived = Counter(accept.chat_id for accept in world.accepts)
    ends = {person: await look_at(database, one) for person, one in made.items()}
    for person, end in ends.items():
        assert arrived[person] <= LIMITS[end.kind].copies
        assert end.state in {State.SENT, State.UNCERTAIN}
        assert end.state is not State.SENT or arrived[person] >= 1
    assert Counter(end.state for end in ends.values())[State.SENT] > PEOPLE // 2
    assert len(faults.drawn) > PEOPLE // 5
