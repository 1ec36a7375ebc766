"""A coach says where somebody is with work; what that proposes, the person takes or leaves."""

from datetime import date, timedelta

from bot.domain.job_phase import DATED, JobPhase
from bot.domain.message import Button, Message, Phrase, Plain, Values
from bot.domain.people import Person
from bot.services import dates, deskwork, job_reminders, menus
from bot.services.questioning import Rows
from bot.services.saying import show
from bot.services.scene import Scene
from bot.services.telling import tell
from bot.store import job_phases, questions

LABELS = {phase: Phrase(f"button-job-{phase}") for phase in JobPhase}


async def screen(scene: Scene, args: Plain) -> None:
    """Show where somebody is, as far as they show it, and what it can become in a tap."""
    person = await deskwork.supported(scene, str(args["person"]))
    await deskwork.note_look(scene, person)
    await questions.close(scene.session, scene.chat.id)
    lines = tuple(await job_reminders.shown(scene, person)) or (Phrase("line-job-unknown"),)
    values: Values = {"name": person.name, "lines": lines}
    about = {"person": person.id}
    back = (Button(Phrase("button-back"), "person", about), *menus.TO_MENU)
    rows = (*_phases(scene, person), back)
    await show(scene, Message(says=Phrase("person-job", values), rows=rows))


async def choose(scene: Scene, args: Plain) -> Phrase | None:
    """Keep a phase, once its day is known, and propose its reminders to the person."""
    person = await deskwork.supported(scene, str(args["person"]))
    phase = JobPhase(args["phase"])
    about = {"person": person.id, "phase": phase.value}
    if phase in DATED and "date" not in args:
        back = (Button(Phrase("button-back"), "person.job", {"person": person.id}),)
        says = Phrase("day-of-interview" if phase is JobPhase.INTERVIEW else "day-of-start")
        await dates.ask(scene, says, "person.phase", about=about, more=(back,))
        return None
    day = date.fromisoformat(args["date"]) if "date" in args else scene.today
    if day < scene.today:
        return Phrase("toast-over")
    current = await job_phases.of_person(scene.session, person.id)
    if current and current.is_shown and current.says_the_same(phase, day):
        return Phrase("toast-already")
    await questions.close(scene.session, scene.chat.id)
    kept = await job_reminders.note(scene, person, phase, day=day)
    await tell(scene, person.id, await job_reminders.question(scene, person, kept))
    to_card = (Button(Phrase("button-back"), "person", {"person": person.id}), *menus.TO_MENU)
    says = Phrase("job-noted", {"name": person.name, "phase": job_reminders.named(kept)})
    await show(scene, Message(says=says, rows=(to_card,)))
    return None


def _phases(scene: Scene, person: Person) -> Rows:
    """Return the phases; most jobs begin on a Monday, which is a tap away."""
    about = {"person": person.id}
    buttons = {
        phase: Button(label, "person.phase", {**about, "phase": phase.value})
        for phase, label in LABELS.items()
    }
    monday = scene.today + timedelta(days=7 - scene.today.weekday())
    on_monday = Button(
        Phrase("button-starts-on", {"day": monday}),
        "person.phase",
        {**about, "phase": JobPhase.STARTING.value, "date": monday.isoformat()},
    )
    return (
        (buttons[JobPhase.SEARCHING], buttons[JobPhase.INTERVIEW]),
        (on_monday,),
        (buttons[JobPhase.STARTING], buttons[JobPhase.WORKING]),
        (buttons[JobPhase.ENDED],),
    )
