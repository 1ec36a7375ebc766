"""Reads the database and the world at the end of a run, for the checker."""

from collections import Counter
from dataclasses import replace

from sqlmodel import col, select, text

from bot.domain.delivery import Delivery
from bot.domain.people import Address, Chat, Language, Voice
from bot.domain.plan import PlanState
from bot.domain.wakeup import Slot
from bot.library import open_library
from bot.services.deployment import Deployment
from bot.services.tokens import read
from bot.services.wording import word
from bot.settings import CONTENT
from bot.store import chats, people
from bot.store.db import Database, Session
from bot.store.deliveries import as_delivery
from bot.store.tables import (
    ChatRow,
    ConsentRow,
    DeliveryRow,
    MorningRow,
    PersonRow,
    PlanRow,
    SupportRow,
    UpdateRow,
)
from tests.acceptance.checking import Arrival, Records, Sending
from tests.acceptance.watched import Accepted, WatchedWorld

VOICES = tuple(
    Voice(language=language, address=address) for language in Language for address in Address
)


async def records_of(database: Database, world: WatchedWorld) -> Records:
    """Return all that is known of a run that is quiet."""
    async with database.look() as session:
        if not database.is_local:
            # Days ahead are still planned meanwhile: a morning is read with its nudge, or not yet.
            connection = await session.connection()
            await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        reader = _Reader(session, world)
        await reader.learn()
        updates = (await session.exec(select(UpdateRow))).all()
        mornings = (await session.exec(select(MorningRow))).all()
        return Records(
            now=world.clock.now(),
            given=tuple(world.given),
            updates=[(row.number, row.state) for row in updates],
            sendings=reader.sendings,
            arrivals=[Arrival(look=reader.look(one), at=one.at) for one in world.accepted],
            effects=await _effects(session),
            mornings=[f"{row.plan_id} on {row.day}" for row in mornings],
            nudged=reader.nudged,
            integrity=await _integrity(session, is_local=database.is_local),
        )


class _Reader:
    """Knows the deliveries, and which of them a message may be: by its buttons, or its words."""

    def __init__(self, session: Session, world: WatchedWorld) -> None:
        self._session = session
        self._chats: dict[int, Chat] = {}
        self._words: dict[tuple[int, str], str] = {}
        self._deployment = Deployment(
            country="FR",
            zone="Europe/Paris",
            voice=VOICES[0],
            bot_username=world.bot.username,
            library=open_library(CONTENT),
        )
        self.sendings: list[Sending] = []
        self.nudged: list[str] = []

    async def learn(self) -> None:
        for row in (await self._session.exec(select(DeliveryRow))).all():
            chat = await chats.get(self._session, row.chat_id)
            assert chat
            self._chats[chat.telegram_id] = chat
            self._learn(row, as_delivery(self._session, row), chat)

    def look(self, accepted: Accepted) -> str:
        """Return the look of a message that was accepted."""
        chat = self._chats.get(accepted.chat_id)
        for token in accepted.tokens if chat else ():
            found = read(self._session.vault, chat.id, token) if chat else None
            if found:
                return found[0]
        return self._words.get((accepted.chat_id, accepted.text), accepted.text)

    def _learn(self, row: DeliveryRow, delivery: Delivery, chat: Chat) -> None:
        if row.slot == Slot.NUDGE:
            self.nudged.append(f"{row.plan_id} on {row.day}")
        is_told_apart = any(button.action for button in delivery.message.buttons)
        self.sendings.append(
            Sending(
                id=row.id,
                look=row.id if is_told_apart else self._look_of_words(delivery, chat),
                kind=row.kind,
                state=row.state,
                due=row.due,
                until=row.until,
                copies=row.copies,
                is_edit=row.replaces is not None,
                has_reason=row.reason is not None,
            )
        )

    def _look_of_words(self, delivery: Delivery, chat: Chat) -> str:
        """Return one look for the sentence in whatever voice it was said."""
        vault = self._session.vault
        said = [
            word(
                delivery,
                replace(chat, voice=voice),
                vault=vault,
                deployment=self._deployment,
            ).text
            for voice in VOICES
        ]
        look = f"{chat.id}: {said[0]}"
        self._words |= {(chat.telegram_id, words): look for words in said}
        return look


async def _effects(session: Session) -> Counter[str]:
    persons = [
        await people.get(session, person_id)
        for person_id in (await session.exec(select(PersonRow.id))).all()
    ]
    found = [f"person {person.name}" for person in persons if person]
    chat_rows = (await session.exec(select(ChatRow))).all()
    found += [f"chat of {row.person_id}" for row in chat_rows]
    supports = (await session.exec(select(SupportRow))).all()
    found += [f"support of {row.participant_id} by {row.coach_id}" for row in supports]
    consents = (await session.exec(select(ConsentRow))).all()
    found += [f"consent of {row.person_id} to {row.purpose}" for row in consents]
    active = select(PlanRow).where(col(PlanRow.state) == PlanState.ACTIVE)
    found += [f"plan of {row.person_id}" for row in (await session.exec(active)).all()]
    return Counter(found)


async def _integrity(session: Session, *, is_local: bool) -> str:
    if not is_local:
        return "ok"
    connection = await session.connection()
    rows = (await connection.execute(text("PRAGMA integrity_check"))).all()
    return ", ".join(str(found) for (found,) in rows)
