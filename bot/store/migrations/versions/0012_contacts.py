"""Who asks for a contact, which staff look at it, and who looks in the place of a coach."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "contact_request",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("sealed_line", sa.LargeBinary(), nullable=True),
        sa.Column("seen_by", sa.String(36), nullable=True),
        sa.Column("seen_at", MOMENT, nullable=True),
        sa.Column("calls", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["seen_by"], ["person.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "contact_notice",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("request_id", sa.String(36), nullable=False),
        sa.Column("staff_id", sa.String(36), nullable=False),
        sa.Column("covers", sa.String(36), nullable=True),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("next_at", MOMENT, nullable=True),
        sa.Column("told", sa.String(36), nullable=True),
        sa.ForeignKeyConstraint(["request_id"], ["contact_request.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["covers"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("request_id", "staff_id"),
    )
    op.create_table(
        "cover",
        sa.Column("coach_id", sa.String(36), nullable=False),
        sa.Column("cover_id", sa.String(36), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["coach_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["cover_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("coach_id"),
    )
    for table, column in INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    for table in ("cover", "contact_notice", "contact_request"):
        op.drop_table(table)


INDEXED = (
    ("contact_request", "person_id"),
    ("contact_request", "seen_by"),
    ("contact_notice", "request_id"),
    ("contact_notice", "staff_id"),
    ("contact_notice", "covers"),
    ("contact_notice", "next_at"),
    ("cover", "cover_id"),
)
