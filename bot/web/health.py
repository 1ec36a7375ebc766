"""Whether this process is alive, and whether it does its work: for whoever restarts it."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.clock import Clock
from bot.domain.errors import DatabaseAway
from bot.services.pulse import Pulse, Stalls
from bot.store import figures
from bot.store.db import Database

SOON = timedelta(seconds=3)
"""How long the database may take to answer a question about its health."""

HEART = timedelta(seconds=30)
EARS = timedelta(minutes=3)
LATE = timedelta(minutes=10)
"""Beyond the 333 s that ten thousand messages due at once take at thirty a second."""


@dataclass(frozen=True, kw_only=True)
class Vitals:
    """What is asked how it is doing: the database, the heartbeat, the ear for updates, the loop."""

    database: Database
    clock: Clock
    heart: Pulse
    ears: Pulse
    stalls: Stalls


class Health:
    """Answers 200 when all is well and 503 when not, with ages and latenesses in seconds."""

    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals

    async def alive(self, request: Request) -> JSONResponse:
        """Answer whether the loop turns, which it does when this answers, and the database too."""
        del request
        try:
            async with asyncio.timeout(SOON.total_seconds()):
                async with self._vitals.database.look() as session:
                    await figures.touch(session)
        except (DatabaseAway, TimeoutError):
            return _reply({"loop": "ok", "database": "away"}, well=False)
        return _reply({"loop": "ok", "database": "ok"}, well=True)

    async def ready(self, request: Request) -> JSONResponse:
        """Answer how old the last heartbeat and the last word of Telegram are, and what is late."""
        del request
        vitals = self._vitals
        found = {"heartbeat": vitals.heart.age(), "updates": vitals.ears.age()}
        try:
            async with asyncio.timeout(SOON.total_seconds()):
                found["lateness"] = await self._lateness()
        except (DatabaseAway, TimeoutError):
            return _reply(_in_seconds(found) | {"database": "away"}, well=False)
        limits = {"heartbeat": HEART, "updates": EARS, "lateness": LATE}
        well = all(found[name] <= limit for name, limit in limits.items())
        return _reply(_in_seconds(found), well=well)

    async def _lateness(self) -> timedelta:
        clock = self._vitals.clock
        now = clock.now()
        async with self._vitals.database.look() as session:
            oldest = await figures.oldest_overdue(session, now=now, steady=clock.steady())
        return now - oldest if oldest else timedelta()


def _in_seconds(ages: dict[str, timedelta]) -> dict[str, float | str]:
    return {name: round(age.total_seconds(), 3) for name, age in ages.items()}


def _reply(body: object, *, well: bool) -> JSONResponse:
    return JSONResponse(body, HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)
