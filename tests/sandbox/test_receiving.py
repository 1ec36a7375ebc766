"""Updates wait, are handed over in order, and are brought to an address if the bot wants that."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import Conflict

from bot.sandbox.courier import SECRET_HEADER, Courier, posting
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.messages import Person
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from tests.sandbox.asking import ask, refused
from tests.sandbox.conftest import BASE, TOKEN, HandClock

ADDRESS = "https://relais.example.org/telegram"
ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


class Door:
    """The bot's own address: takes down what is brought, and replies what it was told."""

    def __init__(self) -> None:
        self.replies: list[int] = []
        self.brought: list[tuple[str, str | None, int]] = []
        self.pauses: list[timedelta] = []
        self.came = asyncio.Event()

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        self.brought.append((url, headers.get(SECRET_HEADER), json.loads(body)["update_id"]))
        self.came.set()
        status = self.replies.pop(0) if self.replies else 200
        if status == 0:
            raise ConnectionRefusedError
        return status

    async def pause(self, duration: timedelta) -> None:
        self.pauses.append(duration)
        await asyncio.sleep(0)


@pytest.fixture
async def door(world: World) -> AsyncIterator[Door]:
    door = Door()
    running = asyncio.create_task(Courier(world, post=door.post, pause=door.pause).run())
    yield door
    running.cancel()


async def until_brought(door: Door, count: int) -> None:
    async with asyncio.timeout(5):
        while len(door.brought) < count:
            door.came.clear()
            await door.came.wait()


async def test_a_poll_waits_until_somebody_writes(bot: Bot, world: World, alma: Person) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=50))
    await world.updates.polled()
    world.write(alma.id, "Bonjour")

    (update,) = await polling

    assert update.message is not None
    assert update.message.text == "Bonjour"


async def test_the_older_of_two_polls_ends(bot: Bot, world: World, alma: Person) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=50))
    await world.updates.polled()
    newer = asyncio.create_task(bot.get_updates(timeout=50))

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await older
    world.write(alma.id, "Bonjour")

    assert len(await newer) == 1


async def test_a_webhook_ends_a_poll_and_keeps_out_others(bot: Bot, world: World) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=50))
    await world.updates.polled()
    await bot.set_webhook(ADDRESS)

    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await polling
    with pytest.raises(Conflict) as active:
        await bot.get_updates()

    assert active.value.message == ACTIVE


async def test_a_poll_that_gets_nothing_ends_in_time(
    client: httpx.AsyncClient, world: World
) -> None:
    reply = await ask(client, "getUpdates", timeout=0)
    batch, poll = await world.updates.next_batch(1, timedelta(microseconds=1))

    assert reply == {"ok": True, "result": []}
    assert (batch, poll.ended_by) == ([], None)


async def test_an_offset_confirms_and_a_negative_one_keeps_the_last(
    client: httpx.AsyncClient, world: World, alma: Person
) -> None:
    for text in "abcd":
        world.write(alma.id, text)

    first = await ask(client, "getUpdates", limit=1)
    number = first["result"][0]["update_id"]
    confirmed = await ask(client, "getUpdates", offset=number + 1)
    last = await ask(client, "getUpdates", offset=-1)

    assert [each["message"]["text"] for each in confirmed["result"]] == ["b", "c", "d"]
    assert [each["message"]["text"] for each in last["result"]] == ["d"]


async def test_updates_live_for_a_day(
    client: httpx.AsyncClient, world: World, alma: Person, hand_clock: HandClock
) -> None:
    world.write(alma.id, "a")
    hand_clock.pass_by(timedelta(hours=12))
    world.write(alma.id, "b")
    hand_clock.pass_by(timedelta(hours=12))

    reply = await ask(client, "getUpdates")

    assert [each["message"]["text"] for each in reply["result"]] == ["b"]


@pytest.mark.parametrize(
    ("allowed", "kinds"),
    [
        ([], ["message", "callback_query"]),
        (["message"], ["message"]),
        (["message_reaction"], ["message_reaction"]),
    ],
)
async def test_only_what_was_asked_for_comes(
    client: httpx.AsyncClient, world: World, allowed: list[str], kinds: list[str]
) -> None:
    await ask(client, "getUpdates", allowed_updates=allowed)
    for kind in ("message", "message_reaction", "callback_query"):
        world.enqueue({kind: {}})

    reply = await ask(client, "getUpdates")

    assert [next(iter(set(each) - {"update_id"})) for each in reply["result"]] == kinds


async def test_updates_are_brought_in_order_with_the_secret(
    bot: Bot, world: World, alma: Person, door: Door
) -> None:
    await bot.set_webhook(ADDRESS, secret_token="between-us")
    world.write(alma.id, "a")
    world.write(alma.id, "b")

    await until_brought(door, 2)

    first, second = door.brought
    assert first[:2] == second[:2] == (ADDRESS, "between-us")
    assert second[2] == first[2] + 1


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (500, "Wrong response from the webhook: 500 Internal Server Error"),
        (0, "Connection refused"),
    ],
)
async def test_what_is_not_taken_is_brought_again(
    bot: Bot, world: World, alma: Person, door: Door, reply: int, words: str
) -> None:
    door.replies = [reply, reply]
    await bot.set_webhook(ADDRESS)
    world.write(alma.id, "a")
    world.write(alma.id, "b")

    await until_brought(door, 4)

    numbers = [number for _, _, number in door.brought]
    assert numbers == [numbers[0]] * 3 + [numbers[0] + 1]
    assert door.pauses == [timedelta(seconds=1), timedelta(seconds=2)]
    assert (await bot.get_webhook_info()).last_error_message == words


async def test_a_client_brings_updates_to_another_application() -> None:
    seen: list[bytes] = []

    async def door(request: Request) -> Response:
        seen.append(await request.body())
        return Response(status_code=202)

    app = Starlette(routes=[Route("/telegram", door, methods=["POST"])])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app)) as client:
        status = await posting(client)(ADDRESS, {}, b"{}")

    assert (status, seen) == (202, [b"{}"])


async def test_a_client_that_finds_nobody_says_so(faults: Faults, world: World) -> None:
    faults.plan(Trouble(fault=Fault.NO_CONNECTION))
    transport = SandboxTransport(telegram_app(world, faults=faults))

    async with httpx.AsyncClient(transport=transport) as client:
        with pytest.raises(ConnectionError):
            await posting(client)(f"{BASE}{TOKEN}/getMe", {}, b"")


async def test_nothing_is_brought_once_the_webhook_is_gone(
    bot: Bot, world: World, alma: Person, door: Door
) -> None:
    await bot.set_webhook(ADDRESS)
    await bot.delete_webhook(drop_pending_updates=True)
    world.write(alma.id, "a")

    (update,) = await bot.get_updates()

    assert update.message is not None
    assert door.brought == []


async def test_a_webhook_says_how_it_is_doing(bot: Bot, world: World, alma: Person) -> None:
    none = await bot.get_webhook_info()
    await bot.set_webhook(ADDRESS, allowed_updates=["message"], max_connections=5)
    world.write(alma.id, "a")

    info = await bot.get_webhook_info()

    assert (none.url, none.pending_update_count) == ("", 0)
    assert (info.url, info.pending_update_count, info.max_connections) == (ADDRESS, 1, 5)
    assert info.allowed_updates == ("message",)


async def test_a_webhook_can_drop_what_waits(bot: Bot, world: World, alma: Person) -> None:
    world.write(alma.id, "a")

    await bot.set_webhook(ADDRESS, drop_pending_updates=True)

    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_a_webhook_must_be_safe(client: httpx.AsyncClient) -> None:
    plain = await refused(client, "setWebhook", url="http://relais.example.org/telegram")
    signs = await refused(client, "setWebhook", url=ADDRESS, secret_token="é")
    long = await refused(client, "setWebhook", url=ADDRESS, secret_token="a" * 257)

    assert plain == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    assert signs == "Bad Request: secret token contains unallowed characters"
    assert long == "Bad Request: secret token is too long"
