"""What whoever leads a group was told of last by itself."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("group_lead", sa.Column("told_of", sa.String(80), nullable=True))
    op.create_index("ix_group_session_day", "group_session", ["day"])


def downgrade() -> None:
    op.drop_index("ix_group_session_day", "group_session")
    op.drop_column("group_lead", "told_of")
