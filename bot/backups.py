"""The commands that back up the database and bring a backup back."""

import asyncio
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.domain.message import Phrase
from bot.settings import Settings
from bot.store import erased_list
from bot.store.backup import back_up, brought_back, renew
from bot.store.db import Database
from bot.store.erasing import erase_again
from bot.store.quarantine import Quarantined, quarantine, try_key
from bot.store.vault import Vault, find_vault


def backup(settings: Settings, to: Path) -> Phrase:
    """Write the database into a new file, and return what to say of it.

    Beside it stands the list of those who were erased.
    """
    back_up(settings.database_url, to)
    marks = asyncio.run(erased_list.known_to(settings.database_url))
    erased_list.write(to.with_name(erased_list.NAME), marks)
    return Phrase("cli-backup-done", {"file": str(to)})


def restore(
    settings: Settings, source: Path, now: datetime, *, over: bool, erased: Path | None = None
) -> Phrase:
    """Put a backup in the database's place, and return what to say of it.

    Nothing that was due before now is sent. Who was erased since is erased again: by what the
    database knows that was there, the list beside the backup, and another one. The key file must
    be there: a new one opens nothing.
    """
    vault = find_vault(settings.secret_key_file)
    lists = [source.with_name(erased_list.NAME), *([erased] if erased else [])]
    marks = erased_list.read(lists) | asyncio.run(erased_list.known_to(settings.database_url))
    with brought_back(settings.database_url, source, over=over) as address:
        done = asyncio.run(take_over(address, vault, now, marks=marks))
    return Phrase(
        "cli-restore-done",
        {
            "file": str(source),
            "expired": done.expired,
            "uncertain": done.uncertain,
            "updates": done.set_aside,
            "erased": done.erased,
        },
    )


async def take_over(
    address: str, vault: Vault, now: datetime, *, marks: AbstractSet[str] = frozenset()
) -> Quarantined:
    """Bring a restored database up to date, try the key, and end what was on its way.

    Those whose marks are given are erased again.
    """
    database = Database(address, vault)
    try:
        await renew(database)
        async with database.begin() as session:
            await try_key(session)
            ended = await quarantine(session, now)
            return replace(ended, erased=await erase_again(session, marks, now))
    finally:
        await database.close()
