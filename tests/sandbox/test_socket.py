"""The same over a real socket: the library talks to a server, and connections really break."""

import asyncio
import socket
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from telegram import Bot
from telegram.error import NetworkError

from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.messages import Person
from bot.sandbox.samples import picture
from bot.sandbox.serving import served
from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import World
from bot.serving import LOOPBACK, listen
from tests.sandbox.conftest import BASE, TOKEN, Naps


@pytest.fixture
async def address(world: World, faults: Faults) -> AsyncIterator[str]:
    async with served(telegram_app(world, faults=faults)) as address:
        yield address


@pytest.fixture
async def socket_bot(address: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{address}/bot", base_file_url=f"{address}/file/bot") as bot:
        yield bot


async def test_a_message_a_picture_and_its_download(
    socket_bot: Bot, world: World, alma: Person
) -> None:
    await socket_bot.send_message(alma.id, "Bonjour")
    sent = await socket_bot.send_photo(alma.id, picture(), caption="Un")

    file = await socket_bot.get_file(sent.photo[-1])
    content = await file.download_as_bytearray()

    assert [each.words for each in world.messages(alma.id)[-2:]] == ["Bonjour", "Un"]
    assert bytes(content) == picture()


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.NO_CONNECTION])
async def test_a_connection_dropped_before_leaves_nothing(
    socket_bot: Bot, world: World, alma: Person, faults: Faults, fault: Fault
) -> None:
    faults.plan(Trouble(fault=fault, method="sendMessage"))

    with pytest.raises(NetworkError):
        await socket_bot.send_message(alma.id, "Bonjour")

    assert world.accepts == []


@pytest.mark.parametrize("fault", [Fault.DROP_AFTER, Fault.SILENCE_AFTER])
async def test_a_connection_dropped_after_leaves_the_message(
    address: str, world: World, alma: Person, faults: Faults, fault: Fault, naps: Naps
) -> None:
    faults.plan(Trouble(fault=fault))

    async with httpx.AsyncClient(base_url=f"{address}/bot{TOKEN}/") as client:
        with pytest.raises(httpx.RemoteProtocolError):
            await client.post("sendMessage", data={"chat_id": alma.id, "text": "Bonjour"})

    assert [each.text for each in world.accepts] == ["Bonjour"]
    assert len(naps.seconds) == (fault is Fault.SILENCE_AFTER)


async def test_a_mounted_application_cannot_drop_connections(world: World, faults: Faults) -> None:
    faults.plan(Trouble(fault=Fault.DROP_BEFORE))
    app = Starlette(routes=[Mount("/", app=telegram_app(world, faults=faults))])
    transport = httpx.ASGITransport(app=app)

    async with httpx.AsyncClient(transport=transport, base_url=f"{BASE}{TOKEN}/") as client:
        with pytest.raises(RuntimeError, match="connections can be dropped only if"):
            await client.get("getMe")


async def test_a_poll_ends_with_the_one_who_polls(address: str, world: World, alma: Person) -> None:
    async with httpx.AsyncClient(base_url=f"{address}/bot{TOKEN}/") as client:
        polling = asyncio.create_task(client.get("getUpdates", params={"timeout": 50}))
        await world.updates.polled()
        polling.cancel()
        await asyncio.wait({polling})
    world.write(alma.id, "Bonjour")

    async with httpx.AsyncClient(base_url=f"{address}/bot{TOKEN}/") as client:
        reply = await client.get("getUpdates", params={"timeout": 50})

    assert [each["message"]["text"] for each in reply.json()["result"]] == ["Bonjour"]


def test_no_part_of_a_reply_waits_for_the_one_before() -> None:
    with (
        listen(LOOPBACK, 0) as listening,
        socket.create_connection(listening.getsockname()),
        listening.accept()[0] as accepted,
    ):
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
