"""What the page is told of one phone: all that its owner sees, as JSON."""

from typing import Any

from bot.sandbox.cast import CastMember
from bot.sandbox.messages import Entity, Kind, Message
from bot.sandbox.wire import Json
from bot.sandbox.world import World

SHOWN = 200


def phone_json(world: World, member: CastMember, *, read_up_to: int) -> Json:
    """Write a phone as its owner sees it; `read_up_to` is the last message that was seen."""
    person = world.people[member.person_id]
    messages = list(world.messages(person.id))[-SHOWN:]
    unread = [each for each in messages if each.from_bot and each.message_id > read_up_to]
    return {
        "id": person.id,
        "name": person.first_name,
        "role": member.role,
        "about": member.about,
        "started": person.started,
        "blocked": person.blocked,
        "unread": len(unread),
        "messages": [message_json(message) for message in messages],
        "replies": _replies(messages),
        "description": world.profile.text("description", person.language_code),
        "commands": [
            {"command": each.command, "description": each.description}
            for each in world.commands_for(person.id)
        ],
        "menu": _menu(world.menu_button_for(person.id)),
    }


def message_json(message: Message) -> Json:
    """Write a bubble."""
    return {
        "id": message.message_id,
        "mine": not message.from_bot,
        "at": message.date.isoformat(),
        "kind": message.kind,
        "text": message.words,
        "entities": [_entity(entity) for entity in message.entities],
        "file": _file(message),
        "keyboard": [[_button(button) for button in row] for row in message.inline_keyboard],
        "edited": message.edited_at is not None,
        "announced": message.announced,
        "reactions": list(message.reactions),
    }


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
