"""What happens to people on their way: each through the service that does it in earnest."""

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.draft import Draft
from bot.domain.message import Phrase, Plain
from bot.domain.plan import PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY
from bot.services import pausing, proposing, waking
from bot.store import mornings, people, plans
from bot.store.db import Session
from tests.campaign.itinerary import DAY, Itinerary, Morning
from tests.campaign.journeys import ZONES, Happening, Journeys, a_wall


async def travel(journeys: Journeys, session: Session, one: Itinerary) -> None:
    """The person is somewhere else, and says so."""
    one.zone = journeys.chance.choice(ZONES)
    await _moved(session, one.person_id, one.zone, paused_until=one.paused_until)
    now = journeys.clock.now()
    await journeys.planner.replan(session, one.plan, now)
    one.change(now, "travels")


async def another_time(journeys: Journeys, session: Session, one: Itinerary) -> None:
    """The person sets another wake-up in the place of this one."""
    scene = await journeys.scene(session, one)
    draft = Draft(
        person_id=one.person_id,
        days=EVERY_DAY,
        wall=a_wall(journeys.chance),
        starts=scene.today + journeys.chance.randint(0, 1) * DAY,
        holidays=True,
    )
    if await proposing.keep(scene, draft.as_plain()) is None:
        [one.plan] = await plans.of_person(
            session, one.person_id, PlanKind.WAKEUP, state=PlanState.ACTIVE
        )
        one.change(scene.now, f"from {draft.starts}")


async def another_time_for_a_day(journeys: Journeys, session: Session, one: Itinerary) -> None:
    """The person wants another time tomorrow."""
    scene = await journeys.scene(session, one)
    day = scene.today + DAY
    wall = a_wall(journeys.chance).isoformat("minutes")
    if await mornings.get(session, one.plan.id, day) is None:
        return
    if await _done(waking.change_time(scene, {**_about((one.plan.id, day)), "time": wall})):
        found = await plans.get(session, one.plan.id)
        assert found
        one.plan = found
        one.change(scene.now, f"on {day} at {wall}")


async def pause(journeys: Journeys, session: Session, one: Itinerary) -> None:
    """The person wants to hear nothing until some day, or wants to hear again."""
    scene = await journeys.scene(session, one)
    if scene.member.is_paused(scene.now):
        await pausing.resume(scene, {})
    else:
        last = scene.today + journeys.chance.randint(0, 1) * DAY
        await pausing.until(scene, {"day": last.isoformat()})
    found = await people.get(session, one.person_id)
    one.paused_until = found.paused_until if found else None
    one.story.append(f"{scene.now:%d %H:%M} paused until {one.paused_until}")


async def get_up(journeys: Journeys, session: Session, one: Itinerary) -> None:
    """The person answers what rang last."""
    plan_id, day = morning = one.rings[-1].morning if one.rings else ("", one.first)
    if plan_id == one.plan.id and await mornings.get(session, plan_id, day):
        scene = await journeys.scene(session, one)
        if await _done(waking.up(scene, _about(morning))):
            one.answer(morning)


HAPPENS: Sequence[tuple[Happening, int]] = (
    (travel, 7),
    (another_time, 5),
    (another_time_for_a_day, 3),
    (pause, 3),
    (get_up, 2),
)
"""What happens on the way, and how often beside the others."""


async def _moved(
    session: Session, person_id: str, where: str, *, paused_until: datetime | None
) -> None:
    person = await people.get(session, person_id)
    assert person
    await people.keep(session, replace(person, zone=where, paused_until=paused_until))


async def _done(what: Awaitable[Phrase | None]) -> bool:
    return await what is None


def _about(morning: Morning) -> Plain:
    plan_id, day = morning
    return {"plan": plan_id, "day": day.isoformat()}
