"""Telegram brings updates to the door: only with the secret, only once kept, each handled once."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.requests import Request

from bot.domain.errors import DatabaseAway
from bot.sandbox.courier import SECRET_HEADER
from bot.web.application import web_application
from bot.web.door import LARGEST, Door
from bot.web.health import Vitals
from tests.canaries import CANARY_TEXT
from tests.web.conftest import HERE

SECRET = "between-us"
OURS = {SECRET_HEADER: SECRET}
UPDATE = {"update_id": 1, "message": {"text": CANARY_TEXT}}


class Taking:
    """Takes what is brought, or fails as it is told to."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.failures: list[Exception] = []

    async def __call__(self, raw: Any) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.taken.append(raw)


@pytest.fixture
def taking() -> Taking:
    return Taking()


@pytest.fixture
async def client(vitals: Vitals, taking: Taking) -> AsyncIterator[httpx.AsyncClient]:
    web = web_application(vitals, Door(secret=SECRET, take=taking))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url=HERE) as client:
        yield client


async def test_an_update_with_the_secret_is_taken(
    client: httpx.AsyncClient, taking: Taking
) -> None:
    reply = await client.post("/telegram", json=UPDATE, headers=OURS)

    assert (reply.status_code, reply.content, taking.taken) == (200, b"", [UPDATE])


@pytest.mark.parametrize(
    "headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "between-them"}, {SECRET_HEADER: "é"}]
)
async def test_nobody_else_is_let_in(
    client: httpx.AsyncClient, taking: Taking, headers: dict[str, str]
) -> None:
    encoded = [(name.encode(), value.encode()) for name, value in headers.items()]

    reply = await client.post("/telegram", json=UPDATE, headers=encoded)

    assert (reply.status_code, reply.content, taking.taken) == (403, b"", [])


@pytest.mark.parametrize("body", [b"{", b"", b"\xff", b"[" * 100_000])
async def test_what_is_no_update_is_not_brought_again(
    client: httpx.AsyncClient, taking: Taking, body: bytes
) -> None:
    reply = await client.post("/telegram", content=body, headers=OURS)

    assert (reply.status_code, taking.taken) == (200, [])


async def test_a_huge_body_is_read_no_further_than_it_may_be_long(
    client: httpx.AsyncClient, taking: Taking
) -> None:
    read: list[int] = []

    async def endless() -> AsyncIterator[bytes]:
        while len(read) < 100:
            read.append(1)
            yield b" " * (LARGEST // 4)

    reply = await client.post("/telegram", content=endless(), headers=OURS)

    assert (reply.status_code, taking.taken) == (413, [])
    assert len(read) < 10


async def test_who_hangs_up_half_way_brings_nothing(taking: Taking) -> None:
    scope = {"type": "http", "method": "POST", "headers": [(SECRET_HEADER.lower().encode(), b"s")]}

    async def hung_up() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    reply = await Door(secret="s", take=taking).receive(Request(scope, hung_up))

    assert (reply.status_code, taking.taken) == (408, [])


async def test_while_the_database_is_away_it_is_to_be_brought_again(
    client: httpx.AsyncClient, taking: Taking
) -> None:
    taking.failures = [DatabaseAway()]

    first = await client.post("/telegram", json=UPDATE, headers=OURS)
    second = await client.post("/telegram", json=UPDATE, headers=OURS)

    assert (first.status_code, second.status_code, taking.taken) == (503, 200, [UPDATE])


async def test_what_could_not_be_kept_for_another_reason_is_not_confirmed(
    vitals: Vitals, taking: Taking
) -> None:
    taking.failures = [ValueError()]
    web = web_application(vitals, Door(secret=SECRET, take=taking))
    transport = httpx.ASGITransport(web, raise_app_exceptions=False)

    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        reply = await client.post("/telegram", json=UPDATE, headers=OURS)

    assert reply.status_code == 500


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/telegram", 405), ("PUT", "/telegram", 405), ("POST", "/telegram/", 404)],
)
async def test_any_other_way_in_is_shut(
    client: httpx.AsyncClient, method: str, path: str, status: int
) -> None:
    reply = await client.request(method, path, headers=OURS)

    assert (reply.status_code, reply.content) == (status, b"")


async def test_there_is_no_door_where_updates_are_asked_for(vitals: Vitals) -> None:
    transport = httpx.ASGITransport(web_application(vitals))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        reply = await client.post("/telegram", json=UPDATE, headers=OURS)

    assert reply.status_code == 404
