"""The addresses that this program answers; any other gets a bare 404 or 405."""

from typing import TypeAlias, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.door import Door
from bot.web.health import Health, Vitals
from bot.web.metrics import MetricsPage

TELEGRAM = "/telegram"
WebApplication: TypeAlias = Starlette


def web_application(vitals: Vitals, door: Door | None = None) -> WebApplication:
    """Return what answers how this process is doing, and takes in updates where there is a door."""
    health, metrics = Health(vitals), MetricsPage(vitals)
    brought = [Route(TELEGRAM, door.receive, methods=["POST"])] if door else []
    web = Starlette(
        routes=[
            *brought,
            Route("/healthz", health.alive),
            Route("/readyz", health.ready),
            Route("/metrics", metrics.show),
        ],
        exception_handlers={HTTPException: _bare},
    )
    web.router.redirect_slashes = False
    return web


async def _bare(request: Request, error: Exception) -> Response:
    """Answer the status without a word."""
    del request
    found = cast("HTTPException", error)
    return Response(status_code=found.status_code, headers=found.headers)
