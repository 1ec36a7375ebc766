"""Fills a database with coaches, each with people, and with something to be told of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col, update

from bot.domain.contact import RequestState, Step
from bot.domain.delivery import LIMITS, Class, State
from bot.domain.people import Role, SupportState
from bot.domain.schedule import local
from bot.domain.sharing import Audience, Purpose, Stream
from bot.domain.wakeup import MorningState, Slot
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
    RoleRow,
    SharingRow,
    SupportRow,
)
from tests.bench.cast import PARIS
from tests.bench.staff import DAY, Participant, Rows, Staff, divided, participants
from tests.bench.writing import Row, in_bulk, write

OF_EACH = 20
"""How many people a coach supports."""

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


@dataclass(frozen=True, kw_only=True)
class Desk(Staff):
    """A coach as they are written, at the moment at which their morning is due."""

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
    everybody = await participants(database)
    async with database.engine.begin() as connection, in_bulk(connection):
        for number, several in divided(everybody, OF_EACH):
            desk = Desk(vault=database.vault, id=new_id(), chat=new_id(), number=number, now=now)
            rows = _rows(desk, several)
            for table in TABLES:
                await write(connection, table, rows[table])
    async with database.begin() as session:
        for _, several in divided(everybody, OF_EACH):
            gone = col(ChatRow.person_id) == several[-1].id
            await session.exec(update(ChatRow).where(gone).values(reachable=False))


def _rows(desk: Desk, people: Sequence[Participant]) -> Rows:
    """Return every row of one coach, and what their people are to them."""
    asks, silent = people[0], people[1]
    request = new_id()
    return {
        **desk.rows(Role.COACH),
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
        "shard": desk.shard,
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
