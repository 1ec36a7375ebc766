"""What a coach sees of the people they support: no more than each of them shows."""

from dataclasses import replace

from bot.domain.errors import NotAllowed
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Chat, Person
from bot.domain.plan import Plan, PlanKind, PlanState, not_over
from bot.domain.proposal import rule_of
from bot.domain.schedule import local, shown, zone
from bot.domain.sharing import Audience, Choices, Stream, keeps_something, may_see
from bot.domain.wakeup import MorningState, WorkingMorning
from bot.services import (
    afterwork_seen,
    attention,
    checking_in,
    contact_desk,
    contacting,
    homework_seen,
    job_reminders,
    looking_back,
    menus,
    stopped,
    zones,
)
from bot.services.reminder_waiting import waiting_for
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import when
from bot.store import chats, mornings, occasions, people, plans, sharing

OUTCOMES = {
    MorningState.AWAITED: "outcome-awaited",
    MorningState.SNOOZED: "outcome-snoozed",
    MorningState.UP: "outcome-up",
    MorningState.NOT_WORKING: "outcome-not-working",
    MorningState.UNWELL: "outcome-unwell",
}


async def person_card(scene: Scene, args: Plain) -> None:
    """Show one person: reached or not, the next message, today; all else is a tap away."""
    person = await supported(scene, str(args["person"]))
    await note_look(scene, person)
    says = await whole_screen(scene, person)
    about = {"person": person.id}
    days = await looking_back.shown_to_coach(scene, person)
    talked = await contact_desk.to_end(scene, person)
    rows = (
        *((talked,) if talked else ()),
        (
            Button(Phrase("button-write-word"), "write", {"to": [person.id]}),
            Button(Phrase("button-support"), "support.options", about),
        ),
        *(((Button(Phrase("button-days-of"), "person.days", about),),) if days else ()),
        (
            Button(Phrase("button-exercises-of"), "person.exercises", about),
            Button(Phrase("button-agreed"), "person.agreed", about),
        ),
        (
            Button(Phrase("button-new-reminder"), "remind.person", about),
            Button(Phrase("button-notes"), "person.notes", about),
        ),
        (
            Button(Phrase("button-reminders-of"), "person.reminders", about),
            Button(Phrase("button-arrivals"), "person.arrivals", about),
        ),
        (
            Button(Phrase("button-job"), "person.job", about),
            Button(Phrase("button-propose-technique"), "technique.to-propose", about),
        ),
        (Button(Phrase("button-my-people"), "people"), *menus.TO_MENU),
    )
    await show(scene, Message(says=says, rows=rows))


async def person_days(scene: Scene, args: Plain) -> Phrase | None:
    """Show the last days of one person, as long as the person shows them."""
    person = await supported(scene, str(args["person"]))
    message = await looking_back.shown_to_coach(scene, person)
    if message is None:
        return Phrase("toast-gone")
    await note_look(scene, person)
    back = (Button(Phrase("button-person", {"name": person.name}), "person", dict(args)),)
    await show(scene, replace(message, rows=(back, menus.TO_MENU)))
    return None


async def whole_screen(scene: Scene, person: Person) -> Phrase:
    """Return all that a coach sees of a person; the person can read the same."""
    lines = (
        *there(scene, person),
        *await details(scene, person),
        *await checking_in.lately(scene, person),
        *await afterwork_seen.lately(scene, person),
        *await homework_seen.lately(scene, person),
    )
    return Phrase("person", {"name": person.name, "lines": lines})


async def plans_to_see(scene: Scene, person: Person) -> list[Plan]:
    """Return what is agreed, of what they proposed or may see; one that goes on comes last."""
    choices = await sharing.choices_of(scene.session, person.id)
    shown = may_see(choices, Stream.WAKEUPS, Audience.COACH)
    active = await plans.of_person(
        scene.session, person.id, PlanKind.WAKEUP, state=PlanState.ACTIVE
    )
    coming = not_over(active, scene.today)
    return [plan for plan in coming if shown or plan.proposed_by == scene.coach.id]


async def note_look(scene: Scene, person: Person) -> None:
    """Write down that the coach who acts looked at somebody, for that person to read."""
    await sharing.note_look(
        scene.session, staff_id=scene.coach.id, person_id=person.id, now=scene.now
    )


async def supported(scene: Scene, person_id: str) -> Person:
    """Return somebody whom the coach who acts supports; raise NotAllowed for anybody else."""
    for person in await people.seen_by(scene.session, scene.coach.id):
        if person.id == person_id:
            return person
    raise NotAllowed("not theirs")


def there(scene: Scene, person: Person) -> list[Phrase]:
    """Return what time it is for somebody who lives by other hours than is usual here."""
    if person.zone == scene.deployment.zone:
        return []
    return [Phrase("line-there", zones.here(scene, person.zone))]


async def details(scene: Scene, person: Person) -> list[Phrase]:
    """Return the lines a coach may read about somebody, most pressing first."""
    chat = await chats.of_person(scene.session, person.id)
    choices = await sharing.choices_of(scene.session, person.id)
    lines = await contacting.waiting(scene, person) or await contacting.seen_lately(scene, person)
    lines += await attention.silence(scene, person)
    lines += [] if chat and chat.reachable else [Phrase("line-unreachable")]
    lines += await stopped.told_to_coach(scene, person)
    if may_see(choices, Stream.WAKEUPS, Audience.COACH):
        lines += await _today(scene, person)
    lines += await proposed(scene, person)
    lines += await _next(scene, person, chat, choices=choices)
    lines += await job_reminders.shown(scene, person)
    return lines


async def proposed(scene: Scene, person: Person) -> list[Phrase]:
    """Return the proposals of a coach that wait."""
    wakeups = await plans.of_person(
        scene.session, person.id, PlanKind.WAKEUP, state=PlanState.PROPOSED
    )
    lines = [
        Phrase("line-proposed", {"time": plan.rule.wall})
        for plan in wakeups
        if plan.proposed_by != person.id
    ]
    offered = await waiting_for(scene, person)
    return lines + [Phrase("line-offered", {"when": when(rule_of(plan))}) for plan in offered]


async def _today(scene: Scene, person: Person) -> list[Phrase]:
    today = local(scene.now, zone(person.zone)).date()
    is_asked = await stopped.agrees(scene, person) and not person.is_paused(scene.now)
    return [
        _outcome(morning, person)
        for morning in await mornings.on_day(scene.session, [person.id], today)
        if morning.is_answered or (is_asked and morning.due <= scene.now)
    ]


def _outcome(morning: WorkingMorning, person: Person) -> Phrase:
    if morning.answered_at is None:
        return Phrase(OUTCOMES[morning.state])
    answered = shown(morning.answered_at, zone(person.zone))
    return Phrase(OUTCOMES[morning.state], {"time": answered})


async def _next(
    scene: Scene, person: Person, chat: Chat | None, *, choices: Choices
) -> list[Phrase]:
    """Return when the next message of any kind comes: its hour, never which it is.

    Where something is kept, an answer that silences a message does not change the line: it would
    tell that there was one.
    """
    if chat is None or not chat.reachable or not await stopped.agrees(scene, person):
        return []
    kept = keeps_something(choices, Audience.COACH)
    due = await occasions.next_moment(scene.session, chat.id, scene.now, though_answered=kept)
    if due is None or person.is_paused(due):
        return []
    where = zone(person.zone)
    return [Phrase("line-next", {"day": local(due, where).date(), "time": shown(due, where)})]
