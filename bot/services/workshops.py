"""What members hear of workshops: each one the evening before, and a date that moves, once.

What is decided about dates and the place is also said once in the group’s own chat, if it has one.

A workshop is a plan of each member: it comes once, follows the date, and is asked again about
before it goes out, as all that comes unasked.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from bot.domain.delivery import Reason
from bot.domain.group import Group, GroupSession, evening_of, next_of
from bot.domain.message import Message, Phrase, Values
from bot.domain.people import Person, Standing
from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.schedule import Rule, local, zone
from bot.services import group_posts, menus, steering, workshop_words
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import attendance, chats, deliveries, groups, plans, wishes
from bot.store.attendance import Attendance
from bot.store.ids import new_id


def tomorrow(plan: Plan, day: date) -> Message:
    """Return what somebody is told the evening before a workshop."""
    del day
    kept = plan.details
    lines = workshop_words.lines_around(kept)
    says = Phrase("workshop-tomorrow", {"time": time.fromisoformat(kept["time"]), "lines": lines})
    rows = (workshop_words.answers(kept["session"]), steering.row(plan.id))
    return Message(says=says, rows=rows, stays=True)


async def plan_ahead(
    scene: Scene, group: Group, person: Person, *, sessions: Sequence[GroupSession]
) -> None:
    """Let somebody hear of each coming workshop the evening before, at its date as it is now."""
    known = await attendance.in_group(scene.session, group.id, person.id)
    for one in sessions:
        if one.begins(group.where) > scene.now:
            await _plan_one(scene, group, person, one=one, known=known.get(one.id))


async def end(scene: Scene, group_id: str, person_id: str) -> None:
    """Let somebody hear nothing more of a group and its workshops, and forget what they said."""
    known = await attendance.in_group(scene.session, group_id, person_id)
    for plan_id in [one.plan_id for one in known.values() if one.plan_id]:
        was, becomes = PlanState.ACTIVE, PlanState.ENDED
        await plans.change(scene.session, plan_id, was=was, becomes=becomes)
        await deliveries.withdraw(
            scene.session, plan_id=plan_id, reason=Reason.WITHDRAWN, now=scene.now
        )
    await attendance.forget(scene.session, group_id, person_id)
    chat = await chats.of_person(scene.session, person_id)
    if chat:
        await deliveries.withdraw_naming(
            scene.session, chat.id, group_id, reason=Reason.WITHDRAWN, now=scene.now
        )


async def dates_were_set(scene: Scene, group: Group, sessions: Sequence[GroupSession]) -> None:
    """Tell the members of a group its dates, and let them hear of each."""
    for person in await groups.everybody(scene.session, group.id):
        await plan_ahead(scene, group, person, sessions=sessions)
        if _hears(scene, person):
            await tell(scene, person.id, dates(scene, group, sessions))
    await group_posts.post(scene, group, dates(scene, group, sessions).says)


async def was_moved(scene: Scene, group: Group, *, before: GroupSession, now: GroupSession) -> None:
    """Tell the members once that a workshop is at another moment; what was planned follows."""
    await attendance.unsay(scene.session, now.id)
    says = Phrase(
        "workshop-moved",
        {
            "number": now.number,
            "day": now.day,
            "time": now.wall,
            "before": before.day,
            "before-time": before.wall,
            "lines": workshop_words.around(group, now),
        },
    )
    message = Message(says=says, rows=(workshop_words.answers(now.id), menus.TO_MENU))
    for person in await groups.everybody(scene.session, group.id):
        await plan_ahead(scene, group, person, sessions=[now])
        if _hears(scene, person):
            await tell(scene, person.id, message)
    await group_posts.moved(scene, group, now, says=says)


async def plan_anew(scene: Scene, group: Group) -> None:
    """Let what is planned of a group’s workshops say how it is called and where it is now."""
    sessions = await groups.sessions_of(scene.session, group.id)
    for person in await groups.everybody(scene.session, group.id):
        await plan_ahead(scene, group, person, sessions=sessions)


async def place_changed(scene: Scene, group: Group) -> bool:
    """Tell the members once of a new place, as long as a workshop is to come; whether it is."""
    sessions = await groups.sessions_of(scene.session, group.id)
    coming = next_of(sessions, group.where, scene.now)
    if coming is None:
        return False
    values: Values = {"group": group.name, "place": group.place}
    message = Message(says=Phrase("workshop-place", values), rows=(menus.TO_MENU,))
    for person in await groups.everybody(scene.session, group.id):
        if _hears(scene, person):
            await tell(scene, person.id, message)
    await group_posts.post(scene, group, message.says)
    return True


def dates(scene: Scene, group: Group, sessions: Sequence[GroupSession]) -> Message:
    """Return the dates of a group, or that there are none yet."""
    if not sessions:
        says = Phrase("workshop-no-dates", {"group": group.name})
        return Message(says=says, rows=(menus.TO_MENU,))
    library = scene.deployment.library
    coming = [one for one in sessions if one.ends(group.where) > scene.now]
    lines = tuple(workshop_words.line(library, group, one) for one in coming)
    around = workshop_words.around(group, sessions[0])
    says = Phrase("workshop-dates", {"lines": lines, "around": around})
    return Message(says=says, rows=(menus.TO_MENU,))


def _hears(scene: Scene, person: Person) -> bool:
    """Whether somebody is told what is new: nobody who pauses or is leaving."""
    return person.standing is Standing.ACTIVE and not person.is_paused(scene.now)


async def _plan_one(
    scene: Scene, group: Group, person: Person, *, one: GroupSession, known: Attendance | None
) -> None:
    where = zone(person.zone)
    quiet = (await wishes.of_person(scene.session, person.id)).quiet
    day, wall = evening_of(one.begins(group.where), where, quiet)
    rule = Rule(days=frozenset({day.weekday()}), wall=wall, starts=day, ends=day, holidays=True)
    before = await plans.take(scene.session, known.plan_id) if known and known.plan_id else None
    if before and not _is_over(before, local(scene.now, where).date()):
        if not quiet.holds(before.rule.wall):
            rule = replace(rule, wall=before.rule.wall)
        plan = replace(before, rule=rule, details=workshop_words.about(group, one))
        await plans.keep(scene.session, plan)
    else:
        plan = Plan(
            id=new_id(),
            person_id=person.id,
            kind=PlanKind.WORKSHOP,
            state=PlanState.ACTIVE,
            rule=rule,
            details=workshop_words.about(group, one),
            proposed_by=None,
        )
        await plans.add(scene.session, plan, scene.now)
        await attendance.note(scene.session, one.id, person.id, plan_id=plan.id)
    await scene.planner.replan(scene.session, plan, scene.now)


def _is_over(plan: Plan, today: date) -> bool:
    """Whether a plan ended because its day went by, and not because somebody wanted it to."""
    return plan.state is PlanState.ENDED and plan.rule.starts < today
