"""A tour through the screens of proposed reminders: each of their buttons is shown once."""

from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.reminder import EVENING, Reminder, details
from bot.services import reminding
from bot.services.delivering import drain
from bot.services.saying import say
from bot.store.ids import new_id
from tests.canaries import CANARY_NAME
from tests.services.plays import number_of
from tests.services.scenes import scene_of
from tests.services.stage import Phone


async def through_proposals(coach: Phone, participant: Phone) -> None:
    """Propose some, answer them, look at what became of them, and end all of them."""
    await _begin(coach)
    await coach.choose("button-kind-appointment", "button-when", "button-place")
    await coach.write("12 rue des Lilas")
    await coach.choose("button-lead", "button-lead-two-hours", "button-propose")
    await participant.choose("button-other-time", "button-back", "button-no-thanks")
    await _begin(coach)
    await coach.choose("button-kind-words")
    await coach.write("appeler")
    await coach.choose("button-before-interview", "button-tomorrow", "button-moment")
    await coach.choose("button-every-day")
    await coach.tap("09:00")
    await coach.choose("button-propose")
    await participant.write("/rappel")
    await participant.choose("button-offered", "button-agree")
    await _begin(coach)
    await coach.choose("button-kind-checkin", "button-when", "button-propose")
    await _open(coach)
    await coach.choose("button-number", "button-take-offer-back", "button-back")
    await coach.tap(number_of(coach, "appeler"))
    await coach.choose("button-rest", "button-back", "button-end-reminder", "button-end-yes")
    async with scene_of(coach) as scene:
        await scene.act(scene, "remind.several", {})
    async with scene_of(participant) as scene:
        one = Reminder(what="rendez-vous", day=scene.today, wall=EVENING, meets=scene.member.id)
        plan = Plan(
            id=new_id(),
            person_id=scene.member.id,
            kind=PlanKind.REMINDER,
            state=PlanState.ACTIVE,
            rule=one.rule,
            details=details(one),
            proposed_by=None,
        )
        await say(scene, reminding.comes(plan, one.day))
    await drain(participant.stage.post)


async def _begin(coach: Phone) -> None:
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose("button-new-reminder")


async def _open(coach: Phone) -> None:
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose("button-reminders-of")
