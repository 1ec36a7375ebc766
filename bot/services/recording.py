"""Writes down what came of sendings: those that end while others are written go together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeAlias

import structlog

from bot.clock import Clock
from bot.domain.delivery import Delivery, Verdict
from bot.domain.errors import DatabaseAway
from bot.store import chats, claims
from bot.store.claims import Claimant, Receipt
from bot.store.db import Database, Session

ATTEMPTS = 5
BETWEEN_ATTEMPTS = timedelta(seconds=1)

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Moved:
    """The group goes on under another Telegram id."""

    telegram_id: int


Outcome: TypeAlias = int | Moved | Verdict
"""The Telegram number of what was sent, a move, or what a failed sending leads to."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """What came of one delivery, as its owner says, who began at a moment.

    `written` is done once that is kept.
    """

    delivery: Delivery
    owner: str
    began: datetime
    outcome: Outcome
    written: asyncio.Future[None] = field(default_factory=asyncio.Future)


class Recorder:
    """Keeps outcomes, several in a transaction, again and again while the database is away."""

    def __init__(
        self, database: Database, clock: Clock, pause: Callable[[float], Awaitable[None]]
    ) -> None:
        self._database = database
        self._clock = clock
        self._pause = pause
        self._waiting: list[Line] = []
        self._writing = asyncio.Lock()

    async def record(self, line: Line) -> None:
        """Return once it is kept; raises DatabaseAway after some attempts."""
        self._waiting.append(line)
        async with self._writing:
            # Whoever held the lock before may have written this line with their own.
            if not line.written.done():
                await self._write_all()
        line.written.result()

    async def _write_all(self) -> None:
        lines, self._waiting = self._waiting, []
        try:
            await self._write(lines)
        finally:
            self._waiting = [one for one in lines if not one.written.done()] + self._waiting

    async def _write(self, lines: Sequence[Line]) -> None:
        try:
            await self._insist(lines)
        except DatabaseAway as error:
            for one in lines:
                one.written.set_exception(error)
        except Exception as error:
            if len(lines) == 1:
                log.exception("delivery_unrecordable", delivery=lines[0].delivery.id)
                lines[0].written.set_exception(error)
                return
            # One that cannot be written keeps no other from it.
            for one in lines:
                await self._write([one])
        else:
            for one in lines:
                one.written.set_result(None)

    async def _insist(self, lines: Sequence[Line]) -> None:
        for attempts_left in reversed(range(ATTEMPTS)):
            try:
                async with self._database.begin() as session:
                    await self._keep(session, lines)
            except DatabaseAway:
                if not attempts_left:
                    raise
                await self._pause(BETWEEN_ATTEMPTS.total_seconds())
            else:
                return

    async def _keep(self, session: Session, lines: Sequence[Line]) -> None:
        receipts = [
            Receipt(delivery_id=one.delivery.id, owner=one.owner, telegram_message=one.outcome)
            for one in lines
            if isinstance(one.outcome, int)
        ]
        ours = await claims.record_sent(session, receipts, self._clock.now()) if receipts else 0
        others = [one for one in lines if not isinstance(one.outcome, int)]
        for one in others:
            ours += await _end(session, one, self._claimant(one.owner))
        if ours < len(lines):
            log.warning("deliveries_overtaken", count=len(lines) - ours)

    def _claimant(self, owner: str) -> Claimant:
        return Claimant(owner=owner, now=self._clock.now(), steady=self._clock.steady())


async def _end(session: Session, line: Line, by: Claimant) -> bool:
    match line.outcome:
        case Moved(telegram_id=new):
            return await claims.record_move(session, line.delivery, by, telegram_id=new)
        case Verdict() as verdict:
            return await conclude(session, line.delivery, by, verdict=verdict, began=line.began)
        case _:
            raise TypeError(line.outcome)


async def conclude(
    session: Session, delivery: Delivery, by: Claimant, *, verdict: Verdict, began: datetime
) -> bool:
    """Note how a delivery ends, and of somebody that they cannot be reached any more.

    Whoever wrote after the sending began has come back meanwhile, and can be reached.
    """
    chat = await chats.get(session, delivery.chat_id) if verdict.chat_gone else None
    if chat and await chats.heard_at(session, chat.id) > began:
        verdict = replace(verdict, chat_gone=False)
    return await claims.record_verdict(session, delivery, by, verdict=verdict)
