"""A group’s own Telegram chat: who connects it, and when something is said there beforehand."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.group import evening_of
from bot.domain.quiet import USUAL
from bot.domain.schedule import local

LINK_LIFE = timedelta(hours=1)
"""How long a link connects a chat: it is opened at once, and everybody in the chat can read it."""


class Refusal(StrEnum):
    """Why a chat is not connected with a group."""

    NOT_THEIRS = "not-theirs"
    CLOSED = "closed"
    CHAT_TAKEN = "chat-taken"


@dataclass(frozen=True, kw_only=True)
class Link:
    """What connects a chat with a group that has none: whose it is, and until when."""

    group_id: str
    opened_by: str | None
    until: datetime


def why_not_connect(
    link: Link, person_id: str | None, *, leads: bool, chat_has: str | None, now: datetime
) -> Refusal | None:
    """Return why somebody does not connect a chat by a link, or None if they do.

    Only who made the link opens it, and `leads` the group still; `chat_has` is the group that the
    chat is connected with already.
    """
    if person_id is None or person_id != link.opened_by or not leads:
        return Refusal.NOT_THEIRS
    if now >= link.until:
        return Refusal.CLOSED
    return Refusal.CHAT_TAKEN if chat_has else None


def is_evening_before(begins: datetime, where: ZoneInfo, now: datetime) -> bool:
    """Whether it is time to say in a chat what is on the next day: until it is quiet there."""
    day, wall = evening_of(begins, where, USUAL)
    here = local(now, where)
    return here.date() == day and wall <= here.time() < USUAL.begins
