"""The command that says how things stand: numbers and our own ids, never a name."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.domain.delivery import Class, Reason, State
from bot.domain.figures import Backlog, Lateness, Named, Standing, Trouble, Windows
from bot.domain.finding import Finding
from bot.domain.message import Phrase, Values
from bot.domain.schedule import local, zone
from bot.settings import Settings
from bot.store import erasing, figures, sharing, windows
from bot.store.db import Database
from bot.store.migrate import check
from bot.store.vault import find_vault

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
PATIENCE = timedelta(minutes=10)
"""How long something may wait before this is said to be wrong."""

MOST_TOLD = 10
WRONG = frozenset({State.FAILED, State.EXPIRED, State.UNCERTAIN})


@dataclass(frozen=True, kw_only=True)
class Look:
    """What was found in the database at a moment, to be told in a zone."""

    now: datetime
    zone: ZoneInfo
    waits: Backlog
    standings: Sequence[Standing]
    lateness: Mapping[Class, Lateness]
    troubles: Sequence[Trouble]
    windows: Windows
    set_aside: Named
    unreachable: Named
    erasures_overdue: int
    to_ask_again: int


def status(settings: Settings, clock: Clock) -> Sequence[Finding]:
    """Return how things stand, line by line; changes nothing.

    Raises DatabaseAway, FileNotFoundError where there is no key file, or InvalidKeyFile.
    """
    return [*_findings(asyncio.run(_look(settings, clock)))]


async def _look(settings: Settings, clock: Clock) -> Look:
    database = Database(settings.database_url, find_vault(settings.secret_key_file))
    now = clock.now()
    try:
        await check(database)
        async with database.look() as session:
            return Look(
                now=now,
                zone=zone(settings.zone),
                waits=await figures.backlog(session, now=now, steady=clock.steady()),
                standings=await figures.standings(session, since=now - DAY),
                lateness=await figures.lateness(session, since=now - DAY),
                troubles=await figures.troubles(session, since=now - DAY, limit=MOST_TOLD),
                windows=await windows.count(session, now, since=now - DAY),
                set_aside=await figures.set_aside(session, limit=MOST_TOLD),
                unreachable=await figures.unreachable(session, limit=MOST_TOLD),
                erasures_overdue=await erasing.overdue(session, now - PATIENCE),
                to_ask_again=await sharing.to_be_asked_again(session),
            )
    finally:
        await database.close()


def _findings(look: Look) -> Iterator[Finding]:
    yield Finding(says=Phrase("cli-status-head", _when(look, look.now)))
    yield from _waiting(look)
    yield from _kept(look)
    yield from _past(look)


def _waiting(look: Look) -> Iterator[Finding]:
    waits = look.waits
    planned = sum(one.count for one in look.standings if one.state is State.PLANNED)
    yield Finding(says=Phrase("cli-status-planned", {"count": planned}))
    if waits.next_due:
        yield Finding(says=Phrase("cli-status-next", _when(look, waits.next_due)))
    if waits.oldest_due:
        late = look.now - waits.oldest_due
        values = {"count": waits.overdue, "minutes": late // MINUTE}
        yield Finding(says=Phrase("cli-status-overdue", values), is_well=late <= PATIENCE)
    if waits.resting:
        values = {"count": waits.resting, "held": waits.held}
        yield Finding(says=Phrase("cli-status-resting", values))
    if look.windows.opened:
        longest = round(look.windows.longest.total_seconds())
        values = {"count": look.windows.opened, "seconds": longest}
        yield Finding(says=Phrase("cli-status-windows", values))


def _kept(look: Look) -> Iterator[Finding]:
    waits = look.waits
    yield Finding(says=Phrase("cli-status-unreachable", {"count": waits.unreachable}))
    for id_ in look.unreachable.ids:
        yield Finding(says=Phrase("cli-status-person", {"id": id_}))
    if look.set_aside.count:
        aside = Phrase("cli-status-aside", {"count": look.set_aside.count})
        yield Finding(says=aside, is_well=False)
    if look.erasures_overdue:
        late = Phrase("cli-status-erasures", {"count": look.erasures_overdue})
        yield Finding(says=late, is_well=False)
    if look.to_ask_again:
        yield Finding(says=Phrase("cli-status-consents", {"count": look.to_ask_again}))
    for id_ in look.set_aside.ids:
        yield Finding(says=Phrase("cli-status-plan", {"id": id_}))
    if waits.oldest_update:
        age = look.now - waits.oldest_update
        values = {"count": waits.waiting_updates, "minutes": age // MINUTE}
        yield Finding(says=Phrase("cli-status-inbox", values), is_well=age <= PATIENCE)
    dead = waits.dead_letters
    yield Finding(says=Phrase("cli-status-dead", {"count": dead}), is_well=not dead)


def _past(look: Look) -> Iterator[Finding]:
    """Tell of the last 24 hours: what was sent and how late, what was not and why."""
    for kind, late in look.lateness.items():
        seconds = round(late.worst.total_seconds())
        sent: Values = {"class": _class(kind), "count": late.count, "seconds": seconds}
        yield Finding(says=Phrase("cli-status-sent", sent))
    for one in look.standings:
        if one.state in WRONG or one.state is State.SKIPPED:
            ended: Values = {**_ended(one.kind, one.state, one.reason), "count": one.count}
            yield Finding(says=Phrase("cli-status-ended", ended), is_well=_is_well(one))
        elif one.state is State.SENT and one.reason:
            delayed: Values = {**_ended(one.kind, one.state, one.reason), "count": one.count}
            yield Finding(says=Phrase("cli-status-delayed", delayed))
    for trouble in look.troubles:
        how = _ended(trouble.kind, trouble.state, trouble.reason)
        values: Values = {**how, **_when(look, trouble.due), "id": trouble.id}
        yield Finding(says=Phrase("cli-status-trouble", values))


def _is_well(one: Standing) -> bool:
    """Whether a message may end like this without a fault of ours: somebody left, or chose so."""
    return one.state not in WRONG or one.reason is Reason.UNREACHABLE


def _ended(kind: Class, state: State, reason: Reason | None) -> Values:
    why = Phrase(f"cli-reason-{(reason or Reason.UNKNOWN).value}")
    return {"class": _class(kind), "state": Phrase(f"cli-state-{state.value}"), "reason": why}


def _class(kind: Class) -> Phrase:
    return Phrase(f"cli-class-{kind.value}")


def _when(look: Look, moment: datetime) -> Values:
    there = local(moment, look.zone)
    return {"day": there.date(), "time": there.time()}
