"""Which commands Telegram lists in a chat, where it lists others than in most."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.add_column("chat", sa.Column("commands", sa.String(16), nullable=True))
    op.create_index("ix_chat_commands", "chat", ["commands"])


def downgrade() -> None:
    op.drop_index("ix_chat_commands", "chat")
    op.drop_column("chat", "commands")
