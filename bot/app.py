"""Joins the parts: the only file that knows them all."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from socket import socket

import httpx
import segno
import structlog

from bot import logs
from bot.chat.answers import give
from bot.chat.connection import Line, connected
from bot.chat.fuse import Fuse
from bot.chat.hooking import Address, Hook
from bot.chat.intake import Inbox, Intake
from bot.chat.limits import Limits, shared
from bot.chat.polling import Poller
from bot.chat.presenting import Presenter
from bot.chat.receiving import receiving
from bot.chat.routing import Router
from bot.chat.sender import TelegramMessenger
from bot.clock import Clock, SystemClock
from bot.domain.errors import AddressTaken, InvalidName
from bot.domain.finding import Finding
from bot.domain.message import Phrase
from bot.domain.names import read_name
from bot.domain.people import Language, Role
from bot.engine.chores import Chore, Chores, Tending, usual_chores
from bot.engine.heartbeat import Engine, EngineBell
from bot.engine.watchdog import watching
from bot.engine.workers import JobBell, Workers
from bot.garbage import look_seldom
from bot.library import Library, open_library
from bot.library.holidays import public_holidays
from bot.parts import EVERY_PART, Part, may_run
from bot.services import housekeeping
from bot.services.bringing import BRINGS
from bot.services.command_lists import CommandLists
from bot.services.consenting import note_changes
from bot.services.delivering import Post
from bot.services.deployment import Deployment
from bot.services.planning import Planner
from bot.services.ports import Pace
from bot.services.presenting import Presenting, portraits
from bot.services.pulse import NoPulse, Pulse, Stalls
from bot.services.telling import Silence
from bot.serving import listen, served
from bot.settings import Settings
from bot.store import incoming, invitations, occasions
from bot.store.db import Database
from bot.store.migrate import check, migrate
from bot.store.vault import Vault, find_vault, open_vault
from bot.web.application import TELEGRAM, WebApplication, web_application
from bot.web.door import Door
from bot.web.health import Vitals

SHOWING = timedelta(minutes=1)
"""How often it is looked whether Telegram shows what it should."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Outside:
    """What differs from place to place: the time, how fast messages may go out, and the way there.

    Without a `pace` it is the one Telegram sets; without a `library` it is the content as far as it
    is approved.
    """

    clock: Clock
    pace: Pace | None = None
    transport: httpx.AsyncBaseTransport | None = None
    library: Library | None = None


@dataclass(frozen=True, kw_only=True)
class Relais:
    """A bot that runs: what whoever started it may ask of it."""

    database: Database
    clock: Clock
    bell: EngineBell | JobBell
    chores: Chores
    library: Library
    receiving: asyncio.Task[None]
    web: WebApplication

    async def invite(self, role: Role, name: str) -> str:
        """Make an invitation from outside the chat, and return its token."""
        return await _invite(self.database, self.clock, role, name=name)

    async def next_planned(self) -> datetime | None:
        """Return when the next message is due that did not end yet: now, while one is answered.

        The engine looks at the clock too: whoever asks may have moved it.
        """
        self.bell.wake.set()
        async with self.database.look() as session:
            if await incoming.waiting(session):
                return self.clock.now()
            return await occasions.next_open(session)

    def is_behind(self) -> bool:
        """Whether this process has still to do what is done now and then: planning, for one."""
        self.chores.tick()
        return self.chores.are_behind


async def run(settings: Settings, parts: Collection[Part] = EVERY_PART) -> int:
    """Run the bot until it is told to stop; return the exit code. Raises Stopped, PartsApart."""
    logs.set_up(settings.log_level, readable=sys.stderr.isatty())
    stop = asyncio.ensure_future(until_told_to_stop().wait())
    outside = Outside(clock=SystemClock(), library=_library(settings))
    with listening(settings, parts) as opened:
        async with running(settings, outside, parts) as relais, answering(relais.web, opened):
            look_seldom()
            await asyncio.wait({stop, relais.receiving}, return_when=asyncio.FIRST_COMPLETED)
            if relais.receiving.done():
                relais.receiving.result()
    return 0


async def invite(settings: Settings, role: Role, name: str) -> int:
    """Print an invitation's link and its QR code; return the exit code."""
    clock = SystemClock()
    async with connected(_line(settings)) as bot, _database(settings) as database:
        token = await _invite(database, clock, role, name=name)
        link = f"https://t.me/{bot.username}?start={token}"
    print(link)  # noqa: T201 - a command speaks to its terminal
    segno.make(link, micro=False).terminal(compact=True)
    return 0


async def retention(settings: Settings, now: datetime, *, dry_run: bool) -> Sequence[Finding]:
    """Forget what is older than its rule lets it be, or only count it; return how much it is."""
    database = Database(settings.database_url, find_vault(settings.secret_key_file))
    try:
        await check(database)
        if dry_run:
            key, counts = "cli-retention-due", await housekeeping.over_age(database, now)
        else:
            counts = await housekeeping.retain(database, now, Silence())
            key = "cli-retention-done"
    finally:
        await database.close()
    said = [
        Finding(says=Phrase(key, {"table": table, "count": count}))
        for table, count in counts.items()
        if count
    ]
    return said or [Finding(says=Phrase("cli-retention-none"))]


@asynccontextmanager
async def running(
    settings: Settings, outside: Outside, parts: Collection[Part] = EVERY_PART
) -> AsyncIterator[Relais]:
    """Start these parts in order, and stop them in the opposite order; raises PartsApart."""
    may_run(parts, alone=settings.is_local)
    library = outside.library or _library(settings)
    line = _line(settings, outside.transport)
    async with _database(settings) as database, connected(line) as bot, AsyncExitStack() as stack:
        if library.held_back:
            log.warning("content_held_back", pieces=sorted(library.held_back))
        fuse = Fuse(TelegramMessenger(bot))
        post = Post(
            database=database,
            clock=outside.clock,
            messenger=fuse,
            pace=outside.pace or _limits(settings, database),
            deployment=_deployment(settings, library, bot.username),
        )
        bell = EngineBell() if database.is_local else JobBell()
        planner = Planner(bell=bell, holidays=public_holidays(settings.country), brings=BRINGS)
        showing = _showing(Presenter(bot), post, settings.language)
        chores = _chores(post, planner, parts, showing=showing)
        vitals = _vitals(database, outside.clock, parts)
        await stack.enter_async_context(watching(vitals.stalls.note))
        for engine in _engines(post, chores, bell, beaten=vitals.heart.beat, parts=parts):
            await stack.enter_async_context(engine.beating())
        changed = await note_changes(database, library, outside.clock.now())
        router = Router(
            deployment=post.deployment, planner=planner, bell=bell, asks_again=changed > 0
        )
        inbox = Inbox(
            database=database,
            clock=outside.clock,
            route=router,
            answer=partial(give, bot),
            heard=vitals.ears.beat,
        )
        receiver: Poller | Hook | None = None
        if Part.INTAKE in parts:
            intake, address = Intake(inbox), _address(settings, database.vault)
            receiver = Hook(bot, intake, address=address) if address else Poller(bot, intake)
        yield Relais(
            database=database,
            clock=outside.clock,
            bell=bell,
            chores=chores,
            library=library,
            receiving=await stack.enter_async_context(receiving(receiver, fuse)),
            web=web_application(vitals, _door(receiver)),
        )


@contextmanager
def listening(settings: Settings, parts: Collection[Part] = EVERY_PART) -> Iterator[socket | None]:
    """Listen for HTTP, where that is wanted; raises AddressTaken where nobody can."""
    brought = Part.INTAKE in parts and settings.intake == "webhook"
    if not settings.web_port or not (Part.WEB in parts or brought):
        yield None
        return
    try:
        opened = listen(settings.web_host, settings.web_port)
    except OSError as error:
        raise AddressTaken from error
    with opened:
        yield opened


@asynccontextmanager
async def answering(web: WebApplication, listening: socket | None) -> AsyncIterator[None]:
    """Answer over HTTP where somebody listens."""
    if listening is None:
        yield
        return
    async with served(web, listening):
        yield


def until_told_to_stop() -> asyncio.Event:
    """Return an event that is set by Ctrl-C, and by whoever stops services (SIGTERM)."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def _limits(settings: Settings, database: Database) -> Limits:
    rate = settings.telegram_rate
    return Limits(rate, share=None if database.is_local else shared(database, rate))


def _library(settings: Settings) -> Library:
    """Return the words, among them whom to call in this country; raises UnknownCountry."""
    library = open_library(settings.content_dir, settings.approvals)
    library.help_card(settings.country)
    return library


def _deployment(settings: Settings, library: Library, username: str) -> Deployment:
    return Deployment(
        country=settings.country,
        zone=settings.zone,
        voice=settings.voice,
        bot_username=username,
        library=library,
    )


def _chores(
    post: Post, planner: Planner, parts: Collection[Part], *, showing: Iterable[Chore]
) -> Chores:
    database, library = post.database, post.deployment.library
    every = (*usual_chores(database, planner, library), *showing) if Part.PLANNER in parts else ()
    return Chores(post.clock, every, shared=None if database.is_local else database)


def _showing(presenter: Presenter, post: Post, usual: Language) -> Iterator[Chore]:
    database, library = post.database, post.deployment.library
    shown = Presenting(
        database=database,
        portraits=portraits(library, usual),
        bot_id=presenter.bot.id,
        tell=presenter.present,
    )
    lists = CommandLists(database=database, library=library, tell=presenter.list_commands)
    yield Chore(name="presenting", every=SHOWING, do=shown.tend)
    yield Chore(name="command-lists", every=SHOWING, do=lists.tend)


def _engines(
    post: Post,
    chores: Chores,
    bell: EngineBell | JobBell,
    *,
    beaten: Callable[[], None],
    parts: Collection[Part],
) -> Iterator[Engine | Workers | Tending]:
    """Give what time drives: in one process all of it, on several machines what each has of it."""
    if isinstance(bell, EngineBell):
        yield Engine(post=post, chores=chores, bell=bell, beaten=beaten)
        return
    if Part.PLANNER in parts:
        yield Tending(chores=chores, beaten=beaten)
    if Part.WORKERS in parts:
        yield Workers(post, bell, beaten=beaten)


def _address(settings: Settings, vault: Vault) -> Address | None:
    """Return where updates are to be brought, or None where they are asked for."""
    if settings.intake == "polling":
        return None
    # Bound to the token, so that a new token comes with a new secret.
    secret = vault.mark("webhook", settings.telegram_token.get_secret_value())
    return Address(url=settings.public_url + TELEGRAM, secret=secret)


def _door(receiver: Poller | Hook | None) -> Door | None:
    if not isinstance(receiver, Hook):
        return None
    return Door(secret=receiver.address.secret, take=receiver.take)


def _vitals(database: Database, clock: Clock, parts: Collection[Part]) -> Vitals:
    heart = Pulse if {Part.WORKERS, Part.PLANNER} & set(parts) else NoPulse
    ears = Pulse if Part.INTAKE in parts else NoPulse
    return Vitals(
        database=database,
        clock=clock,
        heart=heart(clock),
        ears=ears(clock),
        stalls=Stalls(clock),
    )


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    database = Database(settings.database_url, open_vault(settings.secret_key_file))
    try:
        await migrate(database)
        yield database
    finally:
        await database.close()


async def _invite(database: Database, clock: Clock, role: Role, *, name: str) -> str:
    shown = read_name(name)
    if shown is None:
        raise InvalidName("nothing to be read")
    async with database.begin() as session:
        made = await invitations.add(
            session, role=role, name=shown, invited_by=None, now=clock.now()
        )
        return invitations.token(session.vault, made.id)


def _line(settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> Line:
    return Line(
        token=settings.telegram_token.get_secret_value(),
        base_url=settings.telegram_base_url,
        transport=transport,
    )
