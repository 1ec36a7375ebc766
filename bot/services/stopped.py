"""That nothing comes to somebody by itself: it is said wherever they read what would come."""

from bot.domain.message import Phrase
from bot.domain.people import Person
from bot.domain.schedule import local, zone
from bot.domain.sharing import Purpose
from bot.services.scene import Scene
from bot.store import sharing


async def told(scene: Scene) -> tuple[Phrase, ...]:
    """Return the line that whoever acts reads above what is planned; none where it comes."""
    if not await agrees(scene, scene.member):
        return (Phrase("day-stopped"),)
    return (Phrase("day-paused"),) if scene.member.is_paused(scene.now) else ()


async def told_to_coach(scene: Scene, person: Person) -> tuple[Phrase, ...]:
    """Return the line that a coach reads of it; none where it comes."""
    if not await agrees(scene, person):
        return (Phrase("line-stopped"),)
    if person.paused_until is None or not person.is_paused(scene.now):
        return ()
    return (Phrase("line-paused", {"day": local(person.paused_until, zone(person.zone)).date()}),)


async def agrees(scene: Scene, person: Person) -> bool:
    """Whether somebody agrees to be written to, by the text as it is now: else nothing comes."""
    return await sharing.has_consented(scene.session, person.id, Purpose.CHANNEL)
