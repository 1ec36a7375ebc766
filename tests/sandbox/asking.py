"""Asks the small Telegram as plain HTTP does, without the library."""

from typing import Any

import httpx


async def ask(client: httpx.AsyncClient, method: str, **parameters: Any) -> Any:
    return (await client.post(method, json=parameters)).json()


async def refused(client: httpx.AsyncClient, method: str, **parameters: Any) -> str:
    reply = await client.post(method, json=parameters)
    assert reply.json()["ok"] is False
    assert reply.json()["error_code"] == reply.status_code
    return str(reply.json()["description"])
