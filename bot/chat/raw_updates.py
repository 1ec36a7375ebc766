"""What can be seen of a raw update before it is parsed, and of why one could not be handled."""

from traceback import walk_tb
from typing import Any

import structlog

from bot.domain.update import Update, number_in
from bot.store.ids import new_id
from bot.store.vault import Vault

TRACED_PLACES = 5

TALKING = ("message", "edited_message")
MOVES = frozenset({"migrate_to_chat_id", "migrate_from_chat_id"})
HEARD = frozenset({"message_id", "date", "chat", "from", "text", "left_chat_member", *MOVES})
"""Of what is written in a group: a command, that somebody left, that the group moved."""

log = structlog.stdlib.get_logger(__name__)


def read(raw: Any, vault: Vault) -> Update | None:
    """Return a raw update with its number and a mark of its chat, or None without a number."""
    number = number_in(_inside(raw, "update_id"))
    if number is None:
        log.error("update_without_number")
        return None
    raw = without_talk(raw)
    chat_id = chat_of(raw)
    key = "" if chat_id is None else vault.mark("chat", str(chat_id))
    return Update(id=new_id(), number=number, chat_key=key, raw=raw)


def without_talk(raw: dict[str, Any]) -> dict[str, Any]:
    """Return an update without what the people of a group say to each other.

    It is none of ours: so it is kept nowhere, not even until it is handled. What is left of it is
    its number.
    """
    kept = dict(raw)
    for name in TALKING:
        message: Any = raw.get(name)
        kind = _inside(_inside(message, "chat"), "type")
        if kind is None or kind == "private":
            continue
        del kept[name]
        if name == "message" and _concerns_us(message):
            kept[name] = {key: value for key, value in message.items() if key in HEARD}
    return kept


def chat_of(raw: Any) -> int | None:
    """Return the Telegram id of the chat that an update is about, as far as that can be seen."""
    for body in raw.values() if isinstance(raw, dict) else ():
        for where in (body, _inside(body, "message")):
            chat_id = _inside(_inside(where, "chat"), "id")
            if isinstance(chat_id, int):
                return chat_id
        sender = _inside(_inside(body, "from"), "id")
        if isinstance(sender, int):
            return sender
    return None


def trace_of(error: BaseException) -> str:
    """Return the type of an error and where it was raised, without its words."""
    places = list(walk_tb(error.__traceback__))[-TRACED_PLACES:]
    where = ", ".join(
        f"{frame.f_code.co_filename.rpartition('/')[2]}:{line}" for frame, line in places
    )
    return f"{type(error).__qualname__} at {where}"


def _concerns_us(message: Any) -> bool:
    """Whether somebody in a group wrote a command, or left, or the group moved."""
    text = message.get("text")
    is_command = isinstance(text, str) and text.startswith("/")
    return is_command or bool((MOVES | {"left_chat_member"}) & message.keys())


def _inside(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None
