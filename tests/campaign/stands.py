"""How everything stands: rows without what is made anew each time, and what people read."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import Select, Table, select
from sqlmodel import col

from bot.domain.update import UpdateState
from bot.store.db import Database
from bot.store.tables import DeliveryRow, UpdateRow
from tests.campaign.holding import filled
from tests.services.stage import Shelf

PASSING = frozenset({"incoming", "chore", "send_slot", "zones", "chat_window"})
"""Tables of what is under way; what came of it stands in the others."""

VARYING = (
    "copies",
    "ended_at",
    "hold_until",
    "number",
    "paced_until",
    "planned_until",
    "shard",
    "telegram_message",
)
"""What may differ after a fault though nothing is wrong: when it was done, and in which try."""

MADE_ANEW = re.compile(r"[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""Marks and identities."""

Row: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Stand:
    """Rows by table, what each phone shows, and what is not over."""

    rows: Mapping[str, Counter[Row]]
    screens: Mapping[int, Sequence[str]]
    unfinished: Sequence[str] = ()


async def stand(database: Database, shelf: Shelf) -> Stand:
    """Return how everything stands."""
    rows: dict[str, Counter[Row]] = {}
    async with database.look() as session:
        connection = await session.connection()
        for table in await filled(connection):
            if table.name not in PASSING:
                found = (await connection.execute(_telling(table))).mappings()
                rows[table.name] = Counter(_plain(row) for row in found)
        updates = (await connection.execute(select(col(UpdateRow.state)))).scalars()
        sendings = (await connection.execute(select(col(DeliveryRow.state)))).scalars()
        left = [f"an update is {one}" for one in updates if one != UpdateState.HANDLED]
        left += [f"a delivery is {one}" for one in sendings if one == "sending"]
    return Stand(rows=rows, screens=_screens(shelf), unfinished=left)


def differences(clean: Stand, other: Stand) -> list[str]:
    """Return a sentence for each thing that is otherwise than without a fault.

    A message of which nobody may send a second copy may be called uncertain instead, and is missing
    then.
    """
    found = list(other.unfinished)
    doubtful = 0
    for table in {**clean.rows, **other.rows}:
        rows, others = clean.rows.get(table, Counter()), other.rows.get(table, Counter())
        missing, more = rows - others, others - rows
        if table == "delivery" and Counter(map(_in_doubt, missing.elements())) == more:
            doubtful = missing.total()
        elif missing or more:
            found.append(f"{table}: {list(missing)} missing, {list(more)} too many")
    lost = 0
    for phone, screen in clean.screens.items():
        shown = Counter(other.screens.get(phone, ()))
        lost += (Counter(screen) - shown).total()
        if shown - Counter(screen):
            found.append(f"{list(shown - Counter(screen))} more on the phone")
    if lost != doubtful:
        found.append(f"{lost} messages missing, {doubtful} called uncertain")
    return found


def _in_doubt(row: Row) -> Row:
    uncertain = {"state": "uncertain", "reason": "unknown"}
    return tuple((name, uncertain.get(name, value)) for name, value in row)


@cache
def _telling(table: Table) -> Select[Any]:
    varying = (*VARYING, "sealed_")
    return select(*(one for one in table.columns if not one.name.startswith(varying)))


def _plain(row: Mapping[str, Any]) -> Row:
    return tuple((name, MADE_ANEW.sub("…", str(value))) for name, value in row.items())


def _screens(shelf: Shelf) -> Mapping[int, Sequence[str]]:
    return {
        phone: [f"{one.text} {[choice.label for choice in one.choices]}" for one in bubbles]
        for phone, bubbles in shelf.chats.items()
    }
