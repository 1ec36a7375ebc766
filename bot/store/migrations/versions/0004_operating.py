"""What an operator is told: plans set aside, windows of Telegram's, the zones planned with."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

SET_ASIDE = sa.text("set_aside_at IS NOT NULL")
SAYS_SOMETHING = sa.text("ended_at IS NOT NULL AND length(sealed_message) > 0")


def upgrade() -> None:
    op.add_column("plan", sa.Column("set_aside_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("plan_to_write", "plan", ["state", "planned_until"])
    op.create_index(
        "plan_set_aside",
        "plan",
        ["set_aside_at"],
        sqlite_where=SET_ASIDE,
        postgresql_where=SET_ASIDE,
    )
    op.create_index(
        "delivery_to_empty",
        "delivery",
        ["ended_at"],
        sqlite_where=SAYS_SOMETHING,
        postgresql_where=SAYS_SOMETHING,
    )
    _create_window()
    op.create_table(
        "zones",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("zones")
    op.drop_table("chat_window")
    op.drop_index("delivery_to_empty", "delivery")
    op.drop_index("plan_set_aside", "plan")
    op.drop_index("plan_to_write", "plan")
    op.drop_column("plan", "set_aside_at")


def _create_window() -> None:
    op.create_table(
        "chat_window",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chat_id", sa.String(36), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_chat_window_chat_id", "chat_window", ["chat_id"])
    op.create_index("ix_chat_window_opened_at", "chat_window", ["opened_at"])
    op.create_index("ix_chat_window_closes_at", "chat_window", ["closes_at"])
