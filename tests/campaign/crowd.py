"""Many chats and many deliveries, written in one go."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import insert

from bot.domain.delivery import Delivery
from bot.domain.people import Chat, ChatKind
from bot.services.ports import Bell
from bot.store import chats
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow
from tests.examples import FRENCH, NOW

AT_ONCE = 1_000


async def add_chats(database: Database, people: Sequence[int], now: datetime = NOW) -> list[Chat]:
    """Let these strangers be heard, by their Telegram ids."""
    async with database.begin() as session:
        return [
            await chats.hear(session, one, ChatKind.PRIVATE, voice=FRENCH, now=now)
            for one in people
        ]


async def add_deliveries(
    database: Database,
    crowd: Sequence[Chat],
    several: Sequence[Delivery],
    *,
    bell: Bell | None = None,
) -> None:
    """Keep planned deliveries to these chats, each the last of its chat so far."""
    shards = {chat.id: chat.shard for chat in crowd}
    for begin in range(0, len(several), AT_ONCE):
        async with database.begin() as session:
            rows = [
                _values(session, one, shard=shards[one.chat_id], number=begin + place)
                for place, one in enumerate(several[begin : begin + AT_ONCE])
            ]
            await (await session.connection()).execute(insert(DeliveryRow), rows)
            if bell:
                for row in rows:
                    bell.ring(session, row["shard"])


def _values(session: Session, one: Delivery, *, shard: int, number: int) -> dict[str, Any]:
    return {
        "id": one.id,
        "chat_id": one.chat_id,
        "shard": shard,
        "kind": one.kind,
        "state": one.state,
        "number": number,
        "due": one.due,
        "until": one.until,
        "sealed_message": session.vault.seal(
            one.message.as_plain(), place=f"delivery.message:{one.id}"
        ),
        "copies": 0,
    }
