"""What several machines share: the queue of jobs, and whose turn a chore was."""

import sqlalchemy as sa
from alembic import op

from bot.store import queue_schema

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "chore",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    if op.get_bind().dialect.name == "postgresql":
        queue_schema.create(op.get_bind())


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        queue_schema.drop(op.get_bind())
    op.drop_table("chore")
