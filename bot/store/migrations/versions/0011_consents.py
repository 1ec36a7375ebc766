"""Since when the text of a consent has been another, and when it was asked again."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    for name in ("replaced_at", "asked_at"):
        op.add_column("consent", sa.Column(name, sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("consent", "asked_at")
    op.drop_column("consent", "replaced_at")
