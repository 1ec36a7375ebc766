"""What surrounds a wake-up: the line of the evening before, leaving home, a word to the coach."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time

from bot.domain.errors import NotAllowed
from bot.domain.hours import Hours, seen_from
from bot.domain.message import Button, Days, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanState
from bot.domain.schedule import zone
from bot.domain.sharing import Purpose
from bot.domain.wakeup import ever_tells
from bot.services import menus, times, tying
from bot.services.saying import show
from bot.services.scene import Scene
from bot.store import people, plans, questions, sharing, supports

EVENINGS = (time(19, 0), time(19, 30), time(20, 0))
LEAVING_AFTER = (45, 60, 75, 90, 105, 120)
TELLING_AFTER = (30, 45, 60)


async def evening(scene: Scene, args: Plain) -> None:
    """Ask again about what surrounds a wake-up."""
    await ask_evening(scene, await own(scene, args))


async def ask_evening(scene: Scene, plan: Plan) -> None:
    """Ask when the line of the evening before should come."""
    offered = _with(EVENINGS, plan.around.evening)
    await _ask(scene, "around-evening", "around.evening-at", plan, offered=offered)


async def evening_at(scene: Scene, args: Plain) -> None:
    """Keep the time of the evening line, and ask about leaving home."""
    plan = await _keep(scene, args, "evening")
    offered = _with(times.shifted(plan.rule.wall, LEAVING_AFTER), plan.around.leaves)
    await _ask(scene, "around-leaving", "around.leaves-at", plan, offered=offered)


async def leaves_at(scene: Scene, args: Plain) -> None:
    """Keep the time of leaving home, and ask about the word to the coach."""
    await _ask_telling(scene, await _keep(scene, args, "leaves"))


async def tells_at(scene: Scene, args: Plain) -> None:
    """Keep when the coach is told that nobody answered, if ever; ask again for what is no time."""
    plan = await own(scene, args)
    wall = time.fromisoformat(args["time"]) if args["time"] else None
    coach = await _coach(scene)
    if wall and coach and not _would_come(scene, plan, wall, coach=coach):
        await _ask_telling(scene, plan)
        return
    plan = await _keep(scene, args, "tells_coach")
    await sharing.withdraw(scene.session, scene.member.id, Purpose.NOTE, now=scene.now)
    if wall:
        text = scene.deployment.library.fingerprint("around-telling")
        await sharing.consent(
            scene.session, scene.member.id, Purpose.NOTE, text=text, now=scene.now
        )
    await _finish(scene, plan)


async def telling(scene: Scene, args: Plain) -> None:
    """Ask again when the coach is told that nobody answered."""
    await _ask_telling(scene, await own(scene, args))


def whole(plan: Plan, today: date, *, above: Sequence[Phrase] = ()) -> Phrase:
    """Return all that is agreed, in lines, with the single days to come that differ."""
    key = "rule-with-holidays" if plan.rule.holidays else "rule"
    rule: Values = {
        "days": Days(numbers=plan.rule.days),
        "time": plan.rule.wall,
        "starts": plan.rule.first_day,
    }
    lines = [Phrase(key, rule)]
    lines += [
        Phrase("line-only", {"day": day, "time": wall})
        for day, wall in sorted(plan.rule.exceptions.items())
        if wall and day >= today
    ]
    if plan.rule.ends:
        lines.append(Phrase("line-until", {"day": plan.rule.ends}))
    if plan.around.evening:
        lines.append(Phrase("line-evening", {"time": plan.around.evening}))
    if plan.around.leaves:
        lines.append(Phrase("line-leaving", {"time": plan.around.leaves}))
    if plan.around.tells_coach:
        lines.append(Phrase("line-telling", {"time": plan.around.tells_coach}))
    return Phrase("wakeup-mine", {"lines": (*above, *lines)})


async def own(scene: Scene, args: Plain) -> Plan:
    """Return the plan a button is about, to be changed; raise NotAllowed for another's."""
    plan = await plans.take(scene.session, str(args["plan"]))
    if plan is None or plan.person_id != scene.member.id:
        raise NotAllowed("not their plan")
    return plan


async def _ask(  # noqa: PLR0913, PLR0917 - three questions alike, told apart by these
    scene: Scene,
    key: str,
    action: str,
    plan: Plan,
    *,
    offered: Sequence[time],
    values: Values | None = None,
) -> None:
    about = {"plan": plan.id}
    none = ((Button(Phrase("button-none"), action, {**about, "time": None}),),)
    await times.ask(
        scene, Phrase(key, values or {}), action, offered=offered, about=about, more=none
    )


async def _keep(scene: Scene, args: Plain, what: str) -> Plan:
    plan = await own(scene, args)
    wall = time.fromisoformat(args["time"]) if args["time"] else None
    plan = replace(plan, around=replace(plan.around, **{what: wall}))
    if plan.state is not PlanState.ACTIVE:
        raise NotAllowed("not agreed any more")
    await plans.keep(scene.session, plan)
    await scene.planner.replan(scene.session, plan, scene.now)
    await tying.follow(scene, plan)
    return plan


async def _finish(scene: Scene, plan: Plan) -> None:
    await questions.close(scene.session, scene.chat.id)
    says = Phrase("wakeup-agreed", {"whole": whole(plan, scene.today)})
    after = (Button(Phrase("button-afterwork"), "afterwork"),)
    await show(scene, Message(says=says, rows=(after, menus.TO_MENU)))


async def _ask_telling(scene: Scene, plan: Plan) -> None:
    """Ask when the coach is told that nobody answered, if that can be at all."""
    coach = await _coach(scene)
    hours = _hours_here(scene, coach) if coach else None
    offered = _telling_times(scene, plan, coach) if coach else []
    if coach is None or hours is None or not offered:
        await _finish(scene, plan)
        return
    about: Values = {"coach": coach.name, "opens": hours.opens, "closes": hours.closes}
    await _ask(scene, "around-telling", "around.tells-at", plan, offered=offered, values=about)


async def _coach(scene: Scene) -> Person | None:
    for support in await supports.of_participant(scene.session, scene.member.id):
        return await people.get(scene.session, support.coach_id)
    return None


def _telling_times(scene: Scene, plan: Plan, coach: Person) -> list[time]:
    """Return times after the wake-up that fall inside the coach's hours of a day."""
    hours = _hours_here(scene, coach)
    if hours is None:
        return []
    opens, closes = hours.opens, hours.closes
    wanted = times.shifted(plan.rule.wall, TELLING_AFTER)
    inside = [max(one, opens) for one in wanted if max(one, opens) < closes]
    later = times.shifted(inside[-1], (15, 30)) if inside and len(set(inside)) == 1 else []
    offered = _with([*inside, *later], plan.around.tells_coach)
    return [wall for wall in offered if _would_come(scene, plan, wall, coach=coach)]


def _hours_here(scene: Scene, coach: Person) -> Hours | None:
    """Return a coach's hours as the clocks of whoever acts show them."""
    if coach.hours is None:
        return None
    return seen_from(coach.hours, scene.today, zone=zone(coach.zone), other=scene.zone)


def _would_come(scene: Scene, plan: Plan, wall: time, *, coach: Person) -> bool:
    """Whether a note at this time would reach the coach on any day of the week."""
    told = replace(plan, around=replace(plan.around, tells_coach=wall))
    return ever_tells(
        told, scene.today, zone=scene.zone, hours=coach.hours, coach_zone=zone(coach.zone)
    )


def _with(offered: Iterable[time], chosen: time | None) -> list[time]:
    """Return the times offered, and the one chosen before."""
    return sorted({*offered, *([chosen] if chosen else [])})
