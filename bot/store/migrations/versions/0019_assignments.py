"""The exercises that people were given, and what became of each."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

MOMENT = sa.DateTime(timezone=True)
ID = sa.String(36)
CHOICE = sa.String(20)


def upgrade() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("assigned_by", ID, nullable=True),
        sa.Column("group_id", ID, nullable=True),
        sa.Column("exercise", sa.String(60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("easier", sa.Boolean(), nullable=False),
        sa.Column("state", CHOICE, nullable=False),
        sa.Column("assigned_at", MOMENT, nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("planned_at", MOMENT, nullable=True),
        sa.Column("plan_id", ID, nullable=True),
        sa.Column("run_id", ID, nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("outcome", CHOICE, nullable=True),
        sa.Column("shares", CHOICE, nullable=True),
        sa.Column("thanked_at", MOMENT, nullable=True),
        sa.Column("sealed_answers", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["assigned_by"], ["person.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in INDEXED:
        op.create_index(f"ix_assignment_{column}", "assignment", [column])
    op.create_index("assignment_of", "assignment", ["person_id", "state", "assigned_at"])


def downgrade() -> None:
    op.drop_table("assignment")


INDEXED = ("person_id", "assigned_by", "group_id", "plan_id", "run_id")
