"""Forgets what need not be known any longer: some of it each hour, the rest each night."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

import structlog

from bot.domain.reminder import REMEMBERED
from bot.services import forgetting
from bot.services.ports import Bell
from bot.store import incoming, keeping, plans, retention, shredding
from bot.store.db import Database, Session
from bot.store.keeping import Aged

EVERY = timedelta(hours=1)
NIGHTLY = timedelta(days=1)

AT_ONCE = 500
"""How much is forgotten in a transaction: little, so that nobody who taps waits long behind it."""

LOOKED_UP = 20_000
"""How much is looked up at once to be forgotten: a table without an index is read only once."""

Forgetting: TypeAlias = Callable[[Session, datetime], Awaitable[int]]

log = structlog.stdlib.get_logger(__name__)


async def keep_house(database: Database, now: datetime) -> None:
    """Do what waits for no night; one thing that fails stops no other."""
    await _go_by(database, [rule for rule in keeping.aged() if rule.hourly], now)
    for what in (forget_numbers, empty_old_messages, end_what_is_over):
        await _safely(what.__name__, partial(_repeat, what, database, now))
    await shredding.shred(database)


async def retain(database: Database, now: datetime, bell: Bell) -> Mapping[str, int]:
    """Forget all that is older than its rule lets it be; return how many rows of each table.

    One thing that fails stops no other.
    """
    gone = await _go_by(database, keeping.aged(), now)
    erase = partial(forgetting.erase_unheard, database, now, bell)
    gone["person"] += await _safely("unheard", erase)
    return gone


async def over_age(database: Database, now: datetime) -> Mapping[str, int]:
    """Count what `retain` would forget; changes nothing.

    What goes with something else that is too old is not counted by itself.
    """
    found: dict[str, int] = {}
    async with database.look() as session:
        for rule in keeping.aged():
            count = await retention.count_over_age(session, rule, now)
            found[rule.table] = found.get(rule.table, 0) + count
        found["person"] += len(await retention.unheard(session, now, limit=LOOKED_UP))
    return found


async def forget_numbers(session: Session, now: datetime) -> int:
    """Forget the updates, and the numbers of updates, that cannot come a second time."""
    return await incoming.forget_numbers(session, now)


async def empty_old_messages(session: Session, now: datetime) -> int:
    """Forget what was said long ago; that it was said, and when, stays for a while."""
    return await retention.empty_messages(session, now - keeping.MESSAGES, limit=AT_ONCE)


async def end_what_is_over(session: Session, now: datetime) -> int:
    """End reminders that come no more; what was answered to them is known for a while."""
    return await plans.end_over(session, (now - REMEMBERED).date(), limit=AT_ONCE)


async def _safely(what: str, do: Callable[[], Awaitable[int]]) -> int:
    try:
        count = await do()
    except Exception:
        log.exception("housekeeping_failed", what=what)
        return 0
    log.debug("house_kept", what=what, count=count)
    return count


async def _go_by(database: Database, rules: Sequence[Aged], now: datetime) -> dict[str, int]:
    """Forget what is too old by these rules; return how many rows of each table.

    What goes lets go of others, which are looked for again then. Mostly there is nothing, and that
    costs one look.
    """
    gone = dict.fromkeys((rule.table for rule in rules), 0)
    while needed := await _needed(database, rules, now):
        before = sum(gone.values())
        for rule in needed:
            gone[rule.table] += await _safely(rule.table, partial(_apply, database, rule, now))
        if sum(gone.values()) == before:
            break
    return gone


async def _needed(database: Database, rules: Sequence[Aged], now: datetime) -> Sequence[Aged]:
    """Return the rules by which something is to go; all, if that cannot be told."""
    try:
        async with database.look() as session:
            return [one for one in rules if await retention.over_age(session, one, now, limit=1)]
    except Exception:
        log.exception("housekeeping_failed", what="looking")
        return rules


async def _apply(database: Database, rule: Aged, now: datetime) -> int:
    """Forget what is too old by a rule, few rows in a transaction."""
    gone = 0
    while True:
        async with database.look() as session:
            keys = await retention.over_age(session, rule, now, limit=LOOKED_UP)
        for first in range(0, len(keys), AT_ONCE):
            async with database.begin() as session:
                few = keys[first : first + AT_ONCE]
                gone += await retention.forget(session, rule, few, now=now)
        if len(keys) < LOOKED_UP:
            return gone


async def _repeat(what: Forgetting, database: Database, now: datetime) -> int:
    """Do one thing until nothing is left to do, and count what was done."""
    done = 0
    while True:
        async with database.begin() as session:
            count = await what(session, now)
        done += count
        if count < AT_ONCE:
            return done
