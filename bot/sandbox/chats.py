"""Keeps the messages of every chat in order; an edit replaces one, a deletion takes it away."""

from collections.abc import Sequence
from dataclasses import replace

from bot.sandbox.changes import Changes
from bot.sandbox.messages import Change, Message


class Chats:
    """All bubbles there are, by chat."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._messages: dict[int, dict[int, Message]] = {}
        self._last_id = 0

    def next_message_id(self) -> int:
        """Return an identifier that no message has yet."""
        self._last_id += 1
        return self._last_id

    def add(self, message: Message) -> Message:
        """Put a new message at the end of its chat."""
        self._messages.setdefault(message.chat_id, {})[message.message_id] = message
        self._tell(message, "message")
        return message

    def replace(self, message: Message) -> Message:
        """Put a changed message in the place of the one with its identifier."""
        chat = self._messages[message.chat_id]
        earlier = chat[message.message_id]
        announced = earlier.words if earlier.announced is None else earlier.announced
        message = replace(message, announced=announced)
        chat[message.message_id] = message
        self._tell(message, "edit")
        return message

    def remove(self, message: Message) -> None:
        """Take a message away."""
        del self._messages[message.chat_id][message.message_id]
        self._tell(message, "delete")

    def find(self, chat_id: int, message_id: int | None) -> Message | None:
        """Return a message that is still there, or None."""
        return self._messages.get(chat_id, {}).get(message_id or 0)

    def messages(self, chat_id: int) -> Sequence[Message]:
        """Return what is in a chat, oldest first."""
        return list(self._messages.get(chat_id, {}).values())

    def _tell(self, message: Message, what: str) -> None:
        change = Change(chat_id=message.chat_id, what=what, message_id=message.message_id)
        self._changes.tell(change)
