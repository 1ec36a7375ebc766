"""What the boards of very many facilitators cost, each of whom opens theirs."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import islice
from math import ceil
from pathlib import Path

from bot.library.shelf import read_content
from tests.bench.bench import Bench
from tests.bench.facilitators import EXERCISES, OF_EACH, SCREEN, Lead, add_facilitators
from tests.bench.measuring import Taken, alternated, quantile, timed
from tests.bench.table import Table, number
from tests.services.stage import NotingLibrary, Phone, Stage

CONTENT = Path(__file__).parents[2] / "content"
MILLISECONDS = 1_000
FEWER = 10


async def play(bench: Bench) -> Sequence[Table]:
    """Open every board once, among so many facilitators and ten times fewer."""
    most = bench.amount(full=1_000, small=100, tiny=2)
    fewer = max(1, most // FEWER)
    cases = [(kind, several) for kind in bench.databases for several in (fewer, most)]
    async with AsyncExitStack() as stack:
        everybody = [await stack.enter_async_context(_facilitators(bench, *case)) for case in cases]
        laps = [
            partial(_open, phones, ceil(several / bench.runs))
            for phones, (_, several) in zip(everybody, cases, strict=True)
        ]
        played = dict(zip(cases, await alternated(bench.runs, *laps), strict=True))
    boards = {case: [one for run in runs for one in run] for case, runs in played.items()}
    rows = [_row(kind, boards[kind, several], than=boards[kind, fewer]) for kind, several in cases]
    head = (
        *("Database", "Facilitators", "People"),
        *("All boards", "p50", "p99", "CPU, p50", "Of the fewer"),
    )
    note = (
        f"Each leads a group of {OF_EACH}, who show how it stands with {len(EXERCISES)} exercises, "
        f"and opens the board once, one after the other, in {bench.runs} parts by turns: the tap "
        "handled, each look written down, the picture drawn, without Telegram."
    )
    return [Table(title="The boards of all facilitators", head=head, rows=rows, note=note)]


def _row(kind: str, boards: Sequence[Taken], *, than: Sequence[Taken]) -> tuple[str, ...]:
    walls = [one.wall * MILLISECONDS for one in boards]
    fewer = [one.wall * MILLISECONDS for one in than]
    cpu = [one.cpu * MILLISECONDS for one in boards]
    middle = quantile(walls, 50)
    return (
        kind,
        f"{len(boards):,}",
        f"{len(boards) * OF_EACH:,}",
        f"{number(sum(walls) / MILLISECONDS)} s",
        f"{number(middle)} ms",
        f"{number(quantile(walls, 99))} ms",
        f"{number(quantile(cpu, 50))} ms",
        "–" if boards is than else f"{middle / quantile(fewer, 50):.2f} × the p50",
    )


@asynccontextmanager
async def _facilitators(
    bench: Bench, kind: str, several: int
) -> AsyncIterator[Iterator[tuple[Phone, Lead]]]:
    """Open a database with so many facilitators, and give each a phone."""
    with bench.places.used(kind, several * OF_EACH, are_planned=False) as place:
        async with place.opened() as database:
            stage = Stage(database, NotingLibrary(read_content(CONTENT)[0]))
            leads = await add_facilitators(database, stage.clock.now())
            yield ((Phone(stage=stage, id=one.telegram_id, name="…"), one) for one in leads)


async def _open(phones: Iterator[tuple[Phone, Lead]], several: int) -> Sequence[Taken]:
    """Let the next ones open their boards: so many of them, or as many as are left."""
    return [await _board(phone, lead) for phone, lead in islice(phones, several)]


async def _board(phone: Phone, lead: Lead) -> Taken:
    taken = await timed(phone.press(SCREEN, lead.board))
    [bubble] = phone.bubbles
    assert phone.shown == "board"
    assert bubble.worded.picture
    # A thousand pictures are not kept.
    phone.bubbles.clear()
    return taken
