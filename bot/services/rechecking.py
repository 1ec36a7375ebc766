"""Asks again, at the moment of sending, whether a message may still go out."""

from datetime import datetime

from bot.domain import budget
from bot.domain.budget import SLOTS
from bot.domain.delivery import Class, Delivery, Occasion, Reason
from bot.domain.people import Chat
from bot.domain.plan import Plan, PlanState
from bot.domain.sharing import Purpose
from bot.domain.wakeup import SILENCED, Slot, is_repetition
from bot.store.asking import Facts


def why_not(delivery: Delivery, facts: Facts, now: datetime) -> Reason | None:
    """Return why a claimed delivery may not go out any more, or None if it may.

    A reply answers what somebody just did, so only its time can pass; what became of a request for
    a contact answers what they did too, so a pause does not hold it back.
    """
    chat = facts.chats.get(delivery.chat_id)
    reason = None
    if now >= delivery.until:
        reason = Reason.LATE
    elif chat is None:
        reason = Reason.MALFORMED
    elif _is_over(chat, facts):
        reason = Reason.WITHDRAWN
    elif delivery.kind is Class.CONTACT:
        reason = Reason.PAUSED if chat.person_id in facts.leaving else None
    elif delivery.kind is not Class.REPLY:
        reason = _why_not_now(delivery, chat, facts, now=now)
    return reason


def _why_not_now(delivery: Delivery, chat: Chat, facts: Facts, *, now: datetime) -> Reason | None:
    if chat.person_id in facts.paused and not _outlasts_pause(delivery, chat, facts):
        return Reason.PAUSED
    if delivery.kind is Class.DIGEST and not _may_be_told(chat, facts):
        return Reason.WITHDRAWN
    if delivery.occasion is None:
        return None
    reason = _why_not_on(delivery.occasion, facts, now)
    return reason or _why_not_unasked(delivery, facts, now)


def _is_over(chat: Chat, facts: Facts) -> bool:
    """Whether what others do is to be told to somebody who is nothing here any more."""
    told = facts.told.get(chat.id)
    return told is not None and not told.person.roles


def _outlasts_pause(delivery: Delivery, chat: Chat, facts: Facts) -> bool:
    """Whether a message waits for the end of a pause that began since it was written.

    What tells of others does. A change in place does not, nor what belongs to a day.
    """
    tells = delivery.kind is Class.DIGEST and not delivery.replaces and not delivery.occasion
    return tells and chat.id in facts.told and chat.person_id not in facts.leaving


def _may_be_told(chat: Chat, facts: Facts) -> bool:
    """Whether what others do may be told here: to staff, and to whoever agrees to the channel."""
    told = facts.told.get(chat.id)
    is_staff = told is not None and told.person.is_staff
    return chat.person_id is None or is_staff or (chat.person_id, Purpose.CHANNEL) in facts.consents


def _why_not_on(occasion: Occasion, facts: Facts, now: datetime) -> Reason | None:
    if occasion.plan_id not in facts.plans:
        return Reason.WITHDRAWN
    plan = facts.plans[occasion.plan_id]
    if plan is None:
        return Reason.MALFORMED
    morning = facts.mornings.get((plan.id, occasion.day))
    reason = None
    if not _is_agreed(plan, occasion.slot, facts):
        reason = Reason.WITHDRAWN
    elif plan.person_id in facts.paused:
        reason = Reason.PAUSED
    elif morning and occasion.slot in SILENCED[morning]:
        reason = Reason.ANSWERED
    elif is_repetition(occasion, facts.nudges.get(plan.person_id, ()), now):
        reason = Reason.WOKEN
    return reason


def _why_not_unasked(delivery: Delivery, facts: Facts, now: datetime) -> Reason | None:
    """Ask again what is left of the day's budget, and whether these are quiet hours."""
    if delivery.occasion is None or delivery.occasion.slot not in SLOTS:
        return None
    about = facts.unasked.get(delivery.chat_id)
    if about is None:
        return Reason.MALFORMED
    return budget.why_not(delivery.occasion.slot, about.before(delivery), now)


def _is_agreed(plan: Plan, slot: str, facts: Facts) -> bool:
    """Whether the plan stands, what surrounds it is wanted, and the consent to it was not lost."""
    purposes = {Purpose.CHANNEL, Purpose.NOTE} if slot == Slot.NOTE else {Purpose.CHANNEL}
    return (
        plan.state is PlanState.ACTIVE
        and _is_wanted(plan, slot)
        and {(plan.person_id, purpose) for purpose in purposes} <= facts.consents
    )


def _is_wanted(plan: Plan, slot: str) -> bool:
    """Whether what surrounds a wake-up is still agreed: it can be taken back at any moment."""
    around = {
        Slot.EVENING: plan.around.evening,
        Slot.LEAVING: plan.around.leaves,
        Slot.NOTE: plan.around.tells_coach,
    }
    return slot not in around or around[Slot(slot)] is not None
