"""Leaves nothing of what was deleted in the files of an SQLite database.

Deleted rows are overwritten in the file (`secure_delete`); what was written before stands in the
log beside it until that is emptied. PostgreSQL makes room by itself (autovacuum).
"""

import asyncio
import sqlite3
from contextlib import closing

from bot.store.db import Database

PATIENCE = 5.0
"""Seconds to wait for those who are reading."""


async def shred(database: Database) -> bool:
    """Bring all that was written into the file and empty the log; False where others read on."""
    file = database.engine.url.database
    if not database.is_local or not file:
        return True
    return await asyncio.to_thread(_empty_log, file)


def _empty_log(file: str) -> bool:
    with closing(sqlite3.connect(file, isolation_level=None, timeout=PATIENCE)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        [(is_busy, _, _)] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return not is_busy
