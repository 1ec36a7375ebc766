"""People and the bot talk: what one side does, the other one sees."""

import pytest
from telegram import (
    Bot,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.sandbox.messages import Command, Kind, Person
from bot.sandbox.samples import picture
from bot.sandbox.world import ImpossibleError, World

YES_NO = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Oui", callback_data="yes"),
            InlineKeyboardButton("Non", callback_data="no"),
        ]
    ]
)


async def test_a_text_reaches_the_phone_and_the_sender_gets_it_back(
    bot: Bot, world: World, alma: Person
) -> None:
    sent = await bot.send_message(alma.id, "Bonjour <b>Alma</b>", parse_mode="HTML")

    last = world.messages(alma.id)[-1]
    assert (last.text, last.from_bot, last.message_id) == ("Bonjour Alma", True, sent.message_id)
    assert sent.text_html == "Bonjour <b>Alma</b>"
    assert sent.chat.first_name == "Alma"


async def test_what_a_person_writes_waits_until_it_is_confirmed(
    bot: Bot, world: World, alma: Person
) -> None:
    world.write(alma.id, "Bonjour")

    first = await bot.get_updates()
    again = await bot.get_updates()
    after = await bot.get_updates(offset=first[0].update_id + 1)

    assert first[0].message is not None
    assert first[0].message.text == "Bonjour"
    assert (len(again), len(after)) == (1, 0)


async def test_a_link_starts_the_bot_with_its_payload(
    bot: Bot, world: World, stranger: Person
) -> None:
    world.open_link(stranger.id, "invitation-1")

    (update,) = await bot.get_updates()

    assert update.message is not None
    assert update.message.text == "/start invitation-1"
    assert update.message.entities[0].type == "bot_command"
    assert world.people[stranger.id].started


def test_a_payload_that_telegram_would_drop_is_impossible(world: World, alma: Person) -> None:
    with pytest.raises(ImpossibleError):
        world.open_link(alma.id, "not a payload!")


async def test_a_tap_tells_the_bot_and_the_answer_comes_back(
    bot: Bot, world: World, alma: Person
) -> None:
    sent = await bot.send_message(alma.id, "Prête ?", reply_markup=YES_NO)
    query_id = world.tap(alma.id, sent.message_id, row=0, column=1)

    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    await update.callback_query.answer("C’est noté", show_alert=True)

    assert update.callback_query.data == "no"
    assert world.answers[query_id].text == "C’est noté"
    assert world.answers[query_id].show_alert


async def test_a_button_is_found_by_its_label(bot: Bot, world: World, alma: Person) -> None:
    await bot.send_message(alma.id, "Prête ?", reply_markup=YES_NO)

    world.tap_label(alma.id, "Oui")

    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "yes"


@pytest.mark.parametrize(("row", "column"), [(0, 2), (1, 0)])
async def test_a_button_that_is_not_there_cannot_be_tapped(
    bot: Bot, world: World, alma: Person, row: int, column: int
) -> None:
    sent = await bot.send_message(alma.id, "Prête ?", reply_markup=YES_NO)

    with pytest.raises(ImpossibleError):
        world.tap(alma.id, sent.message_id, row=row, column=column)


async def test_a_link_button_tells_the_bot_nothing(bot: Bot, world: World, alma: Person) -> None:
    button = InlineKeyboardButton("Lire", url="https://example.org/a")
    sent = await bot.send_message(alma.id, "Ici", reply_markup=InlineKeyboardMarkup([[button]]))

    with pytest.raises(ImpossibleError):
        world.tap(alma.id, sent.message_id, row=0, column=0)


def test_a_label_that_no_button_has_cannot_be_tapped(world: World, alma: Person) -> None:
    with pytest.raises(ImpossibleError, match="no button says 'Oui'"):
        world.tap_label(alma.id, "Oui")


async def test_a_picture_and_its_buttons_are_shown(bot: Bot, world: World, alma: Person) -> None:
    sent = await bot.send_photo(
        alma.id,
        picture(1600, 1200),
        caption="Un <i>code</i>",
        parse_mode="HTML",
        reply_markup=YES_NO,
    )

    shown = world.messages(alma.id)[-1]
    assert shown.photo is not None
    assert shown.photo.mime_type == "image/png"
    assert [(size.width, size.height) for size in sent.photo][-1] == (1280, 960)
    assert (sent.caption, shown.words) == ("Un code", "Un code")
    assert sent.reply_markup == YES_NO


async def test_a_reply_keyboard_stays_until_another_message_changes_it(
    bot: Bot, world: World, alma: Person
) -> None:
    markup = ReplyKeyboardMarkup([["Aide", "Pause"]], resize_keyboard=True)
    await bot.send_message(alma.id, "Choisissez", reply_markup=markup)
    await bot.send_message(alma.id, "Et encore")

    keyboard = world.reply_keyboard_for(alma.id)

    assert keyboard is not None
    assert keyboard["keyboard"] == [[{"text": "Aide"}, {"text": "Pause"}]]


async def test_a_keyboard_can_be_taken_away(bot: Bot, world: World, alma: Person) -> None:
    none_yet = world.reply_keyboard_for(alma.id)
    await bot.send_message(alma.id, "Choisissez", reply_markup=ReplyKeyboardMarkup([["Aide"]]))
    await bot.send_message(alma.id, "Merci", reply_markup=ReplyKeyboardRemove())

    assert none_yet is None
    assert world.reply_keyboard_for(alma.id) is None


@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "contact", "location", "document"])
async def test_whatever_is_sent_reaches_the_bot(
    bot: Bot, world: World, alma: Person, kind: str
) -> None:
    world.send_kind(alma.id, kind)

    (update,) = await bot.get_updates()

    assert update.message is not None
    assert getattr(update.message, kind)
    assert not update.message.text


def test_a_service_line_is_not_something_to_send(world: World, alma: Person) -> None:
    with pytest.raises(ValueError, match="service"):
        world.send_kind(alma.id, Kind.SERVICE)


async def test_an_edit_a_block_and_a_new_name_are_told(
    bot: Bot, world: World, alma: Person
) -> None:
    written = world.write(alma.id, "Bonjor")
    world.edit(alma.id, written.message_id, "Bonjour")
    world.block(alma.id)
    world.unblock(alma.id)
    world.rename(alma.id, "Alba")
    world.write(alma.id, "Me revoilà")

    _, edited, blocked, unblocked, last = await bot.get_updates()

    assert edited.edited_message is not None
    assert edited.edited_message.text == "Bonjour"
    assert blocked.my_chat_member is not None
    assert unblocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert unblocked.my_chat_member.new_chat_member.status == "member"
    assert last.effective_user is not None
    assert last.effective_user.first_name == "Alba"


async def test_people_edit_only_what_they_wrote(bot: Bot, world: World, alma: Person) -> None:
    sent = await bot.send_message(alma.id, "Bonjour")

    with pytest.raises(ImpossibleError):
        world.edit(alma.id, sent.message_id, "Bonsoir")
    with pytest.raises(ImpossibleError):
        world.edit(alma.id, 999, "Bonsoir")


def test_nobody_writes_to_a_bot_they_have_blocked(world: World, alma: Person) -> None:
    world.block(alma.id)

    with pytest.raises(ImpossibleError):
        world.write(alma.id, "Bonjour")


def test_the_link_unblocks_the_bot(world: World, alma: Person) -> None:
    world.block(alma.id)

    world.open_link(alma.id)

    assert not world.people[alma.id].blocked


async def test_commands_go_by_scope_then_by_language(
    bot: Bot, world: World, alma: Person, stranger: Person
) -> None:
    await bot.set_my_commands([("help", "Help")])
    await bot.set_my_commands([("aide", "De l’aide")], language_code="fr")
    await bot.set_my_commands([("gens", "Mes personnes")], scope=BotCommandScopeChat(alma.id))

    assert world.commands_for(alma.id) == (Command(command="gens", description="Mes personnes"),)
    assert world.commands_for(stranger.id) == (Command(command="aide", description="De l’aide"),)


async def test_a_malformed_update_is_handed_on_as_it_is(world: World, alma: Person) -> None:
    number = world.enqueue({"message": {"nonsense": True}})
    world.write(alma.id, "Bonjour")

    waiting = world.updates.waiting()

    assert waiting[0] == {"update_id": number, "message": {"nonsense": True}}
    assert waiting[1]["update_id"] == number + 1
