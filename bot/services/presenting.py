"""What Telegram shows of the bot by itself, commands and a description, in each language.

What was told is kept as a mark, so that Telegram is told again only when it changed: a bot that
starts does not wait for that, and begins by sending what is due.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

import structlog

from bot.domain.commands import FOR_ANYBODY
from bot.domain.errors import OutsideError, Refused, SlowDown
from bot.domain.message import Phrase
from bot.domain.people import Language, Voice
from bot.library import Library
from bot.services.command_lists import Lines, mark_of
from bot.store import presented
from bot.store.db import Database

PATIENCE = timedelta(seconds=15)
"""How long Telegram may take for all of it: whatever else is done now and then waits meanwhile."""

IN_A_GROUP = {Language.FRENCH: "proposer", Language.ENGLISH: "propose"}
"""The one command that a group’s chat shows: any other would tell the others of somebody."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Portrait:
    """What is shown on phones of one language; no `code` means all whose language is not ours."""

    code: str
    commands: Lines
    in_groups: Lines
    description: str
    short: str


Tell: TypeAlias = Callable[[Sequence[Portrait]], Awaitable[None]]
"""Tells Telegram; raises OutsideError."""


@dataclass(kw_only=True)
class Presenting:
    """Tells Telegram of what changed; what it refuses is not told again."""

    database: Database
    portraits: Sequence[Portrait]
    bot_id: int
    tell: Tell
    rests_until: datetime | None = None
    is_done: bool = False

    async def tend(self, now: datetime) -> None:
        """Tell if something changed, unless Telegram does not take it just now."""
        if self.is_done or (self.rests_until and now < self.rests_until):
            return
        if not await self._is_known():
            try:
                async with asyncio.timeout(PATIENCE.total_seconds()):
                    await self.tell(self.portraits)
            except Refused:
                log.warning("presentation_refused")
            except (OutsideError, TimeoutError) as error:
                self.rests_until = now + error.window if isinstance(error, SlowDown) else None
                log.warning("not_presented", error=type(error).__name__)
                return
            async with self.database.begin() as session:
                await presented.keep(session, self.bot_id, self._mark)
        self.is_done = True

    @property
    def _mark(self) -> str:
        return mark_of([asdict(one) for one in self.portraits])

    async def _is_known(self) -> bool:
        async with self.database.look() as session:
            return await presented.mark(session, self.bot_id) == self._mark


def portraits(library: Library, usual: Language) -> Sequence[Portrait]:
    """Return what is shown in each language, and `usual` to whoever uses none of ours."""
    ours = [_portrait(library, one, code=one.value) for one in Language]
    return [*ours, _portrait(library, usual, code="")]


def _portrait(library: Library, language: Language, *, code: str) -> Portrait:
    def say(phrase: Phrase) -> str:
        return library.say(phrase, Voice(language=language))

    return Portrait(
        code=code,
        commands=[(one.names[language], say(one.called)) for one in FOR_ANYBODY],
        in_groups=[(IN_A_GROUP[language], say(Phrase("button-propose-outing")))],
        description=say(Phrase("bot-description")),
        short=say(Phrase("bot-short-description")),
    )
