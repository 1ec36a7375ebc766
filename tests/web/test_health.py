"""Whoever restarts the program learns whether it lives, and whether it does its work."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot import app
from bot.domain.errors import AddressTaken, DatabaseAway
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from bot.services.ports import Unpaced
from bot.serving import LOOPBACK, listen
from bot.store import claims, deliveries
from bot.store.db import Database
from bot.store.vault import Vault
from bot.web.application import web_application
from bot.web.health import EARS, HEART, LATE, Vitals
from tests.canaries import CANARY_TOKEN
from tests.examples import NOW, a_chat, a_delivery
from tests.post import StillClock
from tests.web.conftest import HERE, the_settings

MOMENT = timedelta(seconds=1)


class Away(Database):
    """A database that nobody reaches."""

    def look(self):  # type: ignore[no-untyped-def] # noqa: ANN201
        raise DatabaseAway


@pytest.fixture
async def cut_off(vitals: Vitals, vault: Vault) -> AsyncIterator[httpx.AsyncClient]:
    """Whoever asks a program whose database is away."""
    web = web_application(replace(vitals, database=Away("sqlite://", vault)))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url=HERE) as client:
        yield client


async def test_a_program_that_answers_is_alive(client: httpx.AsyncClient) -> None:
    reply = await client.get("/healthz")

    assert (reply.status_code, reply.json()) == (200, {"loop": "ok", "database": "ok"})


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
async def test_without_its_database_nothing_is_well(cut_off: httpx.AsyncClient, path: str) -> None:
    assert (await cut_off.get(path)).status_code == 503


async def test_a_program_that_has_just_begun_is_ready(client: httpx.AsyncClient) -> None:
    reply = await client.get("/readyz")

    assert (reply.status_code, reply.json()) == (
        200,
        {"heartbeat": 0.0, "updates": 0.0, "lateness": 0.0},
    )


async def test_a_heart_that_stands_still_is_noticed(
    client: httpx.AsyncClient, vitals: Vitals, clock: StillClock
) -> None:
    clock.pass_by(HEART)
    on_the_edge = await client.get("/readyz")
    clock.pass_by(MOMENT)
    beyond = await client.get("/readyz")
    vitals.heart.beat()

    assert (on_the_edge.status_code, beyond.status_code) == (200, 503)
    assert beyond.json()["heartbeat"] == (HEART + MOMENT).total_seconds()
    assert (await client.get("/readyz")).status_code == 200


async def test_a_silence_of_telegram_is_noticed(
    client: httpx.AsyncClient, vitals: Vitals, clock: StillClock
) -> None:
    clock.pass_by(EARS + MOMENT)
    vitals.heart.beat()

    assert (await client.get("/readyz")).status_code == 503
    vitals.ears.beat()
    assert (await client.get("/readyz")).status_code == 200


async def test_a_message_that_does_not_go_out_is_noticed(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        late = a_delivery(chat, due=NOW - LATE - MOMENT, until=NOW + LATE)
        await deliveries.add(session, late)

    reply = await client.get("/readyz")

    assert (reply.status_code, reply.json()["lateness"]) == (503, (LATE + MOMENT).total_seconds())


async def test_a_message_that_telegram_lets_wait_is_no_fault(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        await deliveries.add(session, a_delivery(chat, due=NOW - 2 * LATE, until=NOW + LATE))
        await claims.hold(session, chat.id, NOW + LATE)

    assert (await client.get("/readyz")).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/", 404), ("GET", "/healthz/", 404), ("POST", "/healthz", 405)],
)
async def test_anything_else_gets_a_bare_refusal(
    client: httpx.AsyncClient, method: str, path: str, status: int
) -> None:
    reply = await client.request(method, path)

    assert (reply.status_code, reply.content) == (status, b"")


async def test_the_whole_program_is_ready_and_says_so_where_it_is_asked(
    tmp_path: Path, clock: StillClock
) -> None:
    with listen(LOOPBACK, 0) as found:
        port = found.getsockname()[1]
    settings = the_settings(tmp_path, web_port=port)
    transport = SandboxTransport(telegram_app(World(clock=clock, token=CANARY_TOKEN)))
    outside = app.Outside(clock=clock, pace=Unpaced(), transport=transport)

    with app.listening(settings) as opened:
        async with (
            app.running(settings, outside) as relais,
            app.answering(relais.web, opened),
            httpx.AsyncClient(base_url=f"http://{LOOPBACK}:{port}") as client,
        ):
            replies = [await client.get(path) for path in ("/healthz", "/readyz", "/metrics")]

    assert [reply.status_code for reply in replies] == [200, 200, 200]
    assert {reply.headers.get("server") for reply in replies} == {None}


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with listen(LOOPBACK, 0) as taken:
        settings = the_settings(tmp_path, web_port=taken.getsockname()[1])

        with pytest.raises(AddressTaken), app.listening(settings):
            pass


async def test_nobody_is_answered_where_that_is_not_wanted(tmp_path: Path, vitals: Vitals) -> None:
    settings = the_settings(tmp_path, web_port=0, web_host="nowhere")

    with app.listening(settings) as opened:
        async with app.answering(web_application(vitals), opened):
            assert opened is None
