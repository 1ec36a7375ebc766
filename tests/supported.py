"""People whom a coach supports already, where bringing each of them in would be no news."""

from dataclasses import replace
from datetime import datetime

from bot.domain.people import ChatKind, Language, Role, Standing, SupportState, Voice
from bot.domain.sharing import Purpose
from bot.store import chats, people, sharing, supports
from bot.store.db import Session


async def add_supported(
    session: Session, name: str, *, coach_id: str, telegram_id: int, now: datetime
) -> None:
    """Let a coach support somebody who has come in and of whom nothing is known yet."""
    person = await people.add(
        session, name=name, role=Role.PARTICIPANT, zone="Europe/Paris", now=now
    )
    await people.keep(session, replace(person, standing=Standing.ACTIVE))
    await sharing.consent(session, person.id, Purpose.CHANNEL, text=(1, "hash"), now=now)
    voice = Voice(language=Language.FRENCH)
    chat = await chats.hear(session, telegram_id, ChatKind.PRIVATE, voice=voice, now=now)
    await chats.belongs_to(session, chat.id, person.id)
    support = await supports.add(session, coach_id=coach_id, participant_id=person.id, now=now)
    was, becomes = SupportState.PENDING, SupportState.ACTIVE
    await supports.change(session, support.id, was=was, becomes=becomes)
