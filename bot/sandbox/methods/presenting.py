"""Methods by which the bot says what it is: its commands, menu button, name and descriptions."""

import re
from typing import Any

from bot.sandbox.ground import Ground
from bot.sandbox.keyboards import is_https
from bot.sandbox.messages import Change, Command
from bot.sandbox.parameters import Asked, ChatId, JsonList, JsonObject
from bot.sandbox.places import known_chat
from bot.sandbox.profile import Scope
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Json

MOST_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_COMMAND_DESCRIPTION = 256
LONGEST = {"name": 64, "description": 512, "short_description": 120}
WIDE_SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
)


class Commands(Asked):
    """The parameters of getMyCommands and deleteMyCommands."""

    scope: JsonObject | None = None
    language_code: str = ""


class SetMyCommands(Commands):
    """The parameters of setMyCommands."""

    commands: JsonList | None = None


class MenuButton(Asked):
    """The parameters of getChatMenuButton and setChatMenuButton."""

    chat_id: ChatId | None = None


class SetChatMenuButton(MenuButton):
    """The parameters of setChatMenuButton."""

    menu_button: JsonObject | None = None


class ByLanguage(Asked):
    """The parameters of getMyName, getMyDescription and getMyShortDescription."""

    language_code: str = ""


class SetMyName(ByLanguage):
    """The parameters of setMyName."""

    name: str = ""


class SetMyDescription(ByLanguage):
    """The parameters of setMyDescription."""

    description: str = ""


class SetMyShortDescription(ByLanguage):
    """The parameters of setMyShortDescription."""

    short_description: str = ""


def set_my_commands(world: Ground, asked: SetMyCommands) -> bool:
    """Set the command menu of a scope, in a language or for all others."""
    if asked.commands is None or len(asked.commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH" if asked.commands else "Can't parse commands")
    commands = tuple(_command(raw) for raw in asked.commands)
    world.profile.commands[_scope(world, asked.scope), asked.language_code] = commands
    return _accepted(world, "setMyCommands")


def delete_my_commands(world: Ground, asked: Commands) -> bool:
    """Take back the command menu of a scope and language."""
    world.profile.commands.pop((_scope(world, asked.scope), asked.language_code), None)
    return _accepted(world, "deleteMyCommands")


def get_my_commands(world: Ground, asked: Commands) -> list[Json]:
    """Return the command menu of exactly this scope and language."""
    found = world.profile.commands.get((_scope(world, asked.scope), asked.language_code), ())
    return [{"command": each.command, "description": each.description} for each in found]


def set_chat_menu_button(world: Ground, asked: SetChatMenuButton) -> bool:
    """Set the button beside the text field, for a private chat or for all."""
    button = asked.menu_button or {"type": "default"}
    if str(button.get("type")) not in {"default", "commands", "web_app"}:
        raise bad_request("MenuButton has unsupported type")
    if button["type"] == "web_app":
        _check_menu_web_app(button)
    if asked.chat_id is not None and known_chat(world, asked.chat_id) not in world.people:
        raise bad_request("invalid chat_id specified")
    world.profile.menu_buttons[asked.chat_id] = dict(button)
    return _accepted(world, "setChatMenuButton", chat_id=asked.chat_id)


def get_chat_menu_button(world: Ground, asked: MenuButton) -> Json:
    """Return the button beside the text field."""
    return world.profile.menu_button_for(asked.chat_id)


def set_my_name(world: Ground, asked: SetMyName) -> bool:
    """Set the bot's name, in a language or for all others."""
    return _set_text(world, "name", asked.name, language=asked.language_code)


def set_my_description(world: Ground, asked: SetMyDescription) -> bool:
    """Set what stands in an empty chat with the bot."""
    return _set_text(world, "description", asked.description, language=asked.language_code)


def set_my_short_description(world: Ground, asked: SetMyShortDescription) -> bool:
    """Set what stands on the bot's page."""
    words = asked.short_description
    return _set_text(world, "short_description", words, language=asked.language_code)


def get_my_name(world: Ground, asked: ByLanguage) -> Json:
    """Return the bot's name in a language."""
    return {"name": world.profile.text("name", asked.language_code) or world.bot.name}


def get_my_description(world: Ground, asked: ByLanguage) -> Json:
    """Return what stands in an empty chat with the bot."""
    return {"description": world.profile.text("description", asked.language_code)}


def get_my_short_description(world: Ground, asked: ByLanguage) -> Json:
    """Return what stands on the bot's page."""
    return {"short_description": world.profile.text("short_description", asked.language_code)}


def _set_text(world: Ground, what: str, words: str, *, language: str) -> bool:
    if len(words) > LONGEST[what]:
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")
    world.profile.texts[what, language] = words
    return _accepted(world, f"setMy{what.title().replace('_', '')}", text=words)


def _accepted(world: Ground, method: str, **what: Any) -> bool:
    world.accept(method, **what)
    world.changes.tell(Change(chat_id=what.get("chat_id") or 0, what="profile"))
    return True


def _scope(world: Ground, raw: Json | None) -> Scope:
    kind = str((raw or {"type": "default"}).get("type"))
    if raw is None or kind in WIDE_SCOPES:
        return (kind, None, None)
    if kind not in {"chat", "chat_administrators", "chat_member"}:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    try:
        chat_id = known_chat(world, int(raw["chat_id"]))
        return (kind, chat_id, int(raw["user_id"]) if kind == "chat_member" else None)
    except (KeyError, TypeError, ValueError):
        raise bad_request("Can't parse BotCommandScope: Empty chat_id specified") from None


def _command(raw: Any) -> Command:
    if not isinstance(raw, dict):
        raise bad_request("Can't parse BotCommand: expected an Object")
    name = str(raw.get("command", "")).removeprefix("/")
    description = str(raw.get("description", "")).strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(description) <= LONGEST_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return Command(command=name, description=description)


def _check_menu_web_app(button: Json) -> None:
    web_app = button.get("web_app")
    url = web_app.get("url") if isinstance(web_app, dict) else None
    if not button.get("text") or not is_https(url):
        raise bad_request(
            f"menu button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
