"""What is said to a tap: a line shown for a moment, or nothing, which only ends the waiting."""

from dataclasses import dataclass

import structlog
from telegram import Bot
from telegram.error import TelegramError

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The answer to one tap; it can be given once, within a short time."""

    query_id: str
    text: str = ""


async def give(bot: Bot, answer: Answer) -> None:
    """Answer a tap if that is still possible; its effect is kept already."""
    try:
        await bot.answer_callback_query(answer.query_id, text=answer.text or None)
    except TelegramError as error:
        log.info("tap_not_answered", error=type(error).__name__)
