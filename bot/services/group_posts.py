"""What is said in a group’s chat by itself: what concerns all of the group, never anybody in it."""

from datetime import datetime, timedelta

import structlog

from bot.domain.delivery import Class
from bot.domain.group import Group, GroupSession
from bot.domain.group_chat import is_evening_before
from bot.domain.message import Message, Phrase, Values
from bot.domain.quiet import after_quiet
from bot.services import outings, workshop_words
from bot.services.contact_steps import Place
from bot.services.planning import Planner
from bot.services.telling import Place as Where
from bot.services.telling import write
from bot.store import group_chats
from bot.store import outings as outings_kept
from bot.store.db import Database, Session
from bot.store.group_chats import Near

EVERY = timedelta(minutes=5)

log = structlog.stdlib.get_logger(__name__)


async def post(place: Where, group: Group, says: Phrase) -> None:
    """Say in the chat of a group, if it has one, what was decided: not in quiet hours."""
    chat = await group_chats.chat_of(place.session, group.id)
    if chat is not None and chat.reachable:
        due = after_quiet(place.now, group.where)
        await write(place, chat, Message(says=says, stays=True), due=due, kind=Class.DIGEST)


async def moved(place: Where, group: Group, workshop: GroupSession, *, says: Phrase) -> None:
    """Say in the chat of a group that a workshop moved; if that is on its eve, nothing more."""
    await post(place, group, says)
    if is_evening_before(workshop.begins(group.where), group.where, place.now):
        await group_chats.note_told(place.session, group.id, _what(workshop))


async def tend(database: Database, planner: Planner, now: datetime) -> None:
    """Say what is on the next day where it is time to; one that fails stops no other."""
    async with database.look() as session:
        workshops = await group_chats.with_workshop_near(session, now)
        found = await outings_kept.near(session, now)
    for near in workshops:
        try:
            if _is_due(near, now):
                async with database.begin() as session:
                    await _remind(_place(session, planner, now), near)
        except Exception:
            log.exception("group_not_reminded", group=near.group.id)
    for outing_id in outings.due(found, now):
        try:
            async with database.begin() as session:
                await outings.remind(_place(session, planner, now), outing_id)
        except Exception:
            log.exception("outing_not_reminded", outing=outing_id)


def _is_due(near: Near, now: datetime) -> bool:
    begins, where = near.workshop.begins(near.group.where), near.group.where
    return near.told_of != _what(near.workshop) and is_evening_before(begins, where, now)


async def _remind(place: Place, near: Near) -> None:
    group, workshop = near.group, near.workshop
    chat = await group_chats.chat_of(place.session, group.id)
    is_told = not await group_chats.note_told(place.session, group.id, _what(workshop))
    if chat is None or not chat.reachable or is_told:
        return
    values: Values = {
        "number": workshop.number,
        "day": workshop.day,
        "time": workshop.wall,
        "lines": workshop_words.around(group, workshop),
    }
    message = Message(says=Phrase("group-chat-workshop", values), stays=True)
    await write(place, chat, message, due=place.now, kind=Class.HOMEWORK)


def _what(workshop: GroupSession) -> str:
    """Return what is said: a workshop on its day."""
    return f"{workshop.id} {workshop.day.isoformat()}"


def _place(session: Session, planner: Planner, now: datetime) -> Place:
    return Place(session=session, now=now, bell=planner.bell, holidays=planner.holidays)
