"""The list of those who were erased, kept beside the backups: an older one erases them again.

It holds keyed marks of our own ids, one a line, and says nothing of anybody.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.domain.errors import RelaisError
from bot.store.db import Database
from bot.store.erasing import tombstones
from bot.store.migrate import check
from bot.store.new_files import replacing
from bot.store.vault import KEY_LENGTH, Vault

NAME = "relais.erased"


def read(files: Iterable[Path]) -> AbstractSet[str]:
    """Return the marks that stand in these files; one that is not there holds none."""
    return {mark for file in files if file.exists() for mark in file.read_text().split()}


def write(file: Path, marks: AbstractSet[str]) -> None:
    """Add marks to a file, which is made if there are any; none is ever taken from it."""
    known = read([file])
    if marks <= known:
        return
    with replacing(file) as part:
        part.write_text("".join(f"{mark}\n" for mark in sorted(marks | known)))


async def known_to(url: str) -> AbstractSet[str]:
    """Return the marks that a database holds; none if it is not there or cannot be read."""
    # Marks are not sealed, so no key is asked for.
    database = Database(url, Vault({0: bytes(KEY_LENGTH)}))
    try:
        await check(database)
        async with database.look() as session:
            return await tombstones(session)
    except (RelaisError, SQLAlchemyError):
        return frozenset()
    finally:
        await database.close()
