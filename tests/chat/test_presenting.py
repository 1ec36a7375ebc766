"""What Telegram shows of the bot before anybody writes."""

from telegram import Bot

from bot.chat.presenting import present
from bot.domain.people import Language
from bot.library import open_library
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.world import World
from bot.settings import CONTENT


async def test_the_commands_are_shown_in_the_language_of_the_phone(bot: Bot, world: World) -> None:
    english = world.add_person(first_name="Alma", language_code="en")
    greek = world.add_person(first_name="Eleni", language_code="el")

    await present(bot, open_library(CONTENT), Language.FRENCH)

    assert "resume" in {one.command for one in world.commands_for(english.id)}
    assert "reprendre" in {one.command for one in world.commands_for(greek.id)}


async def test_in_a_group_one_command_is_shown(bot: Bot, world: World) -> None:
    await present(bot, open_library(CONTENT), Language.FRENCH)

    scopes = [("all_group_chats", None, None)]
    shown = [world.profile.commands_for(scopes, code) for code in ("fr", "en", "el")]
    assert [[one.command for one in several] for several in shown] == [
        ["proposer"],
        ["propose"],
        ["proposer"],
    ]


async def test_a_bot_that_cannot_present_itself_begins_all_the_same(
    bot: Bot, world: World, faults: Faults
) -> None:
    person = world.add_person(first_name="Alma")
    faults.plan(Trouble(fault=Fault.FLOOD, method="setMyDescription", retry_after=3_600))

    await present(bot, open_library(CONTENT), Language.FRENCH)

    assert "menu" in {one.command for one in world.commands_for(person.id)}
