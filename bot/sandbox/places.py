"""Finds the chat or the message that a call is about, or refuses as Telegram does."""

from bot.sandbox.ground import Ground
from bot.sandbox.messages import Message
from bot.sandbox.refusals import RefusalError, bad_request, forbidden


def known_chat(world: Ground, chat_id: int | None) -> int:
    """Return the id of a chat that the bot knows of; refuse an empty or unknown one."""
    if chat_id is None:
        raise bad_request("chat_id is empty")
    if chat_id not in world.people and chat_id not in world.groups:
        raise bad_request("chat not found")
    return chat_id


def open_chat(world: Ground, chat_id: int | None) -> int:
    """Return the id of a chat that the bot may write to now; refuse any other, saying why not."""
    place = known_chat(world, chat_id)
    if place in world.groups:
        _check_group(world, place)
    else:
        _check_person(world, place)
    return place


def own_message(world: Ground, chat_id: int | None, message_id: int | None) -> Message:
    """Return a message of the bot's that can be edited; refuse any other."""
    message = message_there(world, chat_id, message_id, purpose="edit")
    if not message.from_bot or message.reply_keyboard is not None:
        raise bad_request("message can't be edited")
    return message


def message_there(
    world: Ground, chat_id: int | None, message_id: int | None, *, purpose: str
) -> Message:
    """Return a message in a chat that is open; the purpose stands in the refusal."""
    place = open_chat(world, chat_id)
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = world.chats.find(place, message_id)
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message


def _check_person(world: Ground, person_id: int) -> None:
    person = world.people[person_id]
    if person.deactivated:
        raise forbidden("user is deactivated")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")
    if person.blocked:
        raise forbidden("bot was blocked by the user")


def _check_group(world: Ground, group_id: int) -> None:
    group = world.groups[group_id]
    if group.upgraded_to is not None:
        raise RefusalError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=group.upgraded_to,
        )
    if not group.has_bot:
        kind = "supergroup" if group.is_supergroup else "group"
        raise forbidden(f"bot was kicked from the {kind} chat")
