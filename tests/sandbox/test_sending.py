"""Messages of all kinds, asked for in each way that the Bot API knows."""

import json
from pathlib import Path

import httpx
import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto, MessageEntity

from bot.sandbox.messages import Person
from bot.sandbox.samples import picture
from bot.sandbox.world import World
from tests.sandbox.asking import ask, refused
from tests.sandbox.conftest import TOKEN, HandClock

MARKUP = {"inline_keyboard": [[{"text": "Oui", "callback_data": "yes"}]]}


@pytest.mark.parametrize("method", ["sendMessage", "sendmessage", "SENDMESSAGE"])
async def test_json_and_form_and_query_and_multipart_say_the_same(
    client: httpx.AsyncClient, world: World, alma: Person, method: str
) -> None:
    plain = {"chat_id": str(alma.id), "text": "Prête ?", "reply_markup": json.dumps(MARKUP)}

    await client.post(method, json={"chat_id": alma.id, "text": "Prête ?", "reply_markup": MARKUP})
    await client.post(method, data=plain)
    await client.get(method, params=plain)
    await client.post(method, files={name: (None, value) for name, value in plain.items()})

    sent = world.messages(alma.id)[-4:]
    assert {(each.text, each.inline_keyboard[0][0]["text"]) for each in sent} == {
        ("Prête ?", "Oui")
    }
    assert [each.from_bot for each in sent] == [True] * 4


async def test_entities_follow_the_text_when_it_is_trimmed(bot: Bot, alma: Person) -> None:
    marks = [MessageEntity("bold", 0, 5), MessageEntity("italic", 7, 7)]

    sent = await bot.send_message(alma.id, "  🙂 b i      ", entities=marks)

    assert sent.text == "🙂 b i"
    assert [(each.type, each.offset, each.length) for each in sent.entities] == [
        ("bold", 0, 3),
        ("italic", 5, 1),
    ]


async def test_an_answer_shows_what_it_answers(bot: Bot, world: World, alma: Person) -> None:
    written = world.write(alma.id, "Bonjour")
    first = await bot.send_message(alma.id, "Oui ?", reply_to_message_id=written.message_id)

    second = await bot.send_message(alma.id, "Encore", reply_to_message_id=first.message_id)
    lost = await bot.send_message(
        alma.id, "Et là", reply_to_message_id=999, allow_sending_without_reply=True
    )

    assert second.reply_to_message is not None
    assert second.reply_to_message.text == "Oui ?"
    assert second.reply_to_message.reply_to_message is None
    assert lost.reply_to_message is None


async def test_a_file_is_sent_again_by_its_identifier(bot: Bot, world: World, alma: Person) -> None:
    first = await bot.send_document(alma.id, b"une note", filename="note.txt")
    assert first.document is not None

    await bot.send_document(alma.id, first.document.file_id)

    one, two = (each.document for each in world.messages(alma.id)[-2:])
    assert one is two
    assert one is not None
    assert one.file_name == "note.txt"


async def test_an_album_has_one_identifier(bot: Bot, world: World, alma: Person) -> None:
    media = [InputMediaPhoto(picture(), caption="Un"), InputMediaPhoto(picture(80, 80))]

    sent = await bot.send_media_group(alma.id, media)

    shown = world.messages(alma.id)[-2:]
    assert [each.caption for each in shown] == ["Un", ""]
    assert len({each.media_group_id for each in sent}) == 1
    assert [each.message_id for each in world.accepts] == [each.message_id for each in shown]


async def test_an_album_that_telegram_would_not_take(
    bot: Bot, client: httpx.AsyncClient, alma: Person
) -> None:
    sent = await bot.send_photo(alma.id, picture())
    photo = {"type": "photo", "media": sent.photo[-1].file_id}
    document = {"type": "document", "media": sent.photo[-1].file_id}

    one = await refused(client, "sendMediaGroup", chat_id=alma.id, media=[photo])
    mixed = await refused(client, "sendMediaGroup", chat_id=alma.id, media=[photo, document])
    nothing = await refused(client, "sendMediaGroup", chat_id=alma.id, media=["photo"])
    buttons = await refused(
        client, "sendMediaGroup", chat_id=alma.id, media=[photo] * 2, reply_markup=MARKUP
    )

    assert one == "Bad Request: the album must contain 2 to 10 items"
    assert mixed == "Bad Request: can't mix documents and other media types in an album"
    assert nothing == "Bad Request: can't parse InputMedia: expected an Object"
    assert "has no parameter for: reply_markup" in buttons


async def test_documents_make_an_album_too(bot: Bot, alma: Person) -> None:
    sent = await bot.send_media_group(
        alma.id, [InputMediaDocument(b"a", filename="a.txt"), InputMediaDocument(b"b")]
    )

    assert [each.document is not None for each in sent] == [True, True]


async def test_an_action_is_one_of_telegrams(
    bot: Bot, client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    await bot.send_chat_action(alma.id, "typing")

    description = await refused(client, "sendChatAction", chat_id=alma.id, action="dancing")

    assert (world.accepts[-1].method, world.accepts[-1].text) == ("sendChatAction", "typing")
    assert description == "Bad Request: wrong parameter action in request"


async def test_a_body_that_is_too_large_is_refused(client: httpx.AsyncClient) -> None:
    reply = await client.post(
        "sendDocument", content=b"", headers={"content-length": str(60 * 1024 * 1024)}
    )

    assert (reply.status_code, reply.json()["description"]) == (413, "Request Entity Too Large")


async def test_every_accept_is_on_file_before_the_reply(
    hand_clock: HandClock, tmp_path: Path
) -> None:
    log = tmp_path / "accepts.jsonl"
    world = World(clock=hand_clock, token=TOKEN, accept_log=log)

    world.accept("sendMessage", chat_id=1, text="Réveil", message_id=2)
    world.accept("setMyCommands")

    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [(line["method"], line["text"]) for line in lines] == [
        ("sendMessage", "Réveil"),
        ("setMyCommands", ""),
    ]
    assert lines[0]["at"] == str(hand_clock.now())


async def test_a_file_is_found_and_downloaded(
    bot: Bot, client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    attachment = world.send_kind(alma.id, "document").attachment
    assert attachment is not None

    file = await bot.get_file(attachment.file_id)
    missing = await refused(client, "getFile", file_id="nonsense")
    path = str((await ask(client, "getFile", file_id=attachment.file_id))["result"]["file_path"])
    files = str(client.base_url).replace("/bot", "/file/bot")
    found = await client.get(f"{files}{path}")
    stranger = await client.get(f"{files.replace('AAH', 'AAX')}{path}")

    large = world.files.put(bytes(21 * 1024 * 1024), mime_type="video/mp4")
    too_large = await refused(client, "getFile", file_id=large.file_id)

    assert too_large == "Bad Request: file is too big"
    assert file.file_size == len(attachment.content)
    assert missing == "Bad Request: wrong file_id or the file is temporarily unavailable"
    assert found.content == attachment.content
    assert stranger.status_code == 404
