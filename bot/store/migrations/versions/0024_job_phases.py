"""Where somebody is with work."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

ID = sa.String(36)


def upgrade() -> None:
    op.create_table(
        "job_phase",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("mark", ID, nullable=False),
        sa.Column("job", sa.String(20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("set_by", ID, nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("is_answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["set_by"], ["person.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_index("ix_job_phase_set_by", "job_phase", ["set_by"])


def downgrade() -> None:
    op.drop_table("job_phase")
