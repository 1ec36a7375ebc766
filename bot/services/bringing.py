"""What each kind of plan brings; a wake-up, which has whole mornings, is in `nudging`."""

from collections.abc import Mapping

from bot.domain.delivery import Class
from bot.domain.plan import PlanKind
from bot.services import (
    afterwork,
    coping_reminders,
    homework_later,
    recurring,
    reminding,
    sentences,
    workshops,
)
from bot.services.planning import Brings

BRINGS: Mapping[PlanKind, Brings] = {
    PlanKind.CHECKIN: Brings(kind=Class.CHECKIN, says=recurring.invitation),
    PlanKind.REMINDER: Brings(kind=Class.COPING, says=reminding.comes),
    PlanKind.AFTERWORK: Brings(kind=Class.CHECKIN, says=afterwork.invitation),
    PlanKind.COPING: Brings(kind=Class.COPING, says=coping_reminders.brings),
    PlanKind.EXERCISE: Brings(kind=Class.HOMEWORK, says=homework_later.brings),
    PlanKind.SENTENCE: Brings(kind=Class.COPING, says=sentences.brings),
    PlanKind.WORKSHOP: Brings(kind=Class.HOMEWORK, says=workshops.tomorrow),
}
