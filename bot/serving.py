"""Serves an application on a socket, for as long as a block of code runs."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import uvicorn

LOOPBACK = "127.0.0.1"
LEAVE_TAKING = 1


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to whoever runs the block."""
        yield


@asynccontextmanager
async def served(app: Any, listening: socket.socket) -> AsyncIterator[str]:
    """Serve an ASGI application where a socket listens, and give its address."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=LEAVE_TAKING,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        host, port, *_ = listening.getsockname()
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        await serving


def listen(host: str, port: int) -> socket.socket:
    """Listen on an address of this machine; port 0 takes a free one.

    Raises OSError where the port is taken, or the host is none of this machine's.
    """
    listening = socket.create_server((host, port))
    # A reply is written in two parts: without this the second waits 40 ms for the first to be
    # acknowledged. What is accepted inherits it; asyncio leaves it out for such a socket.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
