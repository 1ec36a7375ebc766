"""The preparation of a workshop comes by itself to whoever leads the group: once for its date."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise

import structlog

from bot.domain.contact import ANY_HOURS, Desk
from bot.domain.group import GroupSession
from bot.domain.hours import Hours
from bot.domain.message import Prepares
from bot.domain.preparation import FURTHEST, comes_at
from bot.domain.schedule import zone
from bot.services import preparing
from bot.services.contact_steps import Place
from bot.services.planning import Planner
from bot.services.telling import tell
from bot.store import chats, groups, leading, people, sharing
from bot.store.db import Database
from bot.store.leading import Lead

EVERY = timedelta(minutes=5)
AROUND = timedelta(days=FURTHEST + 2)
"""How near a workshop is, on either side, of which something is to be known, in any zone."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Due:
    """A workshop whose preparation has come for somebody who leads the group."""

    lead: Lead
    workshop: GroupSession

    @property
    def what(self) -> str:
        """What they are told of: this workshop on this day."""
        return f"{self.workshop.id} {self.workshop.day.isoformat()}"


async def tend(database: Database, planner: Planner, now: datetime) -> None:
    """Tell who leads a group of its next workshop if it is time; one that fails stops no other."""
    first, last = (now - AROUND).date(), (now + AROUND).date()
    async with database.look() as session:
        several = await leading.workshops_between(session, first, last)
        leads = await leading.leads_between(session, first, last)
    by_group = {id_: list(some) for id_, some in groupby(several, lambda one: one.group_id)}
    for lead in leads:
        try:
            desk = _desk(lead, planner.holidays)
            for due in _due(lead, desk, workshops=by_group[lead.group_id], now=now):
                async with database.begin() as session:
                    bell, holidays = planner.bell, planner.holidays
                    place = Place(session=session, now=now, bell=bell, holidays=holidays)
                    await _tell(place, due)
        except Exception:
            log.exception("preparation_failed", group=lead.group_id)


def _desk(lead: Lead, holidays: Container[date]) -> Desk:
    hours = Hours.from_values(lead.hours) if lead.hours else ANY_HOURS
    return Desk(hours=hours, zone=zone(lead.zone), holidays=holidays)


def _due(
    lead: Lead, desk: Desk, *, workshops: Sequence[GroupSession], now: datetime
) -> Iterator[Due]:
    """Yield the workshop that is being prepared, if they do not know."""
    where = zone(lead.group_zone)
    for before, one in pairwise([None, *workshops]):
        if one is None or one.begins(where) <= now:
            continue
        since = before.ends(where) if before else None
        at = comes_at(desk, one.begins(where), since=since)
        due = Due(lead=lead, workshop=one)
        if at is not None and at <= now and lead.told_of != due.what:
            yield due


async def _tell(place: Place, due: Due) -> None:
    """Tell them, unless nothing can be told now: then that is tried again until the workshop."""
    lead, workshop = due.lead, due.workshop
    person = await people.get(place.session, lead.person_id)
    chat = await chats.of_person(place.session, lead.person_id)
    group = await groups.get(place.session, lead.group_id)
    members = await groups.members(place.session, lead.group_id)
    if person is None or person.is_paused(place.now) or chat is None or not chat.reachable:
        return
    if group is None or not members or not await leading.note_told(place.session, lead, due.what):
        return
    for member in members:
        await sharing.note_look(
            place.session, staff_id=person.id, person_id=member.id, now=place.now
        )
    prepares = Prepares(group=group.id, workshop=workshop.id, day=workshop.day)
    await tell(place, person.id, preparing.message(group, prepares, stays=True))
