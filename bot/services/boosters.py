"""Workshops beyond the last: proposed to whoever leads the group once it is over, kept by a tap."""

from datetime import datetime, timedelta

import structlog

from bot.domain.booster import proposal
from bot.domain.message import Button, Message, Phrase, Plain
from bot.library import Library
from bot.services import group_drafts, groups, workshop_words
from bot.services.contact_steps import Place
from bot.services.planning import Planner
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import groups as groups_kept
from bot.store import leading
from bot.store.db import Database
from bot.store.leading import Near

EVERY = timedelta(minutes=5)

log = structlog.stdlib.get_logger(__name__)


async def show(scene: Scene, args: Plain) -> Phrase | None:
    """Show the boosters as they can be proposed, to be kept or changed."""
    group = await groups.led(scene, args)
    sessions = await groups_kept.sessions_of(scene.session, group.id)
    programme = scene.deployment.library.programme(group.programme)
    at, holidays = (scene.now, group.where), scene.planner.holidays
    found = proposal(programme, sessions, at=at, holidays=holidays)
    if found is None:
        return Phrase("toast-already")
    await group_drafts.show_draft(scene, group, found)
    return None


async def tend(database: Database, planner: Planner, now: datetime, *, library: Library) -> None:
    """Propose boosters to who leads a group whose workshops are over; one stops no other."""
    async with database.look() as session:
        several = await leading.near(session, now)
    for lead in several:
        programme = library.programme(lead.programme)
        if programme is None or not programme.boosters or lead.told_of == _what(lead):
            continue
        if lead.workshops[-1].number != len(programme.sessions):
            continue
        try:
            async with database.begin() as session:
                bell, holidays = planner.bell, planner.holidays
                place = Place(session=session, now=now, bell=bell, holidays=holidays)
                await _propose(place, lead, library)
        except Exception:
            log.exception("booster_failed", group=lead.group_id)


def _what(lead: Near) -> str:
    """Return what they are told of: the boosters after this workshop."""
    return f"boosters {lead.workshops[-1].id}"


async def _propose(place: Place, lead: Near, library: Library) -> None:
    """Tell them, unless the workshops are not over, or boosters are kept already."""
    group = await groups_kept.get(place.session, lead.group_id)
    programme = library.programme(lead.programme)
    if group is None or programme is None:
        return
    sessions = await groups_kept.sessions_of(place.session, group.id)
    at = place.now, group.where
    found = proposal(programme, sessions, at=at, holidays=place.holidays)
    if found is None or not await leading.note_told(place.session, lead, _what(lead)):
        return
    to_come = group_drafts.sessions_of(group, found, programme.length)
    lines = tuple(workshop_words.line(library, group, one) for one in to_come)
    says = Phrase("boosters-proposed", {"group": group.name, "lines": lines})
    about = {"group": group.id}
    rows = (
        (Button(Phrase("button-that-is-it"), "group.keep", {**about, **found.as_plain()}),),
        (Button(Phrase("button-other-dates"), "group.boosters", about),),
        (Button(Phrase("button-not-now"), "group", about),),
    )
    await tell(place, lead.person_id, Message(says=says, rows=rows))
