"""Who does not answer is written to less often, then not at all until they write or tap.

Nothing is counted against anybody: it is said once, kindly, and undone in a tap.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.domain.budget import IN_A_ROW, SILENCE, Aside
from bot.domain.delivery import LIMITS, Class, Delivery, Occasion
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.plan import Plan
from bot.domain.schedule import local, zone
from bot.domain.steering import RAREST, fewer
from bot.services import menus, taking_turns
from bot.services.planning import NOT_TO_BE_PLANNED, Planner
from bot.services.rechecking import why_not
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import what, when
from bot.store import chats, deliveries, people, plans, wishes
from bot.store.asking import facts_about
from bot.store.db import Database, Session
from bot.store.ids import new_id
from bot.store.unanswered import people_unheard, plans_unanswered

EVERY = timedelta(hours=1)
AT_ONCE = 100
LOOKED_BACK = IN_A_ROW * RAREST * timedelta(weeks=1) + timedelta(weeks=1)

_RESTING = Message(
    says=Phrase("silence"),
    rows=((Button(Phrase("button-resume"), "resting.over"),), menus.TO_HELP),
)

log = structlog.stdlib.get_logger(__name__)


async def tend(database: Database, planner: Planner, now: datetime) -> None:
    """Let come less often what is not answered, and rest what nobody seems to read."""
    async with database.look() as session:
        silent = await people_unheard(session, now - SILENCE, limit=AT_ONCE)
        unanswered = await plans_unanswered(
            session, IN_A_ROW, since=(now - LOOKED_BACK).date(), limit=AT_ONCE
        )
    await _each(database, silent, lambda session, one: _rest(session, planner, one, now=now))
    await _each(database, unanswered, lambda session, one: _ease(session, planner, one, now=now))


async def go_on(scene: Scene, args: Plain) -> None:
    """Say that all goes on: it does since the tap itself was heard."""
    del args
    await show(scene, Message(says=Phrase("resumed"), rows=(menus.TO_MENU,)))


async def _each(
    database: Database, ids: Sequence[str], do: Callable[[Session, str], Awaitable[None]]
) -> None:
    """Do something about each of these plans; one that cannot be read stops no other."""
    for plan_id in ids:
        try:
            async with database.begin() as session:
                await do(session, plan_id)
        except NOT_TO_BE_PLANNED:
            log.exception("plan_not_eased", plan=plan_id)


async def _ease(session: Session, planner: Planner, plan_id: str, *, now: datetime) -> None:
    plan = await plans.take(session, plan_id)
    rule = fewer(plan.rule) if plan else None
    if plan is None or rule is None:
        # What is rare already is left to the silent week.
        return
    before = {"plan": plan.id, "rule": plan.rule.as_values()}
    eased = replace(plan, rule=rule)
    if await _say(session, planner, plan, says=(Aside.EASED, _less_often(eased, before)), now=now):
        await plans.keep(session, eased)
        await plans.ease(session, plan.id, now)
        await planner.replan(session, eased, now)
        await taking_turns.go_on(session, planner, plan, now=now)


async def _rest(session: Session, planner: Planner, plan_id: str, *, now: datetime) -> None:
    plan = await plans.take(session, plan_id)
    if plan is None:
        return
    if await _say(session, planner, plan, says=(Aside.RESTING, _RESTING), now=now):
        await wishes.rest(session, plan.person_id, now)


def _less_often(plan: Plan, before: Plain) -> Message:
    about = {"plan": plan.id}
    rows = (
        (Button(Phrase("button-suits-me"), "steer.leave", about),),
        (Button(Phrase("button-as-before"), "steer.undo", before),),
        (Button(Phrase("button-other-time"), "steer.time", about),),
        (Button(Phrase("button-stop-these"), "steer.stop", about),),
    )
    return Message(says=Phrase("eased", {"what": what(plan), "when": when(plan.rule)}), rows=rows)


async def _say(
    session: Session, planner: Planner, plan: Plan, *, says: tuple[Aside, Message], now: datetime
) -> bool:
    """Write something about a plan if it may go out now; if not, it is for another hour."""
    person = await people.get(session, plan.person_id)
    chat = await chats.of_person(session, plan.person_id)
    if person is None or chat is None or not chat.reachable:
        return False
    slot, message = says
    delivery = Delivery(
        id=new_id(),
        chat_id=chat.id,
        kind=Class.CHECKIN,
        message=message,
        due=now,
        until=now + LIMITS[Class.CHECKIN].lateness,
        occasion=Occasion(plan_id=plan.id, day=local(now, zone(person.zone)).date(), slot=slot),
    )
    if why_not(delivery, await facts_about(session, [delivery], now), now):
        return False
    written = await deliveries.add(session, delivery)
    if written:
        planner.bell.ring(session, chat.shard)
    return written
