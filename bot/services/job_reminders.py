"""The reminders that a phase of work proposes: all, some or none of them, as the person likes."""

from collections.abc import Sequence
from datetime import date

from bot.domain import job_phase
from bot.domain import reminder as reminders
from bot.domain.delivery import Reason
from bot.domain.job_phase import PHASE, Brought, JobPhase, PhaseSet
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.domain.plan import Plan, PlanKind
from bot.domain.reminder import MOST, Reminder
from bot.domain.schedule import zone
from bot.services import agreeing, menus, reminder_cards
from bot.services.questioning import Rows
from bot.services.reminding import TO_REMINDERS
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.steering import when
from bot.services.telling import tell
from bot.store import chats, deliveries, job_phases, people, questions, supports
from bot.store.ids import new_id

ON_A_SCREEN = 4
"""How many reminders are read at once, and how many numbers to tick stand beside each other."""


async def note(scene: Scene, person: Person, phase: JobPhase, *, day: date) -> PhaseSet:
    """Keep where somebody is with work, as whoever acts says; return it.

    What a coach says, coaches see; what somebody says of themselves, nobody, until they show it.
    What was proposed for another phase, and is not told yet, is not told any more.
    """
    before = await job_phases.of_person(scene.session, person.id)
    chat = await chats.of_person(scene.session, person.id)
    if before and chat:
        await deliveries.withdraw_naming(
            scene.session, chat.id, before.id, reason=Reason.WITHDRAWN, now=scene.now
        )
    kept = PhaseSet(
        id=new_id(),
        person_id=person.id,
        phase=phase,
        day=day,
        set_by=scene.me.id,
        set_at=scene.now,
        is_shown=scene.me.id != person.id,
    )
    await job_phases.keep(scene.session, kept)
    return kept


def named(phase: PhaseSet) -> Phrase:
    """Return what somebody's phase is called; one that has a day, with it."""
    return Phrase(f"job-phase-{phase.phase}", {"day": phase.day})


async def shown(scene: Scene, person: Person) -> list[Phrase]:
    """Return the line that a coach reads of somebody's work, as far as it is shown."""
    phase = await job_phases.of_person(scene.session, person.id)
    return [Phrase("line-job", {"phase": named(phase)})] if phase and phase.is_shown else []


async def question(scene: Scene, person: Person, phase: PhaseSet) -> Message:
    """Return what somebody reads of the reminders of a phase that they or their coach noted."""
    coming = _coming(scene, person, phase)
    coach = await _other(scene, phase)
    key = "job-offered" if coach else "job-own"
    values: Values = {
        "coach": coach.name if coach else "",
        "phase": named(phase),
        "lines": _first_lines(scene, coming, phase),
    }
    about = {"set": phase.id}
    rows: Rows = (
        (Button(Phrase("button-take-all"), "job.take", about),),
        (
            Button(Phrase("button-choose-some"), "job.pick", about),
            Button(Phrase("button-no-thanks"), "job.decline", about),
        ),
    )
    if not coming:
        key = "job-offered-nothing" if coach else "job-own-nothing"
        rows = (*_onward(scene, phase), menus.TO_MENU)
    return Message(says=Phrase(key, values), rows=rows)


async def again(scene: Scene, args: Plain) -> Phrase | None:
    """Show the reminders that wait for an answer."""
    phase = await _waiting(scene, args)
    if isinstance(phase, Phrase):
        return phase
    await questions.close(scene.session, scene.chat.id)
    await show(scene, await question(scene, scene.member, phase))
    return None


async def pick(scene: Scene, args: Plain) -> Phrase | None:
    """Let somebody tick which of the reminders they want; a tap takes one in or out."""
    phase = await _waiting(scene, args)
    if isinstance(phase, Phrase):
        return phase
    coming = _coming(scene, scene.member, phase)
    ids = frozenset(args.get("ids", ()))
    chosen = ids ^ {str(args["turn"])} if "turn" in args else ids
    first = int(args.get("from", 0))
    after = first + ON_A_SCREEN
    about = {
        "set": phase.id,
        "ids": [one.id for one in coming if one.id in chosen],
        "from": first,
    }
    numbered = list(enumerate(coming, 1))[first:after]
    rows: Rows = (
        tuple(_tick(number, one, about, is_in=one.id in chosen) for number, one in numbered),
    )
    if after < len(coming):
        rows += ((Button(Phrase("button-more"), "job.pick", {**about, "from": after}),),)
    if about["ids"]:
        rows += ((Button(Phrase("button-done"), "job.take", about),),)
    rows += ((_back(about, first),),)
    says = Phrase("job-pick", {"lines": _lines(scene, numbered, phase)})
    await show(scene, Message(says=says, rows=rows))
    return None


async def take(scene: Scene, args: Plain) -> Phrase | None:
    """Set the reminders that were chosen, all where none was picked; those of before end."""
    phase = await _waiting(scene, args)
    if isinstance(phase, Phrase):
        return phase
    coming = _coming(scene, scene.member, phase)
    chosen = [one for one in coming if "ids" not in args or one.id in args["ids"]]
    to_come = await reminder_cards.to_come(scene)
    earlier = job_phase.brought(to_come)
    if len(to_come) - len(earlier) + len(chosen) > MOST:
        await show(scene, Message(says=Phrase("reminder-many"), rows=(TO_REMINDERS,)))
        return None
    if not chosen or not await job_phases.answer(scene.session, phase):
        return Phrase("toast-already" if chosen else "toast-over")
    ended = await _end(scene, earlier)
    coach = await _other(scene, phase)
    for one in chosen:
        await _set(scene, phase, one, by=coach)
    lines = (Phrase("line-job-set", {"count": len(chosen)}), *ended)
    rows = (*_onward(scene, phase), TO_REMINDERS)
    await show(scene, Message(says=Phrase("job-answered", {"lines": lines}), rows=rows))
    if coach:
        values: Values = {**_of(scene, phase), "count": len(chosen)}
        await tell(scene, coach.id, Message(says=Phrase("job-coach-taken", values)))
    return None


async def decline(scene: Scene, args: Plain) -> Phrase | None:
    """Set none of them: a complete answer; those of the phase before end too."""
    phase = await _waiting(scene, args)
    if isinstance(phase, Phrase):
        return phase
    if not await job_phases.answer(scene.session, phase):
        return Phrase("toast-already")
    ended = await _end(scene, job_phase.brought(await reminder_cards.to_come(scene)))
    says = Phrase("job-answered", {"lines": (Phrase("line-job-set-none"), *ended)})
    await show(scene, Message(says=says, rows=(*_onward(scene, phase), menus.TO_MENU)))
    coach = await _other(scene, phase)
    if coach:
        says = Phrase("job-coach-declined", _of(scene, phase))
        await tell(scene, coach.id, Message(says=says))
    return None


async def _waiting(scene: Scene, args: Plain) -> PhaseSet | Phrase:
    """Return the phase a button is about, or what to say where it does not wait any more."""
    phase = await job_phases.of_person(scene.session, scene.member.id)
    if phase is None or phase.id != args["set"]:
        return Phrase("toast-gone")
    return Phrase("toast-already") if phase.is_answered else phase


def _coming(scene: Scene, person: Person, phase: PhaseSet) -> Sequence[Brought]:
    """Return what the phase proposes and is not over for somebody."""
    return [
        one
        for one in scene.deployment.library.job_phase(phase.phase)
        if reminders.next_moment(_reminder(scene, one, phase).rule, zone(person.zone), scene.now)
    ]


def _first_lines(scene: Scene, coming: Sequence[Brought], phase: PhaseSet) -> tuple[Phrase, ...]:
    """Return what comes first, and how many more there are, until when."""
    lines = _lines(scene, list(enumerate(coming, 1))[:ON_A_SCREEN], phase)
    if len(coming) <= ON_A_SCREEN:
        return lines
    several = [_reminder(scene, one, phase) for one in coming]
    last = max(one.until or one.day for one in several)
    more: Values = {"count": len(coming) - ON_A_SCREEN, "day": last}
    return (*lines, Phrase("line-job-more", more))


def _lines(
    scene: Scene, numbered: Sequence[tuple[int, Brought]], phase: PhaseSet
) -> tuple[Phrase, ...]:
    """Return what comes and when, with its number; of what comes back, until when too."""
    lines = []
    for number, one in numbered:
        reminder = _reminder(scene, one, phase)
        comes = when(reminder.rule)
        if reminder.until:
            comes = Phrase("when-until", {"when": comes, "day": reminder.until})
        values: Values = {"number": number, "what": Phrase(one.key), "when": comes}
        lines.append(Phrase("line-job-reminder", values))
    return tuple(lines)


def _reminder(scene: Scene, one: Brought, phase: PhaseSet, *, words: str = "") -> Reminder:
    """Return one of them for the day of the phase, in words if they matter."""
    return one.reminder(phase.day, words, holidays=scene.planner.holidays)


def _back(about: Plain, first: int) -> Button:
    """Return the button to the screen before; from the first, to the question."""
    if not first:
        return Button(Phrase("button-back"), "job.offer", {"set": about["set"]})
    before = max(0, first - ON_A_SCREEN)
    return Button(Phrase("button-back"), "job.pick", {**about, "from": before})


def _tick(number: int, one: Brought, about: Plain, *, is_in: bool) -> Button:
    key = "button-chosen" if is_in else "button-not-chosen"
    return Button(Phrase(key, {"what": str(number)}), "job.pick", {**about, "turn": one.id})


async def _set(scene: Scene, phase: PhaseSet, one: Brought, *, by: Person | None) -> None:
    words = scene.deployment.library.say(Phrase(one.key), scene.chat.voice)
    reminder = _reminder(scene, one, phase, words=words)
    await agreeing.agree(
        scene,
        PlanKind.REMINDER,
        reminders.rule_from_now(reminder, scene.zone, scene.now),
        details={**reminders.details(reminder), PHASE: phase.id},
        proposed_by=by.id if by else None,
    )


async def _end(scene: Scene, several: Sequence[Plan]) -> tuple[Phrase, ...]:
    """End what an earlier phase brought; return the line that says so."""
    for plan in several:
        await agreeing.stop(scene, plan.id)
    return (Phrase("line-job-ended"),) if several else ()


def _onward(scene: Scene, phase: PhaseSet) -> Rows:
    """Return what else a phase leads to: the hours of a new job, or rest from those of the old."""
    if phase.phase is JobPhase.STARTING and phase.day >= scene.today:
        about = {"date": phase.day.isoformat()}
        return ((Button(Phrase("button-job-hours"), "job.from", about),),)
    if phase.phase is JobPhase.ENDED:
        return ((Button(Phrase("button-job-rest"), "job.rest"),),)
    return ()


async def _other(scene: Scene, phase: PhaseSet) -> Person | None:
    """Return the coach who said it, if one did who supports the person still."""
    by = phase.set_by
    if by is None or not await supports.between(scene.session, by, phase.person_id):
        return None
    return await people.get(scene.session, by)


def _of(scene: Scene, phase: PhaseSet) -> Values:
    return {"name": scene.member.name, "phase": named(phase)}
