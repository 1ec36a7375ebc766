"""The chat of a group, and the outings that its members propose there."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

ID = sa.String(36)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "group_chat",
        sa.Column("group_id", ID, nullable=False),
        sa.Column("chat_id", ID, nullable=True),
        sa.Column("token_mark", sa.String(64), nullable=True),
        sa.Column("opened_by", ID, nullable=True),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("told_of", sa.String(80), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["study_group.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["opened_by"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_id"),
        sa.UniqueConstraint("chat_id"),
        sa.UniqueConstraint("token_mark"),
    )
    _add_outings()
    for table, column in INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _add_outings() -> None:
    """Make outings, and who is in."""
    op.create_table(
        "outing",
        sa.Column("id", ID, nullable=False),
        sa.Column("group_id", ID, nullable=False),
        sa.Column("organiser_id", ID, nullable=False),
        sa.Column("sealed_what", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_place", sa.LargeBinary(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("wall", sa.String(5), nullable=False),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("posted", ID, nullable=True),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["study_group.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["organiser_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "outing_member",
        sa.Column("id", ID, nullable=False),
        sa.Column("outing_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["outing_id"], ["outing.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("outing_id", "person_id"),
    )


def downgrade() -> None:
    for table in ("outing_member", "outing", "group_chat"):
        op.drop_table(table)


INDEXED = (
    ("group_chat", "opened_by"),
    ("outing", "group_id"),
    ("outing", "organiser_id"),
    ("outing", "day"),
    ("outing_member", "outing_id"),
    ("outing_member", "person_id"),
)
