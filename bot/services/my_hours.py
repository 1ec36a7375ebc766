"""A coach changes their contact hours; what waits for them follows."""

from dataclasses import replace

from bot.domain.contact import Step, desk_of
from bot.domain.hours import Hours
from bot.domain.message import Message, Phrase, Plain
from bot.domain.people import Person
from bot.domain.plan import PlanKind
from bot.services import contact_hours, digesting, menus
from bot.services.saying import show, stacked
from bot.services.scene import Scene
from bot.store import contacts, people, plans, questions


async def ask(scene: Scene, args: Plain) -> None:
    """Show the hours as they are, and ask for others."""
    del args
    hours = desk_of(scene.coach, scene.planner.holidays).hours
    now = Phrase("hours-mine", {"opens": hours.opens, "closes": hours.closes})
    says = stacked((now, Phrase("hours-question")))
    await contact_hours.ask(scene, says, "hours.keep", back="settings")


async def keep(scene: Scene, args: Plain) -> None:
    """Keep other hours from now on."""
    hours = Hours.from_values(args["hours"])
    coach = replace(scene.coach, hours=hours)
    await people.keep(scene.session, coach)
    await questions.close(scene.session, scene.chat.id)
    await digesting.follow_hours(scene, coach)
    await contacts.hurry(scene.session, coach.id, scene.now, only=Step.TELL)
    await _plan_notes(scene, coach)
    says = Phrase("hours-kept", {"opens": hours.opens, "closes": hours.closes})
    await show(scene, Message(says=says, rows=((*menus.TO_SETTINGS, *menus.TO_MENU),)))


async def _plan_notes(scene: Scene, coach: Person) -> None:
    """Plan anew the mornings of which the coach is told if nobody answers: it is in their hours."""
    for person in await people.seen_by(scene.session, coach.id):
        for plan in await plans.take_active(scene.session, person.id, PlanKind.WAKEUP):
            if plan.around.tells_coach:
                await scene.planner.replan(scene.session, plan, scene.now)
