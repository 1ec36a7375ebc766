"""Members of staff as they are written into a database, and the people they can be given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TypeAlias

from sqlalchemy import func
from sqlmodel import SQLModel, col, select

from bot.domain.hours import Hours
from bot.domain.people import Address, ChatKind, Language, Role, Standing
from bot.domain.schedule import EVERY_DAY
from bot.store.chats import SHARDS
from bot.store.db import Database
from bot.store.tables import ChatRow, PersonRow, PlanRow, RoleRow
from bot.store.vault import Vault
from tests.bench.cast import FIRST_ID, PARIS
from tests.bench.writing import Row
from tests.canaries import CANARY_NAME

HOURS = Hours(days=EVERY_DAY, opens=time(9), closes=time(17))
DAY = timedelta(days=1)

Rows: TypeAlias = Mapping[type[SQLModel], list[Row]]


@dataclass(frozen=True, kw_only=True)
class Participant:
    """Somebody who is there already, with one of their plans."""

    id: str
    chat: str
    shard: int
    plan: str


@dataclass(frozen=True, kw_only=True)
class Staff:
    """Somebody who works here: their number, and the moment at which they are written."""

    vault: Vault
    id: str
    chat: str
    number: int
    now: datetime

    @property
    def telegram_id(self) -> int:
        """Who they are to Telegram: the ids before those of the participants."""
        return FIRST_ID - 1 - self.number

    @property
    def shard(self) -> int:
        """The shard of their chat."""
        return self.number % SHARDS

    def rows(self, role: Role) -> Rows:
        """Return what there is of everybody who works here."""
        return {
            PersonRow: [self._person()],
            RoleRow: [{"person_id": self.id, "role": role}],
            ChatRow: [self._chat()],
        }

    def _person(self) -> Row:
        return {
            "id": self.id,
            "sealed_name": self.vault.seal(CANARY_NAME, place=f"person.name:{self.id}"),
            "standing": Standing.ACTIVE,
            "zone": PARIS.key,
            "hours": HOURS.as_values(),
            "created_at": self.now,
        }

    def _chat(self) -> Row:
        place = f"chat.telegram_id:{self.chat}"
        return {
            "id": self.chat,
            "telegram_mark": self.vault.mark("chat", str(self.telegram_id)),
            "sealed_telegram_id": self.vault.seal(self.telegram_id, place=place),
            "kind": ChatKind.PRIVATE,
            "language": Language.FRENCH,
            "address": Address.VOUS,
            "person_id": self.id,
            "shard": self.shard,
            "heard_at": self.now - DAY,
        }


async def participants(database: Database) -> Sequence[Participant]:
    """Return everybody who takes part."""
    async with database.look() as session:
        found = await session.exec(
            select(ChatRow.person_id, ChatRow.id, ChatRow.shard, func.min(col(PlanRow.id)))
            .join(PlanRow, col(PlanRow.person_id) == col(ChatRow.person_id))
            .group_by(col(ChatRow.person_id), col(ChatRow.id), col(ChatRow.shard))
        )
        return [
            Participant(id=str(person), chat=chat, shard=shard, plan=plan)
            for person, chat, shard, plan in found
        ]


def divided(
    everybody: Sequence[Participant], of_each: int
) -> Iterator[tuple[int, Sequence[Participant]]]:
    """Yield the number of each member of staff, and their people."""
    for number, first in enumerate(range(0, len(everybody), of_each)):
        yield number, everybody[first : first + of_each]
