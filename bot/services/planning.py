"""Writes the coming days of plans as deliveries; doing it twice changes nothing."""

from collections.abc import Callable, Collection, Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import structlog

from bot.domain.agenda import DAY, FURTHEST_BACK, Agenda, Basis, work_out
from bot.domain.delivery import LIMITS, Class, Delivery, Occasion, Reason, State
from bot.domain.errors import RelaisError
from bot.domain.message import Message
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.wakeup import Moment, WorkingMorning
from bot.services import nudging
from bot.services.ports import Bell
from bot.services.rezoning import Rezoning
from bot.store import agenda, mornings, occasions, plans
from bot.store.db import Database, Session
from bot.store.ids import new_id

AHEAD = timedelta(days=3)
EVERY = timedelta(hours=12)
CLOCKS_DIFFER = timedelta(minutes=1)
SOON = timedelta(minutes=1)

AT_ONCE = 20
"""How many plans a transaction writes: few, so that nobody who taps waits long behind them."""

NOT_TO_BE_PLANNED = (
    RelaisError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What a row raises that cannot be read or computed; what the database raises is not among it."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Brings:
    """What a kind of plan brings on each of its days: a message of a class, and what it says."""

    kind: Class
    says: Callable[[Plan, date], Message]


@dataclass(frozen=True, kw_only=True)
class Planner:
    """What planning needs besides the plan: the engine's bell, the holidays, the zones' rules.

    `brings` says what each kind brings; only a wake-up, which has whole mornings, is not in it.
    """

    bell: Bell
    holidays: Container[date]
    brings: Mapping[PlanKind, Brings] = field(default_factory=dict)
    rezoning: Rezoning = field(default_factory=Rezoning)

    async def plan_all(self, database: Database, now: datetime) -> int:
        """Write what is missing of the coming days of every plan; return how many were due."""
        await self.rezoning.look_once(database, now)
        count = 0
        while True:
            async with database.begin() as session:
                due = await plans.to_be_planned(
                    session, now + AHEAD - EVERY, limit=AT_ONCE, beyond=now + AHEAD + CLOCKS_DIFFER
                )
                await self._plan(session, due, now)
            count += len(due)
            if len(due) < AT_ONCE:
                return count

    async def replan(self, session: Session, plan: Plan, now: datetime) -> None:
        """Write the days to come anew after a plan changed; a morning under way goes on."""
        if plan.kind is PlanKind.WAKEUP:
            days = await mornings.unexpect(session, plan.id, now)
            await occasions.unplan(session, plan.id, days, now=now)
        else:
            await occasions.unplan_ahead(session, plan.id, now)
        if plan.state is PlanState.ACTIVE:
            await self.plan_ahead(session, plan, now)

    async def plan_ahead(self, session: Session, plan: Plan, now: datetime) -> None:
        """Write a plan's deliveries as far ahead as is usual; a broken one is set aside."""
        await self._plan(session, [plan.id], now)

    async def _plan(self, session: Session, plan_ids: Collection[str], now: datetime) -> None:
        """Plan several ahead; one with which that cannot be done waits for a next turn."""
        if not plan_ids:
            return
        shelf = await agenda.shelf(session, plan_ids, (now - FURTHEST_BACK - DAY).date())
        until = now + AHEAD
        sheets, broken = [], []
        for plan_id in shelf.plans:
            try:
                sheets += self._sheets(shelf.basis(plan_id), now, until)
            except NOT_TO_BE_PLANNED:
                log.exception("plan_set_aside", plan=plan_id)
                broken.append(plan_id)
        await self._write(session, sheets, now)
        await plans.planned(session, set(plan_ids) - set(broken), until)
        if broken:
            await plans.set_aside(session, broken, until, now=now)

    def _sheets(self, basis: Basis | None, now: datetime, until: datetime) -> list["_Sheet"]:
        if basis is None:
            return []
        plan = basis.plan
        brings = None if plan.kind is PlanKind.WAKEUP else self.brings[plan.kind]
        lateness = LIMITS[brings.kind].lateness if brings else timedelta()
        found = work_out(basis, now, until=until, holidays=self.holidays, lateness=lateness)
        made = [] if brings else [_morning(plan, day, due) for day, due in found.made.items()]
        entries = [_entry(basis, day, one, brings=brings, now=now) for day, one in found.lines]
        return [_Sheet(plan_id=plan.id, found=found, made=made, entries=entries)]

    async def _write(self, session: Session, sheets: Sequence["_Sheet"], now: datetime) -> None:
        for sheet in sheets:
            moved, gone = sheet.found.moved, sheet.found.gone
            if moved or gone:
                await occasions.unplan(session, sheet.plan_id, [*moved, *gone], now=now)
                await agenda.clear(session, sheet.plan_id, gone=gone, moved=moved)
        await agenda.make_mornings(session, [one for sheet in sheets for one in sheet.made])
        entries = [one for sheet in sheets for one in sheet.entries]
        await agenda.enter(session, entries, now)
        for shard in {one.shard for one in entries if one.delivery.due <= now + SOON}:
            self.bell.ring(session, shard)


@dataclass(frozen=True, kw_only=True)
class _Sheet:
    """What is to be written of one plan."""

    plan_id: str
    found: Agenda
    made: Collection[WorkingMorning]
    entries: Sequence[agenda.Entry]


def delivery(
    chat_id: str, moment: Moment, message: Message, *, kind: Class, about: tuple[str, date]
) -> Delivery:
    """Return the delivery of one message about a plan's day."""
    plan_id, day = about
    return Delivery(
        id=new_id(),
        chat_id=chat_id,
        kind=kind,
        message=message,
        due=moment.due,
        until=moment.until,
        occasion=Occasion(plan_id=plan_id, day=day, slot=moment.slot),
    )


def _morning(plan: Plan, day: date, due: datetime) -> WorkingMorning:
    return WorkingMorning(id=new_id(), plan_id=plan.id, person_id=plan.person_id, day=day, due=due)


def _entry(
    basis: Basis, day: date, moment: Moment, *, brings: Brings | None, now: datetime
) -> agenda.Entry:
    if brings:
        place, kind, message = basis.place, brings.kind, brings.says(basis.plan, day)
    else:
        place, kind, message = nudging.told(basis, day, moment)
    about = basis.plan.id, day
    return agenda.Entry(
        delivery=delivery(place.chat_id, moment, message, kind=kind, about=about),
        shard=place.shard,
        ended=_ended(basis, moment, now),
    )


def _ended(basis: Basis, moment: Moment, now: datetime) -> agenda.Ending | None:
    """Return how a message ended whose time passed while nothing was planned."""
    if now < moment.until:
        return None
    if basis.person.is_paused(moment.due):
        return State.SKIPPED, Reason.PAUSED
    return State.EXPIRED, Reason.MISSED
