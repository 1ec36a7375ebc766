"""What became of deliveries, for trials that know them by their identities."""

from collections.abc import Mapping

from sqlmodel import select

from bot.domain.delivery import Class, State
from bot.store.db import Database
from bot.store.tables import DeliveryRow
from tests.acceptance.checking import Sending


async def sendings(database: Database) -> Mapping[str, Sending]:
    """Return every delivery as its row stands; each has a look of its own."""
    async with database.look() as session:
        rows = (await session.exec(select(DeliveryRow))).all()
        return {
            row.id: Sending(
                id=row.id,
                look=row.id,
                kind=Class(row.kind),
                state=State(row.state),
                due=row.due,
                until=row.until,
                copies=row.copies,
                has_reason=row.reason is not None,
            )
            for row in rows
        }
