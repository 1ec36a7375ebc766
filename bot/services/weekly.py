"""Once a week, within what comes unasked anyway: that this is a program and nobody reads along."""

from dataclasses import replace

from bot.domain.budget import SLOTS
from bot.domain.delivery import Delivery
from bot.domain.message import Phrase
from bot.services.merging import TOGETHER
from bot.store import deliveries, weekly
from bot.store.asking import Facts
from bot.store.db import Session


async def with_line(session: Session, delivery: Delivery, facts: Facts) -> Delivery:
    """Return a message that is about to go out, with the line if none had it for a week.

    Where the message never goes out, the next one has it.
    """
    is_unasked = delivery.occasion is not None and delivery.occasion.slot in SLOTS
    if not is_unasked or delivery.copies or delivery.chat_id in facts.reminded:
        return delivery
    message = delivery.message
    says = Phrase(TOGETHER, {"first": message.says, "then": Phrase("weekly-line")})
    whole = replace(delivery, message=replace(message, says=says))
    await deliveries.reword(session, whole)
    await weekly.note(session, whole.id)
    return whole
