"""Methods that change nothing: who the bot is, who is in a chat, and where a file is."""

from bot.sandbox.files import file_path, unique_id
from bot.sandbox.ground import Ground
from bot.sandbox.parameters import Asked, ChatId
from bot.sandbox.places import known_chat
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Json

LARGEST_DOWNLOAD = 20 * 1024 * 1024


class GetChat(Asked):
    """The parameters of getChat."""

    chat_id: ChatId | None = None


class GetChatMember(GetChat):
    """The parameters of getChatMember."""

    user_id: int | None = None


class GetFile(Asked):
    """The parameters of getFile."""

    file_id: str | None = None


def get_me(world: Ground, _: Asked) -> Json:
    """Say who the bot is."""
    return world.bot_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: Ground, asked: GetChat) -> Json:
    """Say what a chat is."""
    chat_id = known_chat(world, asked.chat_id)
    gifts = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    return world.chat_json(chat_id) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": gifts,
    }


def get_chat_member(world: Ground, asked: GetChatMember) -> Json:
    """Say whether somebody is in a chat."""
    chat_id = known_chat(world, asked.chat_id)
    user_id = asked.user_id or 0
    if user_id not in world.people and user_id != world.bot.id:
        raise bad_request("user not found")
    is_there = user_id in _members(world, chat_id)
    return {"user": world.sender_json(user_id), "status": "member" if is_there else "left"}


def get_file(world: Ground, asked: GetFile) -> Json:
    """Say where a file is downloaded from."""
    attachment = world.files.get(asked.file_id or "")
    if attachment is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(attachment.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": attachment.file_id,
        "file_unique_id": unique_id(attachment),
        "file_size": len(attachment.content),
        "file_path": file_path(attachment),
    }


def _members(world: Ground, chat_id: int) -> set[int]:
    group = world.groups.get(chat_id)
    if group is None:
        return {chat_id, world.bot.id}
    return {*group.members, world.bot.id} if group.has_bot else set(group.members)
