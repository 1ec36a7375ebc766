"""The Telegram number of what somebody wrote, by which it can be taken back for two days."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("incoming", sa.Column("telegram_message", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("incoming", "telegram_message")
