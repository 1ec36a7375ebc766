"""Somebody says where they are with work, and whether their coaches see it."""

from datetime import date

from bot.domain.job_phase import DATED, JobPhase
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.services import contact_steps, dates, job_reminders, menus, new_job, supported
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import job_phases, questions

ACROSS = 2

LABELS = {phase: Phrase(f"button-my-job-{phase}") for phase in JobPhase}


async def mine(scene: Scene, args: Plain) -> None:
    """Show where they are, and what it can become in a tap."""
    del args
    if scene.member.is_staff:
        await show(scene, Message(says=Phrase("job-staff"), rows=(menus.TO_MENU,)))
        return
    await questions.close(scene.session, scene.chat.id)
    await show(scene, await _message(scene))


async def choose(scene: Scene, args: Plain) -> Phrase | None:
    """Keep a phase, once its day is known, and show the reminders it proposes."""
    phase = JobPhase(args["phase"])
    if phase in DATED and "date" not in args:
        await _ask_day(scene, phase)
        return None
    day = date.fromisoformat(args["date"]) if "date" in args else scene.today
    if day < scene.today:
        return Phrase("toast-over")
    await questions.close(scene.session, scene.chat.id)
    current = await job_phases.of_person(scene.session, scene.member.id)
    if current and current.says_the_same(phase, day):
        return Phrase("toast-already")
    kept = await job_reminders.note(scene, scene.member, phase, day=day)
    await show(scene, await job_reminders.question(scene, scene.member, kept))
    return None


async def turn(scene: Scene, args: Plain) -> Phrase | None:
    """Let coaches see it, which they are told once, or no more."""
    phase = await job_phases.of_person(scene.session, scene.member.id)
    is_shown = bool(args["shown"])
    if phase is None or phase.id != args["set"]:
        return Phrase("toast-gone")
    if phase.is_shown != is_shown:
        await job_phases.show(scene.session, scene.member.id, shown=is_shown)
        if is_shown:
            values: Values = {"name": scene.member.name, "phase": job_reminders.named(phase)}
            for coach in await contact_steps.supporters(scene.session, scene.member.id):
                await tell(scene, coach.id, Message(says=Phrase("job-coach-told", values)))
    await show(scene, await _message(scene))
    return None


async def _ask_day(scene: Scene, phase: JobPhase) -> None:
    """Ask for the day; where a job begins, what followed the old one rests from then on."""
    if phase is JobPhase.STARTING:
        await new_job.ask(scene, {})
        return
    says, about = Phrase("day-of-interview"), {"phase": phase.value}
    back = (Button(Phrase("button-back"), "job"),)
    await dates.ask(scene, says, "job.phase", about=about, more=(back,))


async def _message(scene: Scene) -> Message:
    phase = await job_phases.of_person(scene.session, scene.member.id)
    buttons = [Button(LABELS[one], "job.phase", {"phase": one.value}) for one in JobPhase]
    rows: Rows = tuple(tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS))
    if phase is None:
        return Message(says=Phrase("job-none"), rows=(*rows, menus.TO_MENU))
    about = {"set": phase.id}
    if not phase.is_answered:
        rows += ((Button(Phrase("button-job-reminders"), "job.offer", about),),)
    has_coach = await supported.has_coach(scene)
    if has_coach:
        label = Phrase("button-job-hide" if phase.is_shown else "button-job-show")
        rows += ((Button(label, "job.turn", {**about, "shown": not phase.is_shown}),),)
    key = "job-mine-shown" if phase.is_shown and has_coach else "job-mine"
    says = Phrase(key, {"phase": job_reminders.named(phase)})
    return Message(says=says, rows=(*rows, menus.TO_MENU))
