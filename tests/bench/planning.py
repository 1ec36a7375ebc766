"""What planning costs: the next occurrence, the days of many plans, and one rule that is edited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from statistics import median
from time import monotonic, process_time

from apscheduler.triggers.cron import CronTrigger
from dateutil.rrule import DAILY, rrule  # type: ignore[import-untyped] # it ships no types
from sqlmodel import col, select

from bot.clock import SystemClock
from bot.domain.plan import PlanState
from bot.domain.schedule import WORKING_DAYS, Rule, occurrences
from bot.library.holidays import public_holidays
from bot.services.planning import Planner
from bot.store import plans
from bot.store.db import Database
from bot.store.tables import PlanRow
from tests.bench.bench import Bench
from tests.bench.cast import PARIS
from tests.bench.measuring import alternated, quantile, spread
from tests.bench.table import Table, number, told
from tests.services.stage import SilentBell

AFTER = datetime(2026, 3, 27, 12, tzinfo=UTC)
"""A Friday noon: the weekend comes next, and with it the change of the clocks."""

WALL = time(7, 30)
A_WEEK = timedelta(days=7)
EVERYBODY = 300_000
MILLISECONDS = 1_000


def ours(several: int) -> None:
    """Find the next moment of a rule of working days, again and again."""
    rule = Rule(days=WORKING_DAYS, wall=WALL, starts=AFTER.date())
    for _ in range(several):
        next(occurrences(rule, PARIS, after=AFTER, until=AFTER + A_WEEK, holidays=()))


def crons(several: int) -> None:
    """Find it with APScheduler's cron trigger."""
    trigger = CronTrigger(day_of_week="mon-fri", hour=7, minute=30, timezone=PARIS)
    for _ in range(several):
        trigger.get_next_fire_time(None, AFTER)


def rrules(several: int) -> None:
    """Find it with dateutil, which knows wall times only and leaves the rest to its caller."""
    wall = AFTER.astimezone(PARIS).replace(tzinfo=None)
    rule = rrule(DAILY, byweekday=range(5), byhour=7, byminute=30, bysecond=0, dtstart=wall)
    for _ in range(several):
        rule.after(wall).replace(tzinfo=PARIS).astimezone(UTC)


@dataclass(frozen=True, kw_only=True)
class Planned:
    """How many plans were written out, and how long it took, in seconds."""

    several: int
    seconds: float


async def nightly(bench: Bench, kind: str, participants: int) -> Planned:
    """Write the coming days of every plan, none of which is written yet."""
    with bench.places.used(kind, participants, are_planned=False) as place:
        async with place.opened() as database:
            begun = monotonic()
            several = await _planner().plan_all(database, SystemClock().now())
            return Planned(several=several, seconds=monotonic() - begun)


async def edits(database: Database, several: int) -> Sequence[float]:
    """Change the time of one plan after the other; return how long each took, in seconds."""
    async with database.look() as session:
        active = select(PlanRow.id).where(col(PlanRow.state) == PlanState.ACTIVE)
        ids = (await session.exec(active.limit(several))).all()
    return [await _edit(database, plan_id) for plan_id in ids]


async def play(bench: Bench) -> Sequence[Table]:
    """Measure the arithmetic alone, then what is written."""
    return [await _arithmetic(bench), await _nights(bench), await _edits(bench)]


async def _arithmetic(bench: Bench) -> Table:
    several = bench.amount(full=20_000, small=2_000, tiny=10)
    laps = {
        "Relais": ours,
        "`CronTrigger` of APScheduler": crons,
        "`rrule` of dateutil, without clock changes": rrules,
    }
    results = await alternated(
        bench.runs, *(partial(_speed, lap, several) for lap in laps.values())
    )
    best = median(results[0])
    rows = [
        (name, told(spread(speeds)), f"{best / median(speeds):.2f} ×")
        for name, speeds in zip(laps, results, strict=True)
    ]
    head = ("Who finds it", "Next occurrences a second", "Relais against it")
    return Table(title="The next occurrence of a rule", head=head, rows=rows)


async def _speed(lap: Callable[[int], None], several: int) -> float:
    begun = process_time()
    lap(several)
    return several / (process_time() - begun)


async def _nights(bench: Bench) -> Table:
    participants = bench.amount(full=300, small=50, tiny=1)
    laps = [partial(nightly, bench, kind, participants) for kind in bench.databases]
    rows = [
        _night(kind, runs)
        for kind, runs in zip(bench.databases, await alternated(bench.runs, *laps), strict=True)
    ]
    head = ("Database", "Plans measured", "Plans a second", f"{EVERYBODY:,} plans, scaled")
    return Table(title="A nightly replan: three days of each plan", head=head, rows=rows)


def _night(kind: str, runs: Sequence[Planned]) -> tuple[str, ...]:
    speeds = spread([one.several / one.seconds for one in runs])
    minutes = EVERYBODY / speeds.median / 60
    return kind, f"{runs[0].several:,}", told(speeds), f"{number(minutes)} min"


async def _edits(bench: Bench) -> Table:
    participants, several = (
        bench.amount(full=1_000, small=100, tiny=2),
        bench.amount(full=100, small=20, tiny=2),
    )
    lap = partial(_edited, bench, participants, several)
    laps = [partial(lap, kind=kind) for kind in bench.databases]
    rows = []
    for kind, runs in zip(bench.databases, await alternated(bench.runs, *laps), strict=True):
        costs = [[quantile(run, percent) * MILLISECONDS for run in runs] for percent in (50, 99)]
        rows.append((kind, f"{several}", *(told(spread(cost), "ms") for cost in costs)))
    head = ("Database", "Edits a run", "p50", "p99")
    return Table(title="One edited rule: its days are written anew", head=head, rows=rows)


async def _edited(bench: Bench, participants: int, several: int, *, kind: str) -> Sequence[float]:
    with bench.places.used(kind, participants) as place:
        async with place.opened() as database:
            return await edits(database, several)


async def _edit(database: Database, plan_id: str) -> float:
    begun = monotonic()
    async with database.begin() as session:
        plan = await plans.take(session, plan_id)
        assert plan
        plan = replace(plan, rule=replace(plan.rule, wall=WALL))
        await plans.keep(session, plan)
        await _planner().replan(session, plan, SystemClock().now())
    return monotonic() - begun


def _planner() -> Planner:
    return Planner(bell=SilentBell(), holidays=public_holidays("FR"))
