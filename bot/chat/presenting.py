"""What Telegram shows of the bot before anybody writes: commands and a description, by language."""

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, MenuButtonCommands
from telegram.error import TelegramError

from bot.domain.message import Phrase
from bot.domain.people import Language, Voice
from bot.library import Library

log = structlog.stdlib.get_logger(__name__)

COMMANDS = {
    Language.FRENCH: (
        ("menu", Phrase("command-menu")),
        ("moi", Phrase("command-checkin")),
        ("mesjours", Phrase("command-days")),
        ("exercices", Phrase("command-exercises")),
        ("tableau", Phrase("command-chart")),
        ("aujourdhui", Phrase("command-today")),
        ("demain", Phrase("command-tomorrow")),
        ("semaine", Phrase("command-week")),
        ("rappel", Phrase("command-reminders")),
        ("ateliers", Phrase("command-workshops")),
        ("sorties", Phrase("command-outings")),
        ("proposer", Phrase("command-propose")),
        ("routine", Phrase("command-routine")),
        ("planb", Phrase("command-plan-b")),
        ("travail", Phrase("command-job")),
        ("stress", Phrase("command-stress")),
        ("aide", Phrase("command-help")),
        ("contact", Phrase("command-contact")),
        ("plan", Phrase("command-plan")),
        ("pause", Phrase("command-pause")),
        ("reprendre", Phrase("command-resume")),
        ("confidentialite", Phrase("command-privacy")),
        ("discret", Phrase("command-discreet")),
        ("mesdonnees", Phrase("command-mydata")),
        ("reglages", Phrase("command-settings")),
        ("langue", Phrase("command-language")),
        ("quitter", Phrase("command-leave")),
    ),
    Language.ENGLISH: (
        ("menu", Phrase("command-menu")),
        ("checkin", Phrase("command-checkin")),
        ("days", Phrase("command-days")),
        ("exercises", Phrase("command-exercises")),
        ("chart", Phrase("command-chart")),
        ("today", Phrase("command-today")),
        ("tomorrow", Phrase("command-tomorrow")),
        ("week", Phrase("command-week")),
        ("remind", Phrase("command-reminders")),
        ("workshops", Phrase("command-workshops")),
        ("outings", Phrase("command-outings")),
        ("propose", Phrase("command-propose")),
        ("routine", Phrase("command-routine")),
        ("planb", Phrase("command-plan-b")),
        ("job", Phrase("command-job")),
        ("stress", Phrase("command-stress")),
        ("help", Phrase("command-help")),
        ("contact", Phrase("command-contact")),
        ("plan", Phrase("command-plan")),
        ("pause", Phrase("command-pause")),
        ("resume", Phrase("command-resume")),
        ("privacy", Phrase("command-privacy")),
        ("discreet", Phrase("command-discreet")),
        ("mydata", Phrase("command-mydata")),
        ("settings", Phrase("command-settings")),
        ("language", Phrase("command-language")),
        ("leave", Phrase("command-leave")),
    ),
}

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


async def _present_all(bot: Bot, library: Library, usual: Language) -> None:
    for language in Language:
        await _present(bot, library, language, code=language.value)
    await _present(bot, library, usual, code="")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def _present(bot: Bot, library: Library, language: Language, *, code: str) -> None:
    voice = Voice(language=language)
    commands = [BotCommand(name, library.say(says, voice)) for name, says in COMMANDS[language]]
    await bot.set_my_commands(commands, language_code=code)
    propose = BotCommand(IN_A_GROUP[language], library.say(Phrase("command-propose"), voice))
    groups = BotCommandScopeAllGroupChats()
    await bot.set_my_commands([propose], scope=groups, language_code=code)
    description = library.say(Phrase("bot-description"), voice)
    await bot.set_my_description(description, language_code=code)
    short = library.say(Phrase("bot-short-description"), voice)
    await bot.set_my_short_description(short, language_code=code)
