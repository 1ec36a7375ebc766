"""What one check-in costs: the time to handle and answer it, and what it leaves in the database."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeAlias

from sqlalchemy import text

from bot.domain.checkin import MOOD
from bot.library.shelf import read_content
from bot.store.db import Database
from tests.bench.bench import Bench
from tests.bench.cast import FIRST_ID
from tests.bench.measuring import Taken, alternated, quantile, spread, timed
from tests.bench.places import SQLITE
from tests.bench.table import Table, told
from tests.services.stage import NotingLibrary, Phone, Stage

CONTENT = Path(__file__).parents[2] / "content"
MILLISECONDS = 1_000
TAPS = {"mood": "good", "energy": "low", "calm": "calm", "sleep": "good"}
ANSWERS = (
    "SELECT sum(length(sealed_run)) FROM run WHERE day = :day",
    "SELECT sum(length(sealed_values)) FROM checkin WHERE day = :day",
)
SIZES = {
    True: "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    False: "SELECT pg_database_size(current_database())",
}
"""How large the database is: SQLite’s pages, or all that PostgreSQL holds of it."""


CheckingIn: TypeAlias = Callable[[Phone], Awaitable[Sequence[Taken]]]


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What check-ins of one kind cost: time, and bytes of the database and of the answers, each."""

    taken: Sequence[Taken]
    stored: float
    answers: float


async def in_taps(phone: Phone) -> Sequence[Taken]:
    """Answer each question, but for the sentence; return how long each update took."""
    options = [f"{MOOD}/steps/{step}/options/{option}" for step, option in TAPS.items()]
    first = await _asked(phone)
    return [first, *[await _tapped(phone, key) for key in (*options, "button-skip")]]


async def as_usual(phone: Phone) -> Sequence[Taken]:
    """Answer as the day before, with one tap."""
    return [await _asked(phone), await _tapped(phone, "button-as-usual")]


KINDS: Mapping[str, tuple[int, CheckingIn]] = {
    "four taps, no sentence": (6, in_taps),
    "as usual": (2, as_usual),
}
"""How many updates each takes, and how it is done."""


async def play(bench: Bench) -> Sequence[Table]:
    """Let everybody check in on three days: the first one is not counted."""
    several = bench.amount(full=200, small=50, tiny=2)
    laps = [partial(_costs, bench, kind, several) for kind in bench.databases]
    rows = []
    for kind, runs in zip(bench.databases, await alternated(bench.runs, *laps), strict=True):
        rows += [_row(kind, name, [run[name] for run in runs]) for name in KINDS]
    head = ("Database", "Check-in", "Updates", "p50", "p99", "CPU", "Stored", "Of it the answers")
    note = (
        f"{several} check-ins a run, {bench.runs} runs, one after the other: each update handled "
        "and answered, without Telegram. CPU is that of Relais alone. Stored is what the database "
        "grew by; its messages are emptied after a month."
    )
    return [Table(title="One check-in", head=head, rows=rows, note=note)]


def _row(kind: str, name: str, runs: Sequence[Cost]) -> tuple[str, ...]:
    walls = [[one.wall * MILLISECONDS for one in run.taken] for run in runs]
    times = [[quantile(wall, percent) for wall in walls] for percent in (50, 99)]
    times.append([median(one.cpu * MILLISECONDS for one in run.taken) for run in runs])
    return (
        kind,
        name,
        str(KINDS[name][0]),
        *(told(spread(one), "ms") for one in times),
        f"{median(run.stored for run in runs):,.0f} bytes",
        f"{median(run.answers for run in runs):,.0f} bytes",
    )


async def _costs(bench: Bench, kind: str, several: int) -> Mapping[str, Cost]:
    with bench.places.used(kind, several, are_planned=False) as place:
        async with place.opened() as database:
            stage = Stage(database, NotingLibrary(read_content(CONTENT)[0]))
            phones = [
                Phone(stage=stage, id=FIRST_ID + number, name="…") for number in range(several)
            ]
            for phone in phones:
                await in_taps(phone)
            return {
                name: await _cost(stage, phones, check_in, is_file=kind == SQLITE)
                for name, (_, check_in) in KINDS.items()
            }


async def _cost(
    stage: Stage, phones: Sequence[Phone], check_in: CheckingIn, *, is_file: bool
) -> Cost:
    stage.clock.moment += timedelta(days=1)
    before = await _asked_of(stage.database, SIZES[is_file])
    taken = [_sum(await check_in(phone)) for phone in phones]
    after = await _asked_of(stage.database, SIZES[is_file])
    today = stage.clock.moment.date()
    answers = sum([await _asked_of(stage.database, one, day=today) for one in ANSWERS])
    each = len(phones)
    return Cost(taken=taken, stored=(after - before) / each, answers=answers / each)


def _sum(several: Sequence[Taken]) -> Taken:
    return Taken(wall=sum(one.wall for one in several), cpu=sum(one.cpu for one in several))


async def _asked(phone: Phone) -> Taken:
    return await timed(phone.write("/moi"))


async def _tapped(phone: Phone, key: str) -> Taken:
    return await timed(phone.press(*phone.find(key)))


async def _asked_of(database: Database, question: str, **values: object) -> float:
    async with database.look() as session:
        connection = await session.connection()
        return float((await connection.execute(text(question), values)).scalar_one())
