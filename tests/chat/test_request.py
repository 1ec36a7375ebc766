"""Over a real socket: what arrives, and what is known to have been sent when it goes wrong."""

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest

from bot.chat.connection import TIMEOUTS
from bot.chat.failures import translate
from bot.chat.request import AiohttpRequest
from bot.domain.errors import ChatGone, OutsideError, SlowDown, TryLater
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.samples import picture
from bot.sandbox.serving import served
from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import World
from bot.serving import LOOPBACK, listen
from tests.canaries import CANARY_TOKEN
from tests.chat.peer import Peer, sent

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

SOON = 0.02
HTML = b"<html><body>Bad Gateway</body></html>"


def a_bot(address: str, *, at_once: int = 8) -> Bot:
    request = AiohttpRequest(at_once=at_once, timeouts=TIMEOUTS)
    files = f"{address}/file/bot"
    return Bot(CANARY_TOKEN, f"{address}/bot", files, request=request, get_updates_request=request)


@pytest.fixture
async def sandbox_bot(world: World, faults: Faults) -> AsyncIterator[Bot]:
    async with (
        served(telegram_app(world, faults=faults)) as address,
        a_bot(address) as bot,
    ):
        yield bot


@pytest.fixture
def reader(world: World) -> int:
    person = world.add_person(first_name="Alma")
    world.open_link(person.id)
    return person.id


@pytest.fixture
def peer() -> Iterator[Peer]:
    with Peer() as opened:
        yield opened


@pytest.fixture
async def bot(peer: Peer) -> AsyncIterator[Bot]:
    bot = a_bot(peer.address)
    await bot.request.initialize()
    yield bot
    await bot.request.shutdown()


async def meaning(bot: Bot, **limits: Any) -> OutsideError:
    """Send a message in vain, and return what the failure means."""
    with pytest.raises(TelegramError) as failure:
        await bot.send_message(1, "Bonjour", **limits)
    assert CANARY_TOKEN not in f"{failure.value!r}"
    return translate(failure.value)


def perhaps_sent(meant: OutsideError) -> bool:
    assert isinstance(meant, TryLater)
    return meant.perhaps_sent


async def send(bot: Bot, peer: Peer, number: int) -> bytes:
    """Send a message over a connection that is open already, and return what was asked."""
    sending = asyncio.create_task(bot.send_message(1, "Bonjour"))
    asked = await peer.read()
    await peer.answer(sent(number))
    assert (await sending).message_id == number
    return asked


async def open_a_connection(bot: Bot, peer: Peer) -> None:
    sending = asyncio.create_task(bot.send_message(1, "Bonjour"))
    await peer.accept()
    await peer.read()
    await peer.answer(sent(1))
    await sending


async def test_words_and_pictures_arrive_whole(sandbox_bot: Bot, world: World, reader: int) -> None:
    words = "Bonjour é & 100 % = ça va ? 🙂\n+1"

    await sandbox_bot.send_message(reader, words)
    photo = await sandbox_bot.send_photo(reader, picture(), caption=words)
    opened = await sandbox_bot.send_document(reader, io.BytesIO(picture()), filename="a.png")

    assert [each.words for each in world.messages(reader)[-3:-1]] == [words, words]
    assert opened.document is not None
    for file in (photo.photo[-1], opened.document):
        kept = await (await sandbox_bot.get_file(file)).download_as_bytearray()
        assert bytes(kept) == picture()


@pytest.mark.parametrize(
    ("fault", "meant"),
    [
        (Fault.FLOOD, SlowDown),
        (Fault.FORBIDDEN, ChatGone),
        (Fault.ERROR_BEFORE, TryLater),
        (Fault.DROP_BEFORE, TryLater),
        (Fault.DROP_AFTER, TryLater),
    ],
)
async def test_telegrams_troubles_mean_what_they_mean(
    sandbox_bot: Bot, faults: Faults, reader: int, fault: Fault, meant: type[OutsideError]
) -> None:
    faults.plan(Trouble(fault=fault, method="sendMessage", chat_id=reader, retry_after=7))

    with pytest.raises(TelegramError) as failure:
        await sandbox_bot.send_message(reader, "Bonjour")

    meaning = translate(failure.value)
    assert type(meaning) is meant
    assert not isinstance(meaning, SlowDown) or meaning.window == timedelta(seconds=7)
    assert not isinstance(meaning, TryLater) or meaning.perhaps_sent


async def test_one_connection_serves_one_message_after_the_other(bot: Bot, peer: Peer) -> None:
    await open_a_connection(bot, peer)

    asked = await send(bot, peer, 2)

    assert asked.startswith(f"POST /bot{CANARY_TOKEN}/sendMessage HTTP/1.1".encode())
    assert asked.endswith(b'{"chat_id": 1, "text": "Bonjour"}')
    assert not peer.is_asked_again()


async def test_a_connection_dropped_while_it_rested_is_replaced(bot: Bot, peer: Peer) -> None:
    await open_a_connection(bot, peer)
    peer.hang_up()

    sending = asyncio.create_task(bot.send_message(1, "Bonjour"))
    await peer.accept()
    await peer.read()
    await peer.answer(sent(2))

    assert (await sending).message_id == 2


async def test_a_connection_that_is_refused_sent_nothing() -> None:
    with listen(LOOPBACK, 0) as closed:
        host, port = closed.getsockname()
    bot = a_bot(f"http://{host}:{port}")
    await bot.request.initialize()

    meant = await meaning(bot)

    assert not perhaps_sent(meant)
    await bot.request.shutdown()


async def test_who_waits_in_vain_for_a_connection_sent_nothing(peer: Peer) -> None:
    bot = a_bot(peer.address, at_once=1)
    await bot.request.initialize()
    first = asyncio.create_task(bot.send_message(1, "Bonjour"))
    await peer.accept()
    await peer.read()

    meant = await meaning(bot, connect_timeout=SOON, pool_timeout=SOON)

    assert not perhaps_sent(meant)
    await peer.answer(sent(1))
    await first
    await bot.request.shutdown()


async def test_an_answer_that_does_not_come_leaves_it_open(bot: Bot, peer: Peer) -> None:
    failing = asyncio.create_task(meaning(bot, read_timeout=SOON))
    await peer.accept()
    await peer.read()

    meant = await failing

    assert perhaps_sent(meant)


async def test_an_upload_that_nobody_reads_comes_to_an_end(bot: Bot, peer: Peer) -> None:
    huge = io.BytesIO(bytes(20_000_000))
    limits: dict[str, Any] = {"connect_timeout": SOON, "pool_timeout": SOON, "write_timeout": SOON}
    sending = asyncio.create_task(bot.send_document(1, huge, read_timeout=SOON, **limits))
    await peer.accept()

    with pytest.raises(TimedOut) as failure:
        await sending

    assert perhaps_sent(translate(failure.value))
    await peer.read_to_the_end()


async def test_a_message_that_was_read_and_not_answered_is_not_sent_again(
    bot: Bot, peer: Peer
) -> None:
    await open_a_connection(bot, peer)
    failing = asyncio.create_task(meaning(bot))
    await peer.read()
    peer.hang_up()

    meant = await failing

    assert perhaps_sent(meant)
    assert not peer.is_asked_again()


async def test_an_answer_cut_short_leaves_it_open(bot: Bot, peer: Peer) -> None:
    failing = asyncio.create_task(meaning(bot))
    await peer.accept()
    await peer.read()
    await peer.answer(sent(1), missing=1)
    peer.hang_up()

    meant = await failing

    assert perhaps_sent(meant)


async def test_an_error_page_leaves_it_open(bot: Bot, peer: Peer) -> None:
    failing = asyncio.create_task(meaning(bot))
    await peer.accept()
    await peer.read()
    await peer.answer(HTML, status="502 Bad Gateway")

    meant = await failing

    assert perhaps_sent(meant)


async def test_a_redirection_is_not_followed(bot: Bot, peer: Peer) -> None:
    failing = asyncio.create_task(meaning(bot))
    await peer.accept()
    await peer.read()
    await peer.answer(b"", status=f"307 Temporary Redirect\r\nLocation: {peer.address}/other")

    meant = await failing

    assert perhaps_sent(meant)
    assert not peer.is_asked_again()


async def test_it_can_be_opened_again(bot: Bot, peer: Peer) -> None:
    await bot.request.shutdown()
    await bot.request.shutdown()
    with pytest.raises(NetworkError):
        await bot.send_message(1, "Bonjour")
    await bot.request.initialize()

    await open_a_connection(bot, peer)


@pytest.mark.parametrize("limit", [BaseRequest.DEFAULT_NONE, 5.0, None])
async def test_updates_are_asked_for_with_any_limit_or_none(
    bot: Bot, peer: Peer, limit: Any
) -> None:
    asking = asyncio.create_task(bot.get_updates(timeout=0, read_timeout=limit))
    await peer.accept()
    await peer.read()
    await peer.answer(b'{"ok": true, "result": []}')

    assert await asking == ()
