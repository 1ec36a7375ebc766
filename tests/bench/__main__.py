"""Measures how fast Relais is, each figure beside what people would use instead; prints tables.

`python -m tests.bench --only sending` measures one part, `--size small` less of each.
"""

import argparse
import asyncio
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

from bot.clock import SystemClock
from tests.bench.bench import Bench, Size
from tests.bench.parts import PARTS
from tests.bench.places import Places
from tests.bench.standing_in import a_server
from tests.bench.table import machine

RUNS = 5


def main() -> int:
    """Measure what was asked for, and print each table as it is done."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="relais-bench-") as folder, ExitStack() as stack:
        places = Places(folder=Path(folder), stack=stack)
        asyncio.run(_measure(asked, places))
    return 0


async def _measure(asked: argparse.Namespace, places: Places) -> None:
    _say(machine(SystemClock().now().date()))
    async with a_server(places.empty()) as server:
        bench = Bench(size=Size(asked.size), runs=asked.runs, places=places, server=server)
        for name, part in PARTS.items():
            if not asked.only or name in asked.only:
                begun = monotonic()
                for table in await part(bench):
                    _say(table.markdown())
                print(f"{name}: {monotonic() - begun:.0f} s", file=sys.stderr)  # noqa: T201 - likewise


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--size", choices=list(Size), default=Size.FULL)
    parser.add_argument("--only", action="append", choices=list(PARTS))
    parser.add_argument("--runs", type=int, default=RUNS)
    return parser.parse_args()


def _say(text: str) -> None:
    print(f"{text}\n", flush=True)  # noqa: T201 - a command speaks to its terminal


if __name__ == "__main__":
    sys.exit(main())
