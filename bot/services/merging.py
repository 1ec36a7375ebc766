"""What comes unasked at nearly the same time is said in one message, not in several."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.delivery import Delivery
from bot.domain.message import Button, Message, Phrase
from bot.services.rechecking import why_not
from bot.store import carried, deliveries
from bot.store.asking import Facts
from bot.store.db import Session

STEERING = {"steer", "hard-day"}
TOGETHER = "together"


async def with_others(
    session: Session, first: Delivery, facts: Facts, *, now: datetime
) -> Delivery:
    """Return a message that is about to go out, together with what else would within half an hour.

    The others end as merged, as long as it is not known that it never goes out. Nothing joins a
    message of which a copy may have arrived.
    """
    about = facts.unasked.get(first.chat_id)
    if about is None or first.copies or not _is_plain(first):
        return first
    others = [
        one
        for one in about.coming
        if one.id != first.id and _is_plain(one) and why_not(one, facts, now) is None
    ]
    if not others:
        return first
    ids = [one.id for one in others]
    taken = await carried.take_along(session, ids, carrier=first.id, now=now)
    messages = [one.message for one in others if one.id in taken]
    if not messages:
        return first
    together = replace(first, message=_together([first.message, *messages]))
    await deliveries.reword(session, together)
    return together


def _is_plain(delivery: Delivery) -> bool:
    """Whether a message of a plan is nothing but words and buttons, and says one thing."""
    message = delivery.message
    is_plain = message == Message(says=message.says, rows=message.rows)
    is_plain = is_plain and message.says.key != TOGETHER
    return delivery.occasion is not None and is_plain


def _together(messages: Sequence[Message]) -> Message:
    """Return one message for several: their words, their buttons, and one way to steer them."""
    says = messages[0].says
    for one in messages[1:]:
        says = Phrase(TOGETHER, {"first": says, "then": one.says})
    rows = [row for one in messages for row in one.rows if not _steers(row)]
    steering = (
        Button(Phrase("button-hard-day"), "hard-day"),
        Button(Phrase("button-steer"), "messages.recurring"),
    )
    return Message(says=says, rows=(*rows, steering), stays=True)


def _steers(row: Sequence[Button]) -> bool:
    return all(button.action in STEERING for button in row)
