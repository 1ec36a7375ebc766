"""What the board of a group costs: of eight people who are all there are, and among a thousand."""

from collections.abc import Sequence
from datetime import time, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import mean

from sqlmodel import col, select

from bot.domain.assignment import Assignment, AssignmentState
from bot.domain.group import Group, GroupSession
from bot.domain.homework import Outcome
from bot.domain.people import Role
from bot.domain.sharing import Audience, Share, Stream
from bot.library.shelf import read_content
from bot.store import assignments, groups, sharing
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import RoleRow
from tests.bench.bench import Bench
from tests.bench.measuring import Taken, alternated, quantile, spread, timed
from tests.bench.table import Table, told
from tests.services import group_plays
from tests.services.stage import NotingLibrary, Stage

CONTENT = Path(__file__).parents[2] / "content"
MILLISECONDS = 1_000
MINUTE = 60
FACILITATORS = 1_000
IN_A_GROUP = 8
WEEK = timedelta(days=7)
LONG = timedelta(hours=2)
EXERCISES = (
    "stress-thermometer",
    "try-a-technique",
    "catch-a-thought",
    "fact-or-thought",
    "thought-chart",
    "other-explanations",
)
"""As many as a board shows, each given to everybody."""

ENDS = (Outcome.DONE, Outcome.TRIED, Outcome.NOT_THIS_WEEK, None)
"""What came of them, by turns; None of what was not begun."""

SCREENS = {"board": "button-board", "preparation": "button-prepare"}


async def play(bench: Bench) -> Sequence[Table]:
    """Look again and again at the board of one group and its preparation."""
    crowds = (IN_A_GROUP, bench.amount(full=1_000, small=200, tiny=16))
    times = bench.amount(full=50, small=20, tiny=2)
    cases = [(kind, crowd) for kind in bench.databases for crowd in crowds]
    laps = [partial(_looks, bench, kind, crowd, times=times) for kind, crowd in cases]
    played = zip(cases, await alternated(bench.runs, *laps), strict=True)
    rows = [
        _row(*case, screen, [run[screen] for run in runs])
        for case, runs in played
        for screen in SCREENS
    ]
    everybody = f"{FACILITATORS:,} of them, scaled"
    head = ("Database", "People in all", "Looked at", "p50", "p99", "CPU, p50", everybody)
    note = (
        f"A group of {IN_A_GROUP}, {len(EXERCISES)} exercises, among groups alike; {times} looks a "
        f"run, {bench.runs} runs: the tap handled, each look written down, the picture drawn, "
        "without Telegram."
    )
    return [Table(title="The board of a group", head=head, rows=rows, note=note)]


def _row(kind: str, crowd: int, screen: str, runs: Sequence[Sequence[Taken]]) -> tuple[str, ...]:
    walls = [[one.wall * MILLISECONDS for one in run] for run in runs]
    times = [[quantile(wall, percent) for wall in walls] for percent in (50, 99)]
    times.append([quantile([one.cpu * MILLISECONDS for one in run], 50) for run in runs])
    scaled = spread([mean(wall) * FACILITATORS / MILLISECONDS / MINUTE for wall in walls])
    several = (told(spread(one), "ms") for one in times)
    return (kind, f"{crowd:,}", screen, *several, told(scaled, "min"))


async def _looks(bench: Bench, kind: str, crowd: int, *, times: int) -> dict[str, list[Taken]]:
    with bench.places.used(kind, crowd, are_planned=False) as place:
        async with place.opened() as database:
            stage = Stage(database, NotingLibrary(read_content(CONTENT)[0]))
            lina = await group_plays.facilitator_comes_in(stage)
            async with database.begin() as session:
                name = await _groups(session, stage)
            taken: dict[str, list[Taken]] = {screen: [] for screen in SCREENS}
            for _ in range(times):
                await group_plays.open_group(lina, name)
                for screen, button in SCREENS.items():
                    taken[screen].append(await timed(lina.press(*lina.find(button))))
            return taken


async def _groups(session: Session, stage: Stage) -> str:
    """Put everybody into groups with exercises, one of them Lina’s; return its name."""
    everybody = await _ids(session, Role.PARTICIPANT)
    [lead] = await _ids(session, Role.FACILITATOR)
    for first in range(0, len(everybody), IN_A_GROUP):
        group = await _group(session, stage, number=first)
        for person in everybody[first : first + IN_A_GROUP]:
            await _member(session, stage, group, person, lead=lead)
        if first == 0:
            await groups.lead(session, group.id, lead, now=stage.clock.now())
    return "Mardi 0"


async def _ids(session: Session, role: Role) -> Sequence[str]:
    found = await session.exec(select(RoleRow.person_id).where(col(RoleRow.role) == role))
    return sorted(found.all())


async def _group(session: Session, stage: Stage, *, number: int) -> Group:
    today = stage.clock.now().date()
    group = Group(
        id=new_id(),
        name=f"Mardi {number}",
        place="12 rue du Port",
        zone="Europe/Paris",
        programme="eight-workshops",
    )
    await groups.add(session, group, today=today)
    sessions = [
        GroupSession(
            id=new_id(),
            group_id=group.id,
            number=which,
            day=today + (which - 3) * WEEK,
            wall=time(14),
            length=LONG,
        )
        for which in range(1, 9)
    ]
    await groups.set_sessions(session, sessions)
    return group


async def _member(session: Session, stage: Stage, group: Group, person: str, *, lead: str) -> None:
    now = stage.clock.now()
    await groups.join(session, group.id, person, now=now)
    await sharing.choose(session, person, (Stream.EXERCISES, Audience.FACILITATOR), shown=True)
    for exercise, came in zip(EXERCISES, cycle(ENDS), strict=False):
        given = Assignment(
            id=new_id(),
            person_id=person,
            assigned_by=lead,
            group_id=group.id,
            exercise=exercise,
            version=1,
            assigned_at=now - WEEK,
            due=(now + WEEK).date(),
            state=AssignmentState.ENDED if came else AssignmentState.OPEN,
            ended_at=now if came else None,
            outcome=came,
            shares=Share.STATE,
        )
        await assignments.add(session, given)
