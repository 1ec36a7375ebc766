"""Indexes for the plans of a person in a state, and for the chats that cannot be reached."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.create_index("plan_of_person", "plan", ["person_id", "state"])
    op.create_index(
        "chat_unreachable",
        "chat",
        ["id"],
        sqlite_where=sa.text("reachable IS 0"),
        postgresql_where=sa.text("reachable IS false"),
    )


def downgrade() -> None:
    op.drop_index("chat_unreachable", "chat")
    op.drop_index("plan_of_person", "plan")
