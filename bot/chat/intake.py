"""Takes updates in: keeps each once, then handles them, in order for each chat.

One that comes alone is kept and handled in one transaction, which the person waits for half as
long. What cannot be handled is set aside with a trace, and its neighbours go on. While the database
is away everything waits, and is kept by Telegram or by us.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias, TypeVar

import structlog

from bot.chat.answers import Answer
from bot.chat.raw_updates import read, trace_of
from bot.chat.waits import growing_waits
from bot.clock import Clock
from bot.domain.errors import DatabaseAway, HeldByAnother, NotAnUpdate
from bot.domain.update import Line, Update
from bot.store import incoming
from bot.store.db import Database, Session

AT_ONCE = 16
MOST_WAITING = 1_000
PATIENCE = timedelta(seconds=10)
AFTER_ANOTHER = (0.02, 1.0)
"""Seconds until it is asked again whether another process is done with a chat, growing."""

SWEEP_EVERY = timedelta(seconds=5)

Route: TypeAlias = Callable[[Session, Any, datetime], Awaitable[Answer | None]]
Pause: TypeAlias = Callable[[float], Awaitable[None]]
Result = TypeVar("Result")

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Inbox:
    """What intake needs: where updates are kept, the time, who handles them, who answers taps.

    `heard` is called each time that Telegram was heard and what it brought is kept.
    """

    database: Database
    clock: Clock
    route: Route
    answer: Callable[[Answer], Awaitable[None]]
    pause: Pause = asyncio.sleep
    heard: Callable[[], None] = lambda: None


@dataclass
class _Line:
    """What is known to wait of a chat: up to which number, and how many."""

    last: int
    length: int = 0


@dataclass(frozen=True)
class _Latest:
    """The highest number that was taken last, and when."""

    number: int
    at: datetime


@dataclass
class _Turn:
    """A chat whose next update is being handled: which one that is, and whether it is over."""

    chat_key: str
    update: Update | None = None
    is_over: bool = False

    @property
    def update_id(self) -> str:
        """The update, as far as one was found."""
        return self.update.id if self.update else ""


class Intake:
    """Keeps and handles updates; one worker for each chat that has some, several chats at once.

    The order of a chat is kept by the database, so that any number of processes may take its
    updates; what is remembered here is only which chats have something waiting.
    """

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._lines: dict[str, _Line] = {}
        self._seen: Mapping[str, int] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._room = asyncio.Semaphore(MOST_WAITING)
        self._has_begun = False
        self._latest: _Latest | None = None
        self._stopping = False

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Handle what comes, and what others left; at the end finish what is being handled."""
        sweeping = None
        try:
            await self.begin()
            if not self._inbox.database.is_local:
                sweeping = asyncio.create_task(self._keep_sweeping())
            yield
        finally:
            if sweeping:
                sweeping.cancel()
            await self.stop()

    async def begin(self) -> None:
        """Handle first what was kept before and never handled, once the database is there."""
        await self._line_up_all(await self._insist(self._waiting))
        self._has_begun = True

    async def sweep(self) -> None:
        """Handle what nobody has got on with since the last sweep: who took it may have died."""
        lines = await self._insist(self._waiting)
        seen, self._seen = self._seen, {line.chat_key: line.first for line in lines}
        stuck = [line for line in lines if seen.get(line.chat_key) == line.first]
        await self._line_up_all([line for line in stuck if line.chat_key not in self._lines])

    async def offset(self) -> int | None:
        """Return the number from which on updates are wanted, or None for whatever there is."""
        now = self._inbox.clock.now()
        if self._latest and incoming.is_known(self._latest.at, now):
            return self._latest.number + 1
        async with self._inbox.database.look() as session:
            last = await incoming.last_number(session, now)
        return None if last is None else last + 1

    async def take(self, raws: Sequence[Any]) -> None:
        """Keep raw updates, then begin to handle them; return once they are safe.

        Raises DatabaseAway, and then none of them was kept.
        """
        updates = [one for raw in raws if (one := read(raw, self._inbox.database.vault))]
        if self._is_alone(updates):
            await self._take_alone(updates[0])
        else:
            await self._keep(updates)
        if updates:
            last = max(update.number for update in updates)
            self._latest = _Latest(last, self._inbox.clock.now())

    async def finish(self) -> None:
        """Wait until everything that was taken is handled."""
        while self._workers:
            await asyncio.wait(self._workers)

    async def stop(self) -> None:
        """Finish what is being handled, for a while; the rest waits for the next start."""
        self._stopping = True
        if self._workers:
            _, late = await asyncio.wait(self._workers, timeout=PATIENCE.total_seconds())
            for worker in late:
                worker.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _waiting(self) -> Sequence[Line]:
        async with self._inbox.database.look() as session:
            return await incoming.waiting(session)

    async def _keep(self, updates: Sequence[Update]) -> None:
        async with self._inbox.database.begin() as session:
            kept = await incoming.add_all(session, updates, self._inbox.clock.now())
        self._inbox.heard()
        for update in kept:
            await self._line_up(update.chat_key, update.number)

    def _is_alone(self, updates: Sequence[Update]) -> bool:
        """Whether this is one update, and it is certain that nothing of its chat waits."""
        knows_all = self._has_begun and self._inbox.database.is_local
        return knows_all and len(updates) == 1 and updates[0].chat_key not in self._lines

    async def _take_alone(self, update: Update) -> None:
        """Handle an update for which nothing waits in the transaction that keeps it.

        What cannot be handled like this is kept first, like all others. Nobody else knows of the
        chat's updates, and what comes for it meanwhile waits behind this one.
        """
        line = self._lines[update.chat_key] = _Line(last=update.number)
        try:
            answer = await self._apply_new(update)
        except Exception:  # noqa: BLE001 - whatever it is will come again, and is told of then
            await self._keep([update])
        else:
            self._inbox.heard()
            if answer:
                self._go_on(self._say(answer))
        finally:
            self._begin(update.chat_key, line)

    async def _apply_new(self, update: Update) -> Answer | None:
        now = self._inbox.clock.now()
        async with self._inbox.database.begin() as session:
            if await incoming.add_handled(session, update, now):
                return await self._inbox.route(session, update.raw, now)
        return None

    async def _line_up_all(self, lines: Sequence[Line]) -> None:
        for line in lines:
            for _ in range(line.length):
                await self._line_up(line.chat_key, line.last)

    async def _line_up(self, chat_key: str, number: int) -> None:
        await self._room.acquire()
        line = self._lines.get(chat_key)
        is_new = line is None
        if line is None:
            line = self._lines[chat_key] = _Line(last=number)
        line.last = max(line.last, number)
        line.length += 1
        if is_new:
            self._begin(chat_key, line)

    def _begin(self, chat_key: str, line: _Line) -> None:
        """Let a worker handle what waits of a chat, if anything does."""
        self._go_on(self._work(chat_key, line))

    def _go_on(self, doing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(doing)
        self._workers.add(task)
        task.add_done_callback(self._workers.discard)

    async def _work(self, chat_key: str, line: _Line) -> None:
        waits = growing_waits(*AFTER_ANOTHER)
        try:
            while line.length and not self._stopping:
                async with self._at_once:
                    is_ours = await self._take_turn(chat_key, line)
                if not is_ours:
                    await self._inbox.pause(next(waits))
        finally:
            self._leave(line, line.length)
            del self._lines[chat_key]

    async def _take_turn(self, chat_key: str, line: _Line) -> bool:
        """Handle the next update of a chat, whoever took it: all known are over after the last.

        Return False while another process is at it.
        """
        known, last = line.length, line.last
        turn = _Turn(chat_key)
        try:
            await self._handle(turn)
        except HeldByAnother:
            return False
        except Exception:
            log.exception("update_left", update=turn.update_id)
        goes_on = turn.is_over and turn.update is not None and turn.update.number < last
        self._leave(line, min(1, known - 1) if goes_on else known)
        return True

    def _leave(self, line: _Line, several: int) -> None:
        line.length -= several
        for _ in range(several):
            self._room.release()

    async def _handle(self, turn: _Turn) -> None:
        try:
            answer = await self._insist(lambda: self._apply(turn))
        except Exception as error:
            if turn.update is None:
                raise
            log.exception("update_set_aside", update=turn.update_id)
            trace = trace_of(error)
            await self._insist(lambda: self._set_aside(turn.update_id, trace))
            turn.is_over = True
        else:
            turn.is_over = True
            if answer:
                await self._say(answer)

    async def _say(self, answer: Answer) -> None:
        try:
            await self._inbox.answer(answer)
        except Exception:
            log.exception("tap_not_answered")

    async def _apply(self, turn: _Turn) -> Answer | None:
        turn.update = None
        async with self._inbox.database.begin() as session:
            turn.update = update = await incoming.oldest(session, turn.chat_key)
            if update is None:
                return None
            try:
                answer = await self._inbox.route(session, update.raw, self._inbox.clock.now())
            except NotAnUpdate as error:
                # Nothing was done for it: so it is set aside in the same transaction.
                log.exception("update_set_aside", update=update.id)
                await incoming.set_aside(session, update.id, trace_of(error.__cause__ or error))
                return None
            await incoming.handled(session, update.id)
            return answer

    async def _set_aside(self, update_id: str, trace: str) -> None:
        async with self._inbox.database.begin() as session:
            await incoming.set_aside(session, update_id, trace)

    async def _keep_sweeping(self) -> None:
        while True:
            await self._inbox.pause(SWEEP_EVERY.total_seconds())
            try:
                await self.sweep()
            except Exception:
                log.exception("sweep_failed")

    async def _insist(self, do: Callable[[], Awaitable[Result]]) -> Result:
        """Do something again and again while the database is away."""
        waits = growing_waits()
        while True:
            try:
                return await do()
            except DatabaseAway:
                log.warning("database_away", exc_info=True)
                await self._inbox.pause(next(waits))
