"""What the boards and the preparations of very many facilitators cost, each opened once."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import islice
from math import ceil
from pathlib import Path
from typing import TypeAlias

from bot.library.shelf import read_content
from tests.bench.bench import Bench
from tests.bench.facilitators import EXERCISES, OF_EACH, SCREEN, Lead, add_facilitators
from tests.bench.measuring import Taken, alternated, quantile, timed
from tests.bench.table import Table, number
from tests.services.stage import NotingLibrary, Phone, Stage

CONTENT = Path(__file__).parents[2] / "content"
MILLISECONDS = 1_000
FEWER = 10
SCREENS = ("board", "preparation")

Looks: TypeAlias = Mapping[str, Taken]
"""What each of the screens took."""


async def play(bench: Bench) -> Sequence[Table]:
    """Let everybody look once, among so many facilitators and ten times fewer."""
    most = bench.amount(full=1_000, small=100, tiny=2)
    fewer = max(1, most // FEWER)
    cases = [(kind, several) for kind in bench.databases for several in (fewer, most)]
    async with AsyncExitStack() as stack:
        everybody = [await stack.enter_async_context(_facilitators(bench, *case)) for case in cases]
        laps = [
            partial(_look, phones, ceil(several / bench.runs))
            for phones, (_, several) in zip(everybody, cases, strict=True)
        ]
        played = dict(zip(cases, await alternated(bench.runs, *laps), strict=True))
    looks = {case: [one for run in runs for one in run] for case, runs in played.items()}
    rows = [
        _row(kind, screen, looks[kind, several], than=looks[kind, fewer])
        for kind, several in cases
        for screen in SCREENS
    ]
    head = (
        *("Database", "Facilitators", "People", "Looked at"),
        *("All of them", "p50", "p99", "CPU, p50", "Of the fewer"),
    )
    note = (
        f"Each leads a group of {OF_EACH}, who show how it stands with {len(EXERCISES)} exercises, "
        "and opens the board and from there the preparation once, one after the other, in "
        f"{bench.runs} parts by turns: the tap handled, each look written down, the picture of the "
        "board drawn, without Telegram."
    )
    return [Table(title="The boards of all facilitators", head=head, rows=rows, note=note)]


def _row(
    kind: str, screen: str, looks: Sequence[Looks], *, than: Sequence[Looks]
) -> tuple[str, ...]:
    walls = [one[screen].wall * MILLISECONDS for one in looks]
    fewer = [one[screen].wall * MILLISECONDS for one in than]
    cpu = [one[screen].cpu * MILLISECONDS for one in looks]
    middle = quantile(walls, 50)
    return (
        kind,
        f"{len(looks):,}",
        f"{len(looks) * OF_EACH:,}",
        screen,
        f"{number(sum(walls) / MILLISECONDS)} s",
        f"{number(middle)} ms",
        f"{number(quantile(walls, 99))} ms",
        f"{number(quantile(cpu, 50))} ms",
        "–" if looks is than else f"{middle / quantile(fewer, 50):.2f} × the p50",
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


async def _look(phones: Iterator[tuple[Phone, Lead]], several: int) -> Sequence[Looks]:
    """Let the next ones look: so many of them, or as many as are left."""
    return [await _looks(phone, lead) for phone, lead in islice(phones, several)]


async def _looks(phone: Phone, lead: Lead) -> Looks:
    board = await timed(phone.press(SCREEN, lead.board))
    assert phone.latest[0].worded.picture
    preparation = await timed(phone.press(*phone.find("button-prepare")))
    assert phone.shown == "prepare"
    # A thousand pictures are not kept.
    phone.bubbles.clear()
    return {"board": board, "preparation": preparation}
