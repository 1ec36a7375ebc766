"""Asks, as a message is about to go out, whether it suits whoever is told; if not, when it does.

What was held up by an outage would otherwise come in somebody's night, and what others do would
come between the nudges of somebody who is being woken up.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.delivery import LIMITS, Class, Delivery
from bot.services.telling import AT_WORK, convenient
from bot.store.asking import Facts
from bot.store.told import Told


def put_off(delivery: Delivery, facts: Facts, now: datetime) -> Delivery | None:
    """Return a message as it is to come later, or None if it may come now.

    A change in place makes no sound. What holds for a day, or for the hours of staff, is too late
    as it was before; anything else has its time anew.
    """
    told = facts.told.get(delivery.chat_id)
    if told is None or (delivery.replaces or "") in facts.edited:
        return None
    due = facts.nudged.get(delivery.chat_id) or _convenient(delivery, told, now)
    if due == now:
        return None
    has_end = delivery.occasion or (told.person.is_staff and delivery.kind is Class.CONTACT)
    until = delivery.until if has_end else due + LIMITS[delivery.kind].lateness
    return replace(delivery, due=due, until=until)


def _convenient(delivery: Delivery, told: Told, now: datetime) -> datetime:
    # What became of a request for a contact comes in a pause too.
    person = told.person
    if delivery.kind is Class.CONTACT:
        person = replace(person, paused_until=None)
    if now - told.heard_at < AT_WORK and not person.is_paused(now):
        return now
    return convenient(person, now, told.quiet)
