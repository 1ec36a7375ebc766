"""The tables. Rows stay inside `store`; its functions give and take domain values.

Columns called `sealed_…` hold personal content that only the vault opens.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    false,
    text,
)
from sqlmodel import Field, SQLModel

from bot.domain.delivery import Class, Reason, State
from bot.domain.people import (
    Address,
    ChatKind,
    InvitationState,
    Language,
    Role,
    Standing,
    SupportState,
)
from bot.domain.plan import PlanKind, PlanState
from bot.domain.sharing import Audience, Purpose, Stream
from bot.domain.update import UpdateState
from bot.domain.wakeup import MorningState
from bot.store.types import Moment, Named

ID = 36
MARK = 64

SAYS_SOMETHING = "ended_at IS NOT NULL AND length(sealed_message) > 0"
"""Of messages that ended: those whose words are still kept."""


def _moment(*, empty: bool = False, index: bool = False) -> Any:
    return Field(default=None, sa_column=Column(Moment, nullable=empty, index=index))


def _choice(choices: type[StrEnum], *, empty: bool = False) -> Any:
    return Field(default=None, sa_column=Column(Named(choices), nullable=empty))


def _values(*, empty: bool = False) -> Any:
    return Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=empty))


def _row(of: str, *, empty: bool = False, on_delete: str = "CASCADE") -> Any:
    foreign = ForeignKey(f"{of}.id", ondelete=on_delete)
    return Field(default=None, sa_column=Column(String(ID), foreign, nullable=empty, index=True))


def _only_where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class PersonRow(SQLModel, table=True):
    """Somebody who takes part."""

    __tablename__ = "person"

    id: str = Field(primary_key=True, max_length=ID)
    sealed_name: bytes
    standing: Standing = _choice(Standing)
    zone: str
    paused_until: datetime | None = _moment(empty=True)
    hours: dict[str, Any] | None = _values(empty=True)
    created_at: datetime = _moment()


class RoleRow(SQLModel, table=True):
    """That somebody holds a role."""

    __tablename__ = "role"

    person_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    role: Role = Field(sa_column=Column(Named(Role), primary_key=True))


class ChatRow(SQLModel, table=True):
    """A conversation on Telegram; a stranger's has no person and is soon forgotten.

    `hold_until` is a window in which Telegram wants nothing sent to this chat. In a `discreet` one
    what comes unasked shows nothing of what it says. `commands` marks what Telegram lists in this
    chat alone.
    """

    __tablename__ = "chat"
    __table_args__ = (
        Index(
            "chat_unreachable",
            "id",
            sqlite_where=text("reachable IS 0"),
            postgresql_where=text("reachable IS false"),
        ),
    )

    id: str = Field(primary_key=True, max_length=ID)
    telegram_mark: str = Field(unique=True, max_length=MARK)
    sealed_telegram_id: bytes
    kind: ChatKind = _choice(ChatKind)
    language: Language = _choice(Language)
    address: Address = _choice(Address)
    person_id: str | None = _row("person", empty=True)
    shard: int
    reachable: bool = True
    discreet: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    commands: str | None = Field(default=None, max_length=16, index=True)
    hold_until: datetime | None = _moment(empty=True)
    heard_at: datetime = _moment()


class InvitationRow(SQLModel, table=True):
    """A one-time way in; the token itself is never kept."""

    __tablename__ = "invitation"

    id: str = Field(primary_key=True, max_length=ID)
    token_mark: str = Field(unique=True, max_length=MARK)
    role: Role = _choice(Role)
    sealed_name: bytes
    invited_by: str | None = _row("person", empty=True)
    state: InvitationState = _choice(InvitationState)
    claimed_by: str | None = _row("chat", empty=True, on_delete="SET NULL")
    expires_at: datetime = _moment()


class SupportRow(SQLModel, table=True):
    """That a coach supports a participant."""

    __tablename__ = "support"

    id: str = Field(primary_key=True, max_length=ID)
    coach_id: str = _row("person")
    participant_id: str = _row("person")
    state: SupportState = _choice(SupportState)
    since: datetime = _moment()


class SharingRow(SQLModel, table=True):
    """What a person decided about one stream and one audience."""

    __tablename__ = "sharing"

    person_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    stream: Stream = Field(sa_column=Column(Named(Stream), primary_key=True))
    audience: Audience = Field(sa_column=Column(Named(Audience), primary_key=True))
    shown: bool


class ConsentRow(SQLModel, table=True):
    """A line of the consent ledger: which text, when, and when it was taken back or given anew.

    `replaced_at` is since when the text has been another: until it is agreed to, nothing is done
    by this consent. `asked_at` is when that was asked last.
    """

    __tablename__ = "consent"

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = _row("person")
    purpose: Purpose = _choice(Purpose)
    version: int
    text_hash: str = Field(max_length=MARK)
    given_at: datetime = _moment()
    withdrawn_at: datetime | None = _moment(empty=True)
    replaced_at: datetime | None = _moment(empty=True)
    asked_at: datetime | None = _moment(empty=True)


class LookRow(SQLModel, table=True):
    """That a member of staff looked at a person."""

    __tablename__ = "look"

    id: str = Field(primary_key=True, max_length=ID)
    staff_id: str = _row("person")
    person_id: str = _row("person")
    looked_at: datetime = _moment()


class PlanRow(SQLModel, table=True):
    """Something agreed or proposed; `planned_until` is how far its deliveries are written.

    `set_aside_at` is when they could not be written, until they could again; `answered_at` when
    something was tapped under one of its messages, `eased_at` when it came to come less often.
    """

    __tablename__ = "plan"
    __table_args__ = (
        Index("plan_to_write", "state", "planned_until"),
        Index("plan_of_person", "person_id", "state"),
        Index("plan_set_aside", "set_aside_at", **_only_where("set_aside_at IS NOT NULL")),
    )

    id: str = Field(primary_key=True, max_length=ID)
    person_id: str = _row("person")
    kind: PlanKind = _choice(PlanKind)
    state: PlanState = _choice(PlanState)
    rule: dict[str, Any] = _values()
    around: dict[str, Any] = _values()
    sealed_details: bytes | None = None
    proposed_by: str | None = _row("person", empty=True, on_delete="SET NULL")
    planned_until: datetime | None = _moment(empty=True)
    set_aside_at: datetime | None = _moment(empty=True)
    answered_at: datetime | None = _moment(empty=True)
    eased_at: datetime | None = _moment(empty=True)
    created_at: datetime = _moment()


class MorningRow(SQLModel, table=True):
    """One working morning of a plan and what was answered."""

    __tablename__ = "morning"
    __table_args__ = (UniqueConstraint("plan_id", "day"),)

    id: str = Field(primary_key=True, max_length=ID)
    plan_id: str = _row("plan")
    person_id: str = _row("person")
    day: date
    due: datetime = _moment()
    state: MorningState = _choice(MorningState)
    snoozes: int = 0
    phase: int = 0
    answered_at: datetime | None = _moment(empty=True)


class DeliveryRow(SQLModel, table=True):
    """A message on its way, or where its way ended.

    `sealed_message` is the message's plain form, empty once it is old; `replaces` names the
    delivery whose message is edited instead, `carried_by` the one within which it went out;
    `number` keeps the order of what a chat is told at one moment; `copies` counts the attempts
    that may have arrived, and one that is `weekly` also says that this is a program. `owner` and
    `lease_until` belong to whoever is sending, and a chat is sent one thing at a time.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("plan_id", "day", "slot"),
        Index("delivery_due", "state", "due", "shard"),
        Index("delivery_turn", "state", "kind", "due"),
        Index("delivery_order", "chat_id", "number"),
        Index("delivery_ended", "chat_id", "ended_at"),
        Index("delivery_waiting", "chat_id", "state", "due"),
        Index("delivery_to_empty", "ended_at", **_only_where(SAYS_SOMETHING)),
        Index("delivery_carried", "carried_by", **_only_where("carried_by IS NOT NULL")),
        Index("delivery_in_flight", "chat_id", unique=True, **_only_where("state = 'sending'")),
    )

    id: str = Field(primary_key=True, max_length=ID)
    chat_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("chat.id", ondelete="CASCADE"), nullable=False)
    )
    shard: int
    kind: Class = _choice(Class)
    state: State = _choice(State)
    reason: Reason | None = _choice(Reason, empty=True)
    number: int = Field(sa_column=Column(BigInteger, nullable=False))
    due: datetime = _moment()
    until: datetime = _moment()
    sealed_message: bytes
    replaces: str | None = Field(default=None, max_length=ID)
    carried_by: str | None = Field(default=None, max_length=ID)
    plan_id: str | None = _row("plan", empty=True)
    day: date | None = None
    slot: str | None = None
    copies: int = 0
    weekly: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    owner: str | None = Field(default=None, max_length=ID)
    lease_until: datetime | None = _moment(empty=True)
    telegram_message: int | None = Field(default=None, sa_column=Column(BigInteger))
    ended_at: datetime | None = _moment(empty=True)


class QuestionRow(SQLModel, table=True):
    """The question that a chat was asked last and that words may answer."""

    __tablename__ = "question"

    chat_id: str = Field(
        sa_column=Column(String(ID), ForeignKey("chat.id", ondelete="CASCADE"), primary_key=True)
    )
    topic: str
    sealed_details: bytes
    asked_at: datetime = _moment()


class UpdateRow(SQLModel, table=True):
    """A raw update, kept until it is handled; its number only as long as it could come twice.

    `telegram_message` is what Telegram calls the message that somebody wrote: for two days it can
    be taken back.
    """

    __tablename__ = "incoming"
    __table_args__ = (
        Index("incoming_waiting", "chat_key", "number", **_only_where("state = 'waiting'")),
    )

    id: str = Field(primary_key=True, max_length=ID)
    number: int | None = Field(default=None, sa_column=Column(BigInteger, unique=True))
    chat_key: str = Field(max_length=MARK)
    state: UpdateState = Field(sa_column=Column(Named(UpdateState), nullable=False, index=True))
    sealed_raw: bytes | None = None
    telegram_message: int | None = Field(default=None, sa_column=Column(BigInteger))
    trace: str | None = None
    received_at: datetime = _moment()


class WindowRow(SQLModel, table=True):
    """A window in which Telegram wanted nothing sent to a chat: from when to when, how long."""

    __tablename__ = "chat_window"

    id: str = Field(primary_key=True, max_length=ID)
    chat_id: str = _row("chat")
    opened_at: datetime = _moment(index=True)
    closes_at: datetime = _moment(index=True)
    seconds: float


class ZonesRow(SQLModel, table=True):
    """The time zones that the days were planned with: their release, and a mark of each zone."""

    __tablename__ = "zones"

    id: int = Field(primary_key=True)
    release: str
    marks: dict[str, str] = _values()


class PresentedRow(SQLModel, table=True):
    """How a bot presents itself on Telegram, kept as a short mark."""

    __tablename__ = "presented"

    bot_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    mark: str
