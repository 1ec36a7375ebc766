"""Writes persons, chats and messages as the Bot API gives them, in JSON."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.sandbox.files import unique_id
from bot.sandbox.messages import Attachment, Entity, Group, Kind, Message, Person

Json = dict[str, Any]
PHOTO_EDGES = (90, 320, 800, 1280)


def user_json(person: Person) -> Json:
    """Write a person as a User."""
    optional = {
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
    }
    return {"id": person.id, "is_bot": False, "first_name": person.first_name} | _said(optional)


def private_chat_json(person: Person) -> Json:
    """Write the chat with a person as a Chat."""
    optional = {"last_name": person.last_name, "username": person.username}
    return {"id": person.id, "type": "private", "first_name": person.first_name} | _said(optional)


def group_chat_json(group: Group) -> Json:
    """Write a group as a Chat."""
    kind = "supergroup" if group.is_supergroup else "group"
    return {"id": group.id, "type": kind, "title": group.title}


def entities_json(entities: Iterable[Entity]) -> list[Json]:
    """Write the marked stretches of a text as MessageEntity objects."""
    return [
        {"type": entity.type, "offset": entity.offset, "length": entity.length}
        | _said({"url": entity.url, "language": entity.language})
        for entity in entities
    ]


def message_json(message: Message, *, sender: Json, chat: Json) -> Json:
    """Write a message as a Message, without the one that it answers."""
    written: Json = {
        "message_id": message.message_id,
        "from": sender,
        "chat": chat,
        "date": unix(message.date),
    }
    written |= _content_json(message)
    if message.edited_at is not None:
        written["edit_date"] = unix(message.edited_at)
    if message.inline_keyboard:
        rows = [[dict(button) for button in row] for row in message.inline_keyboard]
        written["reply_markup"] = {"inline_keyboard": rows}
    return written | _said({"media_group_id": message.media_group_id})


def photo_sizes_json(photo: Attachment) -> list[Json]:
    """Write a picture as the PhotoSize objects that fit into Telegram's usual edges."""
    sizes = []
    for edge in PHOTO_EDGES:
        longest = max(photo.width, photo.height)
        scale = min(1.0, edge / longest)
        size = {"width": max(1, round(photo.width * scale)), "height": round(photo.height * scale)}
        sizes.append(_file_json(photo) | size)
        if longest <= edge:
            break
    return sizes


def unix(moment: datetime) -> int:
    """Write a moment as Telegram does: whole seconds of Unix time."""
    return int(moment.timestamp())


def _content_json(message: Message) -> Json:
    written: Json = dict(message.details)
    entities = entities_json(message.entities)
    if message.kind is Kind.TEXT:
        return written | {"text": message.text} | _said({"entities": entities})
    if message.attachment is not None:
        written[message.kind.value] = _attachment_json(message.kind, message.attachment)
    return written | _said({"caption": message.caption, "caption_entities": entities})


def _attachment_json(kind: Kind, attachment: Attachment) -> Json | list[Json]:
    match kind:
        case Kind.PHOTO:
            return photo_sizes_json(attachment)
        case Kind.VOICE:
            return _file_json(attachment) | {"duration": 3, "mime_type": attachment.mime_type}
        case Kind.STICKER:
            look = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}
            return _file_json(attachment) | {"width": 512, "height": 512} | look
        case _:
            optional = {"file_name": attachment.file_name, "mime_type": attachment.mime_type}
            return _file_json(attachment) | _said(optional)


def _file_json(attachment: Attachment) -> Json:
    return {
        "file_id": attachment.file_id,
        "file_unique_id": unique_id(attachment),
        "file_size": len(attachment.content),
    }


def _said(optional: Mapping[str, Any]) -> Json:
    return {key: value for key, value in optional.items() if value}
