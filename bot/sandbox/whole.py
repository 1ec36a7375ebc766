"""The whole sandbox on one address: the phones page, and the Bot API under `/telegram`."""

from starlette.applications import Starlette
from starlette.routing import Mount

from bot.sandbox.telegram import telegram_app
from bot.sandbox.world import World

TELEGRAM = "/telegram"


def whole_sandbox(world: World, phones: Starlette) -> Starlette:
    """Return one application that serves both."""
    return Starlette(
        routes=[Mount(TELEGRAM, app=telegram_app(world)), Mount("/", app=phones)],
    )
