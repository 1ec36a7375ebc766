"""Asks Telegram over aiohttp, behind the library's own interface.

Whatever fails keeps its first cause, by which `failures.py` knows whether anything was sent. No
error of ours holds the address: it holds the token.
"""

import asyncio
import io
import json
import select
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import aiohttp
from aiohttp.connector import Connection
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

JSON = {"Content-Type": "application/json"}
TURNS_TO_NOTICE = 5
"""How many turns of the loop it takes to learn that the other side has closed, with encryption."""


class ConnectionGone(aiohttp.ClientConnectionError):
    """The other side had closed the connection before anything was sent on it."""


@dataclass(frozen=True, kw_only=True)
class Timeouts:
    """How many seconds each part of a request may take, unless it says otherwise itself."""

    connect: float
    pool: float
    write: float
    read: float


class AiohttpRequest(BaseRequest):
    """Keeps up to `at_once` connections open and asks through them."""

    def __init__(self, *, at_once: int, timeouts: Timeouts) -> None:
        self._at_once = at_once
        self._timeouts = timeouts
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """How many seconds an answer may take."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Be ready to connect; again after a shutdown."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._at_once),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                request_class=_Request,
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's own parameters
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Ask, and return the code and the content of the answer.

        Raises TimedOut, and NetworkError for a connection that could not be made or was lost.
        """
        usual = self._timeouts
        limit = _limit(
            connect=_given(connect_timeout, usual.connect),
            pool=_given(pool_timeout, usual.pool),
            write=_given(write_timeout, usual.write),
            read=_given(read_timeout, usual.read),
        )
        try:
            return await self._ask(method, URL(url, encoded=True), request_data, limit=limit)
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"aiohttp.{type(error).__name__}") from error

    async def _ask(
        self, method: str, url: URL, data: RequestData | None, *, limit: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        try:
            return await self._ask_once(method, url, data, limit=limit)
        except ConnectionGone:
            return await self._ask_once(method, url, data, limit=limit)

    async def _ask_once(
        self, method: str, url: URL, data: RequestData | None, *, limit: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("not initialized")
        has_files = data is not None and data.contains_files
        async with self._session.request(
            method,
            url,
            data=_body(data),
            headers=None if has_files else JSON,
            timeout=limit,
            allow_redirects=False,
        ) as answer:
            return answer.status, await answer.read()


class _Request(aiohttp.ClientRequest):
    """A request that is sent only on a connection that the other side has not closed."""

    async def send(self, conn: Connection) -> aiohttp.ClientResponse:
        """Send, and return the answer that is to come; raises ConnectionGone."""
        protocol = conn.protocol
        if _has_news(conn):
            # On a new connection it may be no more than the end of the encrypted greeting.
            for _ in range(TURNS_TO_NOTICE):
                await asyncio.sleep(0)
        if protocol is None or not protocol.is_connected():
            raise ConnectionGone
        return await super().send(conn)


def _has_news(conn: Connection) -> bool:
    """Whether something has come that nobody asked for; mostly that is a goodbye."""
    opened = conn.transport.get_extra_info("socket") if conn.transport else None
    if opened is None or opened.fileno() < 0:
        return True
    poll = select.poll()
    poll.register(opened.fileno(), select.POLLIN)
    return bool(poll.poll(0))


def _given(seconds: Any, otherwise: float) -> float | None:
    is_left_open = isinstance(seconds, type(BaseRequest.DEFAULT_NONE))
    return otherwise if is_left_open else seconds


@lru_cache(maxsize=32)
def _limit(
    *, connect: float | None, pool: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    """Return what aiohttp makes of the library's timeouts.

    It has none for writing, but one for everything together.
    """
    return aiohttp.ClientTimeout(
        total=_sum(connect, pool, write, read),
        connect=_sum(connect, pool),
        sock_connect=connect,
        sock_read=read,
    )


def _sum(*seconds: float | None) -> float | None:
    known = [each for each in seconds if each is not None]
    return sum(known) if len(known) == len(seconds) else None


def _body(data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.contains_files:
        return json.dumps(data.parameters).encode()
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        held = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, held, filename=filename, content_type=kind)
    return form
