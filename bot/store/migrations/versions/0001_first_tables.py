"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SENDING = sa.text("state = 'sending'")
WAITING = sa.text("state = 'waiting'")
TABLES = (
    "incoming",
    "person",
    "chat",
    "consent",
    "look",
    "plan",
    "role",
    "sharing",
    "support",
    "delivery",
    "invitation",
    "morning",
    "question",
)


def upgrade() -> None:
    _create_incoming()
    _create_person()
    _create_chat()
    _create_consent()
    _create_look()
    _create_plan()
    _create_role()
    _create_sharing()
    _create_support()
    _create_delivery()
    _create_invitation()
    _create_morning()
    _create_question()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_incoming() -> None:
    op.create_table(
        "incoming",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("chat_key", sa.String(64), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("sealed_raw", sa.LargeBinary(), nullable=True),
        sa.Column("trace", sa.String(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_index(
        "incoming_waiting",
        "incoming",
        ["chat_key", "number"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
    op.create_index("ix_incoming_state", "incoming", ["state"])


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.Column("standing", sa.String(20), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hours", sa.JSON(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _create_chat() -> None:
    op.create_table(
        "chat",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("telegram_mark", sa.String(64), nullable=False),
        sa.Column("sealed_telegram_id", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("language", sa.String(20), nullable=False),
        sa.Column("address", sa.String(20), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=True),
        sa.Column("shard", sa.Integer(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("hold_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("telegram_mark"),
    )
    op.create_index("ix_chat_person_id", "chat", ["person_id"])


def _create_consent() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.String(64), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"])


def _create_look() -> None:
    op.create_table(
        "look",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_look_person_id", "look", ["person_id"])
    op.create_index("ix_look_staff_id", "look", ["staff_id"])


def _create_plan() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.Column("around", sa.JSON(), nullable=False),
        sa.Column("proposed_by", sa.String(36), nullable=True),
        sa.Column("planned_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_plan_person_id", "plan", ["person_id"])
    op.create_index("ix_plan_proposed_by", "plan", ["proposed_by"])


def _create_role() -> None:
    op.create_table(
        "role",
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "role"),
    )


def _create_sharing() -> None:
    op.create_table(
        "sharing",
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("stream", sa.String(20), nullable=False),
        sa.Column("audience", sa.String(20), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "stream", "audience"),
    )


def _create_support() -> None:
    op.create_table(
        "support",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("coach_id", sa.String(36), nullable=False),
        sa.Column("participant_id", sa.String(36), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["participant_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_support_coach_id", "support", ["coach_id"])
    op.create_index("ix_support_participant_id", "support", ["participant_id"])


def _create_delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chat_id", sa.String(36), nullable=False),
        sa.Column("shard", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(20), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed_message", sa.LargeBinary(), nullable=False),
        sa.Column("replaces", sa.String(36), nullable=True),
        sa.Column("plan_id", sa.String(36), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("slot", sa.String(), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(36), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("telegram_message", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("plan_id", "day", "slot"),
    )
    op.create_index("delivery_due", "delivery", ["state", "due", "shard"])
    op.create_index(
        "delivery_in_flight",
        "delivery",
        ["chat_id"],
        unique=True,
        sqlite_where=SENDING,
        postgresql_where=SENDING,
    )
    op.create_index("delivery_turn", "delivery", ["state", "kind", "due"])
    op.create_index("delivery_order", "delivery", ["chat_id", "number"])
    op.create_index("delivery_ended", "delivery", ["chat_id", "ended_at"])
    op.create_index("delivery_waiting", "delivery", ["chat_id", "state", "due"])
    op.create_index("ix_delivery_plan_id", "delivery", ["plan_id"])


def _create_invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("token_mark", sa.String(64), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.Column("invited_by", sa.String(36), nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("claimed_by", sa.String(36), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claimed_by"], ["chat.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["invited_by"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_mark"),
    )
    op.create_index("ix_invitation_claimed_by", "invitation", ["claimed_by"])
    op.create_index("ix_invitation_invited_by", "invitation", ["invited_by"])


def _create_morning() -> None:
    op.create_table(
        "morning",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("plan_id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("snoozes", sa.Integer(), nullable=False),
        sa.Column("phase", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("plan_id", "day"),
    )
    op.create_index("ix_morning_person_id", "morning", ["person_id"])
    op.create_index("ix_morning_plan_id", "morning", ["plan_id"])


def _create_question() -> None:
    op.create_table(
        "question",
        sa.Column("chat_id", sa.String(36), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("sealed_details", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id"),
    )
