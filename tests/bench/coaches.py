"""Fills a database with coaches, each with people, and with something to be told of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from sqlalchemy import func
from sqlmodel import SQLModel, col, select, update

from bot.domain.contact import RequestState, Step
from bot.domain.delivery import LIMITS, Class, State
from bot.domain.hours import Hours
from bot.domain.people import Address, ChatKind, Language, Role, Standing, SupportState
from bot.domain.schedule import EVERY_DAY, local
from bot.domain.sharing import Audience, Purpose, Stream
from bot.domain.wakeup import MorningState, Slot
from bot.store.chats import SHARDS
from bot.store.contacts import NoticeRow, RequestRow
from bot.store.db import Database
from bot.store.desks import DeskRow
from bot.store.ids import new_id
from bot.store.tables import (
    ChatRow,
    ConsentRow,
    DeliveryRow,
    MorningRow,
    PersonRow,
    PlanRow,
    RoleRow,
    SharingRow,
    SupportRow,
)
from bot.store.vault import Vault
from tests.bench.cast import FIRST_ID, PARIS
from tests.bench.writing import Row, in_bulk, write
from tests.canaries import CANARY_NAME

OF_EACH = 20
"""How many people a coach supports."""

HOURS = Hours(days=EVERY_DAY, opens=time(9), closes=time(17))
DAY = timedelta(days=1)
MORNINGS = 5
"""On how many days of the week that is over somebody was woken up; once they did not answer."""

TABLES = (
    PersonRow,
    RoleRow,
    ChatRow,
    DeskRow,
    SupportRow,
    SharingRow,
    ConsentRow,
    MorningRow,
    DeliveryRow,
    RequestRow,
    NoticeRow,
)
"""In the order in which one asks for the other."""

Rows: TypeAlias = Mapping[type[SQLModel], list[Row]]


@dataclass(frozen=True, kw_only=True)
class Participant:
    """Somebody who is there already, with one of their plans."""

    id: str
    chat: str
    shard: int
    plan: str


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A coach as they are written: their number, and the moment at which their morning is due."""

    vault: Vault
    id: str
    chat: str
    number: int
    now: datetime

    @property
    def today(self) -> date:
        """The local date of that morning."""
        return local(self.now, PARIS).date()

    @property
    def week(self) -> Sequence[date]:
        """The days of the week that is over, from its Monday."""
        monday = self.today - (self.today.weekday() + 7) * DAY
        return [monday + number * DAY for number in range(MORNINGS)]


async def add_coaches(database: Database, now: datetime) -> None:
    """Give everybody a coach whose morning is due.

    Of the people of each, one cannot be reached, one asks for a contact, and one did not answer.
    """
    everybody = await _participants(database)
    async with database.engine.begin() as connection, in_bulk(connection):
        for number, several in enumerate(_parts(everybody)):
            desk = Desk(vault=database.vault, id=new_id(), chat=new_id(), number=number, now=now)
            rows = _rows(desk, several)
            for table in TABLES:
                await write(connection, table, rows[table])
    async with database.begin() as session:
        for several in _parts(everybody):
            gone = col(ChatRow.person_id) == several[-1].id
            await session.exec(update(ChatRow).where(gone).values(reachable=False))


async def _participants(database: Database) -> Sequence[Participant]:
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


def _parts(everybody: Sequence[Participant]) -> Iterator[Sequence[Participant]]:
    for first in range(0, len(everybody), OF_EACH):
        yield everybody[first : first + OF_EACH]


def _rows(desk: Desk, people: Sequence[Participant]) -> Rows:
    """Return every row of one coach, and what their people are to them."""
    asks, silent = people[0], people[1]
    request = new_id()
    return {
        PersonRow: [_person(desk)],
        RoleRow: [{"person_id": desk.id, "role": Role.COACH}],
        ChatRow: [_chat(desk)],
        DeskRow: [{"coach_id": desk.id, "next_at": desk.now, "unreachable": []}],
        SupportRow: [_support(desk, one) for one in people],
        SharingRow: [_shows(one) for one in people],
        ConsentRow: [_agrees_to_a_note(desk, silent)],
        MorningRow: [_morning(desk, one, day) for one in people for day in desk.week],
        DeliveryRow: [
            *(_nudge(desk, one, day) for one in people for day in desk.week),
            _note(desk, silent),
        ],
        RequestRow: [_request(desk, asks, request)],
        NoticeRow: [_notice(desk, request)],
    }


def _person(desk: Desk) -> Row:
    return {
        "id": desk.id,
        "sealed_name": desk.vault.seal(CANARY_NAME, place=f"person.name:{desk.id}"),
        "standing": Standing.ACTIVE,
        "zone": PARIS.key,
        "hours": HOURS.as_values(),
        "created_at": desk.now,
    }


def _chat(desk: Desk) -> Row:
    telegram_id = FIRST_ID - 1 - desk.number
    return {
        "id": desk.chat,
        "telegram_mark": desk.vault.mark("chat", str(telegram_id)),
        "sealed_telegram_id": desk.vault.seal(telegram_id, place=f"chat.telegram_id:{desk.chat}"),
        "kind": ChatKind.PRIVATE,
        "language": Language.FRENCH,
        "address": Address.VOUS,
        "person_id": desk.id,
        "shard": desk.number % SHARDS,
        "heard_at": desk.now - DAY,
    }


def _support(desk: Desk, one: Participant) -> Row:
    return {
        "id": new_id(),
        "coach_id": desk.id,
        "participant_id": one.id,
        "state": SupportState.ACTIVE,
        "since": desk.now,
    }


def _shows(one: Participant) -> Row:
    return {
        "person_id": one.id,
        "stream": Stream.WAKEUPS,
        "audience": Audience.COACH,
        "shown": True,
    }


def _agrees_to_a_note(desk: Desk, one: Participant) -> Row:
    return {
        "id": new_id(),
        "person_id": one.id,
        "purpose": Purpose.NOTE,
        "version": 1,
        "text_hash": "",
        "given_at": desk.now,
    }


def _morning(desk: Desk, one: Participant, day: date) -> Row:
    is_last = day == desk.week[-1]
    return {
        "id": new_id(),
        "plan_id": one.plan,
        "person_id": one.id,
        "day": day,
        "due": desk.now - DAY,
        "state": MorningState.AWAITED if is_last else MorningState.UP,
    }


def _nudge(desk: Desk, one: Participant, day: date) -> Row:
    return {
        **_sent(desk, one, day),
        "chat_id": one.chat,
        "shard": one.shard,
        "kind": Class.WAKEUP,
        "slot": Slot.NUDGE,
    }


def _note(desk: Desk, one: Participant) -> Row:
    """Return what the coach was told, yesterday, of somebody who did not answer."""
    return {
        **_sent(desk, one, desk.today - DAY),
        "chat_id": desk.chat,
        "shard": desk.number % SHARDS,
        "kind": Class.DIGEST,
        "slot": Slot.NOTE,
    }


def _sent(desk: Desk, one: Participant, day: date) -> Row:
    then = desk.now - DAY / 2
    return {
        "id": new_id(),
        "state": State.SENT,
        "number": 1,
        "due": then,
        "until": then + LIMITS[Class.WAKEUP].lateness,
        "ended_at": then,
        "sealed_message": b"",
        "plan_id": one.plan,
        "day": day,
        "copies": 1,
    }


def _request(desk: Desk, one: Participant, id_: str) -> Row:
    return {
        "id": id_,
        "person_id": one.id,
        "state": RequestState.OPEN,
        "asked_at": desk.now - DAY,
        "calls": False,
    }


def _notice(desk: Desk, request: str) -> Row:
    return {
        "id": new_id(),
        "request_id": request,
        "staff_id": desk.id,
        "step": Step.HAND_OVER,
        "told": new_id(),
    }
