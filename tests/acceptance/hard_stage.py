"""A stage on which the bot is killed again and again, and people are patient with it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count, cycle, islice
from pathlib import Path

from sqlalchemy import bindparam, literal_column, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.delivery import Class, State
from bot.domain.errors import DatabaseAway
from bot.domain.people import Role
from bot.domain.update import UpdateState
from bot.sandbox.messages import Message
from bot.sandbox.serving import served
from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import ImpossibleError
from bot.store import invitations, occasions
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow, UpdateRow
from bot.store.vault import KEY_LENGTH, Vault, open_vault
from tests.acceptance.deaths import Death
from tests.acceptance.mortal import Life, Mortal, Reaper, mortal
from tests.acceptance.shared_clock import SharedClock
from tests.acceptance.watched import WatchedWorld

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PATIENCE = timedelta(seconds=60)
LOOK_AGAIN = 0.02
TRIES = 40
LOG = "log"

Act = Callable[[], Awaitable[None]]


@dataclass
class HardStage:
    """The world, its clock, the bot that dies, and its database as anybody may read it."""

    world: WatchedWorld
    clock: SharedClock
    bot: Mortal
    living: asyncio.Task[None]
    database: Database
    key_file: Path
    swallowed: list[str] = field(default_factory=list)

    def phone(self, name: str) -> "PatientPhone":
        """Give somebody a phone."""
        return PatientPhone(stage=self, id=self.world.add_person(first_name=name).id)

    async def first_invitation(self, name: str) -> str:
        """Invite the first coach once the bot has started, as a command beside it does."""
        await self._until(self._has_begun)
        self.database.vault = open_vault(self.key_file)
        async with self.database.begin() as session:
            made = await invitations.add(
                session, role=Role.COACH, name=name, invited_by=None, now=self.clock.now()
            )
            return invitations.token(session.vault, made.id)

    async def go_to(self, moment: datetime) -> None:
        """Let time pass by way of everything that is planned."""
        await self.quiet()
        while (here := self.clock.now()) < moment:
            async with self.database.look() as session:
                stop = await occasions.next_open(session)
            self.clock.set(max(here, min(moment, stop or moment)))
            self.bot.look()
            self.bot.stirred()
            await self.quiet()

    async def pass_time(self, **span: float) -> None:
        """Let some time pass."""
        await self.go_to(self.clock.now() + timedelta(**span))

    async def quiet(self) -> None:
        """Wait until every update is handled and nothing is due, however often the bot dies."""
        await self._until(self._is_quiet)

    async def at_work(self) -> Life | None:
        """Wait for a bot that has started; None once it has died as often as it had to."""
        async with asyncio.timeout(PATIENCE.total_seconds()):
            while self.bot.deaths_left:
                if self.living.done():
                    self.living.result()
                if life := self.bot.at_work():
                    return life
                self.bot.turned.clear()
                await self.bot.turned.wait()
        return None

    async def outlive(self) -> None:
        """Let a stranger write until the bot has died as often as it had to, and all is quiet."""
        stranger = self.phone("Paul")
        while self.bot.deaths_left:
            await stranger.write("/menu")()
        await self.quiet()

    async def replies(self) -> set[str]:
        """Return the identities of all replies that were ever written."""
        async with self.database.look() as session:
            which = select(DeliveryRow.id).where(col(DeliveryRow.kind) == Class.REPLY)
            return set((await session.exec(which)).all())

    async def _has_begun(self) -> bool:
        return self.world.updates.allowed != frozenset()

    async def _is_quiet(self) -> bool:
        if self.world.updates.waiting():
            return False
        with suppress(DatabaseAway):
            async with self.database.look() as session:
                return not await _unfinished(session, self.clock.now())
        return False

    async def _until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        # What the bot ends without sending shows only in its database: so look again soon.
        changes = self.world.subscribe()
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                while not await holds():
                    if self.living.done():
                        self.living.result()
                    with suppress(TimeoutError):
                        await asyncio.wait_for(changes.get(), LOOK_AGAIN)
                    # Looked for once, however much has changed meanwhile.
                    while not changes.empty():
                        changes.get_nowait()
        finally:
            self.world.unsubscribe(changes)


@dataclass
class PatientPhone:
    """Somebody's phone, who waits, and who tries again or otherwise when nothing came."""

    stage: HardStage
    id: int

    @property
    def messages(self) -> list[Message]:
        return [message for message in self.stage.world.messages(self.id) if message.from_bot]

    def shows(self, *words: str) -> Callable[[], bool]:
        """Return whether one of these words can be read in some message, or was shown shortly."""

        def sees() -> bool:
            answers = self.stage.world.answers.values()
            said = [one.words for one in self.messages] + [answer.text for answer in answers]
            return any(word in text for word in words for text in said)

        return sees

    def offers(self, label: str, *, whole: bool = False) -> Callable[[], bool]:
        """Return whether some message has a button that says this, or this and nothing else."""

        def sees() -> bool:
            labels = [
                button["text"]
                for message in self.messages
                for row in message.inline_keyboard
                for button in row
            ]
            return label in labels if whole else any(label in one for one in labels)

        return sees

    def tap(self, label: str, *, whole: bool = False) -> Act:
        return self._act(label, lambda: self.stage.world.tap_label(self.id, label, whole=whole))

    def write(self, text: str) -> Act:
        return self._act(text, lambda: self.stage.world.write(self.id, text))

    def open(self, payload: str) -> Act:
        return self._act("link", lambda: self.stage.world.open_link(self.id, payload))

    async def until(self, sees: Callable[[], bool], *ways: Act) -> None:
        """Try one way after the other, and again from the first, until it can be seen."""
        for way in islice(cycle(ways), TRIES):
            await way()
            if sees():
                return
        raise AssertionError([message.words for message in self.messages])

    def link(self) -> str:
        """Return the payload of the newest invitation in this chat."""
        found = [one.words for one in self.messages if "?start=" in one.words]
        return found[-1].rpartition("?start=")[2].split()[0]

    def _act(self, name: str, act: Callable[[], object]) -> Act:
        """Return what acts and waits; the first time it must have led to a reply."""
        tries = count()

        async def acted() -> None:
            known = await self.stage.replies()
            try:
                act()
            except ImpossibleError:
                return
            await self.stage.quiet()
            if next(tries) == 0 and await self.stage.replies() == known:
                self.stage.swallowed.append(name)

        return acted


@asynccontextmanager
async def dying(
    database_url: str, folder: Path, deaths: Iterable[Death], *, pace: int = 1
) -> AsyncIterator[HardStage]:
    """Run the whole bot on a database, in processes that are killed, against a world of its own.

    `pace` says how much faster than in earnest the lease of a sending runs out.
    """
    clock = SharedClock.make(folder / "clock", MONDAY)
    bots: list[Mortal] = []
    world = WatchedWorld(clock=clock, bots=bots)
    telegram = telegram_app(world)
    telegram.add_middleware(Reaper, bots=bots)
    key_file = folder / "relais.key"
    async with served(telegram) as address:
        settings = {
            "telegram_token": world.bot.token,
            "telegram_base_url": address,
            "database_url": database_url,
            "secret_key_file": str(key_file),
        }
        files = {"clock": str(folder / "clock"), "log": str(folder / LOG)}
        kept = {"settings": settings, "pace": pace, **files}
        database = Database(database_url, Vault({1: bytes(KEY_LENGTH)}))
        async with mortal(deaths, kept=kept) as (bot, living):
            bots.append(bot)
            try:
                yield HardStage(
                    world=world,
                    clock=clock,
                    bot=bot,
                    living=living,
                    database=database,
                    key_file=key_file,
                )
            finally:
                await database.close()


async def _unfinished(session: Session, now: datetime) -> bool:
    found = await (await session.connection()).execute(_finding_unfinished(), {"now": now})
    return bool(found.scalar_one())


@cache
def _finding_unfinished() -> SelectOfScalar[bool]:
    # Asked again and again while the bot works: so it is put together once, and the index is used.
    waiting = col(UpdateRow.state) == literal_column(f"'{UpdateState.WAITING}'")
    due = (col(DeliveryRow.state) == State.PLANNED) & (col(DeliveryRow.due) <= bindparam("now"))
    under_way = col(DeliveryRow.state) == State.SENDING
    open_ones = select(DeliveryRow.id).where(due | under_way)
    return select(or_(select(UpdateRow.id).where(waiting).exists(), open_ones.exists()))
