"""What a bot says about itself: its commands by scope and language, menu button, name, words."""

from collections.abc import Sequence
from typing import Any

from bot.sandbox.messages import Command

Scope = tuple[str, int | None, int | None]
DEFAULT_SCOPE: Scope = ("default", None, None)


class Profile:
    """Remembers what the bot has set, and answers with what a certain person is shown."""

    def __init__(self) -> None:
        self.commands: dict[tuple[Scope, str], tuple[Command, ...]] = {}
        self.menu_buttons: dict[int | None, dict[str, Any]] = {}
        self.texts: dict[tuple[str, str], str] = {}

    def commands_for(self, scopes: Sequence[Scope], language: str) -> tuple[Command, ...]:
        """Return the commands of the narrowest scope that has some, in the language or in none."""
        for scope in scopes:
            for code in (language, ""):
                if found := self.commands.get((scope, code)):
                    return found
        return ()

    def menu_button_for(self, chat_id: int | None) -> dict[str, Any]:
        """Return a chat's menu button, or the one for all chats, or Telegram's own."""
        usual = self.menu_buttons.get(None, {"type": "default"})
        return self.menu_buttons.get(chat_id, usual)

    def text(self, what: str, language: str = "") -> str:
        """Return the name, description or short description in a language, or the usual one."""
        return self.texts.get((what, language)) or self.texts.get((what, ""), "")
