"""Within which message another one went out."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

CARRIED = sa.text("carried_by IS NOT NULL")


def upgrade() -> None:
    op.add_column("delivery", sa.Column("carried_by", sa.String(36), nullable=True))
    op.create_index(
        "delivery_carried",
        "delivery",
        ["carried_by"],
        sqlite_where=CARRIED,
        postgresql_where=CARRIED,
    )


def downgrade() -> None:
    op.drop_index("delivery_carried", "delivery")
    op.drop_column("delivery", "carried_by")
