"""The messages of a working morning, before they are worded."""

from datetime import date

from bot.domain.agenda import Basis, Place
from bot.domain.delivery import Class
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person
from bot.domain.plan import Plan
from bot.domain.wakeup import NUDGING, PHASES, Moment, Slot, WorkingMorning

CLASSES = {
    Slot.EVENING: Class.CHECKIN,
    Slot.LEAVING: Class.WAKEUP,
    Slot.NOTE: Class.DIGEST,
} | dict.fromkeys(NUDGING, Class.WAKEUP)


def told(basis: Basis, day: date, moment: Moment) -> tuple[Place, Class, Message]:
    """Return who is told what at a moment of a morning, and as what kind of message."""
    slot = Slot(moment.slot)
    if slot is Slot.NOTE and basis.coach_place:
        return basis.coach_place, CLASSES[slot], note(basis.plan, day, basis.person)
    return basis.place, CLASSES[slot], message(basis.plan, day, slot)


def message(plan: Plan, day: date, slot: Slot) -> Message:
    """Return what the person is told in one slot of a morning."""
    about = _about(plan.id, day)
    match slot:
        case Slot.EVENING:
            return _evening(plan, day)
        case Slot.LEAVING:
            return _leaving(plan, day)
        case _:
            return _nudge(about)


def note(plan: Plan, day: date, person: Person) -> Message:
    """Return what the coach is told when nobody answered."""
    about = _about(plan.id, day)
    rows = (
        (
            Button(Phrase("button-i-will-call"), "note.call", about),
            Button(Phrase("button-noted"), "note.noted", about),
        ),
    )
    says = Phrase("note-no-answer", {"name": person.name, "time": plan.wall_on(day)})
    return Message(says=says, rows=rows)


def phase(morning: WorkingMorning) -> Message:
    """Return the phase of the morning that comes next, or the last word after all of them."""
    if morning.phase >= PHASES:
        return Message(says=Phrase("morning-ready"))
    about = {**args(morning), "phase": morning.phase}
    is_last = morning.phase == PHASES - 1
    done = {**about, LEFT: True} if is_last else about
    rows = (
        (
            Button(Phrase("button-phase-done"), "phase.next", done),
            Button(Phrase("button-skip"), "phase.next", about),
        ),
        (Button(Phrase("button-enough"), "phase.enough", about),),
    )
    where = {"number": morning.phase + 1, "count": PHASES}
    step = Phrase("morning-phase", {**where, "what": Phrase(PHASE_WORDS[morning.phase])})
    return Message(says=step, rows=rows)


PHASE_WORDS = ("phase-light", "phase-wash", "phase-eat", "phase-bag", "phase-leave")

LEFT = "left"
"""Where a button says that the last phase, going out, is done rather than skipped."""


def args(morning: WorkingMorning) -> Plain:
    """Return what a button of a morning is about."""
    return _about(morning.plan_id, morning.day)


def _about(plan_id: str, day: date) -> Plain:
    return {"plan": plan_id, "day": day.isoformat()}


def _nudge(about: Plain) -> Message:
    rows = (
        (Button(Phrase("button-up"), "nudge.up", about),),
        (Button(Phrase("button-snooze"), "nudge.snooze", about),),
        (Button(Phrase("button-not-working"), "nudge.off", about),),
        (Button(Phrase("button-unwell"), "nudge.unwell", about),),
    )
    return Message(says=Phrase("nudge"), rows=rows)


def _evening(plan: Plan, day: date) -> Message:
    about = _about(plan.id, day)
    rows = (
        (Button(Phrase("button-ready"), "evening.ready", about),),
        (Button(Phrase("button-change-time"), "evening.time", about),),
        (Button(Phrase("button-no-work"), "evening.off", about),),
    )
    wall = plan.wall_on(day)
    if plan.around.leaves:
        says = Phrase("evening-leaving", {"time": wall, "leaves": plan.around.leaves})
    else:
        says = Phrase("evening", {"time": wall})
    return Message(says=says, rows=rows)


def _leaving(plan: Plan, day: date) -> Message:
    about = _about(plan.id, day)
    leaves = plan.around.leaves or plan.wall_on(day)
    rows = (
        (Button(Phrase("button-on-my-way"), "leaving.go", about),),
        (Button(Phrase("button-late"), "leaving.late", about),),
    )
    return Message(says=Phrase("leaving", {"time": leaves}), rows=rows)
