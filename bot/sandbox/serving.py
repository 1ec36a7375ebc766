"""Serves the sandbox on a socket that only this machine reaches."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette

from bot import serving

LOOPBACK = serving.LOOPBACK


@asynccontextmanager
async def served(app: Starlette, *, port: int = 0) -> AsyncIterator[str]:
    """Serve on the loopback and give the address; port 0 takes a free one."""
    async with serving.served(app, serving.listen(LOOPBACK, port)) as address:
        yield address
