"""A facilitator gives a whole group the exercises of a workshop: one look, one tap.

Others than those that are suggested can be chosen, a few at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.assignment import Moment, rule_of
from bot.domain.exercise import Exercise
from bot.domain.group import Group, latest_of
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person, Standing
from bot.domain.plan import PlanState
from bot.services import assigning, homework_cards, menus
from bot.services.groups import back, led
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.services.viewing import View
from bot.store import assignments, deliveries, groups, plans

MOST = 3
"""How many exercises a group is given at once; so many are suggested where none are named."""

ACROSS = 3


async def suggested(scene: Scene, args: Plain) -> None:
    """Show what is suggested after the latest workshop, and by when it would be wanted."""
    group = await led(scene, args)
    found = await _suggested(scene, group)
    ways = (back(group), menus.TO_MENU)
    about = {"group": group.id}
    chosen = [one.id for one in found]
    others = (
        Button(Phrase("button-choose-others"), "group.choose", {**about, "chosen": chosen}),
        Button(Phrase("button-to-one"), "group.people", about),
    )
    if not found:
        none = Message(says=Phrase("group-exercises-none"), rows=(others, *ways))
        await show(scene, none)
        return
    says = Phrase("group-exercises", await _values(scene, group, found))
    give = (Button(Phrase("button-assign-group"), "group.assign", about),)
    await show(scene, Message(says=says, rows=(give, others, *ways)))


async def choose(scene: Scene, args: Plain) -> None:
    """Show what is chosen for the group so far, and the workshops that have exercises."""
    group = await led(scene, args)
    found = _chosen(scene, args)
    about = {"group": group.id, "chosen": [one.id for one in found]}
    library = scene.deployment.library
    numbers = sorted({assigning.workshop_of(each) for each in library.homework()})
    of_any, *buttons = [
        Button(assigning.name_of(one), "group.choose-which", {**about, "workshop": one})
        for one in (0, *(number for number in numbers if number))
    ]
    rows: Rows = tuple(tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS))
    rows += ((of_any,),) if 0 in numbers else ()
    if found:
        rows = ((Button(Phrase("button-assign-group"), "group.assign", about),), *rows)
    key = "group-exercises" if found else "group-choose-none"
    says = Phrase(key, await _values(scene, group, found))
    back = Button(Phrase("button-back"), "group.exercises", {"group": group.id})
    await show(scene, Message(says=says, rows=(*rows, (back, *menus.TO_MENU))))


async def which(scene: Scene, args: Plain) -> Phrase | None:
    """Show the exercises of a workshop, a few at a time; a tap chooses one, or does no more."""
    group = await led(scene, args)
    found, turned = _chosen(scene, args), str(args.get("turn", ""))
    chosen = [one.id for one in found if one.id != turned]
    if turned and len(chosen) == len(found):
        if len(found) >= MOST:
            return Phrase("toast-enough-exercises")
        chosen = [*chosen, turned]
    workshop, after = int(args["workshop"]), int(args.get("after", 0))
    about = {"group": group.id, "chosen": chosen, "workshop": workshop, "after": after}
    several = assigning.of_workshop(scene, workshop)
    here = several[after : after + assigning.ON_A_SCREEN]
    rows: Rows = tuple(
        (Button(_label(one, chosen), "group.choose-which", {**about, "turn": one.id}),)
        for one in here
    )
    if len(several) > after + assigning.ON_A_SCREEN:
        more = {**about, "after": after + assigning.ON_A_SCREEN}
        rows += ((Button(Phrase("button-more"), "group.choose-which", more),),)
    done = {"group": group.id, "chosen": chosen}
    back = (Button(Phrase("button-done"), "group.choose", done), *menus.TO_MENU)
    values: Values = {"name": group.name, "workshop": assigning.name_of(workshop), "most": MOST}
    says = Phrase("group-choose-which", values)
    await show(scene, Message(says=says, rows=(*rows, back)))
    return None


async def give(scene: Scene, args: Plain) -> Phrase | None:
    """Give what is chosen, or suggested, to everybody in the group, once, in one message each.

    Nobody is given again by this what made things worse for them, and nobody reads of that.
    """
    group = await led(scene, args)
    if scene.tapped and await deliveries.is_changed(scene.session, scene.tapped):
        return Phrase("toast-already")
    found = await _to_give(scene, group, args)
    if not found:
        return Phrase("toast-gone")
    due = await assigning.due_of(scene, group)
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
    return found or assigning.of_workshop(view, number)[:MOST]


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


async def _to_give(scene: Scene, group: Group, args: Plain) -> Sequence[Exercise]:
    if "chosen" in args:
        return _chosen(scene, args)
    return await _suggested(scene, group)


async def _suggested(scene: Scene, group: Group) -> Sequence[Exercise]:
    """Return what the programme names for the latest workshop, or what belongs to its number."""
    sessions = await groups.sessions_of(scene.session, group.id)
    latest = latest_of(sessions, group.where, scene.now)
    return suggested_after(scene, group, latest.number if latest else 1)


def _chosen(scene: Scene, args: Plain) -> Sequence[Exercise]:
    """Return the exercises that a button names, without those that are in the content no more."""
    several = [scene.deployment.library.exercise(str(id_)) for id_ in args["chosen"]]
    return [one for one in several if one and one.homework]


async def _values(scene: Scene, group: Group, found: Sequence[Exercise]) -> Values:
    return {
        "name": group.name,
        "lines": tuple(_line(one) for one in found),
        "due": await assigning.due_of(scene, group),
    }


def _label(exercise: Exercise, chosen: Sequence[str]) -> Phrase:
    key = "button-chosen" if exercise.id in chosen else "button-not-chosen"
    return Phrase(key, {"what": Phrase(exercise.title)})


def _line(exercise: Exercise) -> Phrase:
    return Phrase("line-exercise", {"title": Phrase(exercise.title)})
