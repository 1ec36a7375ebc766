"""The stand-in for the Bot API from outside: starts it, orders it, reads what it noted."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from tests.bench.programs import Program, a_program

SENDINGS = frozenset({"sendMessage", "editMessageText"})


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call that came in: its method, when by the monotonic clock, and its parameters."""

    method: str
    at: float
    fields: Mapping[str, str]

    @property
    def chat(self) -> int:
        """Where something was sent."""
        return int(self.fields["chat_id"])


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What came in, in the order it came, and when each update was fetched."""

    calls: Sequence[Call]
    given: Mapping[int, float]

    @property
    def sendings(self) -> Sequence[Call]:
        """The messages, new ones and changed ones."""
        return [one for one in self.calls if one.method in SENDINGS]


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running stand-in."""

    program: Program
    port: int

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    async def forget(self, *, delay: float = 0) -> None:
        """Begin anew to note, and take so many seconds for each answer."""
        await self._order("forget", delay=delay)

    async def push(self, *updates: Mapping[str, Any]) -> None:
        """Give these updates to whoever asks."""
        await self._order("push", updates=updates)

    async def talk(
        self, updates: Sequence[Mapping[str, Any]], *, pause: float, seconds: float = 10
    ) -> None:
        """Give one update after the other, each a while after the last was replied to."""
        if not await self._order("talk", updates=updates, pause=pause, seconds=seconds):
            raise RuntimeError("A tap was not answered.")

    async def polled(self, *, seconds: float = 60) -> None:
        """Wait until updates are asked for."""
        if not await self._order("polled", seconds=seconds):
            raise RuntimeError("Nobody asked for updates.")

    async def sent(self, several: int, *, seconds: float) -> int:
        """Wait until so many messages were sent, but no longer than so; return how many were."""
        return int(await self._order("sent", several=several, seconds=seconds))

    async def noted(self) -> Noted:
        """Return what came in since the last time it began anew."""
        found = await self._order("noted")
        calls = [
            Call(method=name, at=at, fields=_fields(body)) for name, at, body in found["calls"]
        ]
        return Noted(calls=calls, given={int(key): at for key, at in found["given"].items()})

    async def _order(self, what: str, **about: object) -> Any:
        return await self.program.order({"do": what, "about": about})


@asynccontextmanager
async def a_server(folder: Path) -> AsyncIterator[Server]:
    """Run a stand-in until the end of the block."""
    async with a_program(["tests.bench.server"], folder / "server.log") as program:
        yield Server(program=program, port=int(await program.hear()))


def _fields(body: str) -> Mapping[str, str]:
    if body.startswith("{"):
        return {name: str(value) for name, value in json.loads(body).items()}
    return {name: values[0] for name, values in parse_qs(body).items()}
