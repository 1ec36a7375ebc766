"""The slots that several processes share."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    pairs = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.create_table(
        "send_slot",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lately", pairs, nullable=False),
        sa.Column("free_at", sa.Float(), nullable=False),
        sa.Column("slots", sa.Integer(), nullable=False),
        sa.Column("wait", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    if op.get_bind().dialect.name == "postgresql":
        # It is worth nothing a second later: no need to wait for the disk, or to outlive a crash.
        op.execute("ALTER TABLE send_slot SET UNLOGGED")


def downgrade() -> None:
    op.drop_table("send_slot")
