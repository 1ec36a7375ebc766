"""The time zones that the days were planned with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, update
from sqlmodel import col, select

from bot.domain.people import SupportState
from bot.domain.plan import PlanState
from bot.store.db import Session
from bot.store.tables import PersonRow, PlanRow, SupportRow, ZonesRow

ONLY = 1


@dataclass(frozen=True, kw_only=True)
class Zones:
    """A release of the time zones, and a mark of each zone's rules."""

    release: str
    marks: Mapping[str, str]


async def planned_with(session: Session) -> Zones | None:
    """Return the zones that were planned with last, or None where nothing was planned yet.

    Nobody else changes that until the transaction ends.
    """
    row = await session.get(ZonesRow, ONLY, populate_existing=True, with_for_update=True)
    return Zones(release=row.release, marks=row.marks) if row else None


async def keep(session: Session, zones: Zones) -> None:
    """Keep which zones are planned with from now on."""
    await session.merge(ZonesRow(id=ONLY, release=zones.release, marks=dict(zones.marks)))
    await session.flush()


async def plan_again(session: Session, zones: Collection[str], now: datetime) -> int:
    """Let the days of whoever lives in some zones, or is supported from there, be written again."""
    there = select(PersonRow.id).where(col(PersonRow.zone).in_(zones))
    supported = select(SupportRow.participant_id).where(
        col(SupportRow.coach_id).in_(there), col(SupportRow.state) == SupportState.ACTIVE
    )
    person = col(PlanRow.person_id)
    done = await session.exec(
        update(PlanRow)
        .where(
            col(PlanRow.state) == PlanState.ACTIVE,
            col(PlanRow.planned_until) > now,
            or_(person.in_(there), person.in_(supported)),
        )
        .values(planned_until=now)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount
