"""Which service answers which button, question and command of a coach about their people."""

from collections.abc import Mapping

from bot.services import caseload, deskwork, homework_desk
from bot.services.scene import Handler, Reader

TAPS: Mapping[str, Handler] = {
    "people": caseload.mine,
    "person": deskwork.person_card,
    "person.days": deskwork.person_days,
    "person.exercises": homework_desk.screen,
    "person.answers": homework_desk.answers,
    "person.thank": homework_desk.thank,
}

READERS: Mapping[str, Reader] = {
    caseload.TOPIC: caseload.read,
}

COMMANDS: Mapping[str, str] = {
    "people": "people",
    "personnes": "people",
}
