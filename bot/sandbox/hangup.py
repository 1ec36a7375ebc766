"""Ends a request without any reply, as a broken network does."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.sandbox.faults import Fault

HANG_UP = "sandbox.hang_up"
Closer = Callable[[Fault], Awaitable[None]]


class HangUp(Response):
    """No reply: whoever serves the application closes the connection instead."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(status_code=HTTPStatus.BAD_GATEWAY)
        self.fault = fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Close the connection by the way that the server gave."""
        close: Closer = scope[HANG_UP]
        await close(self.fault)


def socket_closer(receive: Receive, send: Send) -> Closer:
    """Return what closes the socket of a request that uvicorn serves."""

    async def close(_: Fault) -> None:
        cycle: Any = getattr(send, "__self__", None)
        if cycle is None:
            raise RuntimeError("connections can be dropped only if this is uvicorn's application")
        cycle.transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass

    return close
