"""Run by Alembic for each command: migrates over the connection that `bot.store.migrate` gives."""

from alembic import context
from sqlalchemy import text

from bot.store import tables

ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7236837)")

connection = context.config.attributes["connection"]
if connection.dialect.name == "postgresql":
    connection.execute(ONE_AT_A_TIME)
context.configure(
    connection=connection,
    target_metadata=tables.DeliveryRow.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
