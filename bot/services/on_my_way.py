"""Somebody is on the way to an appointment: whom they meet learns of it, where that is shown."""

from datetime import datetime, timedelta

from bot.domain.delivery import Class
from bot.domain.message import Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.reminder import Said, of_plan
from bot.domain.schedule import moment, shown, zone
from bot.domain.sharing import Audience, Stream, may_see
from bot.services import reminding
from bot.services.reminding import TO_REMINDERS
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import convenient, write
from bot.store import chats, people, questions, sharing, supports, wishes

OVER = timedelta(hours=2)
"""How long after its time nobody is on the way to an appointment any more."""


async def go(scene: Scene, args: Plain) -> Phrase | None:
    """The person is on the way; they read whether anybody learns of it."""
    plan = await reminding.unanswered(scene, args)
    if isinstance(plan, Phrase):
        return plan
    one = of_plan(plan)
    begins = one.begins(reminding.day_of(args))
    at = moment(begins.date(), begins.time(), scene.zone)
    if scene.now > at + OVER:
        return Phrase("toast-over")
    await reminding.note(scene, plan, args, said=Said.GOING)
    await questions.close(scene.session, scene.chat.id)
    coach = await told_to(scene, plan.person_id, one.meets)
    says = Phrase("going")
    if coach and await _tell(scene, coach, at):
        says = Phrase("going-told", {"coach": coach.name})
    await show(scene, Message(says=says, rows=(TO_REMINDERS,)))
    return None


async def told_to(scene: Scene, person_id: str, coach_id: str | None) -> Person | None:
    """Return whom somebody meets if that coach may learn that they are on the way.

    It is for who supports them, and as long as they show that they get up.
    """
    if not coach_id or not await supports.between(scene.session, coach_id, person_id):
        return None
    choices = await sharing.choices_of(scene.session, person_id)
    if not may_see(choices, Stream.WAKEUPS, Audience.COACH):
        return None
    return await people.get(scene.session, coach_id)


async def _tell(scene: Scene, coach: Person, at: datetime) -> bool:
    """Tell the coach within their hours; return False where that would be after the time."""
    chat = await chats.of_person(scene.session, coach.id)
    quiet = (await wishes.of_person(scene.session, coach.id)).quiet
    due = convenient(coach, scene.now, quiet)
    if chat is None or not chat.reachable or due > max(at, scene.now):
        return False
    values: Values = {"name": scene.member.name, "time": shown(at, zone(coach.zone))}
    says = Phrase("appointment-going", values)
    await write(scene, chat, Message(says=says), due=due, kind=Class.DIGEST)
    return True
