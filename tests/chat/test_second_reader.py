"""Two programs ask for the updates of a bot: each steps back, and nothing is lost."""

import asyncio
from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest
from telegram import Bot

from bot.chat.answers import Answer, give
from bot.chat.intake import Inbox, Intake
from bot.chat.polling import AFTER_CONFLICT, Poller
from bot.sandbox.world import World
from bot.store.db import Session
from tests.canaries import CANARY_NAME
from tests.chat.wavering import Wavering
from tests.post import Naps, StillClock

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

SEVERAL = 20


class Heard:
    """Notes what was handled, by whomever."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.all = asyncio.Event()

    async def __call__(self, session: Session, raw: Any, now: datetime) -> Answer | None:
        del session, now
        self.texts.append(raw["message"]["text"])
        if len(self.texts) >= SEVERAL:
            self.all.set()
        return None


async def test_two_who_ask_for_updates_lose_none_and_handle_none_twice(
    bot: Bot, wavering: Wavering, clock: StillClock, world: World
) -> None:
    heard, naps = Heard(), [Naps(), Naps()]

    async def answer(one: Answer) -> None:
        await give(bot, one)

    pollers = [
        Poller(
            bot,
            Intake(Inbox(database=wavering, clock=clock, route=heard, answer=answer, pause=pause)),
            pause=pause,
        )
        for pause in naps
    ]
    alma = world.add_person(first_name=CANARY_NAME)
    texts = [str(number) for number in range(SEVERAL)]

    asking = [asyncio.create_task(poller.run()) for poller in pollers]
    for text in texts:
        world.write(alma.id, text)
        await world.updates.polled()
    await asyncio.wait_for(heard.all.wait(), 10)
    for task in asking:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    assert sorted(heard.texts, key=int) == texts
    assert {one for pause in naps for one in pause.seconds} >= {AFTER_CONFLICT.total_seconds()}
