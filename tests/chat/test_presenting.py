"""What Telegram shows of the bot by itself."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from telegram import Bot

from bot.chat.presenting import Presenter
from bot.domain.errors import ChatGone, SlowDown
from bot.domain.people import Chat, ChatKind, Language, Voice
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.world import World
from bot.services.presenting import Portrait, portraits
from tests.real_words import real_library


@pytest.fixture
def shown() -> Sequence[Portrait]:
    return portraits(real_library(), Language.FRENCH)


async def test_the_commands_are_shown_in_the_language_of_the_phone(
    bot: Bot, world: World, shown: Sequence[Portrait]
) -> None:
    english = world.add_person(first_name="Alma", language_code="en")
    greek = world.add_person(first_name="Eleni", language_code="el")

    await Presenter(bot).present(shown)

    assert "resume" in {one.command for one in world.commands_for(english.id)}
    assert "reprendre" in {one.command for one in world.commands_for(greek.id)}


async def test_in_a_group_one_command_is_shown(
    bot: Bot, world: World, shown: Sequence[Portrait]
) -> None:
    await Presenter(bot).present(shown)

    scopes = [("all_group_chats", None, None)]
    found = [world.profile.commands_for(scopes, code) for code in ("fr", "en", "el")]
    assert [[one.command for one in several] for several in found] == [
        ["proposer"],
        ["propose"],
        ["proposer"],
    ]


async def test_where_telegram_wants_us_to_wait_what_it_took_before_is_shown(
    bot: Bot, world: World, faults: Faults, shown: Sequence[Portrait]
) -> None:
    person = world.add_person(first_name="Alma")
    faults.plan(Trouble(fault=Fault.FLOOD, method="setMyDescription", retry_after=3_600))

    with pytest.raises(SlowDown) as caught:
        await Presenter(bot).present(shown)

    assert caught.value.window == timedelta(hours=1)
    assert "menu" in {one.command for one in world.commands_for(person.id)}


async def test_one_chat_has_a_list_of_its_own_until_it_is_taken_back(
    bot: Bot, world: World, shown: Sequence[Portrait]
) -> None:
    coach, other = (world.add_person(first_name=name) for name in ("Nadia", "Alma"))
    await Presenter(bot).present(shown)
    usual = world.commands_for(coach.id)

    await Presenter(bot).list_commands(chat_of(coach.id), [("personnes", "Personnes accompagnées")])
    listed = [one.command for one in world.commands_for(coach.id)]
    elsewhere = world.commands_for(other.id)
    await Presenter(bot).list_commands(chat_of(coach.id), ())

    assert (listed, elsewhere) == (["personnes"], usual)
    assert world.commands_for(coach.id) == usual


async def test_what_telegram_does_not_list_is_said_in_our_terms(bot: Bot) -> None:
    with pytest.raises(ChatGone):
        await Presenter(bot).list_commands(chat_of(1), [("personnes", "Personnes accompagnées")])


def chat_of(telegram_id: int) -> Chat:
    return Chat(
        id="chat",
        telegram_id=telegram_id,
        kind=ChatKind.PRIVATE,
        voice=Voice(language=Language.FRENCH),
        person_id="person",
        shard=1,
        reachable=True,
    )
