"""Plays the campaign and prints its table: figure, database, goal, reached, seed, seconds.

`python -m tests.campaign --size full`; `--only G3` plays one figure, `--at-once 2` two at a time.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bot.clock import SystemClock
from tests.bench.table import machine
from tests.campaign.figures import FIGURES
from tests.campaign.playing import played
from tests.campaign.trial import NONE, SQLITE, Figure, Outcome, Trial
from tests.in_memory import roomy
from tests.migrated import fill
from tests.postgres import PostgresServer, running_server

SHOWN_FAULTS = 5
ROOM = 4 * 2**30
"""How many bytes the databases of a whole campaign may need."""

LONGEST_FIRST = ("G9", "G2", "G1", "G23", "G10", "G3", "G5", "G21", "Hosts", "G6", "G7", "G8", "G4")
"""In this order they begin, so that no processor waits for a long one at the end."""

HEAD = "| Figure | Database | Goal | Reached | Seed | Seconds |\n|---|---|---|---|---|---|"


def main() -> int:
    """Play what was asked for, and print a line as each figure is done; 1 if one was missed."""
    asked = _asked()
    _say(f"{machine(SystemClock().now().date())} Seed {asked.seed}.\n\n{HEAD}")
    missed = False
    context = get_context("spawn")
    tempfile.tempdir = roomy(ROOM)
    with (
        tempfile.TemporaryDirectory(prefix="relais-campaign-") as folder,
        running_server() as server,
        ProcessPoolExecutor(asked.at_once, context) as pool,
    ):
        begin = _Beginning(Path(folder), server, asked)
        running = {
            pool.submit(played, figure.name, database, begin.trial(figure, database)): (
                figure,
                database,
            )
            for figure, database in _chosen(asked.only)
        }
        for result in as_completed(running):
            missed |= _report(*running[result], result, seed=asked.seed)
    return int(missed)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.campaign")
    parser.add_argument("--size", choices=["full", "tenth", "short"], default="full")
    parser.add_argument("--only", action="append", metavar="FIGURE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=2)
    return parser.parse_args()


def _chosen(only: list[str] | None) -> Iterator[tuple[Figure, str]]:
    """Yield each figure with each of its databases, the longest first."""
    places = {name: place for place, name in enumerate(LONGEST_FIRST)}
    for figure in sorted(FIGURES, key=lambda figure: places.get(figure.name, -1)):
        if not only or figure.name in only:
            for database in figure.databases:
                yield figure, database


@dataclass(frozen=True)
class _Beginning:
    """Gives each trial a folder and an empty database of its own."""

    folder: Path
    server: PostgresServer
    asked: argparse.Namespace

    def trial(self, figure: Figure, database: str) -> Trial:
        sizes = {"full": figure.full, "tenth": figure.full // 10, "short": figure.short}
        folder = self.folder / f"{figure.name}-{database}"
        folder.mkdir()
        url = ""
        if database != NONE:
            file = f"sqlite+aiosqlite:///{folder}/relais.sqlite3"
            url = file if database == SQLITE else self.server.create(fill)
        number = sizes[self.asked.size]
        return Trial(number=number, seed=self.asked.seed, folder=folder, database_url=url)


def _report(
    figure: Figure, database: str, result: "Future[tuple[Outcome, float]]", *, seed: int
) -> bool:
    """Print a line of the table; return whether the figure was missed."""
    try:
        outcome, seconds = result.result()
    except Exception as error:  # noqa: BLE001 - whatever ends a figure, the others are shown
        outcome, seconds = Outcome(reached="it ended early", faults=[repr(error)]), 0.0
    mark = "**missed** " if outcome.faults else ""
    cells = [figure.name, database, figure.goal, f"{mark}{outcome.reached}", seed, f"{seconds:.0f}"]
    _say(f"| {' | '.join(map(str, cells))} |")
    for fault in outcome.faults[:SHOWN_FAULTS]:
        print(f"  {figure.name} {database} seed {seed}: {fault}", file=sys.stderr)  # noqa: T201
    return bool(outcome.faults)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a command speaks to its terminal


if __name__ == "__main__":
    sys.exit(main())
