"""A facilitator gives a whole group the exercises of a workshop: one look, one tap."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.assignment import Moment, due_in_a_week, rule_of
from bot.domain.exercise import Exercise
from bot.domain.group import Group, GroupSession, latest_of
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person, Standing
from bot.domain.plan import PlanState
from bot.services import assigning, homework_cards, menus
from bot.services.groups import back, led
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.services.viewing import View
from bot.store import assignments, deliveries, groups, plans

MOST = 3
"""How many exercises of a workshop are suggested where its programme names none."""


async def suggested(scene: Scene, args: Plain) -> None:
    """Show what is suggested after the latest workshop, and by when it would be wanted."""
    group = await led(scene, args)
    sessions = await groups.sessions_of(scene.session, group.id)
    found = suggested_after(scene, group, _number(scene, group, sessions))
    ways = (back(group), menus.TO_MENU)
    if not found:
        await show(scene, Message(says=Phrase("group-exercises-none"), rows=ways))
        return
    values: Values = {
        "name": group.name,
        "lines": tuple(_line(one) for one in found),
        "due": _due(scene, group, sessions),
    }
    give = (Button(Phrase("button-assign-group"), "group.assign", {"group": group.id}),)
    await show(scene, Message(says=Phrase("group-exercises", values), rows=(give, *ways)))


async def give(scene: Scene, args: Plain) -> Phrase | None:
    """Give them to everybody in the group, once; each person is told in one message.

    Nobody is given again by this what made things worse for them, and nobody reads of that.
    """
    group = await led(scene, args)
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    sessions = await groups.sessions_of(scene.session, group.id)
    found = suggested_after(scene, group, _number(scene, group, sessions))
    due = _due(scene, group, sessions)
    for person in await groups.members(scene.session, group.id):
        if person.standing is Standing.ACTIVE:
            await _give_to(scene, person, found, group=group, due=due)
    says = Phrase("group-assigned", {"name": group.name})
    await show(scene, Message(says=says, rows=(back(group), menus.TO_MENU)))
    return None


async def was_moved(scene: Scene, group: Group, *, before: date, now: date) -> None:
    """Let what a group was given for a workshop be wanted by its new day, reminders included."""
    for one in await assignments.of_group(scene.session, group.id):
        if not one.is_ongoing or one.due != before:
            continue
        await assignments.keep(scene.session, replace(one, due=now))
        plan = await plans.take(scene.session, one.plan_id) if one.plan_id else None
        if plan and plan.state is PlanState.ACTIVE:
            chosen = Moment(day=plan.rule.starts, wall=plan.rule.wall)
            plan = replace(plan, rule=rule_of(chosen, now))
            await plans.keep(scene.session, plan)
            await scene.planner.replan(scene.session, plan, scene.now)


def suggested_after(view: View, group: Group, number: int) -> Sequence[Exercise]:
    """Return what the programme names for a workshop, or else what belongs to its number."""
    library = view.deployment.library
    programme = library.programme(group.programme)
    sessions = programme.every[number - 1 : number] if programme else ()
    named = [id_ for one in sessions for id_ in one.exercises]
    several = [library.exercise(id_) for id_ in named]
    found = [one for one in several if one and one.homework]
    of_number = [one for one in library.homework() if assigning.workshop_of(one) == number]
    return found or of_number[:MOST]


async def _give_to(
    scene: Scene, person: Person, found: Sequence[Exercise], *, group: Group, due: date
) -> None:
    told = []
    for one in found:
        if await assignments.made_worse(scene.session, person.id, one.id):
            continue
        given = await assigning.keep_for(scene, person, one, due=due, group_id=group.id)
        if given:
            told.append(_line(one))
    if told:
        values: Values = {"group": group.name, "lines": tuple(told), "due": due}
        says = Phrase("group-homework-given", values)
        await tell(scene, person.id, Message(says=says, rows=((homework_cards.TO_EXERCISES,),)))


def _number(scene: Scene, group: Group, sessions: Sequence[GroupSession]) -> int:
    latest = latest_of(sessions, group.where, scene.now)
    return latest.number if latest else 1


def _due(scene: Scene, group: Group, sessions: Sequence[GroupSession]) -> date:
    """Return the day of the next workshop that has not begun, or in a week where there is none."""
    coming = (one.day for one in sessions if one.begins(group.where) > scene.now)
    return next(coming, due_in_a_week(scene.today))


def _line(exercise: Exercise) -> Phrase:
    return Phrase("line-exercise", {"title": Phrase(exercise.title)})
