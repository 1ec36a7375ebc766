"""A post that sends to the sandbox through the real client, and notes how each attempt ended."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.chat.sender import TelegramMessenger
from bot.domain.delivery import Class, Delivery
from bot.domain.errors import OutsideError, TryLater
from bot.domain.message import Message, Phrase
from bot.domain.people import Chat
from bot.sandbox.faults import Faults
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from bot.services.delivering import Post
from bot.services.ports import Messenger, Pace, Unpaced, Worded
from bot.store.db import Database
from tests.canaries import CANARY_TOKEN
from tests.examples import a_delivery
from tests.post import StillClock, a_post

SENT = "sent"
PERHAPS = "perhaps sent"
NOT_SENT = "not sent"

MakeFaults: TypeAlias = Callable[[StillClock], Faults]


@dataclass
class Witness:
    """Sends as another does, and notes under the text how each attempt ended, and when."""

    messenger: Messenger
    clock: StillClock
    attempts: dict[str, list[tuple[str, datetime]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    async def send(self, chat: Chat, worded: Worded) -> int:
        """Send, and note."""
        ended = NOT_SENT
        try:
            number = await self.messenger.send(chat, worded)
            ended = SENT
        except OutsideError as error:
            ended = PERHAPS if isinstance(error, TryLater) and error.perhaps_sent else NOT_SENT
            raise
        finally:
            self.attempts[worded.text].append((ended, self.clock.now()))
        return number

    def sent_at(self, delivery: Delivery) -> datetime | None:
        """Return when this delivery was sent, as far as that is known."""
        found = [at for ended, at in self.attempts[text_of(delivery)] if ended == SENT]
        return found[0] if found else None

    def endings(self, delivery: Delivery) -> list[str]:
        """Return how the attempts to send this delivery ended."""
        return [ended for ended, _ in self.attempts[text_of(delivery)]]


@dataclass(frozen=True, kw_only=True)
class Sandbox:
    """The post, with everything behind it."""

    post: Post
    clock: StillClock
    world: World
    faults: Faults
    witness: Witness


@asynccontextmanager
async def a_sandbox(
    database: Database,
    folder: Path,
    make_faults: MakeFaults,
    make_pace: Callable[[], Pace] = Unpaced,
) -> AsyncIterator[Sandbox]:
    """Join the real sender to a sandbox in which things go wrong."""
    clock = StillClock()
    world = World(clock=clock, token=CANARY_TOKEN)
    faults = make_faults(clock)
    transport = SandboxTransport(telegram_app(world, faults=faults))
    request = HTTPXRequest(httpx_kwargs={"transport": transport})
    async with Bot(CANARY_TOKEN, base_url="http://telegram.test/bot", request=request) as bot:
        witness = Witness(messenger=TelegramMessenger(bot), clock=clock)
        post = replace(a_post(database, witness, folder)[0], clock=clock, pace=make_pace())
        yield Sandbox(post=post, clock=clock, world=world, faults=faults, witness=witness)


def add_people(world: World, number: int) -> list[int]:
    """Let so many people have opened the bot; return their Telegram ids."""
    people = [world.add_person(first_name="Canari").id for _ in range(number)]
    for one in people:
        world.open_link(one)
    return people


def told_apart(chat: Chat, kind: Class, *, due: datetime) -> Delivery:
    """Return a delivery whose words are its own."""
    one = a_delivery(chat, kind, due=due)
    return replace(one, message=Message(says=Phrase("test-line", {"text": one.id})))


def text_of(delivery: Delivery) -> str:
    """Return the words of a delivery that are its own."""
    return str(delivery.message.says.values["text"])
