"""Telling somebody else what happened: inside their hours, after their pause, or now if active."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.delivery import LIMITS, Class, Delivery
from bot.domain.hours import next_opening
from bot.domain.message import Message
from bot.domain.people import Chat, Person
from bot.domain.quiet import Quiet, after_quiet
from bot.domain.schedule import zone
from bot.services.ports import Bell
from bot.store import chats, deliveries, people, wishes
from bot.store.db import Session
from bot.store.ids import new_id

AT_WORK = timedelta(minutes=30)


class Place(Protocol):
    """Where something happens: a scene, or the engine itself."""

    @property
    def session(self) -> Session:
        """The transaction."""
        ...

    @property
    def now(self) -> datetime:
        """The moment."""
        ...

    @property
    def bell(self) -> Bell:
        """What wakes the engine."""
        ...


async def tell(place: Place, person_id: str, message: Message) -> datetime | None:
    """Tell somebody something as soon as it suits them; return when, None for who has no chat."""
    person = await people.get(place.session, person_id)
    chat = await chats.of_person(place.session, person_id)
    if person is None or chat is None:
        return None
    heard = await chats.heard_at(place.session, chat.id)
    is_active = place.now - heard < AT_WORK and not person.is_paused(place.now)
    quiet = (await wishes.of_person(place.session, person_id)).quiet
    due = place.now if is_active else convenient(person, place.now, quiet)
    await write(place, chat, message, due=due, kind=Class.DIGEST)
    return due


async def correct(place: Place, earlier: Delivery, message: Message) -> None:
    """Change a message that somebody else was sent, in place."""
    chat = await chats.get(place.session, earlier.chat_id)
    if chat:
        await write(place, chat, message, due=place.now, kind=Class.DIGEST, replaces=earlier.id)


def convenient(person: Person, wanted: datetime, quiet: Quiet) -> datetime:
    """Return the first moment from `wanted` on at which a person may be told something.

    Staff are told inside their hours, others outside of their quiet hours.
    """
    where = zone(person.zone)
    if person.paused_until:
        wanted = max(wanted, person.paused_until)
    if person.is_staff and person.hours:
        return next_opening(person.hours, wanted, where)
    return after_quiet(wanted, where, quiet)


async def write(  # noqa: PLR0913 - the one place where a delivery is made from its parts
    place: Place,
    chat: Chat,
    message: Message,
    *,
    due: datetime,
    kind: Class,
    replaces: str | None = None,
) -> str:
    """Write a message to a chat as a delivery; return which."""
    delivery = Delivery(
        id=new_id(),
        chat_id=chat.id,
        kind=kind,
        message=message,
        due=due,
        until=due + LIMITS[kind].lateness,
        replaces=replaces,
    )
    await deliveries.add(place.session, delivery)
    place.bell.ring(place.session, chat.shard)
    return delivery.id


class Silence:
    """A bell that nobody hears, for an engine that looks again by itself."""

    def ring(self, session: Session, shard: int) -> None:
        """Do nothing."""
        del session, shard
