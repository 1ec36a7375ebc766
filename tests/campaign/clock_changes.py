"""Every zone, every clock change of three years, every minute of the days around it.

What ought to be is not reckoned but looked up: the clock on the wall is read at every minute of
real time, and a wall time means the first minute at which it is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.schedule import EVERY_DAY, Rule, local, occurrences
from tests.campaign.trial import NONE, Figure, Outcome, Trial

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
LAST = datetime(2029, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
MINUTES_OF_DAY = [time(minute // 60, minute % 60) for minute in range(24 * 60)]


@dataclass(frozen=True, kw_only=True)
class Change:
    """The clocks of a zone change at a moment."""

    place: ZoneInfo
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Around:
    """Three days around a change: when each wall time is shown first, and the longest gap."""

    place: ZoneInfo
    days: Sequence[date]
    shown: Mapping[datetime, datetime]
    gap: timedelta

    def span(self) -> tuple[datetime, datetime]:
        """Return the last moment before these days, and their last moment."""
        moments = self.shown.values()
        return min(moments) - datetime.resolution, max(moments) + MINUTE - datetime.resolution


async def play(trial: Trial) -> Outcome:
    """Look up every minute around each change; `number` of them, or all if there are fewer."""
    changes = [change for name in sorted(available_timezones()) for change in changes_of(name)]
    chosen = trial.chance().sample(changes, k=min(trial.number, len(changes)))
    faults = [fault for change in chosen for fault in faults_of(around(change))]
    zones = len({change.place.key for change in chosen})
    checks = len(chosen) * 3 * len(MINUTES_OF_DAY)
    reached = f"{len(chosen):,} changes in {zones} zones, {checks:,} mornings: {len(faults)} wrong"
    return Outcome(reached=reached, faults=faults)


def changes_of(name: str) -> Iterator[Change]:
    """Yield the clock changes of a zone in three years, to the minute."""
    place = ZoneInfo(name)
    here, offset = FIRST, _offset(place, FIRST)
    while here < LAST:
        before, offset = offset, _offset(place, here + DAY)
        if before != offset:
            yield Change(place=place, at=_search(place, here, here + DAY))
        here += DAY


def around(change: Change) -> Around:
    """Read the clock on the wall at every minute of the three days."""
    middle = local(change.at, change.place).date()
    days = [middle - DAY, middle, middle + DAY]
    first, last = (datetime.combine(day, time()) for day in (days[0], days[-1] + DAY))
    shown: dict[datetime, datetime] = {}
    gap = timedelta()
    here, until = change.at - 3 * DAY, change.at + 3 * DAY
    before = None
    while here < until:
        wall = local(here, change.place).replace(tzinfo=None, fold=0)
        if first <= wall < last:
            shown.setdefault(wall, here)
        if before and wall - before > MINUTE:
            gap = max(gap, wall - before - MINUTE)
        before = wall
        here += MINUTE
    return Around(place=change.place, days=days, shown=shown, gap=gap)


def faults_of(here: Around) -> Iterator[str]:
    """Yield a sentence for every wall time that comes not at all, twice, or at another moment."""
    after, until = here.span()
    for wall in MINUTES_OF_DAY:
        rule = Rule(days=EVERY_DAY, wall=wall, starts=here.days[0] - DAY)
        found = list(occurrences(rule, here.place, after=after, until=until, holidays=()))
        if [day for day, _ in found if day in here.days] != here.days:
            yield f"{here.place.key} {wall}: {[str(day) for day, _ in found]}"
        for day, at in found:
            if day in here.days and not _is_right(here, datetime.combine(day, wall), at):
                yield f"{here.place.key} {day} {wall}: {at}"


def _is_right(here: Around, wall: datetime, at: datetime) -> bool:
    if wall in here.shown:
        return at == here.shown[wall]
    shift = local(at, here.place).replace(tzinfo=None) - wall
    return timedelta() < shift <= here.gap


def _search(place: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the first minute after a change that lies between two moments."""
    before = _offset(place, low)
    while high - low > MINUTE:
        middle = low + (high - low) // MINUTE // 2 * MINUTE
        low, high = (middle, high) if _offset(place, middle) == before else (low, middle)
    return high


def _offset(place: ZoneInfo, at: datetime) -> timedelta | None:
    return at.astimezone(place).utcoffset()


FIGURE = Figure(
    name="G4",
    goal="every zone × clock change of 3 years × minute of 3 days: "
    "0 missed, 0 doubled, none shifted by more than the gap",
    play=play,
    full=5_000,
    short=5,
    databases=(NONE,),
)
