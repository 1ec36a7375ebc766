"""Which accounts tried codes that do not exist; when a supervisor looked at the numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "wrong_code",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("chat_key", sa.String(64), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_wrong_code_chat_key", "wrong_code", ["chat_key"])
    op.create_table(
        "overview_look",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_overview_look_person_id", "overview_look", ["person_id"])


def downgrade() -> None:
    op.drop_table("overview_look")
    op.drop_table("wrong_code")
