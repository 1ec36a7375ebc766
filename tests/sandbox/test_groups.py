"""Groups: what the bot hears there, and what becomes of it when they change."""

import httpx
import pytest
from telegram import Bot, Chat
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.sandbox.messages import Group, Person
from bot.sandbox.world import ImpossibleError, World
from tests.sandbox.asking import ask, refused

APP = {"inline_keyboard": [[{"text": "a", "web_app": {"url": "https://example.org/app"}}]]}


@pytest.fixture
def group(world: World, alma: Person) -> Group:
    """A group that the bot was just added to; the update of that is read already."""
    group = world.add_group(title="Mardi", members=[alma.id])
    world.updates.clear()
    return group


async def test_the_bot_is_told_that_it_was_added(bot: Bot, world: World, alma: Person) -> None:
    world.add_group(title="Mardi", members=[alma.id])

    (update,) = await bot.get_updates()

    assert update.my_chat_member is not None
    assert update.my_chat_member.chat.type == Chat.GROUP
    assert update.my_chat_member.new_chat_member.status == "member"


async def test_the_bot_hears_commands_only(
    bot: Bot, world: World, alma: Person, group: Group
) -> None:
    world.write(alma.id, "Bonjour à toutes", chat_id=group.id)
    world.send_kind(alma.id, "photo", chat_id=group.id)
    world.write(alma.id, "/semaine", chat_id=group.id)

    (update,) = await bot.get_updates()

    assert update.message is not None
    assert (update.message.text, update.message.chat.id) == ("/semaine", group.id)
    assert len(world.messages(group.id)) == 3


async def test_a_button_is_tapped_in_a_group(
    client: httpx.AsyncClient, world: World, alma: Person, group: Group
) -> None:
    markup = {"inline_keyboard": [[{"text": "Lu", "callback_data": "read"}]]}
    await ask(client, "sendMessage", chat_id=group.id, text="À lire", reply_markup=markup)

    world.tap_label(alma.id, "Lu", chat_id=group.id)

    query = world.updates.waiting()[0]["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (alma.id, group.id)


def test_only_members_write(world: World, stranger: Person, group: Group) -> None:
    with pytest.raises(ImpossibleError):
        world.write(stranger.id, "Bonjour", chat_id=group.id)


async def test_a_group_that_was_upgraded_says_where_it_is_now(
    bot: Bot, world: World, group: Group
) -> None:
    new = world.upgrade(group.id)

    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "Bonjour")
    sent = await bot.send_message(new.id, "Bonjour")
    to, come_from, *_ = await bot.get_updates()

    assert moved.value.new_chat_id == new.id
    assert sent.chat.type == Chat.SUPERGROUP
    assert to.message is not None
    assert come_from.message is not None
    assert to.message.migrate_to_chat_id == new.id
    assert come_from.message.migrate_from_chat_id == group.id


async def test_a_bot_that_was_taken_out_writes_no_more(
    bot: Bot, world: World, alma: Person, group: Group
) -> None:
    new = world.upgrade(group.id)
    other = world.add_group(title="Jeudi", members=[alma.id])
    for each in (new, other):
        world.remove_bot(each.id, by=alma.id)

    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(new.id, "Bonjour")
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(other.id, "Bonjour")
    member = await bot.get_chat_member(other.id, bot.id)

    assert member.status == "left"


async def test_a_mini_app_opens_in_private_only(
    bot: Bot, client: httpx.AsyncClient, group: Group
) -> None:
    description = await refused(client, "sendMessage", chat_id=group.id, text="a", reply_markup=APP)

    assert description == "Bad Request: BUTTON_TYPE_INVALID"
    with pytest.raises(BadRequest):
        await bot.send_message(12, "Bonjour")


def test_a_link_puts_the_bot_into_a_group_and_starts_it(world: World, alma: Person) -> None:
    group = world.add_group(title="Mardi", members=[alma.id], has_bot=False)
    world.write(alma.id, "/semaine", chat_id=group.id)
    assert world.updates.waiting() == []

    world.open_group_link(alma.id, "token", group_id=group.id)
    world.open_group_link(alma.id, "again", group_id=group.id)

    added, first, second = world.updates.waiting()
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    texts = [one["message"]["text"] for one in (first, second)]
    assert texts == [f"/start@{world.bot.username} {one}" for one in ("token", "again")]
    with pytest.raises(ImpossibleError):
        world.open_group_link(alma.id, "a payload", group_id=group.id)


def test_the_bot_is_told_who_left_a_group(world: World, alma: Person, stranger: Person) -> None:
    group = world.add_group(title="Mardi", members=[alma.id, stranger.id])
    world.updates.clear()

    world.leave_group(stranger.id, group_id=group.id)

    [update] = world.updates.waiting()
    assert update["message"]["left_chat_member"]["id"] == stranger.id
    with pytest.raises(ImpossibleError):
        world.write(stranger.id, "Bonjour", chat_id=group.id)
