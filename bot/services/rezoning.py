"""Looks, once a run, whether the rules of the time zones are others than were planned with."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.library.zone_release import zone_marks, zone_release
from bot.store import zones
from bot.store.db import Database
from bot.store.zones import Zones

log = structlog.stdlib.get_logger(__name__)


@dataclass(kw_only=True)
class Rezoning:
    """What the zones in use are called, and their rules: Python reads them once a run."""

    release: Callable[[], str] = zone_release
    marks: Callable[[], Mapping[str, str]] = zone_marks
    looked: bool = False

    async def look_once(self, database: Database, now: datetime) -> None:
        """Let the days be written again that lie in zones whose rules changed since the last run.

        Where the release has the same name, no rule changed; one without a name is looked into.
        """
        if self.looked:
            return
        release = self.release()
        async with database.look() as session:
            before = await zones.planned_with(session)
        if before is None or not release or before.release != release:
            marks = await asyncio.to_thread(self.marks)
            await _compare(database, Zones(release=release, marks=marks), now)
        self.looked = True


async def _compare(database: Database, after: Zones, now: datetime) -> None:
    async with database.begin() as session:
        before = await zones.planned_with(session)
        if before == after:
            return
        await zones.keep(session, after)
        if before is None:
            return
        names = before.marks.keys() | after.marks.keys()
        others = {name for name in names if before.marks.get(name) != after.marks.get(name)}
        count = await zones.plan_again(session, others, now) if others else 0
    log.info("zones_changed", release=after.release, zones=len(others), plans=count)
