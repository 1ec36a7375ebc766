"""Runs the real bot in a process of its own that may be killed at any moment.

Run as a program it rehearses once for the database that it is given, then forks a bot for each line
that it reads, says when that bot begins and when it is over, and so on. One bot lives at a time.
"""

import asyncio
import gc
import json
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from bot import app, logs
from bot.garbage import look_seldom
from bot.library import Library
from bot.services.ports import Unpaced
from bot.settings import Settings
from tests.acceptance.rehearsal import Rehearsed, rehearse
from tests.acceptance.shared_clock import SharedClock

LOOK = signal.SIGUSR1
COUNT = signal.SIGUSR2
STOP = signal.SIGTERM
FAILED = 70


def main() -> None:
    """Fork a bot for each line of standard input, one after the other."""
    for known in (LOOK, COUNT):
        signal.signal(known, signal.SIG_IGN)
    logs.set_up("WARNING", readable=False)
    rehearsed = rehearse(sys.argv[1])
    gc.collect()
    gc.freeze()
    dead = None
    for line in sys.stdin:
        if dead:
            os.waitpid(dead, 0)
        dead = child = os.fork()
        if not child:
            _live(json.loads(line), rehearsed)
        print(json.dumps({"began": child}), flush=True)  # noqa: T201 - the way back to the test
        print(json.dumps({"over": _end_of(child)}), flush=True)  # noqa: T201 - likewise


def _end_of(child: int) -> int:
    """Wait until a bot is over and return its status, as `waitpid` does.

    Its number stays taken: until the test has learnt of the end, it may still send it signals.
    """
    end = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    assert end
    return end.si_status << 8 if end.si_code == os.CLD_EXITED else end.si_status


def _live(life: Mapping[str, Any], rehearsed: Rehearsed) -> None:
    """Be the bot until the end; never return into the program that forked it."""
    code = FAILED
    try:
        log = os.open(life["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(log, sys.stderr.fileno())
        logs.set_up("DEBUG", readable=False)
        rehearsed.aim(life["settings"]["database_url"])
        asyncio.run(_run(life, _Commits(**life["death"]), rehearsed.library))
        code = 0
    finally:
        os._exit(code)


async def _run(life: Mapping[str, Any], commits: "_Commits", library: Library) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(STOP, stop.set)
    loop.add_signal_handler(COUNT, commits.count)
    clock = SharedClock(Path(life["clock"]), pace=life["pace"])
    outside = app.Outside(clock=clock, pace=Unpaced(), library=library)
    async with app.running(Settings(**life["settings"]), outside) as relais:
        loop.add_signal_handler(LOOK, relais.bell.wake.set)
        look_seldom()
        stopped = asyncio.ensure_future(stop.wait())
        await asyncio.wait({stopped, relais.receiving}, return_when=asyncio.FIRST_COMPLETED)


class _Commits:
    """Kills this process just before, or just after, one of its commits: the first is number 1."""

    def __init__(self, *, before: int = 0, after: int = 0, counts: bool = False) -> None:
        self._left = {"begun": before, "done": after}
        self._counts = counts
        event.listen(Engine, "commit", lambda _: self._one("begun"))
        event.listen(Session, "after_commit", lambda _: self._one("done"))

    def count(self) -> None:
        """Count from now on."""
        self._counts = True

    def _one(self, what: str) -> None:
        if self._counts:
            self._left[what] -= 1
            if self._left[what] == 0:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
