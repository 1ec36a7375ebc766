"""Who is told what somebody else did: when it suits them, and when something was heard of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlmodel import col, select

from bot.domain.budget import Wishes
from bot.domain.errors import InvalidHours
from bot.domain.people import Person
from bot.domain.quiet import Quiet
from bot.store.db import Session
from bot.store.people import as_person
from bot.store.tables import ChatRow, PersonRow, RoleRow
from bot.store.wishes import WishesRow, as_wishes

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Told:
    """Somebody who is told something, and when they last wrote or tapped."""

    person: Person
    quiet: Quiet
    heard_at: datetime


async def told_in(session: Session, chat_ids: Collection[str]) -> Mapping[str, Told]:
    """Return by chat who is told something there; one that cannot be read is left out."""
    if not chat_ids:
        return {}
    rows = await session.exec(
        select(ChatRow, PersonRow, RoleRow, WishesRow)
        .join(PersonRow, col(PersonRow.id) == col(ChatRow.person_id))
        .join(RoleRow, col(RoleRow.person_id) == col(PersonRow.id), isouter=True)
        .join(WishesRow, col(WishesRow.person_id) == col(PersonRow.id), isouter=True)
        .where(col(ChatRow.id).in_(chat_ids))
        .execution_options(populate_existing=True)
    )
    by_chat = defaultdict(list)
    for row in rows:
        by_chat[row[0].id].append(row)
    found = {chat_id: _told(session, several) for chat_id, several in by_chat.items()}
    return {chat_id: one for chat_id, one in found.items() if one}


def _told(session: Session, rows: list[Any]) -> Told | None:
    chat, person, _, wishes = rows[0]
    roles = frozenset(held.role for _, _, held, _ in rows if held)
    try:
        wanted = as_wishes(wishes) if wishes else Wishes()
        return Told(
            person=as_person(session, person, roles), quiet=wanted.quiet, heard_at=chat.heard_at
        )
    except (InvalidHours, ValueError):
        log.exception("told_malformed", chat=chat.id)
        return None
