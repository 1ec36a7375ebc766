"""A coach or a facilitator changes their contact hours; what waits for them follows."""

from dataclasses import replace
from datetime import time

from bot.domain.contact import Step, desk_of
from bot.domain.hours import Hours
from bot.domain.message import Button, Message, Names, Phrase, Plain
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind
from bot.domain.schedule import local, zone
from bot.domain.wakeup import ever_tells
from bot.services import contact_hours, digesting, menus
from bot.services.saying import show, stacked
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import contacts, people, plans, questions


async def ask(scene: Scene, args: Plain) -> None:
    """Show the hours as they are, and ask for others."""
    del args
    hours = desk_of(scene.staff, scene.planner.holidays).hours
    now = Phrase("hours-mine", {"opens": hours.opens, "closes": hours.closes})
    says = stacked((now, Phrase("hours-question")))
    await contact_hours.ask(scene, says, "hours.keep", back="settings")


async def keep(scene: Scene, args: Plain) -> None:
    """Keep other hours from now on."""
    hours = Hours.from_values(args["hours"])
    staff = replace(scene.staff, hours=hours)
    await people.keep(scene.session, staff)
    await questions.close(scene.session, scene.chat.id)
    await digesting.follow_hours(scene, staff)
    await contacts.hurry(scene.session, staff.id, scene.now, only=Step.TELL)
    says = Phrase("hours-kept", {"opens": hours.opens, "closes": hours.closes})
    if without := await _plan_notes(scene, staff):
        names = Names(names=tuple(without))
        says = stacked((says, Phrase("hours-without-note", {"names": names})))
    await show(scene, Message(says=says, rows=((*menus.TO_SETTINGS, *menus.TO_MENU),)))


async def _plan_notes(scene: Scene, coach: Person) -> list[str]:
    """Plan anew the mornings of which the coach is told if nobody answers: it is in their hours.

    Return the names of those of whom the coach is not told any more, who learn it themselves.
    """
    without = []
    for person in await people.seen_by(scene.session, coach.id):
        for plan in await plans.take_active(scene.session, person.id, PlanKind.WAKEUP):
            if wall := plan.around.tells_coach:
                await scene.planner.replan(scene.session, plan, scene.now)
                if not _still_tells(scene, plan, person, coach=coach):
                    await tell(scene, person.id, _no_note(plan, wall, coach))
                    without.append(person.name)
    return without


def _still_tells(scene: Scene, plan: Plan, person: Person, *, coach: Person) -> bool:
    here = zone(person.zone)
    today = local(scene.now, here).date()
    return ever_tells(plan, today, zone=here, hours=coach.hours, coach_zone=zone(coach.zone))


def _no_note(plan: Plan, wall: time, coach: Person) -> Message:
    says = Phrase("note-after-hours", {"coach": coach.name, "time": wall})
    change = Button(Phrase("button-change-around"), "around.evening", {"plan": plan.id})
    return Message(says=says, rows=((change,), menus.TO_MENU))
