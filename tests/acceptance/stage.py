"""People on their phones, and the whole bot behind them, over the Bot API of the sandbox."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot import app
from bot.clock import SystemClock
from bot.sandbox.clock import SimulatedClock
from bot.sandbox.messages import Message
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.travel import Ahead, Traveller
from bot.sandbox.world import World
from bot.services.ports import Unpaced
from bot.settings import Settings
from tests.canaries import CANARY_NAME
from tests.real_words import real_library

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PATIENCE = timedelta(seconds=60)
LOOK_AGAIN = 0.02


@dataclass
class Stage:
    """The world, its clock, and the bot that runs in it."""

    world: World
    clock: SimulatedClock
    relais: app.Relais

    def phone(self, name: str, language: str = "fr") -> "Phone":
        """Give somebody a phone."""
        person = self.world.add_person(first_name=name, language_code=language)
        return Phone(world=self.world, id=person.id)

    async def go_to(self, moment: datetime) -> None:
        """Let time pass by way of everything that is planned."""

        async def stirred() -> None:
            # What the bot ends without sending shows only in its database: so look again soon.
            changes = self.world.subscribe()
            try:
                with suppress(TimeoutError):
                    await asyncio.wait_for(changes.get(), LOOK_AGAIN)
            finally:
                self.world.unsubscribe(changes)

        traveller = Traveller(
            self.clock,
            Ahead(next_planned=self.relais.next_planned, is_behind=self.relais.is_behind),
            stirred=stirred,
            patience=PATIENCE,
        )
        assert await traveller.to(moment)

    async def pass_time(self, **span: float) -> None:
        """Let some time pass."""
        await self.go_to(self.clock.now() + timedelta(**span))


@dataclass
class Phone:
    """Somebody's phone; each act waits until the bot has answered it."""

    world: World
    id: int
    group: int | None = None

    async def brings_in(
        self, other: "Phone", *, invite: str, menu: str, name: str = CANARY_NAME
    ) -> None:
        """Invite somebody by the menu, given its first words and those of the button."""
        await self.reads(menu)
        await self.tap(invite)
        await self.write(name)
        await self.reads("?start=")
        await other.open(self.link())

    def there(self, group: int) -> "Phone":
        """Return the same phone with the chat of a group open: what is done, is done there."""
        return replace(self, group=group)

    @property
    def chat(self) -> int:
        return self.group or self.id

    @property
    def messages(self) -> list[Message]:
        return [message for message in self.world.messages(self.chat) if message.from_bot]

    @property
    def screen(self) -> str:
        return self.messages[-1].words

    async def open(self, payload: str) -> None:
        await self._answered(lambda: self.world.open_link(self.id, payload))

    async def add_bot(self, link: str) -> None:
        """Open a link that asks for a group, and choose the one that is open."""
        payload = link.partition("?startgroup=")[2]
        await self._answered(
            lambda: self.world.open_group_link(self.id, payload, group_id=self.chat)
        )

    async def write(self, text: str) -> None:
        await self._answered(lambda: self.world.write(self.id, text, chat_id=self.group))

    async def tap(self, *labels: str) -> None:
        """Tap one after the other, each once it is there: what came last may be an older answer."""
        for label in labels:
            with suppress(TimeoutError):  # then the tap tells which words are missing
                await self.world.settled(partial(self._has, label), within=PATIENCE)
            await self._answered(partial(self.world.tap_label, self.id, label, chat_id=self.group))

    async def reads(self, words: str) -> None:
        """Wait until a message of the bot holds these words."""
        await self.world.settled(
            lambda: any(words in message.words for message in self.messages), within=PATIENCE
        )

    async def offers(self, label: str) -> None:
        """Wait until the last message of the bot has such a button."""

        await self.world.settled(lambda: any(label in one for one in self.labels), within=PATIENCE)

    @property
    def labels(self) -> list[str]:
        """What the buttons under the last message say, from the top."""
        return [str(button["text"]) for button in self._buttons()]

    def address(self, label: str) -> str:
        """Return where a button under the last message leads that opens a link."""
        [found] = [str(one["url"]) for one in self._buttons() if label in str(one["text"])]
        return found

    def link(self) -> str:
        """Return the payload of the newest invitation in this chat."""
        found = [one.words for one in self.messages if "?start=" in one.words]
        return found[-1].rpartition("?start=")[2].split()[0]

    def _has(self, label: str) -> bool:
        """Return whether any message of this chat has such a button."""
        rows = [row for message in self.messages for row in message.inline_keyboard]
        return any(label in str(button["text"]) for row in rows for button in row)

    def _buttons(self) -> list[Mapping[str, object]]:
        return [button for row in self.messages[-1].inline_keyboard for button in row]

    async def _answered(self, act: Callable[[], object]) -> None:
        """Act, and wait for a message; for a tap also until its button turns no more."""
        before = len(self.world.accepts)
        tapped = act()
        await self.world.settled(
            lambda: (
                any(
                    accept.chat_id == self.chat and accept.method != "answerCallbackQuery"
                    for accept in self.world.accepts[before:]
                )
                and (not isinstance(tapped, str) or tapped in self.world.answers)
            ),
            within=PATIENCE,
        )


@asynccontextmanager
async def playing(database_url: str, folder: Path) -> AsyncIterator[Stage]:
    """Run the whole bot on a database, against a world of its own, with time standing still."""
    clock = SimulatedClock(start=MONDAY, real=SystemClock(), pace=0)
    world = World(clock=clock)
    settings = Settings(
        telegram_token=world.bot.token,
        telegram_base_url="http://sandbox",
        database_url=database_url,
        secret_key_file=folder / "relais.key",
        log_level="DEBUG",
    )
    outside = app.Outside(
        clock=clock,
        pace=Unpaced(),
        transport=SandboxTransport(telegram_app(world)),
        library=real_library(),
    )
    async with app.running(settings, outside) as relais:
        yield Stage(world=world, clock=clock, relais=relais)
