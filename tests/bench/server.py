"""A fast stand-in for the Bot API, in a process of its own: it takes anything and notes when.

Run as a program it prints its port, then obeys one order in JSON a line, and answers each with a
line. Moments are those of the monotonic clock, which all processes of a machine share.
"""

import asyncio
import json
import sys
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import Any, TypeAlias
from urllib.parse import parse_qs, urlsplit

HEAD_END = b"\r\n\r\n"
LENGTH = b"content-length:"
SENDINGS = ("sendMessage", "editMessageText")
TRUE = b'{"ok":true,"result":true}'
NOTHING = b'{"ok":true,"result":[]}'
BOT: Mapping[str, Any] = {
    "id": 1,
    "is_bot": True,
    "first_name": "Relais",
    "username": "relais_bench_bot",
}
MESSAGE = (
    b'{"ok":true,"result":{"message_id":%d,"date":1767225600,"chat":{"id":1,"type":"private"},'
    b'"text":"."}}'
)

Update: TypeAlias = dict[str, Any]


@dataclass
class Noted:
    """What came in since the last look: the method, when, and the body as it came.

    `given` says when each update was fetched; `sent` and `answered` count messages and taps.
    """

    calls: list[tuple[str, float, bytes]] = field(default_factory=list)
    given: dict[int, float] = field(default_factory=dict)
    sent: int = 0
    answered: int = 0


class Standin:
    """What the server knows: what came, what it is to give, and how long it takes to answer."""

    def __init__(self) -> None:
        self.delay = 0.0
        self.noted = Noted()
        self.polls = 0
        self._number = 0
        self._updates: deque[Update] = deque()
        self._changed = asyncio.Event()

    def take(self, method: str, body: bytes) -> bytes:
        """Note a call that is answered at once, and return the answer."""
        self.noted.calls.append((method, monotonic(), body))
        if method in SENDINGS:
            self._number += 1
            self.noted.sent += 1
            self._changed.set()
            return MESSAGE % self._number
        if method == "answerCallbackQuery":
            self.noted.answered += 1
            self._changed.set()
        if method == "getMe":
            return json.dumps({"ok": True, "result": BOT}).encode()
        return TRUE

    async def updates(self, wanted: Mapping[str, str]) -> bytes:
        """Return the updates from an offset on, as soon as there are some."""
        offset, seconds = int(wanted.get("offset", 0)), float(wanted.get("timeout", 0))
        self.polls += 1
        self._changed.set()
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        if not await self.until(lambda: bool(self._updates), seconds):
            return NOTHING
        now = monotonic()
        for one in self._updates:
            self.noted.given.setdefault(one["update_id"], now)
        return json.dumps({"ok": True, "result": list(self._updates)}).encode()

    def push(self, updates: Sequence[Update]) -> None:
        """Give these updates to whoever asks."""
        self._updates += updates
        self._changed.set()

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Wait for something to become true, but no longer than so; return whether it is."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not condition():
                    self._changed.clear()
                    await self._changed.wait()
        return condition()


class Connection(asyncio.Protocol):
    """One connection: reads requests and answers them one after the other."""

    def __init__(self, standin: Standin) -> None:
        self._standin = standin
        self._loop = asyncio.get_running_loop()
        self._buffer = b""
        self._polling: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Ask no more for whoever is gone."""
        del exc
        if self._polling:
            self._polling.cancel()

    def data_received(self, data: bytes) -> None:
        """Answer every request that is here whole."""
        self._buffer += data
        while (head_end := self._buffer.find(HEAD_END)) >= 0:
            head = self._buffer[:head_end]
            end = head_end + len(HEAD_END) + _length(head)
            if len(self._buffer) < end:
                return
            body = self._buffer[head_end + len(HEAD_END) : end]
            self._buffer = self._buffer[end:]
            self._request(head, body)

    def _request(self, head: bytes, body: bytes) -> None:
        target = head.split(b" ", 2)[1].decode()
        path = urlsplit(target)
        method = path.path.rpartition("/")[2]
        if method == "getUpdates":
            wanted = parse_qs(path.query or body.decode())
            asked = {name: values[0] for name, values in wanted.items()}
            self._polling = self._loop.create_task(self._poll(asked))
        elif self._standin.delay:
            answer = self._standin.take(method, body)
            self._loop.call_later(self._standin.delay, self._answer, answer)
        else:
            self._answer(self._standin.take(method, body))

    async def _poll(self, asked: Mapping[str, str]) -> None:
        self._answer(await self._standin.updates(asked))

    def _answer(self, body: bytes) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self._transport.write(head % len(body) + body)


def _length(head: bytes) -> int:
    place = head.lower().find(LENGTH)
    return int(head[place + len(LENGTH) :].split(b"\r\n", 1)[0]) if place >= 0 else 0


class Orders:
    """What whoever started the server may order, by name; each is answered with a value."""

    def __init__(self, standin: Standin) -> None:
        self._standin = standin

    async def obey(self, order: Mapping[str, Any]) -> Any:
        """Do it, and return the answer."""
        doing: Mapping[str, Callable[..., Awaitable[Any]]] = {
            "forget": self._forget,
            "push": self._push,
            "talk": self._talk,
            "polled": self._polled,
            "sent": self._sent,
            "noted": self._noted,
        }
        return await doing[order["do"]](**order["about"])

    async def _forget(self, *, delay: float) -> None:
        """Begin anew to note, and take so many seconds for each answer."""
        self._standin.delay = delay
        self._standin.noted = Noted()
        self._standin.polls = 0

    async def _push(self, *, updates: Sequence[Update]) -> None:
        self._standin.push(updates)

    async def _talk(self, *, updates: Sequence[Update], pause: float, seconds: float) -> bool:
        """Give one update after the other, each when the last was answered and replied to."""
        noted = self._standin.noted
        for one in updates:
            both = partial(has_both, noted, noted.sent + 1, noted.answered + 1)
            self._standin.push([one])
            if not await self._standin.until(both, seconds):
                return False
            await asyncio.sleep(pause)
        return True

    async def _polled(self, *, seconds: float) -> bool:
        """Wait until updates were asked for since it began anew, but no longer than so."""
        return await self._standin.until(lambda: self._standin.polls > 0, seconds)

    async def _sent(self, *, several: int, seconds: float) -> int:
        """Wait until so many messages were sent, but no longer than so; return how many were."""
        await self._standin.until(lambda: self._standin.noted.sent >= several, seconds)
        return self._standin.noted.sent

    async def _noted(self) -> Any:
        noted = self._standin.noted
        calls = [(name, at, body.decode(errors="replace")) for name, at, body in noted.calls]
        return {"calls": calls, "given": noted.given}


def has_both(noted: Noted, sent: int, answered: int) -> bool:
    """Whether so many messages were sent, and so many taps answered."""
    return noted.sent >= sent and noted.answered >= answered


async def serve() -> None:
    """Serve until standard input ends."""
    loop = asyncio.get_running_loop()
    standin = Standin()
    server = await loop.create_server(lambda: Connection(standin), "127.0.0.1", 0)
    _say(server.sockets[0].getsockname()[1])
    orders = Orders(standin)
    lines = asyncio.StreamReader(limit=2**26)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        _say(await orders.obey(json.loads(line)))


def _say(answer: Any) -> None:
    print(json.dumps(answer), flush=True)  # noqa: T201 - the way back to whoever started it


if __name__ == "__main__":
    asyncio.run(serve())
