"""Reaches our small Telegram without a socket, with the errors that a socket would give."""

import httpx
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from bot.sandbox.faults import Fault
from bot.sandbox.hangup import HANG_UP

WHAT_A_CLIENT_SEES: dict[Fault, type[httpx.TransportError]] = {
    Fault.NO_CONNECTION: httpx.ConnectError,
    Fault.DROP_BEFORE: httpx.ReadError,
    Fault.DROP_AFTER: httpx.RemoteProtocolError,
    Fault.SILENCE_BEFORE: httpx.ReadTimeout,
    Fault.SILENCE_AFTER: httpx.ReadTimeout,
}


class SandboxTransport(httpx.AsyncBaseTransport):
    """Hands the requests of an httpx client to the application, in the same process."""

    def __init__(self, app: Starlette) -> None:
        self._app = app
        self._inner = httpx.ASGITransport(app=self._serve)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the application's response; raise the transport's error where it hung up."""
        try:
            return await self._inner.handle_async_request(request)
        except httpx.TransportError as error:
            error.request = request
            raise

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app({**scope, HANG_UP: _raise}, receive, send)


async def _raise(fault: Fault) -> None:
    raise WHAT_A_CLIENT_SEES[fault](f"the sandbox hung up: {fault}")
