"""A bot that is killed again and again, and started anew each time, until it may live on."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sandbox.faults import Fault
from bot.sandbox.hangup import HANG_UP
from tests.acceptance.bot_process import COUNT, LOOK, STOP
from tests.acceptance.deaths import NEXT, Death, Where

ROOT = Path(__file__).parents[2]
WORKING = frozenset(
    {"getUpdates", "sendMessage", "sendPhoto", "editMessageText", "answerCallbackQuery"}
)
"""What a bot asks of Telegram once it has started."""
LAST_CALL = timedelta(seconds=10)


@dataclass
class Life:
    """One life: how it is to end, and how many requests it made: in all, and lately at work.

    `turned` is set when it has started, and when it is over.
    """

    death: Death | None
    turned: asyncio.Event
    pid: int = 0
    is_due: bool = False
    requests: int = 0
    works: int = 0
    has_started: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def ends_at(self, method: str) -> Where | None:
        """Count a request; say whether it is the last, and whether it still arrives."""
        self.requests += 1
        if method in WORKING:
            self.works += self.is_due
            self.has_started = True
            self.turned.set()
        match self.death:
            case Death(where=Where.STARTING) if self.requests == self.death.count:
                return Where.REQUEST
            case Death(where=Where.REQUEST | Where.REPLY) if self.is_due and method in WORKING:
                return self.death.where if self.works == self.death.count else None
        return None

    def comes_soon(self) -> bool:
        """Say whether it ends by itself a little after each act."""
        return self.is_due and self.death is not None and self.death.where is Where.SOON


class Mortal:
    """Starts a bot, kills it at its time, starts the next one; one lives at a time."""

    def __init__(self, process: asyncio.subprocess.Process, *, kept: Mapping[str, Any]) -> None:
        self._process = process
        self._kept = kept
        self._stopping = False
        self._acts = 0
        self.life: Life | None = None
        self.turned = asyncio.Event()
        self.killed: list[Death] = []
        self.deaths_left = 0

    async def live(self, deaths: Iterable[Death]) -> None:
        """Live one life for each end, then one that ends only when it is told to."""
        ends = list(deaths)
        self.deaths_left = len(ends)
        for death in [*ends, None]:
            if not self._stopping:
                await self._live_once(death)
                self.deaths_left -= death is not None
                self.turned.set()

    def look(self) -> None:
        """Have the bot look at the clock, and at what is due."""
        if self.life and not self.life.over.is_set():
            os.kill(self.life.pid, LOOK)

    def stirred(self) -> None:
        """Something happened: begin to count if the end is due."""
        self._acts += 1
        life = self.life
        if life is None or life.over.is_set():
            return
        life.is_due |= self._is_due(life)
        if life.is_due:
            os.kill(life.pid, COUNT)
        if life.death and life.comes_soon():
            later = life.death.count / 1000
            asyncio.get_running_loop().call_later(later, self._kill, life)

    def at_work(self) -> Life | None:
        """Return the life that has started and goes on."""
        life = self.life
        return life if life and life.has_started and not life.over.is_set() else None

    async def kill(self, life: Life) -> None:
        """End a life; return once it is over."""
        self._kill(life)
        await life.over.wait()

    async def stop_within(self, *, seconds: float) -> None:
        """Tell the living bot to end, and wait for it; TimeoutError if that takes longer."""
        self.stop()
        if self.life is not None:
            await asyncio.wait_for(self.life.over.wait(), seconds)

    def stop(self) -> None:
        """Tell the living bot to end in its own time."""
        self._stopping = True
        if self.life is not None and not self.life.over.is_set():
            os.kill(self.life.pid, STOP)

    def _is_due(self, life: Life) -> bool:
        if life.death is None:
            return False
        return life.has_started if life.death.act == NEXT else self._acts >= life.death.act

    def _kill(self, life: Life) -> None:
        if not life.over.is_set():
            os.kill(life.pid, signal.SIGKILL)

    async def _live_once(self, death: Death | None) -> None:
        life = Life(death=death, turned=self.turned)
        life.is_due = self._is_due(life)
        self._write({**self._kept, "death": {**_at_commit(death), "counts": life.is_due}})
        life.pid = (await self._read())["began"]
        self.life = life
        if self._stopping:
            os.kill(life.pid, STOP)
        status = (await self._read())["over"]
        life.over.set()
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL and death:
            self.killed.append(death)
        elif not self._stopping:
            raise AssertionError(f"the bot ended by itself: {status}, {death}")

    def _write(self, line: Mapping[str, Any]) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(line).encode() + b"\n")

    async def _read(self) -> Any:
        assert self._process.stdout
        return json.loads(await self._process.stdout.readline())


class Reaper:
    """Between the bot and Telegram: kills at a request, before it arrives or before its reply."""

    def __init__(self, app: ASGIApp, bots: list[Mortal]) -> None:
        self._app = app
        self._bots = bots

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request, unless its bot is to die first."""
        [bot] = self._bots
        life = bot.life
        if scope["type"] != "http" or life is None:
            await self._app(scope, receive, send)
            return
        match life.ends_at(scope["path"].rpartition("/")[2]):
            case Where.REQUEST:
                await bot.kill(life)
                await scope[HANG_UP](Fault.DROP_BEFORE)
            case Where.REPLY:
                await self._app(scope, receive, _instead(bot, life))
                await scope[HANG_UP](Fault.DROP_AFTER)
            case _:
                # A bot that is killed may leave half a request behind.
                with suppress(ClientDisconnect):
                    await self._app(scope, receive, send)


def _instead(bot: Mortal, life: Life) -> Send:
    async def send(_: Message) -> None:
        await bot.kill(life)

    return send


@asynccontextmanager
async def mortal(
    deaths: Iterable[Death], *, kept: Mapping[str, Any]
) -> AsyncIterator[tuple[Mortal, asyncio.Task[None]]]:
    """Begin to live; `kept` is what every life is given. At the end the last one is stopped."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.acceptance.bot_process",
        kept["settings"]["database_url"],
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    bot = Mortal(process, kept=kept)
    living = asyncio.create_task(bot.live(deaths))
    try:
        yield bot, living
    finally:
        bot.stop()
        await asyncio.wait({living}, timeout=LAST_CALL.total_seconds())
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        living.cancel()


def _at_commit(death: Death | None) -> dict[str, int]:
    match death:
        case Death(where=Where.COMMIT):
            return {"before": death.count}
        case Death(where=Where.COMMITTED):
            return {"after": death.count}
        case _:
            return {}
