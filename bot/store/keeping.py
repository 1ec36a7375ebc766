"""How long each kind of row is kept, and why: every table has its rule here.

Sources: the programme's defaults (answers 6 months, who looked 12) and the CNIL's: two years after
the last contact (2023-095), 6 to 12 months for what is written down of a program's work.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col

from bot.domain import guessing
from bot.domain.delivery import State
from bot.domain.dialogue import RunState
from bot.domain.people import INVITATION_LIFE, InvitationState, Standing, SupportState
from bot.domain.plan import PlanState
from bot.domain.routine import PARTS
from bot.domain.safety import PLAN
from bot.domain.update import UpdateState
from bot.store import incoming, questions
from bot.store.assignments import AssignmentRow
from bot.store.checkins import CheckinRow
from bot.store.coach_notes import CoachNoteRow
from bot.store.contacts import RequestRow
from bot.store.covers import CoverRow
from bot.store.erasing import TombstoneRow
from bot.store.events import EventRow
from bot.store.group_chats import GroupChatRow
from bot.store.groups import GroupRow
from bot.store.job_phases import JobPhaseRow
from bot.store.outings import OutingRow
from bot.store.overviews import OverviewLookRow
from bot.store.runs import RunRow
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
    SupportRow,
    UpdateRow,
    WindowRow,
)
from bot.store.wrong_codes import WrongCodeRow

HALF_A_YEAR = timedelta(days=183)
YEAR = timedelta(days=365)
MONTH = timedelta(days=30)
WEEK = timedelta(days=7)
LAST_CONTACT = 2 * YEAR
LOOKED_UP = (PLAN, *PARTS)
"""The exercises whose answers a person comes back to, however long ago they gave them."""

MESSAGES = MONTH
"""How long the words of a message are kept; that it was sent, and when, stays longer."""

UNENDED = (State.PLANNED, State.SENDING)


@dataclass(frozen=True, kw_only=True, eq=False)
class Aged:
    """Rows that go once the moment in a column lies further back than an age.

    `only` narrows them; `hourly` are those that wait for no night.
    """

    row: type[SQLModel]
    since: str
    age: timedelta
    why: str
    only: ColumnElement[bool] | None = None
    hourly: bool = False

    @property
    def table(self) -> str:
        """The name of the table."""
        return str(self.row.__tablename__)


@dataclass(frozen=True, kw_only=True)
class Lasting:
    """Rows that no age ends: they go with what they belong to, or say nothing of anybody."""

    why: str


Rule: TypeAlias = Aged | Lasting

_WITH_THE_PERSON = Lasting(why="what a person is here; goes with the person")
_WITH_THE_GROUP = Lasting(why="what a group is made of; goes with it, or with the person")
_IMPERSONAL = Lasting(why="says nothing of anybody")
_UNSAID = exists().where(
    col(DeliveryRow.chat_id) == col(ChatRow.id), col(DeliveryRow.state).in_(UNENDED)
)
_IS_A_GROUPS = exists().where(col(GroupChatRow.chat_id) == col(ChatRow.id))
_LIVES_ON = or_(
    exists().where(col(MorningRow.plan_id) == col(PlanRow.id)),
    exists().where(col(DeliveryRow.plan_id) == col(PlanRow.id)),
)
_IS_SUPPORTED = exists().where(
    col(SupportRow.coach_id) == col(CoachNoteRow.coach_id),
    col(SupportRow.participant_id) == col(CoachNoteRow.person_id),
    col(SupportRow.state) == SupportState.ACTIVE,
)
_NEWER_RUN = aliased(RunRow)
_WRITTEN_ANEW = exists().where(
    col(_NEWER_RUN.person_id) == col(RunRow.person_id),
    col(_NEWER_RUN.exercise) == col(RunRow.exercise),
    col(_NEWER_RUN.state) == RunState.FINISHED,
    col(_NEWER_RUN.moved_at) > col(RunRow.moved_at),
)

STRANGERS = Aged(
    row=ChatRow,
    since="heard_at",
    age=timedelta(hours=1),
    why="nobody we know; only as long as it takes to answer",
    only=and_(col(ChatRow.person_id).is_(None), ~_UNSAID, ~_IS_A_GROUPS),
    hourly=True,
)
UNFINISHED = Aged(
    row=PersonRow,
    since="created_at",
    age=INVITATION_LIFE,
    why="began to come in, and did not while the invitation lived",
    only=col(PersonRow.standing) == Standing.ENROLLING,
    hourly=True,
)
SET_ASIDE = Aged(
    row=UpdateRow,
    since="received_at",
    age=MONTH,
    why="could not be handled; kept for somebody to look why",
    only=col(UpdateRow.state) == UpdateState.DEAD,
    hourly=True,
)
HANDLED = Aged(
    row=UpdateRow,
    since="received_at",
    age=incoming.NUMBERS_LAST,
    why="was handled; only its number, as long as it could come twice",
    only=col(UpdateRow.state) == UpdateState.HANDLED,
    hourly=True,
)
WRONG_CODES = Aged(
    row=WrongCodeRow,
    since="tried_at",
    age=guessing.COUNTS,
    why="codes that do not exist; as long as it is counted how many an account tried",
    hourly=True,
)
WINDOWS = Aged(
    row=WindowRow,
    since="opened_at",
    age=MONTH,
    why="how often Telegram asked to wait; counted for a while",
    hourly=True,
)

NOTES = Aged(
    row=CoachNoteRow,
    since="written_at",
    age=timedelta(),
    why="goes as the support ends; whichever way that came",
    only=~_IS_SUPPORTED,
    hourly=True,
)

RULES: Mapping[str, tuple[Rule, ...]] = {
    "person": (UNFINISHED,),
    "role": (_WITH_THE_PERSON,),
    "chat": (STRANGERS,),
    "sharing": (_WITH_THE_PERSON,),
    "wishes": (_WITH_THE_PERSON,),
    "desk": (_WITH_THE_PERSON,),
    "invitation": (
        Aged(
            row=InvitationRow,
            since="expires_at",
            age=WEEK,
            why="nobody can come in by it any more",
            only=col(InvitationRow.state) != InvitationState.CLAIMED,
        ),
        Aged(
            row=InvitationRow,
            since="expires_at",
            age=MONTH,
            why="whoever was coming in by it did not",
            only=col(InvitationRow.state) == InvitationState.CLAIMED,
        ),
    ),
    "support": (
        Aged(
            row=SupportRow,
            since="since",
            age=YEAR,
            why="a support that ended, or that nobody confirmed",
            only=col(SupportRow.state) != SupportState.ACTIVE,
        ),
    ),
    "consent": (
        Aged(
            row=ConsentRow,
            since="withdrawn_at",
            age=LAST_CONTACT,
            why="proof of a consent that was taken back; one that stands goes with the person",
        ),
    ),
    "look": (Aged(row=LookRow, since="looked_at", age=YEAR, why="who looked at whom"),),
    "overview_look": (
        Aged(row=OverviewLookRow, since="looked_at", age=YEAR, why="who looked at the numbers"),
    ),
    "morning": (Aged(row=MorningRow, since="day", age=HALF_A_YEAR, why="what was answered"),),
    "delivery": (
        Aged(
            row=DeliveryRow,
            since="ended_at",
            age=HALF_A_YEAR,
            why="that something was sent; its words are emptied sooner",
        ),
    ),
    "plan": (
        Aged(
            row=PlanRow,
            since="created_at",
            age=HALF_A_YEAR,
            why="not agreed any more, and nothing of it is kept either",
            only=and_(col(PlanRow.state) != PlanState.ACTIVE, ~_LIVES_ON),
        ),
    ),
    "erasure": (_WITH_THE_PERSON,),
    "tombstone": (
        Aged(
            row=TombstoneRow,
            since="erased_at",
            age=YEAR,
            why="whom an old backup has to erase again; says nothing of anybody",
        ),
    ),
    "question": (
        Aged(
            row=QuestionRow,
            since="asked_at",
            age=questions.REMEMBERED,
            why="nobody has it in mind any more",
        ),
    ),
    "run": (
        Aged(
            row=RunRow,
            since="moved_at",
            age=HALF_A_YEAR,
            why="what was answered, unless it is what they look up: their plans, as they are now",
            only=or_(col(RunRow.exercise).not_in(LOOKED_UP), _WRITTEN_ANEW),
        ),
    ),
    "assignment": (
        Aged(
            row=AssignmentRow,
            since="assigned_at",
            age=HALF_A_YEAR,
            why="which exercise somebody was given, and what became of it",
        ),
    ),
    "checkin": (Aged(row=CheckinRow, since="day", age=HALF_A_YEAR, why="what was answered"),),
    "event": (Aged(row=EventRow, since="day", age=HALF_A_YEAR, why="written beside a day"),),
    "toolbox": (_WITH_THE_PERSON,),
    "sentence": (_WITH_THE_PERSON,),
    "job_phase": (
        Aged(row=JobPhaseRow, since="set_at", age=YEAR, why="where somebody was with work"),
    ),
    "coach_note": (NOTES,),
    "contact_request": (
        Aged(row=RequestRow, since="asked_at", age=HALF_A_YEAR, why="what was asked of a coach"),
    ),
    "contact_notice": (Lasting(why="who was told of a request; goes with it"),),
    "cover": (
        Aged(row=CoverRow, since="last", age=MONTH, why="who looked in the place of a coach"),
    ),
    "study_group": (
        Aged(row=GroupRow, since="last_day", age=YEAR, why="a group whose workshops are over"),
    ),
    "group_session": (_WITH_THE_GROUP,),
    "group_member": (_WITH_THE_GROUP,),
    "group_lead": (_WITH_THE_GROUP,),
    "wrong_code": (WRONG_CODES,),
    "group_chat": (_WITH_THE_GROUP,),
    "outing": (
        Aged(row=OutingRow, since="day", age=MONTH, why="what was proposed in a group’s chat"),
    ),
    "outing_member": (Lasting(why="who was in; goes with the outing, or with the person"),),
    "group_invitation": (Lasting(why="which group an invitation leads into; goes with it"),),
    "attendance": (_WITH_THE_GROUP,),
    "incoming": (SET_ASIDE, HANDLED),
    "chat_window": (WINDOWS,),
    "zones": (_IMPERSONAL,),
    "chore": (_IMPERSONAL,),
    "send_slot": (_IMPERSONAL,),
    "presented": (_IMPERSONAL,),
}
"""By table, in the order in which rows go.

A person who is here goes two years after the last contact (`LAST_CONTACT`).
"""


def aged() -> tuple[Aged, ...]:
    """Return every rule that has an age."""
    return tuple(one for rules in RULES.values() for one in rules if isinstance(one, Aged))
