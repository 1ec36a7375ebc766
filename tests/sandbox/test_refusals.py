"""What Telegram refuses, our Telegram refuses with the same words and codes."""

from typing import Any

import httpx
import pytest

from bot.sandbox.messages import Kind, Person
from bot.sandbox.samples import picture
from bot.sandbox.world import World
from tests.sandbox.asking import ask, refused
from tests.sandbox.conftest import BASE, TOKEN


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "message text is empty"),
        ({"text": "   \n "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "🙂" * 2049}, "message is too long"),
        ({"text": "a", "parse_mode": "Latex"}, "unsupported parse_mode"),
        (
            {"text": "*a*", "parse_mode": "MarkdownV2"},
            "the sandbox reads no Markdown: use HTML or entities",
        ),
        (
            {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
        ),
        ({"text": "a", "entities": ["bold"]}, "can't parse MessageEntity: an Object is expected"),
        (
            {"text": "a", "colour": "red", "size": 3},
            (
                "the sandbox refuses what sendMessage has no parameter for: colour, size"
                " (Telegram would ignore it)"
            ),
        ),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        (
            {"text": "a", "attached": {}},
            "the sandbox refuses what sendMessage has no parameter for",
        ),
    ],
)
async def test_a_text_that_telegram_would_not_take(
    client: httpx.AsyncClient, world: World, alma: Person, parameters: dict[str, Any], words: str
) -> None:
    before = len(world.messages(alma.id))

    description = await refused(client, "sendMessage", chat_id=alma.id, **parameters)

    assert description.startswith(f"Bad Request: {words}")
    assert len(world.messages(alma.id)) == before
    assert world.accepts == []


@pytest.mark.parametrize("text", ["a" * 4096, "🙂" * 2048, "<b>" + "é" * 4096 + "</b>"])
async def test_length_counts_what_is_left_after_the_entities(
    client: httpx.AsyncClient, alma: Person, text: str
) -> None:
    reply = await ask(client, "sendMessage", chat_id=alma.id, text=text, parse_mode="HTML")

    assert reply["ok"]


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"url": "not a link"}, "BUTTON_URL_INVALID"),
        ({"url": "ftp://example.org"}, "BUTTON_URL_INVALID"),
        ({"url": "http://localhost:8000/app"}, "BUTTON_URL_INVALID"),
        ({"url": "http://[broken"}, "BUTTON_URL_INVALID"),
        ({"copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        (
            {"web_app": {"url": "http://example.org/"}},
            (
                "inline keyboard button Web App URL 'http://example.org/' is invalid:"
                " Only HTTPS links are allowed"
            ),
        ),
        (
            {},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"url": "https://example.org", "callback_data": "a"},
            (
                "can't parse inline keyboard button:"
                " the sandbox refuses two actions in one: url, callback_data"
            ),
        ),
        (
            {"text": " ", "callback_data": "a"},
            'can\'t parse keyboard button: Field "text" must be non-empty',
        ),
    ],
)
async def test_a_button_that_telegram_would_not_show(
    client: httpx.AsyncClient, alma: Person, button: dict[str, Any], words: str
) -> None:
    markup = {"inline_keyboard": [[{"text": "Oui", **button}]]}

    description = await refused(
        client, "sendMessage", chat_id=alma.id, text="a", reply_markup=markup
    )

    assert description == f"Bad Request: {words}"


@pytest.mark.parametrize(
    "button",
    [
        {"callback_data": "é" * 32},
        {"url": "https://example.org/a?b=c"},
        {"url": "t.me/relais"},
        {"url": "tg://resolve?domain=relais"},
        {"copy_text": {"text": "Je serai en retard"}},
        {"web_app": {"url": "https://example.org/app"}},
        {"switch_inline_query": ""},
    ],
)
async def test_a_button_that_telegram_shows(
    client: httpx.AsyncClient, alma: Person, button: dict[str, Any]
) -> None:
    markup = {"inline_keyboard": [[{"text": "Oui", **button}]]}

    reply = await ask(client, "sendMessage", chat_id=alma.id, text="a", reply_markup=markup)

    assert reply["result"]["reply_markup"] == markup


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ({"keyboard": []}, "reply markup is empty"),
        ({"keyboard": "Oui"}, "can't parse keyboard: an Array of Arrays is expected"),
        ({"inline_keyboard": [["Oui"]]}, "can't parse inline keyboard button:"),
        ({"nonsense": True}, "object expected as reply markup"),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 101]},
            "reply markup is too long",
        ),
    ],
)
async def test_a_keyboard_that_telegram_would_not_show(
    client: httpx.AsyncClient, alma: Person, markup: dict[str, Any], words: str
) -> None:
    description = await refused(
        client, "sendMessage", chat_id=alma.id, text="a", reply_markup=markup
    )

    assert description.startswith(f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("chat_id", "code", "words"),
    [
        (None, 400, "Bad Request: chat_id is empty"),
        (12345, 400, "Bad Request: chat not found"),
        ("@nobody", 400, "Bad Request: chat not found"),
    ],
)
async def test_a_chat_that_is_not_there(
    client: httpx.AsyncClient, chat_id: object, code: int, words: str
) -> None:
    reply = await client.post("sendMessage", json={"chat_id": chat_id, "text": "a"})

    assert (reply.status_code, reply.json()["description"]) == (code, words)


async def test_a_person_who_has_not_started_blocked_or_gone(
    client: httpx.AsyncClient, world: World, alma: Person, stranger: Person
) -> None:
    not_started = await refused(client, "sendMessage", chat_id=stranger.id, text="a")
    world.block(alma.id)
    blocked = await refused(client, "sendMessage", chat_id=alma.id, text="a")
    world.deactivate(alma.id)
    gone = await refused(client, "sendMessage", chat_id=alma.id, text="a")

    assert not_started == "Forbidden: bot can't initiate conversation with a user"
    assert blocked == "Forbidden: bot was blocked by the user"
    assert gone == "Forbidden: user is deactivated"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (picture(210, 10), "PHOTO_INVALID_DIMENSIONS"),
        (picture(9_000, 1_001), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
    ],
)
async def test_a_picture_that_telegram_cannot_use(
    client: httpx.AsyncClient, alma: Person, content: bytes, words: str
) -> None:
    reply = await client.post(
        "sendPhoto", data={"chat_id": alma.id}, files={"photo": ("a.png", content)}
    )

    assert reply.json()["description"] == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        (None, "there is no photo in the request"),
        ("AgACnonsense", "wrong file identifier/HTTP URL specified"),
        ("https://example.org/a.png", "failed to get HTTP URL content"),
        ("attach://missing", "there is no photo in the request"),
    ],
)
async def test_a_picture_that_is_not_there(
    client: httpx.AsyncClient, alma: Person, photo: str | None, words: str
) -> None:
    description = await refused(client, "sendPhoto", chat_id=alma.id, photo=photo)

    assert description == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("method", "size", "code", "words"),
    [
        ("sendPhoto", 10, 400, "Bad Request: file is too big"),
        ("sendDocument", 50, 413, "Request Entity Too Large"),
    ],
)
async def test_a_file_that_is_too_large(
    client: httpx.AsyncClient, alma: Person, method: str, size: int, code: int, words: str
) -> None:
    content = picture() + bytes(size * 1024 * 1024)
    field = method.removeprefix("send").lower()

    reply = await client.post(method, data={"chat_id": alma.id}, files={field: ("a", content)})

    assert (reply.status_code, reply.json()["description"]) == (code, words)


async def test_a_file_is_not_a_picture(
    client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    document = world.send_kind(alma.id, Kind.DOCUMENT).attachment
    assert document is not None

    description = await refused(client, "sendPhoto", chat_id=alma.id, photo=document.file_id)

    assert description == "Bad Request: can't use file of type Document as Photo"


async def test_a_caption_has_a_limit_of_its_own(client: httpx.AsyncClient, alma: Person) -> None:
    files = {"photo": ("a.png", picture())}

    long = await client.post(
        "sendPhoto", data={"chat_id": alma.id, "caption": "a" * 1025}, files=files
    )
    fits = await client.post(
        "sendPhoto", data={"chat_id": alma.id, "caption": "a" * 1024}, files=files
    )

    assert long.json()["description"] == "Bad Request: message caption is too long"
    assert fits.json()["ok"]


async def test_a_wrong_token_a_wrong_method_and_a_wrong_path(client: httpx.AsyncClient) -> None:
    token = await client.post(f"{BASE}{TOKEN}x/getMe")
    method = await client.post("getYou")
    path = await client.get(f"{BASE.removesuffix('/bot')}/elsewhere")

    assert (token.status_code, token.json()["description"]) == (401, "Unauthorized")
    assert (method.status_code, method.json()["description"]) == (
        404,
        "Not Found: method not found",
    )
    assert (path.status_code, path.json()["description"]) == (404, "Not Found")


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"{", "application/json", "can't parse JSON object"),
        (b"[]", "application/json", "object expected"),
        (b"--x", "multipart/form-data", "can't parse form"),
        (
            b"reply_markup=%7B&text=a",
            "application/x-www-form-urlencoded",
            "can't parse reply_markup",
        ),
        (b"is_big=perhaps", "application/x-www-form-urlencoded", "the sandbox refuses"),
    ],
)
async def test_a_body_that_cannot_be_read(
    client: httpx.AsyncClient, body: bytes, kind: str, words: str
) -> None:
    reply = await client.post("sendMessage", content=body, headers={"content-type": kind})

    assert reply.status_code == 400
    assert reply.json()["description"].startswith(f"Bad Request: {words}")
