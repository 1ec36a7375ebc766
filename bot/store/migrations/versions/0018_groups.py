"""Groups, their workshops, who is in them, who leads them, and who comes."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

ID = sa.String(36)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _add_groups()
    _add_people()
    for table, column in INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _add_groups() -> None:
    """Make groups and their workshops."""
    op.create_table(
        "study_group",
        sa.Column("id", ID, nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_place", sa.LargeBinary(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "group_session",
        sa.Column("id", ID, nullable=False),
        sa.Column("group_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("wall", sa.String(5), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("informal", sa.String(20), nullable=True),
        sa.Column("informal_wall", sa.String(5), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["study_group.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("group_id", "day"),
    )


def _add_people() -> None:
    """Make who is in a group, leads it, is invited to it, and comes."""
    for table in ("group_member", "group_lead"):
        op.create_table(
            table,
            sa.Column("person_id", ID, nullable=False),
            sa.Column("group_id", ID, nullable=False),
            sa.Column("since", MOMENT, nullable=False),
            sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
            sa.ForeignKeyConstraint(["group_id"], ["study_group.id"], ondelete="CASCADE"),
            sa.PrimaryKeyConstraint("person_id", "group_id"),
        )
    op.create_table(
        "group_invitation",
        sa.Column("invitation_id", ID, nullable=False),
        sa.Column("group_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitation.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["group_id"], ["study_group.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("invitation_id"),
    )
    op.create_table(
        "attendance",
        sa.Column("id", ID, nullable=False),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("plan_id", ID, nullable=True),
        sa.Column("coming", sa.Boolean(), nullable=True),
        sa.Column("came", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["session_id"], ["group_session.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("session_id", "person_id"),
    )


def downgrade() -> None:
    for table in (
        "attendance",
        "group_invitation",
        "group_lead",
        "group_member",
        "group_session",
        "study_group",
    ):
        op.drop_table(table)


INDEXED = (
    ("group_session", "group_id"),
    ("group_member", "group_id"),
    ("group_lead", "group_id"),
    ("group_invitation", "group_id"),
    ("group_invitation", "person_id"),
    ("attendance", "session_id"),
    ("attendance", "person_id"),
    ("attendance", "plan_id"),
)
