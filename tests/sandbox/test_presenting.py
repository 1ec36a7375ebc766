"""What the bot says about itself, and what it can look up."""

from typing import Any

import httpx
import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, MenuButtonCommands

from bot.sandbox.messages import Command, Person
from bot.sandbox.world import World
from tests.sandbox.asking import ask, refused

APP = "https://relais.example.org/app"


async def test_the_bot_knows_its_name(bot: Bot, world: World) -> None:
    me = await bot.get_me()
    named = await bot.get_my_name()
    await bot.set_my_name("Relais Lyon")
    await bot.set_my_name("Relay", language_code="en")

    assert (me.id, me.is_bot, me.username) == (8_100_000_042, True, world.bot.username)
    assert named.name == "Relais"
    assert (await bot.get_my_name("en")).name == "Relay"
    assert world.bot_json()["first_name"] == "Relais Lyon"


async def test_the_bot_says_what_it_is(bot: Bot) -> None:
    await bot.set_my_description("Entre deux ateliers")
    await bot.set_my_description("Between workshops", language_code="en")
    await bot.set_my_short_description("Un compagnon")

    assert (await bot.get_my_description("de")).description == "Entre deux ateliers"
    assert (await bot.get_my_description("en")).description == "Between workshops"
    assert (await bot.get_my_short_description()).short_description == "Un compagnon"


async def test_commands_are_read_as_they_were_set(bot: Bot, world: World, alma: Person) -> None:
    everywhere = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("help", "Aide")], scope=everywhere)

    exact = await bot.get_my_commands(scope=everywhere)
    other = await bot.get_my_commands()
    shown = world.commands_for(alma.id)
    await bot.delete_my_commands(scope=everywhere)

    assert exact == (BotCommand("help", "Aide"),)
    assert other == ()
    assert shown == (Command(command="help", description="Aide"),)
    assert world.commands_for(alma.id) == ()


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"commands": [{"command": "Aide!", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        (
            {"commands": [{"command": "aide", "description": " "}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ({"commands": ["aide"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({}, "can't parse commands"),
        (
            {"commands": [], "scope": {"type": "planet"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            {"commands": [], "scope": {"type": "chat"}},
            "can't parse BotCommandScope: Empty chat_id specified",
        ),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 1}}, "chat not found"),
    ],
)
async def test_commands_that_telegram_would_not_take(
    client: httpx.AsyncClient, parameters: dict[str, Any], words: str
) -> None:
    assert await refused(client, "setMyCommands", **parameters) == f"Bad Request: {words}"


async def test_a_chat_has_a_menu_button_of_its_own(
    bot: Bot, client: httpx.AsyncClient, world: World, alma: Person, stranger: Person
) -> None:
    app = {"type": "web_app", "text": "Ouvrir", "web_app": {"url": APP}}

    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    await ask(client, "setChatMenuButton", chat_id=alma.id, menu_button=app)

    assert world.menu_button_for(alma.id) == app
    assert world.menu_button_for(stranger.id) == {"type": "commands"}
    assert (await bot.get_chat_menu_button(alma.id)).type == "web_app"


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"type": "planet"}, "menuButton has unsupported type"),
        (
            {"type": "web_app", "text": "a", "web_app": {"url": "http://example.org"}},
            "menu button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed",
        ),
    ],
)
async def test_a_menu_button_that_telegram_would_not_show(
    client: httpx.AsyncClient, button: dict[str, Any], words: str
) -> None:
    description = await refused(client, "setChatMenuButton", menu_button=button)

    assert description == f"Bad Request: {words}"


async def test_a_menu_button_is_for_private_chats(
    client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    group = world.add_group(title="Mardi", members=[alma.id])

    description = await refused(client, "setChatMenuButton", chat_id=group.id)

    assert description == "Bad Request: invalid chat_id specified"


@pytest.mark.parametrize(
    ("method", "what", "words"),
    [
        ("setMyName", {"name": "a" * 65}, "bot name is too long"),
        ("setMyDescription", {"description": "a" * 513}, "bot description is too long"),
        (
            "setMyShortDescription",
            {"short_description": "a" * 121},
            "bot short description is too long",
        ),
    ],
)
async def test_words_that_are_too_long(
    client: httpx.AsyncClient, method: str, what: dict[str, Any], words: str
) -> None:
    assert await refused(client, method, **what) == f"Bad Request: {words}"


async def test_a_chat_and_who_is_in_it(
    bot: Bot, client: httpx.AsyncClient, world: World, alma: Person, stranger: Person
) -> None:
    group = world.add_group(title="Mardi", members=[alma.id])

    private = await bot.get_chat(alma.id)
    public = await bot.get_chat(group.id)
    member = await bot.get_chat_member(group.id, alma.id)
    other = await bot.get_chat_member(group.id, stranger.id)
    oneself = await bot.get_chat_member(alma.id, bot.id)
    nobody = await refused(client, "getChatMember", chat_id=alma.id, user_id=1)

    assert (private.type, private.first_name) == ("private", "Alma")
    assert (public.type, public.title) == ("group", "Mardi")
    assert [each.status for each in (member, oneself, other)] == ["member", "member", "left"]
    assert nobody == "Bad Request: user not found"
