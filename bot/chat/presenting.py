"""Tells Telegram what to show of the bot by itself: commands and a description, by language."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeChat, MenuButtonCommands
from telegram.error import TelegramError

from bot.chat.failures import translate
from bot.domain.people import Chat
from bot.services.command_lists import Lines
from bot.services.presenting import Portrait


@dataclass(frozen=True)
class Presenter:
    """Tells Telegram what to show; raises what sending raises."""

    bot: Bot

    async def present(self, portraits: Sequence[Portrait]) -> None:
        """Set the commands and the description, by language."""
        with _in_our_terms():
            for one in portraits:
                await self._present(one)
            await self.bot.set_chat_menu_button(menu_button=MenuButtonCommands())

    async def list_commands(self, chat: Chat, lines: Lines) -> None:
        """List these commands in somebody's chat, or with none those that anybody finds."""
        scope = BotCommandScopeChat(chat.telegram_id)
        with _in_our_terms():
            if lines:
                await self.bot.set_my_commands(lines, scope=scope)
            else:
                await self.bot.delete_my_commands(scope=scope)

    async def _present(self, one: Portrait) -> None:
        groups = BotCommandScopeAllGroupChats()
        await self.bot.set_my_commands(one.commands, language_code=one.code)
        await self.bot.set_my_commands(one.in_groups, scope=groups, language_code=one.code)
        await self.bot.set_my_description(one.description, language_code=one.code)
        await self.bot.set_my_short_description(one.short, language_code=one.code)


@contextmanager
def _in_our_terms() -> Iterator[None]:
    try:
        yield
    except TelegramError as error:
        raise translate(error) from error
