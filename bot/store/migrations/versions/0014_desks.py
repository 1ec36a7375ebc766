"""When each coach is told of what there is in the morning."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "desk",
        sa.Column("coach_id", sa.String(36), nullable=False),
        sa.Column("wall", sa.String(5), nullable=True),
        sa.Column("next_at", MOMENT, nullable=True),
        sa.Column("last_at", MOMENT, nullable=True),
        sa.Column("unreachable", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("coach_id"),
    )
    op.create_index("ix_desk_next_at", "desk", ["next_at"])


def downgrade() -> None:
    op.drop_table("desk")
