"""Relais as it is run for real: `relais run`, told by its settings where Telegram is."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from tests.approved import approve_everything
from tests.bench.cast import PAID, TOKEN
from tests.bench.places import Place
from tests.bench.programs import Program, a_program
from tests.bench.standing_in import Server

WHOLE = ("bot", "run")
UNLIMITED = ("tests.bench.unlimited",)


@asynccontextmanager
async def relais(
    place: Place, server: Server, *, rate: int = PAID, arguments: Sequence[str] = WHOLE
) -> AsyncIterator[Program]:
    """Run it until the end of the block; it may send so many messages a second."""
    environment = {
        "RELAIS_TELEGRAM_TOKEN": TOKEN,
        "RELAIS_TELEGRAM_BASE_URL": server.url,
        "RELAIS_TELEGRAM_RATE": str(rate),
        "RELAIS_DATABASE_URL": place.database_url.replace("sqlite+aiosqlite:", "sqlite:"),
        "RELAIS_SECRET_KEY_FILE": str(place.key),
        "RELAIS_APPROVALS_FILE": str(approve_everything(place.folder)),
        "RELAIS_WEB_PORT": "0",
    }
    await server.forget()
    async with a_program(arguments, place.log, environment) as program:
        yield program
