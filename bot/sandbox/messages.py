"""The values of our small Telegram: persons, groups, messages and what is attached to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

InlineKeyboard = tuple[tuple[Mapping[str, Any], ...], ...]


class Kind(StrEnum):
    """What a message carries."""

    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    STICKER = "sticker"
    CONTACT = "contact"
    LOCATION = "location"
    SERVICE = "service"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone with a phone; `started` once they pressed START, `blocked` as long as they say."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "fr"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False


@dataclass(frozen=True, kw_only=True)
class Group:
    """Several persons and the bot; `upgraded_to` is the supergroup's id once it was upgraded."""

    id: int
    title: str
    members: tuple[int, ...]
    is_supergroup: bool = False
    has_bot: bool = True
    upgraded_to: int | None = None


@dataclass(frozen=True, kw_only=True)
class Entity:
    """A marked stretch of a text; offset and length count UTF-16 units, as Telegram does."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file in a message; pictures know their size in pixels."""

    file_id: str
    content: bytes = field(repr=False)
    mime_type: str
    file_name: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, kw_only=True)
class Message:
    """One bubble; an edit makes a new value with the same `message_id`.

    `inline_keyboard` holds rows of buttons as Telegram writes them (`text` and `callback_data`,
    `url`, `web_app`, `copy_text`); `reply_keyboard` is the reply markup of this message if it set
    or removed one (`keyboard` or `remove_keyboard`); `details` is what a contact, a location or a
    service line consists of; `announced` is what it said when it came, if it was replaced since.
    """

    chat_id: int
    message_id: int
    date: datetime
    from_bot: bool
    sender_id: int
    kind: Kind = Kind.TEXT
    text: str = ""
    caption: str = ""
    entities: tuple[Entity, ...] = ()
    attachment: Attachment | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    inline_keyboard: InlineKeyboard = ()
    reply_keyboard: Mapping[str, Any] | None = None
    edited_at: datetime | None = None
    announced: str | None = None
    reactions: tuple[str, ...] = ()
    reply_to: int | None = None
    media_group_id: str | None = None

    @property
    def photo(self) -> Attachment | None:
        """Return the picture, if this message is one."""
        return self.attachment if self.kind is Kind.PHOTO else None

    @property
    def document(self) -> Attachment | None:
        """Return the file, if this message is one."""
        return self.attachment if self.kind is Kind.DOCUMENT else None

    @property
    def words(self) -> str:
        """Return what can be read: the text, or the caption of what is attached."""
        return self.text or self.caption


@dataclass(frozen=True, kw_only=True)
class Command:
    """A line of the command menu, without its slash."""

    command: str
    description: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the bot said to a tap: a toast, or an alert that must be closed."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Accept:
    """One outgoing call that our Telegram accepted, written before its reply goes out."""

    method: str
    at: datetime
    chat_id: int | None = None
    text: str = ""
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """Something in a chat is different now; `what` names it: message, edit, delete, answer..."""

    chat_id: int
    what: str
    message_id: int | None = None
    query_id: str | None = None
