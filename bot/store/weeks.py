"""What people were asked in a week, whether it went out, and whether they answered."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import and_, case, func, or_, select
from sqlmodel import col

from bot.domain.afterwork import AFTERWORK
from bot.domain.checkin import MOOD
from bot.domain.delivery import Reason, State
from bot.domain.digest import Asked
from bot.domain.plan import PlanKind
from bot.domain.wakeup import ANSWERED, Slot
from bot.store.checkins import CheckinRow
from bot.store.db import Session
from bot.store.tables import DeliveryRow, MorningRow, PlanRow

Whose: TypeAlias = Mapping[PlanKind, Collection[str]]
"""By kind of plan: the people whose plans count."""

SLOTS = frozenset[str]({*Slot, PlanKind.CHECKIN, PlanKind.AFTERWORK}) - {Slot.NOTE}
"""What a person is told by these plans; the note of a wake-up goes to their coach."""

EXERCISES = {PlanKind.CHECKIN: MOOD, PlanKind.AFTERWORK: AFTERWORK}
"""What is answered by the day; the answer to a wake-up belongs to its plan."""


async def asked(session: Session, whose: Whose, *, first: date, until: date) -> Sequence[Asked]:
    """Return what was asked from a day on and before another: one for each plan and day.

    What was left out on purpose, as in a pause, was not asked.
    """
    if not any(whose.values()):
        return []
    rows = await session.ask(_sendings(whose, first=first, until=until))
    mornings = await session.ask(_mornings(whose, first=first, until=until))
    checkins = await session.ask(_checkins(whose, first=first, until=until))
    answered = {tuple(row) for row in (*mornings, *checkins)}
    return [
        Asked(
            went_out=bool(row.went_out),
            is_answered=(row.person_id, EXERCISES.get(row.kind, row.id), row.day) in answered,
        )
        for row in rows
    ]


def _sendings(whose: Whose, *, first: date, until: date) -> Any:
    """Return, for each plan and day on which something went out or was lost, whether it did."""
    state, reason = col(DeliveryRow.state), col(DeliveryRow.reason)
    went = or_(state.in_([State.SENT, State.UNCERTAIN]), reason == Reason.MERGED)
    lost = state.in_([State.FAILED, State.EXPIRED])
    about = (col(PlanRow.person_id), col(PlanRow.kind), col(PlanRow.id), col(DeliveryRow.day))
    theirs = [
        and_(col(PlanRow.kind) == kind, col(PlanRow.person_id).in_(ids))
        for kind, ids in whose.items()
    ]
    return (
        select(*about, func.max(case((went, 1), else_=0)).label("went_out"))
        .join(DeliveryRow, col(DeliveryRow.plan_id) == col(PlanRow.id))
        .where(
            or_(*theirs),
            or_(went, lost),
            col(DeliveryRow.day) >= first,
            col(DeliveryRow.day) < until,
            col(DeliveryRow.slot).in_(SLOTS),
        )
        .group_by(*about)
    )


def _mornings(whose: Whose, *, first: date, until: date) -> Any:
    day = col(MorningRow.day)
    return select(col(MorningRow.person_id), col(MorningRow.plan_id), day).where(
        col(MorningRow.person_id).in_(whose.get(PlanKind.WAKEUP, [])),
        col(MorningRow.state).in_(ANSWERED),
        day >= first,
        day < until,
    )


def _checkins(whose: Whose, *, first: date, until: date) -> Any:
    day, people = col(CheckinRow.day), {one for ids in whose.values() for one in ids}
    return select(col(CheckinRow.person_id), col(CheckinRow.exercise), day).where(
        col(CheckinRow.person_id).in_(people),
        col(CheckinRow.exercise).in_([*EXERCISES.values()]),
        day >= first,
        day < until,
    )
