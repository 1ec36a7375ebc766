"""What is in a chat can be changed, taken away and answered as far as Telegram lets a bot."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, Message

from bot.sandbox.messages import Person
from bot.sandbox.samples import picture
from bot.sandbox.world import World
from tests.sandbox.asking import ask, refused
from tests.sandbox.conftest import HandClock

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OK_BUTTON = {"inline_keyboard": [[{"text": "Oui", "callback_data": "yes"}]]}


async def test_an_edit_that_changes_nothing(client: httpx.AsyncClient, alma: Person) -> None:
    text = {"chat_id": alma.id, "text": "<b>Oui</b> "}
    sent = await ask(client, "sendMessage", **text, parse_mode="HTML", reply_markup=OK_BUTTON)
    where = {"message_id": sent["result"]["message_id"], "reply_markup": OK_BUTTON}

    same = await refused(client, "editMessageText", **text, **where, parse_mode="HTML")
    same_buttons = await refused(client, "editMessageReplyMarkup", chat_id=alma.id, **where)
    other = await ask(client, "editMessageText", **text, **where)

    assert same == same_buttons == f"Bad Request: {UNCHANGED}"
    assert other["result"]["text"] == "<b>Oui</b>"


async def test_an_edit_without_buttons_takes_them_away(
    client: httpx.AsyncClient, world: World, alma: Person, hand_clock: HandClock
) -> None:
    sent = await ask(client, "sendMessage", chat_id=alma.id, text="a", reply_markup=OK_BUTTON)
    hand_clock.pass_by(timedelta(minutes=1))

    number = sent["result"]["message_id"]
    reply = await ask(client, "editMessageText", chat_id=alma.id, message_id=number, text="a")

    assert "reply_markup" not in reply["result"]
    assert reply["result"]["edit_date"] - reply["result"]["date"] == 60
    assert world.messages(alma.id)[-1].inline_keyboard == ()


@pytest.mark.parametrize(
    ("method", "what", "words"),
    [
        ("editMessageText", {"text": "a"}, "message to edit not found"),
        ("editMessageCaption", {"caption": "a"}, "message to edit not found"),
        ("deleteMessage", {}, "message to delete not found"),
        ("setMessageReaction", {"reaction": []}, "message to react not found"),
    ],
)
async def test_a_message_that_is_not_there(
    client: httpx.AsyncClient, alma: Person, method: str, what: dict[str, Any], words: str
) -> None:
    wrong = await refused(client, method, chat_id=alma.id, message_id=999, **what)
    missing = await refused(client, method, chat_id=alma.id, **what)

    assert wrong == f"Bad Request: {words}"
    assert missing == "Bad Request: message identifier is not specified"


async def test_only_what_fits_can_be_edited(
    client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    photo = await client.post(
        "sendPhoto", data={"chat_id": alma.id}, files={"photo": ("a.png", picture())}
    )
    with_keyboard = await ask(
        client, "sendMessage", chat_id=alma.id, text="a", reply_markup={"keyboard": [["Oui"]]}
    )
    theirs = world.write(alma.id, "Bonjour").message_id
    text = {"chat_id": alma.id, "text": "b"}
    numbers = [each["result"]["message_id"] for each in (photo.json(), with_keyboard)]

    of_photo = await refused(client, "editMessageText", message_id=numbers[0], **text)
    of_keyboard = await refused(client, "editMessageText", message_id=numbers[1], **text)
    of_theirs = await refused(client, "editMessageText", message_id=theirs, **text)

    assert of_photo == "Bad Request: there is no text in the message to edit"
    assert of_keyboard == of_theirs == "Bad Request: message can't be edited"


async def test_a_text_has_no_caption(client: httpx.AsyncClient, alma: Person) -> None:
    sent = await ask(client, "sendMessage", chat_id=alma.id, text="a")
    where = {"chat_id": alma.id, "message_id": sent["result"]["message_id"]}

    description = await refused(client, "editMessageCaption", **where, caption="b")

    assert description == "Bad Request: there is no caption in the message to edit"


async def test_what_its_reader_deleted_cannot_be_edited(
    client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    sent = await ask(client, "sendMessage", chat_id=alma.id, text="a")
    number = sent["result"]["message_id"]
    world.delete(alma.id, number)

    description = await refused(
        client, "editMessageText", chat_id=alma.id, message_id=number, text="b"
    )

    assert description == "Bad Request: message to edit not found"


async def test_an_edit_takes_inline_buttons_only(client: httpx.AsyncClient, alma: Person) -> None:
    sent = await ask(client, "sendMessage", chat_id=alma.id, text="a")

    description = await refused(
        client,
        "editMessageText",
        chat_id=alma.id,
        message_id=sent["result"]["message_id"],
        text="b",
        reply_markup={"keyboard": [["Oui"]]},
    )

    assert description == "Bad Request: inline keyboard expected"


@pytest.mark.parametrize(
    ("age", "ok"), [(timedelta(hours=48), True), (timedelta(hours=48, seconds=1), False)]
)
async def test_a_message_can_be_deleted_for_two_days(
    client: httpx.AsyncClient,
    world: World,
    alma: Person,
    hand_clock: HandClock,
    age: timedelta,
    ok: bool,  # noqa: FBT001 - a column of the table
) -> None:
    sent = await ask(client, "sendMessage", chat_id=alma.id, text="a")
    number = sent["result"]["message_id"]
    hand_clock.pass_by(age)

    reply = await ask(client, "deleteMessage", chat_id=alma.id, message_id=number)

    assert reply["ok"] is ok
    assert (world.chats.find(alma.id, number) is None) is ok
    assert ok or reply["description"] == "Bad Request: message can't be deleted for everyone"


async def test_several_are_deleted_at_once_and_those_that_are_gone_passed_over(
    client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    sent = [await ask(client, "sendMessage", chat_id=alma.id, text="a") for _ in range(2)]
    numbers = [one["result"]["message_id"] for one in sent]

    reply = await ask(client, "deleteMessages", chat_id=alma.id, message_ids=[*numbers, 999])

    assert reply["result"] is True
    assert [number for number in numbers if world.chats.find(alma.id, number)] == []


async def test_no_messages_or_too_many_are_not_deleted(
    client: httpx.AsyncClient, alma: Person
) -> None:
    for numbers in ([], [*range(101)]):
        words = await refused(client, "deleteMessages", chat_id=alma.id, message_ids=numbers)
        assert words.startswith("Bad Request: message identifiers")


async def test_a_tap_is_answered_once_and_soon(
    client: httpx.AsyncClient, world: World, alma: Person, hand_clock: HandClock
) -> None:
    sent = await ask(client, "sendMessage", chat_id=alma.id, text="a", reply_markup=OK_BUTTON)
    number = sent["result"]["message_id"]
    taps = [world.tap(alma.id, number, row=0, column=0) for _ in range(2)]

    first = await ask(client, "answerCallbackQuery", callback_query_id=taps[0])
    second = await refused(client, "answerCallbackQuery", callback_query_id=taps[0])
    hand_clock.pass_by(timedelta(seconds=151))
    late = await refused(client, "answerCallbackQuery", callback_query_id=taps[1])
    long = await refused(client, "answerCallbackQuery", callback_query_id="1", text="a" * 201)

    assert first["ok"]
    assert second == late == f"Bad Request: {TOO_OLD}"
    assert long == "Bad Request: MESSAGE_TOO_LONG"


@pytest.mark.parametrize(
    ("reaction", "words"),
    [
        ([{"type": "emoji", "emoji": "🧨"}], "REACTION_INVALID"),
        ([{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "❤"}], "REACTIONS_TOO_MANY"),
    ],
)
async def test_a_reaction_that_a_bot_cannot_give(
    client: httpx.AsyncClient, world: World, alma: Person, reaction: list[Any], words: str
) -> None:
    number = world.write(alma.id, "Fait").message_id

    description = await refused(
        client, "setMessageReaction", chat_id=alma.id, message_id=number, reaction=reaction
    )

    assert description == f"Bad Request: {words}"


async def test_a_caption_and_a_picture_are_changed_in_place(
    bot: Bot, world: World, alma: Person
) -> None:
    sent = await bot.send_photo(alma.id, picture(), caption="Un")
    await bot.edit_message_caption(alma.id, sent.message_id, caption="Deux")
    captions = [each.caption for each in world.messages(alma.id)[-1:]]

    media = InputMediaDocument(b"une note", filename="note.txt", caption="Trois")
    changed = await bot.edit_message_media(media, alma.id, sent.message_id)

    assert captions == ["Deux"]
    assert isinstance(changed, Message)
    assert changed.document is not None
    assert (changed.document.file_name, changed.caption) == ("note.txt", "Trois")
    assert world.messages(alma.id)[-1].document is not None


async def test_buttons_are_changed_alone(bot: Bot, world: World, alma: Person) -> None:
    sent = await bot.send_message(alma.id, "Prête ?")
    button = InlineKeyboardButton("Oui", callback_data="yes")

    await bot.edit_message_reply_markup(
        alma.id, sent.message_id, reply_markup=InlineKeyboardMarkup([[button]])
    )

    assert world.messages(alma.id)[-1].inline_keyboard == (
        ({"text": "Oui", "callback_data": "yes"},),
    )


async def test_a_reaction_is_seen_and_taken_back(bot: Bot, world: World, alma: Person) -> None:
    written = world.write(alma.id, "Fait")

    await bot.set_message_reaction(alma.id, written.message_id, "👍")
    reactions = world.messages(alma.id)[-1].reactions
    await bot.set_message_reaction(alma.id, written.message_id)

    assert reactions == ("👍",)
    assert world.messages(alma.id)[-1].reactions == ()


async def test_a_bot_deletes_what_people_wrote_in_private_only(
    bot: Bot, client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    group = world.add_group(title="Mardi", members=[alma.id])
    private = world.write(alma.id, "Bonjour")
    public = world.write(alma.id, "Bonjour", chat_id=group.id)

    await bot.delete_message(alma.id, private.message_id)
    description = await refused(
        client, "deleteMessage", chat_id=group.id, message_id=public.message_id
    )

    assert private not in world.messages(alma.id)
    assert description == "Bad Request: message can't be deleted"


async def test_an_edit_of_media_needs_some(client: httpx.AsyncClient, alma: Person) -> None:
    sent = await ask(client, "sendMessage", chat_id=alma.id, text="a")
    where = {"chat_id": alma.id, "message_id": sent["result"]["message_id"]}

    nothing = await refused(client, "editMessageMedia", **where)
    video = await refused(client, "editMessageMedia", **where, media={"type": "video"})
    unknown = await refused(client, "editMessageMedia", **where, media={"colour": "red"})

    assert nothing == "Bad Request: input media is not specified"
    assert video == 'Bad Request: type "video" is not one that the sandbox has'
    assert unknown == "Bad Request: can't parse InputMedia: the sandbox has no colour"
