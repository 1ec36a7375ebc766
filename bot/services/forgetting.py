"""Removes what is kept of somebody: their rows, what was said in their chat, where they are named.

Whoever supports them hears that the support is over, and nothing else.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.domain.delivery import Class
from bot.domain.message import Message, Phrase
from bot.domain.people import Chat, Person
from bot.services import outings, parting
from bot.services.ports import Bell
from bot.services.scene import Scene
from bot.services.telling import Place, tell, write
from bot.store import chats, erasing, groups, people, retention, shredding, supports
from bot.store.db import Database, Session

CAN_BE_DELETED = timedelta(hours=47)
"""For how long Telegram lets a bot delete what was said (48 hours), less some time to do it."""

AT_ONCE = 500

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Aftermath:
    """Where nobody acts any more: a transaction, its moment, and what wakes the engine."""

    session: Session
    now: datetime
    bell: Bell


async def forget(scene: Scene, person: Person, chat: Chat) -> None:
    """Forget somebody who is only coming in, and their conversation.

    The message that was tapped in it stays as an empty row, so that it can be changed once more.
    """
    await chats.belongs_to(scene.session, chat.id, None)
    await chats.clear(scene.session, chat.id, but=scene.tapped.id if scene.tapped else None)
    await people.forget(scene.session, person.id)


async def erase_due(database: Database, now: datetime, bell: Bell) -> int:
    """Erase everybody whose time to change their mind is over; return how many that were."""
    async with database.look() as session:
        found = await erasing.due(session, now)
    return await _erase_all(database, found, partial(erasing.begin, now=now), at=(now, bell))


async def erase_unheard(database: Database, now: datetime, bell: Bell) -> int:
    """Erase everybody of whom nothing was heard for two years; return how many that were.

    They are told nothing: nobody expects a message any more.
    """
    async with database.look() as session:
        found = await retention.unheard(session, now, limit=AT_ONCE)
    still = partial(retention.is_unheard, now=now)
    return await _erase_all(database, found, still, at=(now, bell), says_so=False)


async def erase(place: Place, person: Person, *, says_so: bool) -> None:
    """Erase somebody, tell those who are concerned, and perhaps say a last word in the chat."""
    await outings.vanish(place, person.id)
    chat = await chats.of_person(place.session, person.id)
    staff = await erasing.staff_of(place.session, person.id)
    await erasing.forget_name(place.session, person.name, staff=staff, now=place.now)
    await _tell_others(place, person)
    await erasing.bury(place.session, person.id, place.now)
    if chat:
        await _clear(place, chat, says_so=says_so)
    await people.forget(place.session, person.id)


async def _clear(place: Place, chat: Chat, *, says_so: bool) -> None:
    """Forget what was said in a chat; a last word in it takes back what can be."""
    said = await erasing.said_since(place.session, chat, place.now - CAN_BE_DELETED)
    await erasing.forget_updates(place.session, chat)
    await chats.belongs_to(place.session, chat.id, None)
    await chats.clear(place.session, chat.id, but=None)
    if says_so:
        last = Message(says=Phrase("erased"), clears=tuple(said))
        await write(place, chat, last, due=place.now, kind=Class.REPLY)


async def _tell_others(place: Place, person: Person) -> None:
    """Tell those who support somebody, lead their groups, or are supported, that it is over."""
    for support in await supports.of_participant(place.session, person.id):
        says = Phrase("participant-left", {"name": person.name})
        await tell(place, support.coach_id, Message(says=says))
    for group in await groups.groups_of(place.session, person.id):
        says = Phrase("group-member-left", {"name": person.name, "group": group.name})
        for lead in await groups.leads(place.session, group.id):
            await tell(place, lead.id, Message(says=says))
    await parting.leave(place, person)


async def _erase_all(
    database: Database,
    several: Sequence[str],
    still: Callable[[Session, str], Awaitable[bool]],
    *,
    at: tuple[datetime, Bell],
    says_so: bool = True,
) -> int:
    """Erase people, each in a transaction of their own; one who cannot be stops no other.

    Each is asked about once more: they may have stayed, or been heard of, meanwhile.
    """
    now, bell = at
    erased = 0
    for person_id in several:
        try:
            async with database.begin() as session:
                person = await people.get(session, person_id)
                if person and await still(session, person_id):
                    place = Aftermath(session=session, now=now, bell=bell)
                    await erase(place, person, says_so=says_so)
                    erased += 1
        except Exception:
            log.exception("erasing_failed", person=person_id)
    if erased and not await shredding.shred(database):
        log.warning("shredding_waits")
    return erased
