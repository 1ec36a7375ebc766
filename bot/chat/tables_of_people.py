"""Which service answers which button and question of a coach about their people."""

from collections.abc import Mapping

from bot.services import agreed_desk, caseload, coach_notes, deskwork, homework_desk, job_desk
from bot.services.scene import Handler, Reader

TAPS: Mapping[str, Handler] = {
    "people": caseload.mine,
    "person": deskwork.person_card,
    "person.days": deskwork.person_days,
    "person.exercises": homework_desk.screen,
    "person.answers": homework_desk.answers,
    "person.thank": homework_desk.thank,
    "person.agreed": agreed_desk.screen,
    "person.job": job_desk.screen,
    "person.phase": job_desk.choose,
    "person.notes": coach_notes.every,
    "person.note": coach_notes.one,
    "person.note-write": coach_notes.write,
    "person.note-erase": coach_notes.erase,
}

READERS: Mapping[str, Reader] = {
    caseload.TOPIC: caseload.read,
    coach_notes.TOPIC: coach_notes.read,
}
