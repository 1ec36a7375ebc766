"""The preparation of a workshop comes by itself to whoever leads the group: once for its date."""

from collections.abc import Container
from datetime import date, datetime, timedelta

import structlog

from bot.domain.contact import ANY_HOURS, Desk
from bot.domain.group import GroupSession
from bot.domain.hours import Hours
from bot.domain.message import Prepares
from bot.domain.preparation import comes_at
from bot.domain.schedule import zone
from bot.services import preparing
from bot.services.contact_steps import Place
from bot.services.planning import Planner
from bot.services.telling import tell
from bot.store import chats, groups, leading, people, sharing
from bot.store.db import Database
from bot.store.leading import Near

EVERY = timedelta(minutes=5)

log = structlog.stdlib.get_logger(__name__)


async def tend(database: Database, planner: Planner, now: datetime) -> None:
    """Tell who leads a group of its next workshop if it is time; one that fails stops no other."""
    async with database.look() as session:
        several = await leading.near(session, now)
    for lead in several:
        try:
            workshop = _due(lead, planner.holidays, now)
            if workshop and lead.told_of != _what(workshop):
                async with database.begin() as session:
                    bell, holidays = planner.bell, planner.holidays
                    place = Place(session=session, now=now, bell=bell, holidays=holidays)
                    await _tell(place, lead, workshop)
        except Exception:
            log.exception("preparation_failed", group=lead.group_id)


def _due(lead: Near, holidays: Container[date], now: datetime) -> GroupSession | None:
    """Return the workshop that is being prepared now: there is one at most."""
    hours = Hours.from_values(lead.hours) if lead.hours else ANY_HOURS
    desk = Desk(hours=hours, zone=zone(lead.zone), holidays=holidays)
    where, since = zone(lead.group_zone), None
    for one in lead.workshops:
        at = comes_at(desk, one.begins(where), since=since)
        if at is not None and at <= now < one.begins(where):
            return one
        since = one.ends(where)
    return None


def _what(workshop: GroupSession) -> str:
    """Return what they are told of: a workshop on its day."""
    return f"{workshop.id} {workshop.day.isoformat()}"


async def _tell(place: Place, lead: Near, workshop: GroupSession) -> None:
    """Tell them, unless nothing can be told now: then that is tried again until the workshop."""
    person = await people.get(place.session, lead.person_id)
    chat = await chats.of_person(place.session, lead.person_id)
    group = await groups.get(place.session, lead.group_id)
    members = await groups.members(place.session, lead.group_id)
    if person is None or person.is_paused(place.now) or chat is None or not chat.reachable:
        return
    told = _what(workshop)
    if group is None or not members or not await leading.note_told(place.session, lead, told):
        return
    for member in members:
        await sharing.note_look(
            place.session, staff_id=person.id, person_id=member.id, now=place.now
        )
    prepares = Prepares(group=group.id, workshop=workshop.id, day=workshop.day)
    await tell(place, person.id, preparing.message(group, prepares, stays=True))
