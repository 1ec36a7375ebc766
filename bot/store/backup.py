"""Backups of the whole database, and the way back; never of the key file."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import URL
from sqlalchemy.engine import make_url

from bot.domain.errors import NotABackup
from bot.store import postgres_backup, sqlite_backup
from bot.store.db import Database
from bot.store.migrate import migrate
from bot.store.new_files import replacing


def back_up(url: str, to: Path, *, tools: str | None = None) -> None:
    """Write a database into a new file, whole, also while others write to the database.

    `tools` are the folders of PostgreSQL's programs (default: those of the environment). Raises
    OSError for a file that is there already or cannot be made, DatabaseAway, ToolTrouble.
    """
    if to.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(to))
    parsed = make_url(url)
    with replacing(to) as part:
        if _is_local(parsed):
            sqlite_backup.back_up(_file(parsed), part)
        else:
            postgres_backup.back_up(parsed, part, tools=tools)


@contextmanager
def brought_back(url: str, source: Path, *, over: bool, tools: str | None = None) -> Iterator[str]:
    """Give the address of a database made from a backup; at the end of the block it is in place.

    An error in the block leaves the database as it was. Raises DatabaseInUse, DatabaseNotEmpty
    unless `over`, NotABackup, OSError, DatabaseAway, ToolTrouble.
    """
    parsed = make_url(url)
    if not source.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(source))
    if _is_local(parsed):
        with sqlite_backup.brought_back(_file(parsed), source, over=over) as copy:
            yield _address(parsed.set(database=str(copy)))
    else:
        with postgres_backup.brought_back(parsed, source, over=over, tools=tools):
            yield url


async def renew(database: Database) -> None:
    """Bring what came from a backup to the tables of today; raises NotABackup for a newer one."""
    try:
        await migrate(database)
    except CommandError as error:
        raise NotABackup("its tables are unknown") from error


def _is_local(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _file(url: URL) -> Path:
    return Path(url.database or "")


def _address(url: URL) -> str:
    return url.render_as_string(hide_password=False)
