"""Whoever works here finds the commands of their work where Telegram lists commands.

What is listed in a chat is kept as a mark, so that Telegram is told of what changed, and of no
more: also after a restart.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import TypeAlias

import structlog

from bot.domain.commands import listed
from bot.domain.errors import ChatGone, OutsideError, Refused, SlowDown
from bot.domain.people import Chat, Person, Standing, Voice
from bot.library import Library
from bot.store import command_lists, people
from bot.store.db import Database

AT_ONCE = 20
PATIENCE = timedelta(seconds=5)
"""How long Telegram may take: whatever else is done now and then waits meanwhile."""

Lines: TypeAlias = Sequence[tuple[str, str]]
"""The names of commands, each with what it is called."""

List: TypeAlias = Callable[[Chat, Lines], Awaitable[None]]
"""Lets Telegram list these in a chat, or with none what it lists in most; raises OutsideError."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(kw_only=True)
class CommandLists:
    """Tells Telegram what to list, a few chats at a time; what it refuses is not asked again."""

    database: Database
    library: Library
    tell: List
    rests_until: datetime | None = None

    async def tend(self, now: datetime) -> None:
        """Tell of what changed, until Telegram does not take it just now."""
        if self.rests_until and now < self.rests_until:
            return
        for chat, lines in (await self._changed())[:AT_ONCE]:
            try:
                async with asyncio.timeout(PATIENCE.total_seconds()):
                    await self.tell(chat, lines)
            except (ChatGone, Refused):
                log.warning("commands_refused", chat=chat.id)
            except SlowDown as error:
                self.rests_until = now + error.window
                return
            except (OutsideError, TimeoutError):
                return
            async with self.database.begin() as session:
                await command_lists.mark(session, chat.id, _mark(lines))

    async def _changed(self) -> list[tuple[Chat, Lines]]:
        """Return the chats in which something else is to be listed than is, and what."""
        async with self.database.look() as session:
            staff = {one.id: one for one in await people.staff(session)}
            marks = await command_lists.marks(session, staff.keys())
        changed = []
        for chat, before in marks:
            lines = self._lines(staff.get(chat.person_id or ""), chat.voice)
            if chat.reachable and _mark(lines) != before:
                changed.append((chat, lines))
        return changed

    def _lines(self, person: Person | None, voice: Voice) -> Lines:
        if person is None or person.standing is not Standing.ACTIVE:
            return ()
        return [
            (one.names[voice.language], self.library.say(one.called, voice))
            for one in listed(person)
        ]


def mark_of(shown: object) -> str:
    """Return a short mark of what Telegram shows: of anything that JSON can hold."""
    return blake2b(json.dumps(shown).encode(), digest_size=8).hexdigest()


def _mark(lines: Lines) -> str | None:
    return mark_of(lines) if lines else None
