"""What the page is told of one phone, or of a group: all that is seen there, as JSON."""

from collections.abc import Sequence
from typing import Any

from bot.sandbox.cast import CastMember
from bot.sandbox.messages import Command, Entity, Group, Kind, Message
from bot.sandbox.wire import Json
from bot.sandbox.world import World

SHOWN = 200


def phone_json(world: World, member: CastMember, *, read_up_to: int) -> Json:
    """Write a phone as its owner sees it; `read_up_to` is the last message that was seen."""
    person = world.people[member.person_id]
    messages = list(world.messages(person.id))[-SHOWN:]
    return {
        "id": person.id,
        "name": person.first_name,
        "role": member.role,
        "about": member.about,
        "started": person.started,
        "blocked": person.blocked,
        "unread": _unread(messages, read_up_to),
        "messages": [message_json(message) for message in messages],
        "replies": _replies(messages),
        "description": world.profile.text("description", person.language_code),
        "commands": _commands(world.commands_for(person.id)),
        "menu": _menu(world.menu_button_for(person.id)),
    }


def group_json(world: World, group: Group, *, read_up_to: int) -> Json:
    """Write the chat of a group like a phone that its members have in common."""
    messages = list(world.messages(group.id))[-SHOWN:]
    return {
        "id": group.id,
        "name": group.title,
        "role": "group",
        "about": "about-group",
        "started": True,
        "blocked": False,
        "unread": _unread(messages, read_up_to),
        "messages": [_signed(world, message) for message in messages],
        "replies": [],
        "menu": None,
        "has_bot": group.has_bot,
        "members": [
            {
                "id": each,
                "name": world.people[each].first_name,
                "commands": _commands(world.commands_in(group.id, each) if group.has_bot else ()),
            }
            for each in group.members
        ],
    }


def message_json(message: Message) -> Json:
    """Write a bubble."""
    return {
        "id": message.message_id,
        "mine": not message.from_bot,
        "at": message.date.isoformat(),
        "kind": message.kind,
        "service": next(iter(message.details), "") if message.kind is Kind.SERVICE else "",
        "text": message.words,
        "entities": [_entity(entity) for entity in message.entities],
        "file": _file(message),
        "keyboard": [[_button(button) for button in row] for row in message.inline_keyboard],
        "edited": message.edited_at is not None,
        "announced": message.announced,
        "reactions": list(message.reactions),
    }


def _signed(world: World, message: Message) -> Json:
    """Write a bubble with the name of who wrote it."""
    name = world.bot.name if message.from_bot else world.people[message.sender_id].first_name
    return message_json(message) | {"sender": message.sender_id, "by": name}


def _unread(messages: Sequence[Message], read_up_to: int) -> int:
    return sum(each.from_bot and each.message_id > read_up_to for each in messages)


def _commands(commands: Sequence[Command]) -> list[Json]:
    return [{"command": each.command, "description": each.description} for each in commands]


def _entity(entity: Entity) -> Json:
    url = {"url": entity.url} if entity.url else {}
    return {"type": entity.type, "offset": entity.offset, "length": entity.length} | url


def _file(message: Message) -> Json | None:
    attachment = message.attachment
    if attachment is None or message.kind not in {Kind.PHOTO, Kind.DOCUMENT}:
        return None
    return {
        "path": f"/phones/{message.chat_id}/files/{message.message_id}/{attachment.file_id}",
        "name": attachment.file_name,
        "width": attachment.width,
        "height": attachment.height,
    }


def _button(button: Any) -> Json:
    """Write an inline button: what it does when it is tapped, and with what."""
    text = button["text"]
    if "url" in button:
        return {"text": text, "kind": "link", "value": button["url"]}
    if "web_app" in button:
        return {"text": text, "kind": "link", "value": button["web_app"]["url"]}
    if "copy_text" in button:
        return {"text": text, "kind": "copy", "value": button["copy_text"]["text"]}
    return {"text": text, "kind": "tap", "value": ""}


def _replies(messages: list[Message]) -> list[list[str]]:
    """Return the labels of the reply keyboard; one for a single use is gone once they wrote."""
    has_written = False
    for message in reversed(messages):
        markup = message.reply_keyboard
        if markup is not None:
            if markup.get("one_time_keyboard") and has_written:
                return []
            return [[_label(key) for key in row] for row in markup.get("keyboard", ())]
        has_written = has_written or not message.from_bot
    return []


def _label(key: Any) -> str:
    return key if isinstance(key, str) else str(key["text"])


def _menu(button: Json) -> Json | None:
    if button.get("type") != "web_app":
        return None
    return {"text": button["text"], "url": button["web_app"]["url"]}
