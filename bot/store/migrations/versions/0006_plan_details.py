"""What a plan brings besides its rule."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("plan", sa.Column("sealed_details", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("plan", "sealed_details")
