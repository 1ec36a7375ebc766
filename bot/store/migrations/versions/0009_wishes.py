"""How much people want to be written to unasked, and which plans are answered."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "wishes",
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("said", sa.JSON(), nullable=True),
        sa.Column("gentle_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resting_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.add_column("plan", sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("plan", sa.Column("eased_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("plan", "eased_at")
    op.drop_column("plan", "answered_at")
    op.drop_table("wishes")
