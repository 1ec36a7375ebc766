"""Everything kept about somebody, table by table, opened: for that person alone to read.

Each table says here how a person's rows are found, and what of them speaks of others.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import structlog
from sqlalchemy import Table, or_, select
from sqlmodel import SQLModel

from bot.domain.errors import Unsealable
from bot.domain.names import UNREADABLE
from bot.domain.people import Person
from bot.store import people
from bot.store.assignments import AssignmentRow
from bot.store.attendance import AttendanceRow
from bot.store.chats import mark_of, of_person
from bot.store.checkins import CheckinRow
from bot.store.coach_notes import CoachNoteRow
from bot.store.contacts import NoticeRow, RequestRow
from bot.store.covers import CoverRow
from bot.store.db import Session
from bot.store.desks import DeskRow
from bot.store.erasing import ErasureRow
from bot.store.events import EventRow
from bot.store.group_chats import GroupChatRow
from bot.store.group_invitations import GroupInvitationRow
from bot.store.groups import LeadRow, MemberRow
from bot.store.job_phases import JobPhaseRow
from bot.store.outings import OutingMemberRow, OutingRow
from bot.store.overviews import OverviewLookRow
from bot.store.runs import RunRow
from bot.store.sentences import SentenceRow
from bot.store.tables import (
    ChatRow,
    ConsentRow,
    DeliveryRow,
    InvitationRow,
    LookRow,
    MorningRow,
    PersonRow,
    PlanRow,
    QuestionRow,
    RoleRow,
    SharingRow,
    SupportRow,
    UpdateRow,
    WindowRow,
)
from bot.store.toolboxes import ToolboxRow
from bot.store.wishes import WishesRow
from bot.store.wrong_codes import WrongCodeRow

SEALED = "sealed_"

log = structlog.stdlib.get_logger(__name__)

Row: TypeAlias = Mapping[str, Any]
Export: TypeAlias = Mapping[str, Sequence[Row]]
"""By table: its rows, by column; values are moments, days, states, and what JSON knows."""

SECRETS = frozenset(
    {"telegram_mark", "token_mark", "chat_key", "commands", "owner", "lease_until", "shard"}
)
"""What says nothing of the person: keyed marks, and how processes share their work."""


@dataclass(frozen=True, kw_only=True)
class About:
    """How a person's rows of a table are found, and in which order they are given.

    `by` are columns that hold the person's id or their chat's. Of whom a column in `named` names,
    the first name is given. `staff` are columns that speak of others where a member of staff asks.
    Of rows that another person wrote, as the column `author` says, the words are not given; why is
    said where such a table stands.
    """

    by: tuple[str, ...] = ("person_id",)
    order: str = ""
    named: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    author: str = ""


_ROWS: Mapping[type[SQLModel], About] = {
    PersonRow: About(by=("id",)),
    RoleRow: About(),
    ChatRow: About(),
    ErasureRow: About(),
    SupportRow: About(
        by=("participant_id", "coach_id"),
        order="since",
        named=frozenset({"coach_id"}),
        staff=frozenset({"participant_id"}),
    ),
    SharingRow: About(order="stream"),
    ConsentRow: About(order="given_at"),
    LookRow: About(
        by=("person_id", "staff_id"),
        order="looked_at",
        named=frozenset({"staff_id"}),
        staff=frozenset({"person_id"}),
    ),
    PlanRow: About(order="created_at", named=frozenset({"proposed_by"})),
    MorningRow: About(order="day"),
    CheckinRow: About(order="day"),
    EventRow: About(order="day"),
    RunRow: About(order="moved_at"),
    AssignmentRow: About(order="assigned_at", named=frozenset({"assigned_by"})),
    SentenceRow: About(order="written_at"),
    CoachNoteRow: About(
        by=("coach_id", "person_id"),
        order="written_at",
        named=frozenset({"coach_id"}),
        staff=frozenset({"person_id"}),
        author="coach_id",
    ),
    ToolboxRow: About(),
    WishesRow: About(),
    JobPhaseRow: About(named=frozenset({"set_by"})),
    RequestRow: About(order="asked_at", named=frozenset({"seen_by"})),
    NoticeRow: About(by=("staff_id",), order="next_at", staff=frozenset({"request_id"})),
    MemberRow: About(order="since"),
    LeadRow: About(order="since"),
    AttendanceRow: About(),
    GroupChatRow: About(by=("opened_by",)),
    OutingRow: About(by=("organiser_id",), order="day"),
    OutingMemberRow: About(order="since"),
    DeskRow: About(by=("coach_id",), staff=frozenset({"unreachable"})),
    CoverRow: About(by=("coach_id", "cover_id"), named=frozenset({"coach_id", "cover_id"})),
    QuestionRow: About(by=("chat_id",), staff=frozenset({"sealed_details"})),
    DeliveryRow: About(by=("chat_id",), order="number", staff=frozenset({"sealed_message"})),
    UpdateRow: About(by=("chat_key",), order="received_at"),
    WindowRow: About(by=("chat_id",), order="opened_at"),
    InvitationRow: About(
        by=("invited_by", "claimed_by"),
        order="expires_at",
        staff=frozenset({"sealed_name", "claimed_by"}),
    ),
    GroupInvitationRow: About(),
    OverviewLookRow: About(order="looked_at"),
    WrongCodeRow: About(by=("chat_key",), order="tried_at"),
}

ABOUT: Mapping[str, About] = {str(row.__tablename__): about for row, about in _ROWS.items()}
"""By table, in the order in which it is read."""

IMPERSONAL = frozenset(
    {"zones", "chore", "send_slot", "presented", "tombstone", "study_group", "group_session"}
)
"""Tables in which nobody can be found."""


async def everything(session: Session, person: Person) -> Export:
    """Return all that is kept about somebody, by table."""
    chat = await of_person(session, person.id)
    keys = {person.id} | ({chat.id, mark_of(session, chat.telegram_id)} if chat else set())
    reader = _Reader(session, person)
    return {name: await reader.rows(name, about, keys) for name, about in ABOUT.items()}


class _Reader:
    """Reads one person's rows."""

    def __init__(self, session: Session, person: Person) -> None:
        self._session = session
        self._person = person
        self._names = {person.id: person.name}

    async def rows(self, name: str, about: About, keys: Collection[str]) -> Sequence[Row]:
        """Return the rows of a table that are about one of these keys, opened."""
        table = SQLModel.metadata.tables[name]
        mine = select(table).where(or_(*(table.c[column].in_(keys) for column in about.by)))
        order = [table.c[about.order]] if about.order else []
        found = await self._session.ask(mine.order_by(*order, *table.primary_key.columns))
        opened = [self._opened(table, about, dict(row)) for row in found.mappings().all()]
        for one in opened:
            one |= {column: await self._name(one[column]) for column in about.named & one.keys()}
        return opened

    def _opened(self, table: Table, about: About, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return what of a row is this person's to read."""
        left_out = SECRETS | (about.staff if self._person.is_staff else frozenset())
        if about.author and row[about.author] != self._person.id:
            left_out |= {column for column in row if column.startswith(SEALED)}
        return {
            column.removeprefix(SEALED): self._value(table, row, column)
            for column in row
            if column not in left_out
        }

    def _value(self, table: Table, row: Mapping[str, Any], column: str) -> Any:
        value = row[column]
        if not column.startswith(SEALED):
            return value
        if not value:
            return None
        [key] = table.primary_key.columns
        place = f"{table.name}.{column.removeprefix(SEALED)}:{row[key.name]}"
        try:
            return self._session.vault.open(value, place=place)
        except Unsealable:
            log.exception("value_unreadable", table=table.name)
            return UNREADABLE

    async def _name(self, person_id: str | None) -> str | None:
        if person_id and person_id not in self._names:
            named = await people.get(self._session, person_id)
            self._names[person_id] = named.name if named else ""
        return self._names[person_id] if person_id else None
