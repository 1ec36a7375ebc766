"""Plans: what was agreed or proposed."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, Update, bindparam, update
from sqlmodel import col, select

from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import Rule
from bot.store.db import Session
from bot.store.rows import table_of
from bot.store.tables import PlanRow


async def add(session: Session, plan: Plan, now: datetime) -> None:
    """Keep a new plan."""
    session.add(
        PlanRow(
            id=plan.id,
            person_id=plan.person_id,
            kind=plan.kind,
            state=plan.state,
            rule=plan.rule.as_values(),
            around=dict(plan.around.as_values()),
            sealed_details=_sealed(session, plan),
            proposed_by=plan.proposed_by,
            created_at=now,
        )
    )
    await session.flush()


async def get(session: Session, plan_id: str) -> Plan | None:
    """Return a plan."""
    row = await session.row(PlanRow, plan_id)
    return as_plan(session, row) if row else None


async def take(session: Session, plan_id: str) -> Plan | None:
    """Return a plan that nobody else changes until the transaction ends."""
    row = await session.row(PlanRow, plan_id, held=True)
    return as_plan(session, row) if row else None


async def keep(session: Session, plan: Plan) -> None:
    """Keep what changed in a plan's rule, surroundings or details; its days are written anew."""
    await session.exec(
        update(PlanRow)
        .where(col(PlanRow.id) == plan.id)
        .values(
            rule=plan.rule.as_values(),
            around=dict(plan.around.as_values()),
            sealed_details=_sealed(session, plan),
            planned_until=None,
        )
    )


async def change(session: Session, plan_id: str, *, was: PlanState, becomes: PlanState) -> bool:
    """Change a plan that is in one state to another; return whether it was in it."""
    changed = await session.exec(
        update(PlanRow)
        .where(col(PlanRow.id) == plan_id, col(PlanRow.state) == was)
        .values(state=becomes)
    )
    return changed.rowcount > 0


async def of_person(
    session: Session, person_id: str, *kinds: PlanKind, state: PlanState
) -> Sequence[Plan]:
    """Return a person's plans of some kinds in a state, oldest first."""
    values = {"whose": person_id, "kinds": kinds, "state": state}
    rows = await session.ask(_of_kinds(), values)
    return [as_plan(session, row) for row in rows]


async def take_active(session: Session, person_id: str, kind: PlanKind) -> Sequence[Plan]:
    """Return a person's active plans of a kind, oldest first, as nobody else changes them now."""
    values = {"whose": person_id, "kinds": [kind], "state": PlanState.ACTIVE}
    rows = await session.ask(_of_kinds().with_for_update(key_share=True), values)
    return [as_plan(session, row) for row in rows]


async def active_of(session: Session, person_id: str) -> Sequence[Plan]:
    """Return all that is active of a person's, oldest first."""
    values = {"whose": person_id, "state": PlanState.ACTIVE}
    rows = await session.ask(_of_whom(), values)
    return [as_plan(session, row) for row in rows]


async def proposed_among(
    session: Session, person_ids: Collection[str], *, proposed_by: str
) -> Collection[str]:
    """Return who of these people have not answered yet what somebody proposed to them."""
    rows = await session.exec(
        select(PlanRow.person_id).where(
            col(PlanRow.person_id).in_(person_ids),
            col(PlanRow.state) == PlanState.PROPOSED,
            col(PlanRow.proposed_by) == proposed_by,
        )
    )
    return set(rows)


async def proposed_to(
    session: Session, person_id: str, coach_id: str, *, states: Collection[PlanState]
) -> Sequence[Plan]:
    """Return what somebody proposed to a person, of what is in some states, oldest first."""
    rows = await session.exec(
        select(PlanRow)
        .where(
            col(PlanRow.person_id) == person_id,
            col(PlanRow.proposed_by) == coach_id,
            col(PlanRow.state).in_(states),
        )
        .order_by(col(PlanRow.created_at), col(PlanRow.id))
    )
    return [as_plan(session, row) for row in rows]


async def end_over(session: Session, before: date, *, limit: int) -> int:
    """End what has a last day that lies before a date, so that it goes; count."""
    over = (
        select(PlanRow.id)
        .where(
            col(PlanRow.state) == PlanState.ACTIVE,
            col(PlanRow.rule)["ends"].as_string() < before.isoformat(),
        )
        .limit(limit)
    )
    ids = (await session.exec(over)).all()
    await session.exec(
        update(PlanRow)
        .where(col(PlanRow.id).in_(ids), col(PlanRow.state) == PlanState.ACTIVE)
        .values(state=PlanState.ENDED)
        .execution_options(synchronize_session=False)
    )
    return len(ids)


async def ease(session: Session, plan_id: str, now: datetime) -> None:
    """Note that a plan comes less often because nobody answered it."""
    await session.exec(
        update(PlanRow)
        .where(col(PlanRow.id) == plan_id)
        .values(eased_at=now)
        .execution_options(synchronize_session=False)
    )


async def answered(session: Session, plan_ids: Collection[str], now: datetime) -> None:
    """Note that something was tapped under what plans brought."""
    await session.ask(_answering(), {"which": plan_ids, "at": now})


async def has_any(session: Session, person_id: str, kind: PlanKind) -> bool:
    """Whether a person has or had a plan of a kind, or was offered one."""
    found = await session.exec(
        select(PlanRow.id)
        .where(col(PlanRow.person_id) == person_id, col(PlanRow.kind) == kind)
        .limit(1)
    )
    return found.first() is not None


async def to_be_planned(
    session: Session, before: datetime, *, limit: int, beyond: datetime | None = None
) -> Sequence[str]:
    """Take active plans whose deliveries are not yet written as far as a moment; return their ids.

    Those written further than `beyond` are taken too: whoever wrote them had a clock that was
    ahead. Nobody else changes them until the transaction ends; those being changed now are left
    out.
    """
    found: list[str] = []
    moments = {"before": before, "beyond": beyond}
    # One after the other, so that each is a walk along the index.
    for taking in _written_otherwise():
        if len(found) < limit:
            ids = await session.ask(taking, {**moments, "limit": limit - len(found)})
            found += ids.scalars()
    return found


async def planned(session: Session, plan_ids: Collection[str], until: datetime) -> None:
    """Note how far the deliveries of plans are written."""
    values = {"which": plan_ids, "planned_until": until, "set_aside_at": None}
    await session.ask(_noting(), values)


async def set_aside(
    session: Session, plan_ids: Collection[str], until: datetime, *, now: datetime
) -> None:
    """Note that the deliveries of plans could not be written, and are not tried until a moment."""
    values = {"which": plan_ids, "planned_until": until, "set_aside_at": now}
    await session.ask(_noting(), values)


def as_plan(session: Session, row: Any) -> Plan:
    """Return the plan that a row keeps.

    Raises ValueError, KeyError, TypeError or Unsealable for one that is broken.
    """
    return Plan(
        id=row.id,
        person_id=row.person_id,
        kind=row.kind,
        state=row.state,
        rule=Rule.from_values(row.rule),
        around=Around.from_values(row.around),
        details=_opened(session, row),
        proposed_by=row.proposed_by,
    )


@cache
def _of_whom() -> Select[Any]:
    plan = table_of(PlanRow)
    theirs = plan.c.person_id == bindparam("whose"), plan.c.state == bindparam("state")
    return plan.select().where(*theirs).order_by(plan.c.created_at, plan.c.id)


@cache
def _of_kinds() -> Select[Any]:
    plan = table_of(PlanRow)
    return _of_whom().where(plan.c.kind.in_(bindparam("kinds", expanding=True)))


@cache
def _written_otherwise() -> Sequence[Select[Any]]:
    plan = table_of(PlanRow).c
    until = plan.planned_until
    taking = (
        select(plan.id)
        .where(plan.state == PlanState.ACTIVE)
        .order_by(until)
        .limit(bindparam("limit"))
        .with_for_update(key_share=True, skip_locked=True)
    )
    ranges = until.is_(None), until < bindparam("before"), until > bindparam("beyond")
    return [taking.where(which) for which in ranges]


@cache
def _noting() -> Update:
    # What is set is what is given beside it.
    plan = table_of(PlanRow)
    return plan.update().where(plan.c.id.in_(bindparam("which", expanding=True)))


@cache
def _answering() -> Update:
    plan = table_of(PlanRow)
    which = plan.c.id.in_(bindparam("which", expanding=True))
    return plan.update().where(which).values(answered_at=bindparam("at"))


def _sealed(session: Session, plan: Plan) -> bytes | None:
    """Return what a plan brings, sealed; nothing is kept of a kind that needs no details."""
    if not plan.details:
        return None
    return session.vault.seal(dict(plan.details), place=_place(plan.id))


def _opened(session: Session, row: Any) -> dict[str, Any]:
    if row.sealed_details is None:
        return {}
    return dict(session.vault.open(row.sealed_details, place=_place(row.id)))


def _place(plan_id: str) -> str:
    return f"plan.details:{plan_id}"
