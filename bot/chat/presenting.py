"""What Telegram shows of the bot by itself: commands and a description, by language."""

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    MenuButtonCommands,
)
from telegram.error import TelegramError

from bot.chat.failures import translate
from bot.domain.commands import FOR_ANYBODY
from bot.domain.message import Phrase
from bot.domain.people import Chat, Language, Voice
from bot.library import Library
from bot.services.command_lists import Lines

log = structlog.stdlib.get_logger(__name__)

IN_A_GROUP = {Language.FRENCH: "proposer", Language.ENGLISH: "propose"}
"""The one command that a group’s chat shows: any other would tell the others of somebody."""


async def present(bot: Bot, library: Library, usual: Language) -> None:
    """Set the commands and the description; `usual` is shown to whoever uses no language of ours.

    Where Telegram does not take them, what was shown before stays, and nobody waits for that.
    """
    try:
        await _present_all(bot, library, usual)
    except TelegramError as error:
        log.warning("not_presented", error=type(error).__name__)


async def list_commands(bot: Bot, chat: Chat, lines: Lines) -> None:
    """List these commands in somebody's chat, or with none those that anybody finds.

    Raises what sending raises.
    """
    scope = BotCommandScopeChat(chat.telegram_id)
    try:
        if lines:
            await bot.set_my_commands(lines, scope=scope)
        else:
            await bot.delete_my_commands(scope=scope)
    except TelegramError as error:
        raise translate(error) from error


async def _present_all(bot: Bot, library: Library, usual: Language) -> None:
    for language in Language:
        await _present(bot, library, language, code=language.value)
    await _present(bot, library, usual, code="")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def _present(bot: Bot, library: Library, language: Language, *, code: str) -> None:
    voice = Voice(language=language)
    commands = [
        BotCommand(one.names[language], library.say(one.called, voice)) for one in FOR_ANYBODY
    ]
    await bot.set_my_commands(commands, language_code=code)
    propose = BotCommand(IN_A_GROUP[language], library.say(Phrase("button-propose-outing"), voice))
    groups = BotCommandScopeAllGroupChats()
    await bot.set_my_commands([propose], scope=groups, language_code=code)
    description = library.say(Phrase("bot-description"), voice)
    await bot.set_my_description(description, language_code=code)
    short = library.say(Phrase("bot-short-description"), voice)
    await bot.set_my_short_description(short, language_code=code)
