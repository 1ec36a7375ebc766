"""Our small Telegram over HTTP: the Bot API's addresses, replies, refusals and failures."""

import asyncio
import inspect
import secrets
from collections.abc import Coroutine, Mapping
from http import HTTPStatus
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.sandbox.faults import BEFORE, Fault, Faults, Trouble
from bot.sandbox.ground import Ground
from bot.sandbox.hangup import HANG_UP, HangUp, socket_closer
from bot.sandbox.limits import RateLimits
from bot.sandbox.methods.table import Method, find_method
from bot.sandbox.parameters import decode, understand
from bot.sandbox.refusals import RefusalError, forbidden, too_many_requests

SILENCES = frozenset({Fault.SILENCE_BEFORE, Fault.SILENCE_AFTER})
HANG_UPS = SILENCES | {Fault.NO_CONNECTION, Fault.DROP_BEFORE, Fault.DROP_AFTER}


class TelegramApp(Starlette):
    """The application; it knows how to drop the connection of the request that it serves."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, with a way to hang up beside the usual ways to reply."""
        if HANG_UP not in scope:
            scope[HANG_UP] = socket_closer(receive, send)
        await super().__call__(scope, receive, send)


def telegram_app(
    world: Ground, *, faults: Faults | None = None, limits: RateLimits | None = None
) -> Starlette:
    """Return an application that serves `/bot<token>/<method>` and `/file/bot<token>/<path>`.

    With `faults` calls go wrong on purpose; with `limits` calls that come too fast get 429.
    """
    service = _Service(world, faults or Faults(), limits)
    return TelegramApp(
        routes=[
            Route("/bot{token}/{method}", service.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", service.download, methods=["GET"]),
            Route("/{path:path}", _not_found, methods=["GET", "POST"]),
        ]
    )


class _Service:
    def __init__(self, world: Ground, faults: Faults, limits: RateLimits | None) -> None:
        self._world = world
        self._faults = faults
        self._limits = limits

    async def call(self, request: Request) -> Response:
        try:
            method = self._method(request)
            values = await decode(request)
            chat_id = _chat_id(values)
            trouble = self._faults.draw(method.name, chat_id)
            if trouble is not None and trouble.fault in BEFORE:
                return await self._fail(trouble)
            if trouble is not None and trouble.fault is Fault.SLOW:
                await self._faults.sleep(trouble.delay.total_seconds())
            self._check_limits(method.name, chat_id)
            reply = JSONResponse({"ok": True, "result": await self._run(method, values, request)})
        except RefusalError as refusal:
            return JSONResponse(refusal.as_json(), status_code=refusal.code)
        if trouble is None or trouble.fault is Fault.SLOW:
            return reply
        return await self._fail(trouble)

    async def download(self, request: Request) -> Response:
        attachment = self._world.files.at_path(request.path_params["path"])
        if not self._is_token(request) or attachment is None:
            return await _not_found(request)
        return Response(attachment.content, media_type="application/octet-stream")

    def _method(self, request: Request) -> Method:
        if not self._is_token(request):
            raise RefusalError(401, "Unauthorized")
        method = find_method(request.path_params["method"])
        if method is None:
            raise RefusalError(404, "Not Found: method not found")
        return method

    def _is_token(self, request: Request) -> bool:
        given = request.path_params["token"].encode()
        return secrets.compare_digest(given, self._world.bot.token.encode())

    def _check_limits(self, method: str, chat_id: int | None) -> None:
        wait = self._limits.seconds_to_wait(method, chat_id) if self._limits else 0
        if wait:
            raise too_many_requests(wait)

    async def _run(self, method: Method, values: Mapping[str, Any], request: Request) -> Any:
        result = method.run(self._world, understand(method.model, method.name, values))
        return await _unless_gone(request, result) if inspect.iscoroutine(result) else result

    async def _fail(self, trouble: Trouble) -> Response:
        if trouble.fault in SILENCES:
            await self._faults.sleep(trouble.delay.total_seconds())
        if trouble.fault in HANG_UPS:
            return HangUp(trouble.fault)
        refusal = _refusal(trouble)
        return JSONResponse(refusal.as_json(), status_code=refusal.code)


async def _unless_gone(request: Request, result: Coroutine[Any, Any, Any]) -> Any:
    """Wait for a result, but no longer than the one who asked for it stays on the line."""
    asked = asyncio.create_task(result)
    gone = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({asked, gone}, return_when=asyncio.FIRST_COMPLETED)
        return asked.result() if asked.done() else []
    finally:
        asked.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _refusal(trouble: Trouble) -> RefusalError:
    if trouble.fault is Fault.FLOOD:
        return too_many_requests(trouble.retry_after)
    if trouble.fault is Fault.FORBIDDEN:
        return forbidden("bot was blocked by the user")
    return RefusalError(trouble.code, HTTPStatus(trouble.code).phrase)


def _chat_id(values: Mapping[str, Any]) -> int | None:
    written = str(values.get("chat_id", ""))
    return int(written) if written.removeprefix("-").isdecimal() else None


async def _not_found(_: Request) -> Response:
    return JSONResponse(RefusalError(404, "Not Found").as_json(), status_code=404)
