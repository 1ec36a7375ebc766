"""Hosts of our own on this machine: network namespaces, whose cables can be pulled out."""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, run

ROOT = Path(__file__).parents[2]
IP = shutil.which("ip") or ""
HUB = "10.211.0.1"
"""The address of this machine, where the database and the sandbox are."""


@dataclass(frozen=True, kw_only=True)
class Host:
    """A namespace, the end of its cable on this machine, and its address."""

    name: str
    cable: str
    address: str

    def cut_off(self) -> None:
        """Pull the cable out."""
        _ip("link", "set", self.cable, "down")

    def reconnect(self) -> None:
        """Put the cable in again."""
        _ip("link", "set", self.cable, "up")

    @asynccontextmanager
    async def running(
        self, *arguments: str, settings: Mapping[str, str], log: Path
    ) -> AsyncIterator[asyncio.subprocess.Process]:
        """Run Relais on this host; at the end of the block it is killed, where it still runs."""
        with log.open("wb") as errors:
            process = await asyncio.create_subprocess_exec(
                *(IP, "netns", "exec", self.name),
                *(sys.executable, "-m", "bot", *arguments),
                cwd=ROOT,
                env={**os.environ, **settings},
                stderr=errors,
            )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


def can_be_made() -> bool:
    """Whether this machine lets us make namespaces."""
    probe = f"relais-{os.getpid()}"
    if not IP or os.geteuid() or run([IP, "netns", "add", probe], check=False).returncode:  # noqa: S603 - no words of others
        return False
    _ip("netns", "delete", probe)
    return True


@contextmanager
def hosts(*names: str) -> Iterator[list[Host]]:
    """Make hosts that reach this machine and nobody else; nothing of them is left behind."""
    with ExitStack() as stack:
        _ip("address", "add", f"{HUB}/32", "dev", "lo")
        stack.callback(_ip, "address", "delete", f"{HUB}/32", "dev", "lo")
        yield [_host(stack, name, number) for number, name in enumerate(names, start=1)]


def _host(stack: ExitStack, name: str, number: int) -> Host:
    own = f"relais-{name}"
    cable, plug = f"rl-{name}", f"rl-{name}-in"
    here, there = f"10.211.{number}.1", f"10.211.{number}.2"
    _ip("netns", "add", own)
    stack.callback(_ip, "netns", "delete", own)
    _ip("link", "add", cable, "type", "veth", "peer", "name", plug)
    stack.callback(_ip, "link", "delete", cable)
    _ip("link", "set", plug, "netns", own)
    _ip("address", "add", f"{here}/30", "dev", cable)
    _ip("link", "set", cable, "up")
    inside = ("netns", "exec", own, IP)
    _ip(*inside, "address", "add", f"{there}/30", "dev", plug)
    for device in ("lo", plug):
        _ip(*inside, "link", "set", device, "up")
    _ip(*inside, "route", "add", "default", "via", here)
    return Host(name=own, cable=cable, address=there)


def _ip(*arguments: str) -> None:
    run([IP, *arguments], check=True, stdout=DEVNULL)  # noqa: S603 - no words of others
