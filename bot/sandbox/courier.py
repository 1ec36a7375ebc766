"""Brings updates to the bot's own address, in order, each again until it is taken."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

import httpx

from bot.sandbox.ground import Ground

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=60)
SUCCESS = 2

Post = Callable[[str, Mapping[str, str], bytes], Awaitable[int]]
"""Posts a body with headers to a URL and returns the status; OSError if nobody is there."""
Pause = Callable[[timedelta], Awaitable[None]]


def posting(client: httpx.AsyncClient) -> Post:
    """Return what posts with this client."""

    async def post(url: str, headers: Mapping[str, str], body: bytes) -> int:
        try:
            response = await client.post(url, headers=headers, content=body)
        except httpx.TransportError as error:
            raise ConnectionError(str(error)) from error
        return response.status_code

    return post


class Courier:
    """Takes the oldest update to the webhook; any reply but 2xx, or none, means: once more."""

    def __init__(self, world: Ground, *, post: Post, pause: Pause) -> None:
        self._world = world
        self._post = post
        self._pause = pause

    async def run(self) -> None:
        """Bring updates for ever, whenever there is a webhook and something waits."""
        delay = FIRST_PAUSE
        while True:
            await self._world.updates.arrived(lambda: bool(self._world.webhook.url))
            if await self._bring_oldest():
                delay = FIRST_PAUSE
            else:
                await self._pause(delay)
                delay = min(delay * 2, LONGEST_PAUSE)

    async def _bring_oldest(self) -> bool:
        update = self._world.updates.waiting(1)[0]
        webhook = self._world.webhook
        headers = {"content-type": "application/json"}
        if webhook.secret_token:
            headers[SECRET_HEADER] = webhook.secret_token
        try:
            status = await self._post(webhook.url, headers, json.dumps(update).encode())
        except OSError:
            return self._note("Connection refused")
        if status // 100 != SUCCESS:
            phrase = HTTPStatus(status).phrase
            return self._note(f"Wrong response from the webhook: {status} {phrase}")
        self._world.updates.confirm(update["update_id"] + 1)
        return True

    def _note(self, failure: str) -> bool:
        self._world.webhook = replace(
            self._world.webhook, failed_at=self._world.clock.now(), failure=failure
        )
        return False
