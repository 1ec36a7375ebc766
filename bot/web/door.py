"""The door at which Telegram brings updates: opened by a secret, shut to anything large.

An update is answered with 200 only once it is kept; otherwise Telegram brings it again.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.domain.errors import DatabaseAway

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST = 1_000_000
"""Bytes: many times what the longest message makes."""

PATIENCE = timedelta(seconds=10)

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Door:
    """Who is let in, and who takes what they bring: `take` keeps it, or raises DatabaseAway."""

    secret: str
    take: Callable[[Any], Awaitable[None]]

    async def receive(self, request: Request) -> Response:
        """Let in an update that Telegram brings."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                body = await _body(request)
        except (ClientDisconnect, TimeoutError):
            return Response(status_code=HTTPStatus.REQUEST_TIMEOUT)
        if body is None:
            log.error("update_too_large")
            return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return Response(status_code=await self._keep(body))

    async def _keep(self, body: bytes) -> HTTPStatus:
        """Keep an update; what is none is taken too, or it would be brought again for ever."""
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            log.exception("update_unreadable")
            return HTTPStatus.OK
        try:
            await self.take(raw)
        except DatabaseAway:
            log.warning("update_not_kept", exc_info=True)
            return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK


async def _body(request: Request) -> bytes | None:
    """Read the body as it comes, and no further than what is let in."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return bytes(body)
