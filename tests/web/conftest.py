"""The addresses of the program, asked as a browser would ask, on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.services.pulse import Pulse, Stalls
from bot.settings import Settings
from bot.store.db import Database
from bot.web.application import web_application
from bot.web.health import Vitals
from tests.canaries import CANARY_TOKEN
from tests.post import StillClock

HERE = "http://127.0.0.1:8080"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def vitals(database: Database, clock: StillClock) -> Vitals:
    return Vitals(
        database=database,
        clock=clock,
        heart=Pulse(clock),
        ears=Pulse(clock),
        stalls=Stalls(clock),
    )


@pytest.fixture
async def client(vitals: Vitals) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(web_application(vitals))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        yield client


def the_settings(folder: Path, **changes: object) -> Settings:
    values = {
        "telegram_token": CANARY_TOKEN,
        "telegram_base_url": "http://sandbox",
        "database_url": f"sqlite:///{folder / 'relais.sqlite'}",
        "secret_key_file": folder / "relais.key",
    }
    return Settings(**(values | changes))  # type: ignore[arg-type] # a test's own values
