"""What whoever leads a group was told of last by itself; who brings an exercise to a workshop."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("group_lead", sa.Column("told_of", sa.String(80), nullable=True))
    op.add_column(
        "assignment",
        sa.Column("brings", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_group_session_day", "group_session", ["day"])


def downgrade() -> None:
    op.drop_index("ix_group_session_day", "group_session")
    op.drop_column("assignment", "brings")
    op.drop_column("group_lead", "told_of")
