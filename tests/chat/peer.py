"""The other end of a connection, told by the test what to do: it reads, answers and hangs up."""

import asyncio
import json
from contextlib import suppress
from socket import socket
from types import TracebackType
from typing import Self

from bot.serving import LOOPBACK, listen

PATIENCE = 5  # seconds, after which nobody comes any more
END_OF_HEAD = b"\r\n\r\n"


def sent(number: int) -> bytes:
    """Return the answer to a message: it was sent, and this is its number."""
    message = {"message_id": number, "date": 0, "chat": {"id": 1, "type": "private"}}
    return json.dumps({"ok": True, "result": message}).encode()


class Peer:
    """Listens on a socket of this machine; one connection at a time is in hand."""

    def __init__(self) -> None:
        self._listening = listen(LOOPBACK, 0)
        self._listening.setblocking(False)
        self._opened: list[socket] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.hang_up()
        self._listening.close()

    @property
    def address(self) -> str:
        host, port = self._listening.getsockname()
        return f"http://{host}:{port}"

    async def accept(self) -> None:
        """Take the next connection in hand, and keep those before open."""
        async with asyncio.timeout(PATIENCE):
            opened, _ = await asyncio.get_running_loop().sock_accept(self._listening)
        self._opened.append(opened)

    async def read(self) -> bytes:
        """Read one request to its end."""
        loop = asyncio.get_running_loop()
        read = b""
        while END_OF_HEAD not in read:
            read += await loop.sock_recv(self._opened[-1], 65_536)
        head, _, body = read.partition(END_OF_HEAD)
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        while len(body) < length:
            body += await loop.sock_recv(self._opened[-1], 65_536)
        return head + END_OF_HEAD + body

    async def read_to_the_end(self) -> None:
        """Read until the other side closes."""
        while await asyncio.get_running_loop().sock_recv(self._opened[-1], 1_000_000):
            pass

    async def answer(self, content: bytes, *, status: str = "200 OK", missing: int = 0) -> None:
        """Answer what was read, less what is missing at the end, and keep the connection open."""
        length = len(content) + missing
        head = f"HTTP/1.1 {status}\r\nContent-Length: {length}\r\n\r\n".encode()
        await asyncio.get_running_loop().sock_sendall(self._opened[-1], head + content)

    def hang_up(self) -> None:
        """Close every connection at once: the other side can know before anything else happens."""
        while self._opened:
            self._opened.pop().close()

    def is_asked_again(self) -> bool:
        """Whether another connection waits to be accepted."""
        with suppress(BlockingIOError):
            self._opened.append(self._listening.accept()[0])
            return True
        return False
